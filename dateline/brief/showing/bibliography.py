"""The reports of a case as entries of a bibliography, in CSL-JSON: only what each report states of itself."""

from __future__ import annotations

from typing import Any

from dateline.dates import bounds, describe
from dateline.sources import NOT_STATED, Source

UNTITLED = '<span class="nocase">[Untitled news report]</span>'
RETOLD = "teaching edition, retold for this course"


def entries(case: Any) -> list[dict[str, Any]]:
    """Return one CSL-JSON entry for each source of a case, in its order.

    What the text does not state is left out, so that no note claims more than the report does.

    >>> from dateline import open_case
    >>> [entry["id"] for entry in entries(open_case("syria-withdrawal"))]
    ['S1', 'S2']
    """
    return [entry(source) for source in case.sources.values()]


def entry(source: Source) -> dict[str, Any]:
    """Return the CSL-JSON entry of one source: a newspaper article with the names and the date it states."""
    title = _stated(source.title)
    found: dict[str, Any] = {
        "id": source.id,
        "type": "article-newspaper",
        "title": title or UNTITLED,
        "container-title": _stated(source.publisher),
        "author": _authors(source),
        "dateline": _stated(source.dateline_place),
        "issued": _issued(source.date),
        "genre": RETOLD if source.edition == "teaching" and source.retold else "",
    }
    return {name: value for name, value in found.items() if value}


def spoken_of(source: Source) -> str:
    """Return words by which running text may name a source: its author or publisher, else its date.

    >>> from dateline import open_case
    >>> spoken_of(open_case("syria-withdrawal").sources["S1"])
    'the report of December 2018'
    """
    named = _stated(source.byline) or _stated(source.agency) or _stated(source.publisher)
    return named or f"the report of {describe(source.date)}"


def _stated(value: str) -> str:
    return "" if value in ("", NOT_STATED) else value


def _authors(source: Source) -> list[dict[str, str]]:
    """The byline, else the agency; as written, for a name has no family part that the kit could know."""
    named = _stated(source.byline) or _stated(source.agency)
    return [{"literal": named}] if named else []


def _issued(edtf: str) -> dict[str, Any]:
    """A date of honest precision: a day, a month or a year, or the two ends of anything wider."""
    if not edtf:
        return {}
    plain = edtf.rstrip("~?%")
    parts = plain.split("-")
    if all(part.isdigit() for part in parts) and (len(parts) < 2 or 1 <= int(parts[1]) <= 12):
        return {"date-parts": [[int(part) for part in parts]], **({"circa": True} if plain != edtf else {})}
    first, last = bounds(edtf)
    ends = [[day.year, day.month, day.day] for day in (first, last) if day is not None]
    return {"date-parts": ends} if ends else {}
