"""The rule for a sentence that reckons: figures cited, results recomputed, the rest still checked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from dateline.brief.amounts import brackets, durations, figures, workings
from dateline.brief.amounts.calculations import Operand, reckon, unshown
from dateline.brief.amounts.expressions import expressions
from dateline.brief.amounts.hedging import is_point
from dateline.brief.amounts.operands import has_noun, source_of
from dateline.brief.amounts.scaling import WHOLE
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Ground
from dateline.brief.language.wording import has_phrase, ideas, pattern_of, phrases_in, words
from dateline.brief.layout.work import Work
from dateline.brief.sentences import claims
from dateline.findings import Finding
from dateline.lexicon import load
from dateline.marks import fold
from dateline.quantities import Quantity

_TIME = ("day", "week", "fortnight", "month", "year")
_NEAR = 14  # letters before a figure in which its verb stands


def judge(work: Work) -> None:
    """Judge the figures and spans of time of a calculation, and what else its sentence claims."""
    ground = work.ground
    shown = brackets.settled(work, lambda a, b: _alike(a, b, ground))
    operands, results = _sorted(work, shown)
    made = [Operand.of(counted) for counted in _shown_results(work, shown)]
    judged = reckon(work.facts, [*operands, *made], results, lambda a, b: _alike(a, b, ground))
    for counted in results:
        found = judged.get(counted.figure.start)
        if found is None or (found and _stands_elsewhere(counted, work)):
            found = _unreached(counted, work)
        work.findings += found
        work.findings += _of_others(counted, operands, work) or _exact(counted, operands)
    work.findings += [
        finding for counted in _shown_results(work, shown) for finding in _of_others(counted, operands, work)
    ]
    work.findings += _flow_as_stock(work.facts, operands)
    if not shown:  # "in a week" is what it was multiplied by
        work.findings += _spans(work)
    found = claims.judge(work, blanks(work.facts))
    work.findings += [each for each in found if not (each.key == "negation-added" and _is_rest(work))]


def _is_rest(work: Work) -> bool:
    """ "More than 150 of the 210 had found no work: 210 less 60", "which leaves 150 who had found none": the
    rest of those who had."""
    text, rest = work.facts.text, load("reckoning")["operations"]["remainder"]
    shown = [work.line.text[a:b] for a, b in workings.find(work.line.text)]
    return any("-" in each.signs for part in (text, *shown) for each in expressions(part)) or any(
        has_phrase(text[max(0, c.figure.start - _NEAR) : c.figure.start], rest) for c in work.facts.figures
    )


def _shown_results(work: Work, shown: Mapping[int, Operand | None]) -> list[Counted]:
    """The results of a working that stand outside it, in the sentence."""
    inside = [figure for each in expressions(work.facts.text) for figure in each.operands]
    return [
        counted
        for counted in work.facts.figures
        if shown.get(counted.figure.start, counted) is None
        and not any(figure.start <= counted.figure.start < figure.end for figure in inside)
    ]


def _sorted(work: Work, shown: Mapping[int, Operand | None]) -> tuple[list[Operand], list[Counted]]:
    """Tell what a sentence reckons with (figures of the cited paragraphs) from what it says comes of it.

    A figure with a numeral of the paragraph but another hedge is a result if the others make it; those in
    `shown` are borne out by a working.
    """
    operands = [operand for operand in shown.values() if operand]
    doubtful: list[tuple[Counted, figures.Pair, list[Finding]]] = []
    results: list[Counted] = []
    stated = [c for c in work.facts.figures if not _quoted(c, work.facts) and c.figure.unit not in _TIME]
    stated = [c for c in stated if c.figure.start not in shown and not _is_the_whole(c, work.facts)]
    factors = {figure.lower for each in expressions(work.facts.text) for figure in each.operands}
    stated = [c for c in stated if not _is_factor(c, factors if shown else ())]
    for mine in stated:
        pair, fault = source_of(mine, work)
        is_last = len(operands) >= 2 and _follows_result(mine.figure, work.facts.text)
        if pair is None or is_last:
            results.append(mine)
        elif fault:
            doubtful.append((mine, pair, fault))
        else:
            operands.append(_rest_on(mine, pair, work))
    for mine, pair, fault in doubtful:
        made = reckon(work.facts, operands, [mine], lambda a, b: _alike(a, b, work.ground))
        if made.get(mine.figure.start) == []:
            results.append(mine)
        else:
            work.findings += fault
            operands.append(_rest_on(mine, pair, work))
    return sorted(operands, key=lambda each: each.start), results


def _is_the_whole(counted: Counted, facts: Facts) -> bool:
    """ "100 % less the 2 % that they hold": of the whole nothing is claimed."""
    behind = facts.text[counted.figure.end :].lstrip().lower()
    return bool(WHOLE.fullmatch(counted.figure.surface)) and behind.startswith(("less", "minus"))


def _is_factor(counted: Counted, factors: Collection[float | None]) -> bool:
    """ "Multiplied by seven", where the working "(7 × about 3,000)" shows it."""
    bare = not (counted.figure.unit or counted.figure.counted or counted.figure.hedge)
    return bare and counted.figure.lower == counted.figure.upper and counted.figure.lower in factors


def _rest_on(mine: Counted, pair: figures.Pair, work: Work) -> Operand:
    work.rest_on(pair.passage, pair.counted.figure.start, pair.counted.figure.end)
    return Operand.of(mine, pair.counted)


def _quoted(counted: Counted, facts: Facts) -> bool:
    return any(a <= counted.figure.start < b for a, b in facts.quotations)


# These stand before operands as often as before results.
_WEAK = (
    "is",
    "are",
    "was",
    "were",
    "be",
    "or",
    "namely",
    "that is",
    "left",
    "remain",
    "remained",
    "mean",
    "means",
    "lost",
)


@cache
def _result() -> re.Pattern[str]:
    strong = [cue for cue in load("reckoning")["result"] if cue not in _WEAK]
    return re.compile(
        rf"{pattern_of(tuple(strong)).pattern}\s*(?:only|just|still|some|then)?\s*$", re.IGNORECASE
    )


def _follows_result(figure: Quantity, text: str) -> bool:
    return bool(_result().search(fold(text[: figure.start])))


def _alike(one: Operand, other: Operand, ground: Ground) -> bool:
    """Whether two figures may be set off against each other: of one whole, as far as the case knows."""
    if not one.population or not other.population or not _is_keyed(one, other, ground):
        return True
    return ground.names.root(one.population) == ground.names.root(other.population)


def _is_keyed(one: Operand | Counted, other: Operand, ground: Ground) -> bool:
    """Whether the case's key tells for both figures what they count; of others it is only guessed."""
    keyed = {row.population for row in ground.case.key.rows("figures")}
    return {one.population, other.population} <= keyed


def _unreached(counted: Counted, work: Work) -> list[Finding]:
    """A figure that is in no cited paragraph and that nothing in the sentence makes."""
    if counted.figure.vague or _is_definite(counted, work.facts):
        return []
    given = {"given": counted.figure.surface, "words": counted.figure.surface}
    if place := unshown(counted, work.cited):
        return [Finding("calculation-unshown", possible=1, params=given, place=place)]
    if _stands_elsewhere(counted, work):
        return [Finding("citation-elsewhere", possible=1, params=given)]
    params = {**given, "counted": counted.figure.counted}
    return [
        Finding("calculation-wrong", possible=1, params=params),
        Finding("unsupported", possible=1, params=given),
    ]


def _is_definite(counted: Counted, facts: Facts) -> bool:
    """ "The two grounds", "both counts": they are pointed at, and not counted."""
    ahead = facts.text[: counted.figure.start].rstrip().lower()
    few = not counted.figure.unit and counted.figure.surface.isalpha() and (counted.figure.upper or 9) <= 3
    return few and (counted.figure.surface.lower() == "both" or ahead.endswith((" the", " these", " those")))


def _stands_elsewhere(counted: Counted, work: Work) -> bool:
    """Whether a figure that is given as no result is one of a paragraph that is not cited."""
    if _follows_result(counted.figure, work.facts.text):
        return False
    elsewhere = [p for p in work.ground.passages.values() if p not in work.cited]
    pairs = figures.pairs_in(counted, work.facts, elsewhere, work.ground)
    return figures.stands(counted, pairs) is not None


def _of_others(result: Counted, operands: Sequence[Operand], work: Work) -> list[Finding]:
    """A result that counts other people or things than the figures it was made of."""
    ground = work.ground
    roots = {ground.names.root(each.population) for each in operands if each.population}
    if not has_noun(result, ground):
        return []
    keyed = bool(roots and result.population) and all(_is_keyed(result, each, ground) for each in operands)
    other = (
        ground.names.root(result.population) not in roots
        if keyed
        else _is_named_apart(result, operands, work)
    )
    if not other:
        return []
    params = {"given": f"{result.figure.surface} {result.figure.counted}", "counted": result.figure.counted}
    return [
        Finding("population-swapped", possible=1, params=params),
        Finding("calculation-wrong", possible=1, params=params),
    ]


def _is_named_apart(result: Counted, operands: Sequence[Operand], work: Work) -> bool:
    """Whether the reports count by a result's noun others than those whom the sentence reckons with."""
    noun = words(result.figure.counted)[-1:]
    told = [words(each.figure.counted)[-1] for each in operands if each.figure.counted]
    if not noun or not told:
        return False
    mine = ideas(noun[0].stem, True)
    if noun[0].stem in load("nouns")["anybody"] or any(mine & ideas(word.stem, True) for word in told):
        return False
    every = (c.figure for passage in work.ground.passages.values() for c in passage.facts.figures)
    counted = [figure.counted for figure in every if figure.counted and not figure.unit]
    return any(mine & ideas(words(other)[-1].stem, True) for other in counted)


def _exact(result: Counted, operands: Sequence[Operand]) -> list[Finding]:
    """ "Exactly 1,000 to 1,050 leave", made of a number that is only about so high."""
    loose = any(each.figure.approximate or not is_point(each.figure) for each in operands)
    if not loose or result.figure.hedge not in ("exactly", "precisely"):
        return []
    params = {"given": result.figure.surface, "counted": result.figure.counted}
    return [Finding("calculation-wrong", possible=1, params=params)]


_CHANGE = re.compile(r"\bfrom\s+(?:the\s+|a\s+|some\s+)?$", re.IGNORECASE)


def _flow_as_stock(facts: Facts, operands: Sequence[Operand]) -> list[Finding]:
    """ "Fell from about 1,000 to more than 700", where the second figure counts those who leave."""
    named = load("reckoning")["operations"]
    changes = has_phrase(facts.text, (*named["fall"], *named["rise"]))
    for one, other in itertools.pairwise(operands):
        joined = re.match(r".{0,60}?\bto\s+(?:only\s+|just\s+|the\s+)?$", facts.text[one.end : other.start])
        if not changes or not joined or not _CHANGE.search(facts.text[: one.start]):
            continue
        params = {"given": facts.text[one.start : other.end]}
        if one.flow != other.flow and "flow" in (one.flow, other.flow):
            return [
                Finding(key, possible=1, params=params) for key in ("stock-for-flow", "calculation-wrong")
            ]
        if _turned(one.figure, other.figure, facts.text, named):
            return [Finding("calculation-wrong", possible=1, params=params)]
    return []


def _turned(one: Quantity, other: Quantity, text: str, named: dict[str, list[str]]) -> bool:
    """A fall told of a number that rose, or a rise of one that fell."""
    first, last = (figure.lower or figure.upper or 0 for figure in (one, other))
    falls, rises = (bool(has_phrase(text, named[name])) for name in ("fall", "rise"))
    return (falls and not rises and first < last) or (rises and not falls and first > last)


def _spans(work: Work) -> list[Finding]:
    """Lengths of time: those of a cited paragraph, between two dates or two reports, or wrong."""
    found = []
    facts, ground = work.facts, work.ground
    told = [*facts.dates, *(date for passage in work.cited for date in passage.facts.dates)]
    dates = [end for mention in told if mention.kind != "duration" for end in mention.edtf.split("/")]
    for mine in facts.figures:
        if mine.figure.unit not in _TIME or _quoted(mine, facts):
            continue
        pairs = figures.pairs_in(mine, facts, work.cited, ground)
        sourced = any(p.bounds in ("fine", "weaker") for p in pairs)
        right = durations.is_between_years(mine.figure, facts)
        if right is None:
            right = durations.spans(mine.figure, dates) or durations.is_time_between(mine.figure, ground)
        if not (sourced or right):
            found.append(Finding("calculation-wrong", possible=1, params={"given": mine.figure.surface}))
    for mention in facts.dates:
        verdict = durations.ends(facts).get(mention.start, "fine")
        if verdict != "fine":
            found.append(Finding("calculation-wrong", possible=1, params={"given": mention.surface}))
        if verdict == "fence-post":
            found.append(Finding("fence-post", possible=1, params={"given": mention.surface}))
    return found


@cache
def _words() -> re.Pattern[str]:
    lists = load("reckoning")
    words = [*lists["declared"], *lists["operators"], *lists["takers"], *lists["plain"], *lists["beside"]]
    named = lists["operations"]
    words += [word for kind, cues in named.items() if kind != "remainder" for word in cues]
    own, sums = ("|".join(re.escape(word) for word in lists[name]) for name in ("reckoners", "reckonings"))
    return re.compile(
        rf"(?:\b(?:by|on|in)\s+)?\b(?:{own})(?:\s+\w+)?\s+(?:{sums})\b|{pattern_of(tuple(words)).pattern}",
        re.IGNORECASE,
    )


def blanks(facts: Facts) -> Iterable[tuple[int, int]]:
    """The places of a sentence's words of reckoning, which claim nothing of the world."""
    text = fold(facts.text)
    ahead = [_result().search(text[: counted.figure.start]) for counted in facts.figures]
    yield from (match.span() for match in ahead if match)
    yield from (match.span() for match in _words().finditer(text))
    if durations.ends(facts):
        yield from (match.span() for match in phrases_in(text, load("reckoning")["spans"]))
