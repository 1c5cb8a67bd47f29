"""What stands round each sentence of a page, as far as the verdict on it depends on that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.reading import read_dates
from dateline.brief.language.wording import words
from dateline.brief.layout.page import Line
from dateline.brief.layout.work import Around, cited
from dateline.brief.sentences import integrity
from dateline.dates import precision

_BEHIND = 3  # sentences in which the basis of a judgement may stand
_OPENED = 6  # sentences of a paragraph that one without a citation may open


def surroundings(lines: Sequence[Line], ground: Ground) -> Iterator[Around]:
    """Yield what stands round each line, in order.

    A line that cites a paragraph of its own gets neither the sentences behind it nor what else the page
    cites: its verdict does not depend on them, so it stays when they change.
    """
    on_page = _cited_by(lines, ground)
    said = [tuple([word.low for word in words(line.bare)]) for line in lines]
    copied = [integrity.may_be_copied(lows, ground) for lows in said]
    earlier: set[tuple[str, ...]] = set()
    before = dated = ""
    for at, line in enumerate(lines):
        settled = line.kind != "row" and bool(cited(line, ground))
        yield Around(
            ground,
            () if settled else _following(lines[at + 1 : at + 1 + _BEHIND]),
            () if settled else on_page,
            before,
            dated,
            integrity.is_repeated(line, said[at], earlier),
            tuple(lines[n].bare for n in (at - 1, at + 1) if 0 <= n < len(lines) and copied[n]),
            _opened(line, lines[at + 1 : at + 1 + _OPENED], ground),
            not line.citations and bool(at and lines[at - 1].citations and lines[at - 1].block == line.block),
        )
        earlier.add(said[at])
        dated = _last_day(line.bare, ground.case.cut_off) or dated
        people = [mention.id for mention in ground.names.find(line.bare) if mention.person]
        before = people[0] if people else before


def _cited_by(lines: Sequence[Line], ground: Ground) -> tuple[Passage, ...]:
    """Every paragraph that is cited by number, in order of its place."""
    citations = [citation for line in lines for citation in line.citations]
    places = {(citation.key, number) for citation in citations for number in citation.paragraphs}
    return tuple(ground.passages[place] for place in sorted(places) if place in ground.passages)


def _following(behind: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in behind if line.kind not in ("heading", "head"))


def _opened(line: Line, behind: Sequence[Line], ground: Ground) -> tuple[Passage, ...]:
    """The paragraphs cited right behind a sentence without a citation, which it may only open."""
    if line.citations or line.kind not in ("text", "item", "quote"):
        return ()
    block = [other for other in behind if other.block == line.block and other.citations]
    return tuple(passage for other in block[:2] for passage in cited(other, ground))


def _last_day(text: str, issued: str) -> str:
    """Return the last full date of a sentence (EDTF): the next one may count from it."""
    if not any(map(str.isdigit, text)):
        return ""
    days = [
        m.edtf for m in read_dates(text, issued=issued) if m.edtf and precision(m.edtf) in ("day", "month")
    ]
    return days[-1] if days else ""
