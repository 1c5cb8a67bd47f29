"""Sentences that set figures, dates and statements of the reports side by side: change, conflict, scope."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache

from dateline.brief.amounts import figures
from dateline.brief.amounts.operands import case_nouns, is_label, source_of
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.wording import has_phrase, is_light, pattern_of, phrases_in
from dateline.brief.layout.work import Work
from dateline.brief.people import speakers
from dateline.dates import bounds, is_edtf
from dateline.findings import Finding
from dateline.lexicon import joined, load
from dateline.marks import fold
from dateline.quantities import relation

KINDS = ("change", "fall", "rise", "same", "conflict", "agree", "scope", "identical", "comparable")
_TURNED = re.compile(
    r"\b(?:not|no|never|nowhere|neither|nor|hardly|without|n't)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE
)
# "More were there in 2019 than in 2018": which way depends on which date stands first.
_THAN = Cued(
    r"\b(?P<way>more|fewer|less|larger|smaller|higher|lower|bigger)\b(?!\s+than\b).{0,90}?\bthan\b(?!\s+\d)",
    cues="than",
    flags=re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of comparing in a sentence: its kind, and whether a negation stands before it."""

    kind: str
    start: int
    end: int
    negated: bool


def label_end(text: str) -> int:
    """Return where the sentence behind a label such as "Conflict: …" begins, 0 without one.

    >>> label_end("Conflict: he spoke of home."), label_end("He said: come home.")
    (10, 0)
    """
    match = _labels().match(fold(text)) if ":" in text else None
    return match.end() if match else 0


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\W*{pattern_of(tuple(load('comparison')['labels'])).pattern}\W*:\s+", re.IGNORECASE)


@once
def cues(facts: Facts) -> list[Cue]:
    """Return the words of comparing in a sentence, the longest where several overlap, none of a quotation.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("tolvane-dam"))
    >>> facts = facts_of("The reports do not contradict each other.", names, "2017")
    >>> [(cue.kind, cue.negated) for cue in cues(facts)]
    [('agree', False)]
    """
    text = fold(facts.text)
    than = _THAN.search(text)
    if not than and not has_phrase(facts.text, joined("comparison", *KINDS)):
        return []
    found: list[Cue] = []
    for kind in KINDS:
        for match in phrases_in(facts.text, load("comparison")[kind]):
            quoted = any(a <= match.start() < b for a, b in facts.quotations)
            if not (quoted or _is_named(match) or _falls_on(match, facts) or _is_how_often(match, facts)):
                turned = bool(_TURNED.search(text[max(0, match.start() - 40) : match.start()]))
                found.append(Cue(kind, match.start(), match.end(), turned))
    if than:
        found = [cue for cue in found if cue.kind not in ("fall", "rise")]
        found.append(Cue(_way(than, facts), than.start(), than.end(), False))
    longest = sorted(found, key=lambda cue: (cue.start - cue.end, KINDS.index(cue.kind)))
    kept: list[Cue] = []
    for cue in longest:
        if not any(cue.start < other.end and other.start < cue.end for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.start)


def _is_named(match: re.Match[str]) -> bool:
    """ "When Tally asked them": a name inside a sentence, and no word of comparing."""
    return match[0][0].isupper() and match.string[: match.start()].rstrip()[-1:].isalpha()


def _falls_on(match: re.Match[str], facts: Facts) -> bool:
    """ "The move falls in December 2018", "declined to comment": no fall of a number."""
    if match[0].lower() in ("declined", "declines", "decline") and re.match(
        r"\s+to\s+\D", facts.text[match.end() :]
    ):
        return True
    lead = re.match(r"\s+(?:in|on|within|into|under|to|short)\s+", facts.text[match.end() :])
    stem = match[0].lower() in ("falls", "fall", "fell")
    return (
        bool(lead)
        and stem
        and any(d.start <= match.end() + lead.end() + 4 and d.end > match.end() for d in facts.dates)
    )


def _is_how_often(match: re.Match[str], facts: Facts) -> bool:
    """ "It has spilled twice": so often it happened; "they are counted twice" compares two counts."""
    counting = any(word.stem in ("count", "include", "add") for word in facts.words)
    return match[0].lower() == "twice" and not counting


def _way(than: re.Match[str], facts: Facts) -> str:
    """Which way a number moved, when a sentence says that it was more or less at one time than at another."""
    more = than["way"].lower() in ("more", "larger", "higher", "bigger")
    times = [mention for mention in facts.dates if is_edtf(mention.edtf) and mention.kind != "duration"]
    ahead = [first for each in times if (first := bounds(each.edtf)[0]) and each.start < than.end()]
    behind = [first for each in times if (first := bounds(each.edtf)[0]) and each.start >= than.end()]
    if ahead and behind and ahead[-1] < behind[0]:
        more = not more
    return "rise" if more else "fall"


def is_comparison(work: Work) -> bool:
    """Tell whether a sentence compares what the cited paragraphs say, rather than stating something new.

    Numbers change, rise, fall; numbers, reports or statements conflict or agree; groups are other groups.
    What somebody says in a sentence of its own is that speaker's.
    """
    facts = work.facts
    found = cues(facts)
    kinds = {cue.kind for cue in found}
    if not kinds or not work.cited or _is_told(work):
        return False
    labels = [counted for counted in facts.figures if is_label(counted, facts)]
    stated = [c for c in facts.figures if c not in labels and not c.figure.vague]
    moves = kinds & _MOVES and not stated and _may_compare(work, kinds & _MOVES)
    if moves and _subject(found[0], facts, "numbers", nouns=case_nouns(work.ground)):
        return True
    weighed = [cue for cue in found if cue.kind in ("conflict", "agree", "comparable")]
    if any(_subject(cue, facts, "numbers", "reports", "statements") for cue in weighed):
        return True
    if weighed and (labels or len(stated) >= 2):
        return True
    if kinds & {"scope", "identical"}:
        numbers = _subject(found[0], facts, "numbers", "reports", nouns=case_nouns(work.ground))
        return bool(numbers or labels or stated)
    return bool(_THIS.match(facts.text) and kinds & {"change", "agree", "conflict"} and _series(work))


_MOVES = {"change", "fall", "rise", "same"}
_SAYING = frozenset(("say", "tell", "add", "warn", "claim", "argue", "insist"))


def _may_compare(work: Work, kinds: Collection[str]) -> bool:
    """Tell whether two times or two paragraphs are there to compare, and none of them tells of the change."""
    if len({passage.issued for passage in work.cited}) > 1 or _series(work):
        return True
    told = joined("comparison", *kinds)
    return len(work.cited) > 1 and not any(has_phrase(passage.text, told) for passage in work.cited)


_THIS = re.compile(r"\W*(?:this|that|it|these|both|here)\b", re.IGNORECASE)


def _subject(cue: Cue, facts: Facts, *lists: str, nouns: Collection[str] = ()) -> bool:
    """Whether numbers, reports or statements are what changes or conflicts: named before the cue, or behind
    it when nothing stands before ("There is no conflict between the numbers")."""
    wanted = _listed(*lists).union(nouns)
    ahead = [word for word in facts.words if word.start < cue.start]
    if not any(not is_light(word) or word.low in wanted for word in ahead):
        ahead = list(facts.words)
    behind = [word for word in facts.words if word.start >= cue.end]
    ahead += [word for before, word in itertools.pairwise(behind) if before.low == "as"]  # "as destinations"
    return any(word.low in wanted or word.stem in wanted for word in ahead)


@cache
def _listed(*lists: str) -> frozenset[str]:
    return frozenset(joined("comparison", *lists))


def _is_told(work: Work) -> bool:
    """Whether somebody of the case says it: then it is no comparison of the writer's."""
    if _SAYING.isdisjoint([word.stem for word in work.facts.words]):
        return False
    said = speakers.voices(work.facts, work.ground.names, work.around.before)
    return any(voice.id not in ("", speakers.OUTLET) for voice in said)


def judge(work: Work) -> None:
    """Judge a comparison: its figures are in the cited paragraphs, and the relation holds between them."""
    _figures(work)
    if any(finding.verdict == "wrong" for finding in work.findings):
        return
    for cue in cues(work.facts):
        found = _relation(cue, work)
        if found:
            work.findings += found
            return


def _figures(work: Work) -> None:
    facts = work.facts
    for mine in facts.figures:
        if any(a <= mine.figure.start < b for a, b in facts.quotations) or mine.figure.unit in _TIME:
            continue
        pair, found = source_of(mine, work)
        unknown = [] if pair or mine.figure.vague else [_fault("unsupported", mine.figure.surface)]
        work.findings += found or unknown
        if pair is not None:
            work.rest_on(pair.passage, pair.counted.figure.start, pair.counted.figure.end)


_TIME = ("day", "week", "fortnight", "month", "year", "times")
_RATES = frozenset((*_TIME, "percent"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A figure of a cited paragraph with the date of its report."""

    issued: str
    counted: Counted
    passage: Passage


def _series(work: Work) -> list[tuple[_Dated, _Dated]]:
    """Pairs of stocks of one population from two reports, the earlier first; in one report, of two dates."""
    found = [
        _Dated(passage.issued, counted, passage)
        for passage in work.cited
        for counted in passage.facts.figures
        if counted.flow != "flow" and not counted.figure.vague and counted.figure.unit not in _RATES
    ]
    if len({passage.issued for passage in work.cited}) == 1:
        found = list(filter(None, map(_redated, found)))
    else:
        found = [each for each in found if not each.counted.figure.unit]
    pairs = itertools.combinations(sorted(found, key=lambda each: each.issued), 2)
    return [(a, b) for a, b in pairs if a.issued != b.issued and _of_one_group(a, b, work)]


def _redated(each: _Dated) -> _Dated | None:
    """A figure with the date that stands behind it: "4,700 in 2022, against 13,200 the year before"."""
    facts, figure = each.passage.facts, each.counted.figure
    end = next(end for _, end in each.passage.sentences if figure.start < end)
    end = min([end, *(c.figure.start for c in facts.figures if c.figure.start > figure.start)])
    behind = [d.edtf for d in facts.dates if figure.end <= d.start < end and is_edtf(d.edtf)]
    closed = [edtf for edtf in behind if None not in bounds(edtf)]
    return replace(each, issued=closed[0]) if closed else None


def _of_one_group(one: _Dated, other: _Dated, work: Work) -> bool:
    a, b = one.counted.population, other.counted.population
    units = {one.counted.figure.unit, other.counted.figure.unit}
    if (a and b) or len(units) > 1:
        return a == b and len(units) == 1
    named = one.counted.figure.counted or units != {""} or one.passage is other.passage
    return bool(named) and one.counted.figure.counted == other.counted.figure.counted


def _direction(earlier: _Dated, later: _Dated) -> str:
    """How a number moved: "fall", "rise", or "" where the bounds leave it open or equal."""
    a, b = earlier.counted.figure, later.counted.figure
    if relation(a, b) != "contradicts":
        return ""
    first, last = (figure.lower if figure.lower is not None else figure.upper for figure in (a, b))
    return "fall" if last < first else "rise"


def _relation(cue: Cue, work: Work) -> list[Finding]:
    """What is wrong with one word of comparing, by the figures of the cited paragraphs."""
    if cue.kind in ("change", "fall", "rise", "same"):
        return _moved(cue, work)
    given = work.facts.text
    conflicting = (cue.kind == "conflict" and not cue.negated) or (cue.kind == "agree" and cue.negated)
    if conflicting and _speaks_of_numbers(work):
        if _series(work):
            return [_fault("change-as-contradiction", given)]
        return [_fault("not-comparable-compared", given)] if _unlike(work) else []
    if cue.kind == "agree" and not cue.negated and _claims_one_number(work):
        return [_fault("calculation-wrong", given)]
    if cue.kind == "identical" and not cue.negated and _unlike(work):
        return [
            _fault("same-numeral-same-thing" if _same_numeral(work) else "not-comparable-compared", given)
        ]
    if cue.kind == "comparable" and not cue.negated and _unlike(work) and not _series(work):
        return [_fault("not-comparable-compared", given)]
    return _parts(cue, work) if cue.kind == "scope" else []


def _moved(cue: Cue, work: Work) -> list[Finding]:
    """A number said to change, fall, rise or stay: recomputed from the two reports."""
    series = _series(work)
    if not series:
        counted = [c for p in work.cited for c in p.facts.figures if not c.figure.vague]
        if len(counted) >= 2:
            return [_fault("not-comparable-compared", work.facts.text)]
        return [_fault("unsupported", work.facts.text[cue.start : cue.end])]
    moves = {_direction(a, b) for a, b in series}
    for pair in series:
        for each in pair:
            work.rest_on(each.passage, each.counted.figure.start, each.counted.figure.end)
    stays = (cue.kind == "same") != cue.negated
    if cue.kind in ("same", "change"):
        stays = stays if cue.kind == "same" else cue.negated
        return [_fault("calculation-wrong", work.facts.text)] if stays and "" not in moves else []
    right = cue.kind in moves
    return [] if right != cue.negated else [_fault("calculation-wrong", work.facts.text[cue.start : cue.end])]


def _speaks_of_numbers(work: Work) -> bool:
    """Whether a conflict is said to be one of numbers: no statement and no person is spoken of."""
    words = {word.low for word in work.facts.words}
    lists = load("comparison")
    if words & set(lists["numbers"]) or work.facts.figures:
        return True
    people = any(mention.person for mention in work.facts.names)
    return bool(words & set(lists["reports"])) and not words & set(lists["statements"]) and not people


def _claims_one_number(work: Work) -> bool:
    """ "The reports agree on the number", where it is another in each."""
    text = work.facts.text
    if not has_phrase(text, ["agree", "match", "matches", "tally", "the same"]):
        return False
    return any(_direction(a, b) for a, b in _series(work)) and not has_phrase(text, ["not", "no", "nowhere"])


def _cited_figures(work: Work) -> list[Counted]:
    return [c for p in work.cited for c in p.facts.figures if not c.figure.vague and not c.figure.not_a_count]


def _unlike(work: Work) -> bool:
    """Whether the cited paragraphs count different groups, or a stock and a flow."""
    kinds = {(c.population, c.figure.unit) for c in _cited_figures(work) if c.population}
    return len(kinds) >= 2


def _same_numeral(work: Work) -> bool:
    pairs = itertools.combinations(_cited_figures(work), 2)
    return any(figures.shares_numeral(a.figure, b.figure) and a.population != b.population for a, b in pairs)


def _parts(cue: Cue, work: Work) -> list[Finding]:
    """ "A is part of B": not when the case has it the other way round."""
    if not re.search(r"part of|subset of|included in", work.facts.text[cue.start : cue.end], re.IGNORECASE):
        return []
    names, all_words = work.ground.names, list(work.facts.words)
    first, *_ = all_words
    ahead = names.named([w for w in all_words if w.end <= cue.start], first.start, first.end)
    behind = names.named(all_words, cue.end, cue.end + 1)
    if ahead and behind and names.is_part(behind, ahead) and not cue.negated:
        return [_fault("scope-widened", work.facts.text)]
    return []


def _fault(key: str, given: str) -> Finding:
    said = " ".join(given.split()).rstrip(" .")
    return Finding(key, possible=1, params={"given": said, "words": said, "counted": "", "text": ""})


def blanks(facts: Facts) -> Iterable[tuple[int, int]]:
    """The places of a sentence's words of comparing, which claim nothing of the world by themselves."""
    return ((cue.start, cue.end) for cue in cues(facts))


def light(facts: Facts) -> Iterable[tuple[int, int]]:
    """The places of words that one uses to compare: "the first", "statement", "each other"."""
    return (match.span() for match in phrases_in(facts.text, load("comparison")["plain"]))


@cache
def _told() -> re.Pattern[str]:
    statements = pattern_of(load("comparison")["statements"]).pattern
    return re.compile(rf"{statements}\s+((?:to |about |of )?\w+(?: (?:home|back|out|away))?)", re.IGNORECASE)


def told(facts: Facts) -> Iterable[tuple[int, int]]:
    """The places of what a plan, a promise or a wish does: "the plan sent them", "a promise to bring"."""
    if not has_phrase(facts.text, load("comparison")["statements"]):
        return
    for match in _told().finditer(fold(facts.text)):
        yield match.span(1)
        clause = re.match(r"[^,;]{0,40}?\b(?:home|back|out|away)\b", fold(facts.text)[match.end() :])
        if clause:
            yield match.end(), match.end() + clause.end()
