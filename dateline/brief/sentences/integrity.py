"""Find what earns a mark by no fact: pasted, repeated or disguised words, pleas to the marker, bare lists."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.plain import disguised
from dateline.brief.language.splitting import quotations, sentences
from dateline.brief.language.wording import has_phrase
from dateline.brief.language.wording import words as words_of
from dateline.brief.layout.page import Line
from dateline.brief.layout.work import Work
from dateline.brief.people import quoting
from dateline.brief.sentences import hollow, support
from dateline.findings import Finding
from dateline.lexicon import load

# A sentence is pasted when all of it, and this many words at least, stands in a source; or a run so long.
WHOLE_SENTENCE, ALWAYS, TOGETHER = 20, 26, 20
# A citation of so many paragraphs is one of everything, unless most of them bear something.
MANY_PARAGRAPHS = 5
MOST_WORDS = 300  # of a sentence that a machine may judge: as many as a whole brief
REPEATED = Finding("sentence-repeated", possible=1)
_WORTH_A_LOOK = 8
_SEGMENT = re.compile(r"[,;|/·•]|\band\b")


def judge(work: Work, kind: str) -> list[Finding]:
    """Return the faults that no evidence can mend; [] for an honest sentence."""
    found = [*_disguised(work), *_addressed(work), *(_pasted(work) or _quoted_whole(work))]
    if not found and (count := len(work.facts.words)) > MOST_WORDS:
        return [Finding("sentence-too-long", "review", params={"count": count, "most": MOST_WORDS})]
    return found + ((_list_of_words(work) or hollow.judge(work)) if kind == "fact" else [])


def too_wide(work: Work, kind: str) -> list[Finding]:
    """A citation of a whole report for one fact; what is *not* said may cite everything."""
    count = len(work.cited) if work.line.citations else 0
    if kind not in ("fact", "judgement", "alternative", "comparison") or count < MANY_PARAGRAPHS:
        return []
    if has_phrase(work.line.bare, load("absence")["phrases"]):
        return []
    useful = _useful(work)
    if 2 * useful >= count:
        return []
    return [Finding("citation-elsewhere-too-wide", possible=1, params={"count": count})]


def _useful(work: Work) -> int:
    """Count the paragraphs that give figures or are needed to bear the words of a sentence out."""
    shown = {(evidence.source, evidence.paragraph) for evidence in work.evidence}
    covers = {
        passage.place: {
            word.start for word in support.cover(work.facts, [passage], work.ground, with_common=False).found
        }
        for passage in work.cited
    }
    reached: set[int] = set().union(*(covers[place] for place in shown if place in covers))
    needed = len(shown)
    while rest := {place: words - reached for place, words in covers.items() if words - reached}:
        place = max(rest, key=lambda each: len(rest[each]))
        reached |= rest[place]
        needed += 1
    return needed


def _disguised(work: Work) -> list[Finding]:
    found = disguised(work.line.text)
    return [Finding("letters-disguised", possible=1, params={"given": found[0]})] if found else []


def _addressed(work: Work) -> list[Finding]:
    match = has_phrase(work.line.bare, load("integrity")["to_marker"])
    if not match or any(a <= match.start() < b for a, b in work.facts.quotations):
        return []
    if any(has_phrase(passage.text, [match[0]]) for passage in work.cited):
        return []
    return [Finding("unsupported-addressed-to-marker", possible=1, params={"given": match[0]})]


def is_repeated(line: Line, said: tuple[str, ...], earlier: Set[tuple[str, ...]]) -> bool:
    """Tell whether a page has the words of a line before, in that order; a row of a table may come again."""
    return len(said) >= 6 and line.kind != "row" and said in earlier


def _list_of_words(work: Work) -> list[Finding]:
    """A row of names and numbers states nothing, however well it is cited."""
    if work.line.kind == "row" or not work.line.citations:
        return []
    lows = {word.low for word in work.facts.words}
    if not lows.isdisjoint(_verbs()) or any(low.endswith("ed") and len(low) > 4 for low in lows):
        return []
    segments = [words_of(part) for part in _SEGMENT.split(work.line.bare) if words_of(part)]
    if len(segments) < 5 or any(len(segment) > 4 for segment in segments):
        return []
    return [Finding("unsupported-list-of-words", possible=1)]


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("integrity")["verbs"])


def _pasted(work: Work) -> list[Finding]:
    """Whole sentences of a report in place of one's own words; quotation marks make them a quotation."""
    run = _copied(work.line.bare, work)
    if run is None:
        return []
    long = run.length >= ALWAYS or (run.is_whole and run.length >= WHOLE_SENTENCE)
    if not long and not (run.is_whole and run.length + _beside(run, work) > TOGETHER):
        return []
    where = f"{run.passage.source}, para. {run.passage.number}"
    found = [
        Finding("copied-run", possible=1, params={"count": run.length, "given": run.text, "where": where})
    ]
    return found if work.line.citations or work.around.opens else [*found, Finding("uncited", possible=1)]


def _quoted_whole(work: Work) -> list[Finding]:
    """Two sentences and more of a report's own prose between quotation marks: what does the brief tell?"""
    for start, end in work.facts.quotations:
        inside = work.facts.text[start + 1 : end - 1]
        count = len(words_of(inside))
        if count < WHOLE_SENTENCE or len(sentences(inside)) < 2:
            continue
        place = quoting.look_up(work.facts.text[start:end], work.cited)
        if place and not place.spoken:
            where = f"{place.passage.source}, para. {place.passage.number}"
            params = {"count": count, "given": inside, "where": where}
            return [Finding("copied-run", "review", params=params)]
    return []


@dataclass(frozen=True, slots=True)
class _Run:
    """The longest run of words that a sentence shares with a source."""

    length: int
    is_whole: bool
    text: str
    passage: Passage


def _beside(run: _Run, work: Work) -> int:
    """Return how many words of the same paragraph the sentences beside this one are made of."""
    found = [_copied(other, work) for other in work.around.beside]
    return sum(each.length for each in found if each and each.is_whole and each.passage is run.passage)


def may_be_copied(said: tuple[str, ...], ground: Ground) -> bool:
    """Tell whether some words, in lower case, hold so many of a source in a row that a look is worth it."""
    return ground.has_run(said, _WORTH_A_LOOK)


def _copied(text: str, work: Work) -> _Run | None:
    said = words_of(text)
    if not may_be_copied(tuple([word.low for word in said]), work.ground):
        return None
    quoted = quotations(text)
    own = sum(not any(a <= word.start < b for a, b in quoted) for word in said)
    length, run, passage = quoting.longest_copied(text, work.ground.passages.values(), quoted)
    return _Run(length, length == own, " ".join(run.split()), passage) if passage and length else None
