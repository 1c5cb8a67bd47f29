"""Figures of a draft key: one row for each that the reader finds, with its bounds, hedge and noun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.brief.language.reading import read_quantities
from dateline.brief.language.splitting import sentences
from dateline.drafting.amounts import with_amounts
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.naming import slug
from dateline.drafting.parting import part_row, parts_in
from dateline.drafting.populations import name_populations
from dateline.drafting.timing import hours_in
from dateline.marks import anchor_at
from dateline.quantities import Quantity
from dateline.sources import Paragraph, Source

_SCOPE = re.compile(r"[^.,;:!?“”\"()]{0,60}")


@dataclass
class Figures:
    """Rows for the figures of a case, and which of them are parts of which, by id."""

    rows: list[Cells] = field(default_factory=list)
    part_of: dict[str, str] = field(default_factory=dict)


def figures_in(sources: Iterable[Source]) -> Figures:
    """Return a row for each figure, and for each numeral that counts nothing with the reason why."""
    found = Figures()
    for source in sources:
        for paragraph in source.paragraphs:
            figures, first = _figures(paragraph.text), len(found.rows)
            found.rows += [
                _row(f"F{first + n:02}", source, paragraph, figure)
                for n, figure in enumerate(figures, start=1)
            ]
            for part, whole in parts_in(paragraph.text, figures).items():
                found.part_of[found.rows[first + part]["id"]] = found.rows[first + whole]["id"]
    name_populations([row for row in found.rows if row["id"] not in found.part_of])
    by_id = {row["id"]: row for row in found.rows}
    for part, whole in found.part_of.items():
        part_row(by_id[part], by_id[whole])
    return found


def _figures(text: str) -> list[Quantity]:
    """The figures of a text; the hours of "home by eight" are none."""
    hours, found = hours_in(text), read_quantities(text)
    counts = [
        one
        for one in found
        if one.not_a_count or not any(start <= one.start and one.end <= end for start, end in hours)
    ]
    return with_amounts(text, counts)


def _row(id: str, source: Source, paragraph: Paragraph, figure: Quantity) -> Cells:
    anchor = anchor_at(paragraph.text, figure.start, figure.end)
    row = {"id": id, "source": source.id, "paragraph": str(paragraph.number), "anchor": anchor}
    if figure.not_a_count is not None:
        why = f"the reader takes it for no figure ({figure.not_a_count})"
        return row | {"is_figure": "no", "why_not": figure.not_a_count, "note": to_confirm(why)}
    return row | {
        "is_figure": "yes",
        "lower": _plain(figure.lower),
        "upper": _plain(figure.upper),
        "lower_closed": _yes(figure.lower_closed),
        "upper_closed": _yes(figure.upper_closed),
        "approximate": _yes(figure.approximate),
        "vague": _yes(figure.vague),
        "hedge": figure.hedge,
        "counted": figure.counted or figure.unit,
        "unit": figure.unit or figure.counted,
        "population": slug(figure.counted) if _is_counted(figure) else "",
        "scope": _scope(paragraph.text, figure),
        "as_of": source.date,
        "attributed_to": "outlet",
        "note": to_confirm(
            "bounds, noun, scope, whose figure it is, and whether it held on the report's date"
        ),
    }


def _is_counted(figure: Quantity) -> bool:
    return bool(figure.counted) and not figure.vague and not figure.unit


def _scope(text: str, figure: Quantity) -> str:
    """The words behind the noun up to the next mark, such as "in Lower Quell"."""
    behind = figure.end
    if figure.counted and (at := text.find(figure.counted, figure.start)) >= 0:
        behind = max(behind, at + len(figure.counted))
    end = next((stop for _, stop in sentences(text) if figure.start < stop), len(text))
    piece = _SCOPE.match(text[behind:end])[0] if behind < end else ""
    cut = (
        piece.rfind(" ") if behind + len(piece) < end and text[behind + len(piece)].isalnum() else len(piece)
    )
    return piece[:cut].strip()  # no half a word


def _plain(value: float | int | None) -> str:
    return "" if value is None else f"{value:.10g}" if isinstance(value, float) else str(value)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
