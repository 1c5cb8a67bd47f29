"""What a paragraph says happened when: each of its dates with the words that it dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.brief.ground.facts import Facts
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.wording import ideas_at, words
from dateline.dates import DateMention, bounds, is_edtf, within
from dateline.marks import spans_of

_STOP = re.compile(r"[.;!?]\s")
_TURN = Cued(
    r",\s+(?:yet|but|whereas)\s", cues="yet|but|whereas", flags=re.IGNORECASE
)  # "In May they left, yet in June …"
_CLOSES = re.compile(r"(?=(?:,|;)?\s*(?:and|but|while)\s)")
_JOINT = re.compile(r"(?:,(?!\d)|;|\s+(?:and|but|then|while|or)\b)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a paragraph: what is right, right when labelled as outside knowledge, and wrong.

    `event` are the ideas of what it dates; `span` is where it stands in the paragraph, None when unknown.
    `told`: it dates an event, not only a figure; `named`: the text has a date there.
    """

    accepted: tuple[str, ...]
    outside: tuple[str, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()
    event: frozenset[str] = frozenset()
    span: tuple[int, int] | None = None
    told: bool = False
    named: bool = False

    def score(self, mine: Sequence[frozenset[str]]) -> int:
        """Count the words (by their ideas) that speak of what is dated here."""
        return sum(bool(ideas & self.event) for ideas in mine)


def dated_in(facts: Facts, rows: Iterable[Any], figures: Iterable[Any] = ()) -> tuple[Dated, ...]:
    """Return the dates of a paragraph: of its key, of its figures (as of when), and of its text."""
    found = [_of_row(row, facts) for row in rows]
    found += [_of_figure(row, facts) for row in figures if row.population and row.as_of]
    spans = [dated.span for dated in found if dated.span]
    for mention in facts.dates:
        if mention.kind in ("now", "needs anchor") or not is_edtf(mention.edtf):
            continue
        keyed = any(a < mention.end and mention.start < b for a, b in spans)
        event = frozenset().union(*dated_words(mention, facts))
        span = mention.start, mention.end
        found.append(
            Dated((mention.edtf,), event=event, span=span, told=not keyed, named=_is_closed(mention.edtf))
        )
    return tuple(found)


def _of_row(row: Any, facts: Facts) -> Dated:
    accepted = tuple(edtf for edtf in (row.edtf, *row.accepted) if edtf)
    outside = row.outside if isinstance(row.outside, (list, tuple)) else [row.outside]
    span = span_of(row.anchor, facts.text)
    wrong = tuple(row.wrong.items())
    beside = _around(span, facts)
    event = _ideas(row.event) | (beside or frozenset())
    return Dated(accepted, tuple(o for o in outside if o), wrong, event, span, True, beside is not None)


def _of_figure(row: Any, facts: Facts) -> Dated:
    accepted = tuple(edtf for edtf in (row.as_of, *row.as_of_accepted) if edtf)
    return Dated(accepted, event=_ideas(f"{row.counted} {row.scope}"), span=span_of(row.anchor, facts.text))


def _around(span: tuple[int, int] | None, facts: Facts) -> frozenset[str] | None:
    """The words that the text itself puts beside an anchor which is a date; None for another anchor."""
    for mention in facts.dates:
        if span and mention.start < span[1] and span[0] < mention.end and _is_closed(mention.edtf):
            return frozenset().union(*dated_words(mention, facts))
    return None


def _is_closed(edtf: str) -> bool:
    return is_edtf(edtf) and None not in bounds(edtf)


def span_of(anchor: str, text: str) -> tuple[int, int] | None:
    """Return where an anchor of the key stands: "Friday", or "Friday #2" for the second one."""
    phrase, _, count = anchor.partition(" #")
    spans = spans_of(phrase, text) if phrase else []
    nth = int(count) if count.isdigit() else 1
    return spans[nth - 1] if len(spans) >= nth else None


def _ideas(text: str) -> frozenset[str]:
    said = words(text)
    return frozenset().union(*(ideas_at(said, at) for at, word in enumerate(said) if not word.light))


def dated_words(mention: DateMention, facts: Facts) -> list[frozenset[str]]:
    """Return the ideas of the words that a date belongs to: its clause, cut where another date takes over."""
    own = own_words(mention, facts)
    if not own:  # "In March 2017, while …": the clause beside it says what happened
        start, end = _sentence_of(mention, facts.text)
        own = [at for at, word in enumerate(facts.words) if start < word.start < end]
    return [facts.ideas[at] for at in own if not facts.words[at].light]


def own_words(mention: DateMention, facts: Facts) -> list[int]:
    """Return the places of the words in a date's clause, quotations left out; [] where none has weight."""
    return _words_between(facts, mention.start, mention.end)


@once
def _words_between(facts: Facts, begins: int, ends: int) -> list[int]:
    """The places of the words in the clause of a date that stands between two places."""
    at = next((n for n, word in enumerate(facts.words) if word.end > begins), None)
    if at is None:
        return []
    clause = facts.words[at].clause
    start, end = _reach(facts, begins, ends)
    kept = [n for n, word in enumerate(facts.words) if word.clause == clause and start <= word.start < end]
    taken = [(date.start, date.end) for date in facts.dates]
    taken += [(a, b) for a, b in facts.quotations if not a <= begins < b]
    for a, b in taken:
        kept = [n for n in kept if not a <= facts.words[n].start < b]
    return kept if any(not facts.words[n].light for n in kept) else []


def _reach(facts: Facts, begins: int, ends: int) -> tuple[int, int]:
    """Return how far a date reaches towards its neighbours: up to the last joint between the two."""
    before = [other for other in facts.dates if other.end <= begins]
    after = [other for other in facts.dates if other.start >= ends]
    start = _joint(facts.text, before[-1].end, begins) if before else 0
    end = _joint(facts.text, ends, after[0].start) if after else len(facts.text)
    if closing := _CLOSES.match(facts.text, ends):  # "cut jobs in the autumn and raised fares"
        end = min(end, closing.end())
    turns = [match.start() for match in _TURN.finditer(facts.text)]
    start = max([start, *(turn for turn in turns if turn < begins)])
    return start, min([end, *(turn for turn in turns if turn > ends)])


def _joint(text: str, start: int, end: int) -> int:
    """Return the place between two dates that parts them: a joint at which both keep some words."""
    joints = [start + match.start() for match in _JOINT.finditer(text[start:end])]
    return joints[-1] if joints else start


def _sentence_of(mention: DateMention, text: str) -> tuple[int, int]:
    """The places of the stops before and behind a date between which its sentence stands."""
    stops = [match.span() for match in _STOP.finditer(text)]
    start = max((a for a, b in stops if b <= mention.start), default=-1)
    return start, min((b for a, b in stops if a >= mention.start), default=len(text))


def agrees(mine: str, dated: Dated) -> bool:
    """Tell whether a brief's date holds one of those accepted: the same date, or a coarser one."""
    return mine in dated.accepted or any(covers(mine, edtf) for edtf in dated.accepted)


def apart(mine: str, accepted: Iterable[str]) -> bool:
    """Tell whether a brief's date has no day in common with any of those accepted."""
    first, last = bounds(mine)
    ends = [bounds(edtf) for edtf in accepted]
    return all((b and first and b < first) or (a and last and a > last) for a, b in ends)


def meets(mine: str, dated: Dated) -> bool:
    """Tell whether a month or more of a brief touches a stretch without an end, such as "for months"."""
    first, last = bounds(mine)
    if first is None or last is None or first == last:
        return False
    for edtf in dated.accepted:
        start, end = bounds(edtf)
        if None in (start, end) and not (start and start > last) and not (end and end < first):
            return True
    return False


def covers(mine: str, theirs: str) -> bool:
    """Tell whether a source's date lies within the brief's: the same, or the brief is coarser."""
    try:
        return bool(theirs) and (mine == theirs or within(theirs, mine))
    except ValueError:
        return False
