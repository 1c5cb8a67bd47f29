"""What stands round a sentence and claims nothing: "However, …", and "According to the report, …" where the
citation says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dateline.brief.ground.passages import Ground
from dateline.brief.language.wording import pattern_of
from dateline.brief.layout.page import Line
from dateline.brief.people.voices import is_outlet
from dateline.brief.sentences.documents import is_of
from dateline.findings import Finding
from dateline.lexicon import load

_PAPER = r"(?:reports?|article|account|dispatch|story|text)"
# The name of an outlet is written over with "\0".
_REPORT = (
    rf"(?:(?:the|this|that)\s+(?:(?P<which>\w+)\s+)?{_PAPER}|(?:the\s+)?\0+(?:['’]s?\s+{_PAPER})?)(?!\w)"
)
_TELLS = (
    r"(?:(?:also|further|then)\s+)?(?:says?|said|states?|stated|notes?|noted|adds?|added|writes?|wrote"
    r"|reports?|reported|records?|recorded|mentions?|mentioned|observes?|points? out|tells us)"
)
_HEARD = (
    r"(?:it\s+is\s+(?:reported|stated|noted|said|recorded|written)"
    r"|(?:we|readers|one)\s+(?:learns?|read|(?:are|is)\s+told))"
)
_BY = rf"(?:according to|as told in|as stated in)\s+{_REPORT}"
_FRAMES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^\s*{_BY},\s",
        rf"^\s*as\s+{_REPORT}\s+{_TELLS},\s",
        rf"^\s*{_REPORT}\s+{_TELLS}\s+that\s",
        rf"^\s*(?:from|in)\s+{_REPORT},?\s+{_HEARD}\s+that\s",
        rf"^\s*{_HEARD}(?:\s+(?:from|in|by)\s+{_REPORT})?\s+that\s",
        rf",\s+{_BY}(?=\s*[.;]?\s*$)",
        rf",\s+{_REPORT}\s+{_TELLS}(?=\s*[.;]?\s*$)",
    )
)
_FIRST = ("first", "earlier", "older")
_LAST = ("second", "later", "newer", "latest")
_WHICH = ("", *_FIRST, *_LAST, "same", "cited", "two", "news")


def opener_end(text: str) -> int:
    """Return where the sentence behind words such as "However," begins, 0 without them.

    >>> opener_end("In addition, they left."), opener_end("However much they left, he stayed.")
    (13, 0)
    """
    match = _opener().match(text)
    return match.end() if match else 0


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"\s*{pattern_of(load('light')['joining']).pattern},\s+", re.IGNORECASE)


def set_apart(line: Line, ground: Ground) -> tuple[Line, re.Match[str] | None]:
    """Return a sentence that has a citation without such a frame, offsets kept, and the frame.

    >>> from dateline import open_case
    >>> from dateline.brief.layout.page import read_page
    >>> from dateline.brief.ground.passages import ground_of
    >>> case = open_case("syria-withdrawal")
    >>> line, = read_page("According to the report, they left [@S2].", case.sources)
    >>> rest, frame = set_apart(line, ground_of(case))
    >>> rest.bare.strip(), frame[0]
    ('they left.', 'According to the report, ')
    """
    if not line.citations:
        return line, None
    masked = _masked(line, ground)
    frame = next((found for form in _FRAMES if (found := form.search(masked))), None)
    if frame is None or (frame["which"] or "").lower() not in _WHICH:
        return line, None
    blank = " " * (frame.end() - frame.start())
    return replace(line, bare=line.bare[: frame.start()] + blank + line.bare[frame.end() :]), frame


def _masked(line: Line, ground: Ground) -> str:
    """A sentence with the names of the outlets of the reports that it cites written over."""
    known = ground.case.sources
    cited = [known[each.key] for each in line.citations if each.key in known]
    text = line.bare
    for mention in ground.names.find(text):
        outlet = not mention.person and is_outlet(mention.id, ground.names)
        if outlet and is_of(mention.id, cited, ground):
            text = text[: mention.start] + "\0" * (mention.end - mention.start) + text[mention.end :]
    return text


def is_other(frame: re.Match[str], line: Line, sources: Mapping[str, Any]) -> bool:
    """Tell whether the first or the second of two reports is named, and only the other one is cited."""
    which = (frame["which"] or "").lower()
    cited = {each.key for each in line.citations}
    if len(sources) != 2 or len(cited) != 1 or which not in (*_FIRST, *_LAST):
        return False
    in_order = sorted(sources.values(), key=lambda source: str(source.date))
    return cited != {in_order[0 if which in _FIRST else 1].id}


def renamed(findings: Iterable[Finding]) -> list[Finding]:
    """Name the fault of a framed sentence that drops a speaker: what he says is given to the report."""
    return [
        replace(each, key="outlet-as-speaker", params={}) if each.key == "attribution-dropped" else each
        for each in findings
    ]
