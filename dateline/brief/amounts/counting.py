"""The figures of a sentence: borne out by a cited paragraph, reckoned, standing elsewhere, or unsupported."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dateline.brief.amounts import calculations, durations, figures, lengths, remainders, scope
from dateline.brief.amounts.hedging import bounds_of, is_point
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.wording import has_phrase, ideas, words
from dateline.brief.layout.work import Work
from dateline.findings import Finding, Place
from dateline.lexicon import load

_LEAVE = re.compile(r"\bleaves?\b", re.IGNORECASE)
_LATE = re.compile(r"\s+(?:too\s+)?(?:late|overdue|behind)\b", re.IGNORECASE)
_SINCE = re.compile(r"\s+(?:after|since)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:later than|late|overdue|behind (?:schedule|time|plan))\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|these|those|both|their|its)\s+$", re.IGNORECASE)
_AGAIN = re.compile(r"\band (?:then )?again (?:in|on|at|during|this|last) ")
_TOLD = 6  # words ahead of it in which stands what happened again
_TWO, _FINISHED = 2, "/finish"
_BEHIND = 24  # so near behind "leaves" stands the figure of what is left
_THAN = re.compile(r"\b(?:less|more|fewer)\s+than\b", re.IGNORECASE)


def check_figures(work: Work) -> None:
    """Compare every figure; what no cited paragraph has may be reckoned, stand elsewhere, or be
    unsupported."""
    facts, ground = work.facts, work.ground
    sourced: list[Counted] = []
    unknown: list[Counted] = []
    matched = []
    for mine in facts.figures:
        if any(a <= mine.figure.start < b for a, b in facts.quotations):
            continue
        pairs = figures.pairs_in(mine, facts, work.cited, ground)
        found, best = figures.judge(mine, pairs, facts)
        if best is not None and figures.shares_numeral(mine.figure, best.counted.figure):
            matched.append((mine.figure.start, best))
        faulty = best is None or (found and found[0].verdict == "wrong")
        if faulty or mine.result or _is_reckoned(mine, best, facts):
            if durations.is_needed(mine.figure, facts.text) or not durations.is_time_between(
                mine.figure, ground
            ):
                unknown.append(mine)
            continue
        sourced.append(mine)
        work.findings += found
        work.rest_on(best.passage, best.counted.figure.start, best.counted.figure.end)
    unknown = [mine for mine in unknown if not (_is_small(mine) and _is_spelt_out(mine, facts))]
    reckoned = calculations.in_sentence(facts, sourced, unknown)
    for mine in unknown:
        here = figures.pairs_in(mine, facts, work.cited, ground)
        kept = not mine.result and any(
            figures.shares_numeral(mine.figure, each.counted.figure) for each in here
        )
        if mine.figure.start in reckoned and (reckoned[mine.figure.start] is None or not kept):
            finding = reckoned[mine.figure.start]
        else:
            finding = _unknown_figure(mine, work, reckoned)
        if finding is not None:
            work.findings.append(finding)
    work.findings += scope.part_lost(facts, matched)


def _is_reckoned(mine: Counted, best: figures.Pair, facts: Facts) -> bool:
    """A figure of a calculation whose numeral no source has: it is a result, though it may follow from
    one."""
    theirs = best.counted.figure
    shared = figures.shares_numeral(mine.figure, theirs)
    if shared or best.bounds != "weaker":
        return False
    own = [mine, *(each for each in facts.figures if _is_given(each, best.passage))]
    return calculations.is_declared(_round(own, facts))


def _is_given(each: Counted, passage: Passage) -> bool:
    """ "Of the more than 1,400 asked, almost half …": a share of the paragraph's own reckons nothing."""
    shares = (c.figure for c in passage.facts.figures if c.figure.unit == "percent")
    return each.figure.unit == "percent" and any(figures.shares_numeral(each.figure, s) for s in shares)


def _round(own: Sequence[Counted], facts: Facts) -> str:
    """The text round some figures, without words that reckon nothing: the "less" of "less than half", the
    "leave" of "ordered them to leave", behind which no figure stands."""
    text = facts.text
    between = [(m, text[m.end() : c.figure.start]) for m in _LEAVE.finditer(text) for c in facts.figures]
    reckons = {m.start() for m, words in between if words and len(words) <= _BEHIND and "," not in words}
    spans = [match.span() for match in _LEAVE.finditer(text) if match.start() not in reckons]
    for start, end in [*((each.figure.start, each.figure.end) for each in own), *spans]:
        text = text[:start] + " " * (end - start) + text[end:]
    return _THAN.sub(" ", text)


def _unknown_figure(mine: Counted, work: Work, reckoned: dict[int, Finding | None]) -> Finding | None:
    """Name what is wrong with a figure that the cited paragraphs do not bear out."""
    facts, ground = work.facts, work.ground
    if finer := lengths.too_precise(mine, facts, work.cited):
        return finer
    elsewhere = figures.pairs_in(
        mine, facts, [p for p in ground.passages.values() if p not in work.cited], ground
    )
    here = figures.pairs_in(mine, facts, work.cited, ground)
    found, best = figures.judge(mine, here, facts)
    told_otherwise = _lists_as_many(mine, work) or _is_spelt_out(mine, facts) or _is_so_often(mine, work)
    otherwise = (_counts_what_happened, _is_so_late, _is_so_long_since, _is_told_again)
    if best is None and any(rule(mine, work) for rule in otherwise):
        return None
    if best is None and _is_once_in_each(mine, work):
        return _asked(mine)
    if best is None and _is_small(mine) and told_otherwise:
        return None
    if (best is None or best.group == figures.OTHER) and _is_definite(mine, facts, work.cited):
        return None
    if best is None and mine.figure.vague and any(_puts_it_so(mine, facts, p.text) for p in work.cited):
        return None
    if remainders.follows(mine, facts, work.cited) or durations.is_age(mine.figure, facts, work.cited):
        return None
    if figures.stands(mine, elsewhere, strictly=True) and not (best and best.group == figures.SAME):
        return Finding("citation-elsewhere", possible=1, params={"given": mine.figure.surface})
    if _is_own_result(mine, facts, here) and not (best and best.bounds in ("fine", "weaker")):
        return reckoned.get(mine.figure.start) or _unshown(mine, calculations.unshown(mine, work.cited))
    if best is not None and found and found[0].verdict != "note":
        return found[0]
    if figures.stands(mine, elsewhere):
        return Finding("citation-elsewhere", possible=1, params={"given": mine.figure.surface})
    if mine.figure.start in reckoned:
        return reckoned[mine.figure.start]
    place = calculations.unshown(mine, work.cited)
    reckoned_here = best is not None and _is_reckoned(mine, best, facts)
    large = mine.figure.unit or (mine.figure.lower or mine.figure.upper or 0) >= 10
    if reckoned_here or (place is not None and large):
        return _unshown(mine, place)
    if found:
        return found[0]
    if _is_small(mine) and any(_has_so_many(mine, passage) for passage in work.cited):
        return None  # "two of the missing" for "two people who had been missing"
    alike = any(each.group == figures.SAME and each.counted.figure.counted for each in here)
    if mine.figure.vague or (_is_small(mine) and not alike):
        return _asked(mine)
    return Finding(
        "unsupported", possible=1, params={"given": mine.figure.surface, "words": mine.figure.surface}
    )


def _asked(mine: Counted) -> Finding:
    given = mine.figure.surface
    return Finding("wording-unknown", "review", params={"words": given, "given": given})


def _puts_it_so(mine: Counted, facts: Facts, text: str) -> bool:
    """ "Several years" in the paragraph's own words; "most" follows where it has "all but two" or "largely",
    "within a few days" where it has "within days"."""
    surface, noun = mine.figure.surface.lower(), words(mine.figure.counted)[-1:]
    # "Most of the job is done" for "largely complete"
    task = bool(noun) and (noun[0].low in load("wholes")["tasks"] or _FINISHED in facts.every_idea)
    most = surface.startswith("most") and has_phrase(text, load("wholes")["for_most" if task else "all_but"])
    length = surface.split()[-1]
    soon = ("few" in surface or "matter" in surface) and "several" not in surface and length.endswith("s")
    soon = soon and has_phrase(text, [f"within {length}", f"in {length}", f"matter of {length}"])
    return bool(has_phrase(text, [mine.figure.surface.removesuffix(" of")]) or most or soon)


def _has_so_many(mine: Counted, passage: Passage) -> bool:
    """Tell whether a paragraph has a small number right before the noun, or a word of its meaning."""
    noun = words(mine.figure.counted)[-1:]
    told = passage.facts.words
    for at, word in enumerate(told):
        if noun and word.low == mine.figure.surface.lower():
            near = frozenset().union(*passage.facts.wide[at + 1 : at + 7])
            humans = load("nouns")["humans"]
            if ideas(noun[0].stem, True) & near or (
                noun[0].low in humans and any(w.low in humans for w in told[at + 1 : at + 2])
            ):
                return True  # "three men" for "three people"
    return False


def _unshown(mine: Counted, place: Place | None) -> Finding:
    return Finding("calculation-unshown", possible=1, params={"given": mine.figure.surface}, place=place)


def _is_own_result(mine: Counted, facts: Facts, here: Sequence[figures.Pair]) -> bool:
    """Tell a result of the writer's from one that a paragraph gives: "a rise of 3 %" of the same pay."""
    bare = mine.figure.unit == "percent"  # "by 9 per cent": of what, no noun says
    given = [
        each for each in here if each.group == figures.SAME or (bare and not each.counted.figure.counted)
    ]
    return _is_presented_as_result(mine, facts) and not any(
        _is_presented_as_result(each.counted, each.passage.facts) for each in given
    )


def _is_presented_as_result(mine: Counted, facts: Facts) -> bool:
    """ "Fell by 300", "a loss of 300", "300 troops fewer": only reckoning gives such a figure."""
    before = facts.text[: mine.figure.start].rstrip()[-24:]
    behind = " ".join(facts.text[mine.figure.end :].split()[:4])
    phrases = load("estimative")["result"]
    leads = has_phrase(before, phrases["before"])
    return bool(leads and leads.end() == len(before)) or bool(has_phrase(behind, phrases["behind"]))


def _is_small(mine: Counted) -> bool:
    """ "one outpost", "two phone calls": often a way of speaking, so a person looks at it."""
    return not mine.figure.unit and mine.figure.surface.isalpha() and (mine.figure.upper or 99) <= 4


def _is_definite(mine: Counted, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "Between the two countries", of which no paragraph counts any: it is taken as known, not claimed."""
    noun = words(mine.figure.counted)
    two = mine.figure.lower == mine.figure.upper == _TWO
    told = {counted.noun.stem for p in cited for counted in p.facts.figures if counted.noun is not None}
    if not two or (noun and noun[-1].stem in told):
        return False
    of_some = facts.text[mine.figure.end :].startswith(" of ")
    return len(noun) == 1 and not of_some and bool(_THE.search(facts.text, 0, mine.figure.start))


def _is_spelt_out(mine: Counted, facts: Facts) -> bool:
    """ "Two purposes: to keep it down and to press Iran": the sentence itself names as many."""
    match = re.match(r"[\w\s-]{2,70}:\s+(?P<list>[^.;]+)", facts.text[mine.figure.end :])
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", match["list"]) if match else []
    return mine.figure.lower is not None and 2 <= mine.figure.lower <= len(parts)


def _is_so_often(mine: Counted, work: Work) -> bool:
    """ "Two threats", where the paragraph has "was threatened twice"."""
    often = {1: ["once"], 2: ["twice", "two times"], 3: ["three times"], 4: ["four times"]}
    told = often.get(mine.figure.lower or 0, []) if is_point(mine.figure) else []
    return any(has_phrase(passage.text, told) for passage in work.cited if told)


def _counts_what_happened(mine: Counted, work: Work) -> bool:
    """ "Twice it had the chance", where the paragraph has "two chances"; "four spills", where it has "has
    spilled on four occasions"."""
    for passage in work.cited:
        for theirs in passage.facts.figures:
            units = mine.figure.unit, theirs.figure.unit
            counted, told = (theirs, work.facts) if units[0] == "times" else (mine, passage.facts)
            noun = words(counted.figure.counted)[-1:]
            of_it = bool(noun) and not ideas(noun[0].stem).isdisjoint(told.every_idea)
            alike = bounds_of(replace(mine.figure, unit=""), replace(theirs.figure, unit=""))
            if set(units) == {"", "times"} and of_it and alike in ("fine", "weaker"):
                return True
    return False


def _is_told_again(mine: Counted, work: Work) -> bool:
    """ "Was twice put off" for "was put off in 2020 and again in the spring"."""
    if mine.figure.unit != "times" or not mine.figure.lower == mine.figure.upper == _TWO:
        return False
    near = [
        at
        for at, w in enumerate(work.facts.words)
        if abs(w.start - mine.figure.start) < _BEHIND and not w.light
    ]
    for passage in work.cited:
        for match in _AGAIN.finditer(passage.text):
            there = passage.facts.starts
            ahead = bisect_left(there, match.start())
            told = frozenset().union(*passage.facts.wide[max(0, ahead - _TOLD) : ahead])
            if any(not told.isdisjoint(work.facts.wide[at]) for at in near):
                return True
    return False


def _is_once_in_each(mine: Counted, work: Work) -> bool:
    """ "Has offered reassurance twice", where two paragraphs are cited, for each time one."""
    return mine.figure.unit == "times" and 1 < len(work.cited) == mine.figure.lower == mine.figure.upper


def _is_so_late(mine: Counted, work: Work) -> bool:
    """ "Runs eight months late" for "began eight months later than planned"."""
    late = _LATE.match(work.facts.text, mine.figure.end)
    if late is None or not is_point(mine.figure):
        return False
    told = [
        each
        for passage in work.cited
        if _LATER.search(passage.text)
        for each in lengths.lengths(passage.text)
    ]
    return any((each.unit, each.count) == (mine.figure.unit, mine.figure.lower) for each in told)


def _is_so_long_since(mine: Counted, work: Work) -> bool:
    """ "Closed for fourteen years", where the paragraph has "fourteen years after it was shut"."""
    if not is_point(mine.figure) or not work.facts.text[: mine.figure.start].endswith(" for "):
        return False
    ahead = [at for at, word in enumerate(work.facts.words) if word.end <= mine.figure.start][-4:]
    state = frozenset().union(*(work.facts.wide[at] for at in ahead if not work.facts.words[at].light))
    for passage in work.cited:
        for each in lengths.lengths(passage.text):
            since = (each.unit, each.count) == (mine.figure.unit, mine.figure.lower)
            if since and _SINCE.match(passage.text, each.end):
                near = [n for n, word in enumerate(passage.facts.words) if word.start >= each.end][:6]
                if any(not state.isdisjoint(passage.facts.wide[n]) for n in near):
                    return True
    return False


def _lists_as_many(mine: Counted, work: Work) -> bool:
    """ "Four parties", where a sentence of the paragraph names four."""
    for passage in work.cited:
        for start, end in passage.sentences:
            named = {(m.id, m.person) for m in passage.facts.names if start <= m.start < end}
            if any(sum(person == kind for _, person in named) == mine.figure.lower for kind in (True, False)):
                return True
    return False


def figures_on_page(work: Work) -> list[Finding]:
    """Figures of a sentence without citations may come from paragraphs that the page cites elsewhere."""
    known = [
        c
        for c in work.facts.figures
        if figures.stands(c, figures.pairs_in(c, work.facts, work.around.cited_on_page, work.ground))
    ]
    unknown = [c for c in work.facts.figures if c not in known]
    reckoned = calculations.in_sentence(work.facts, known, unknown)
    found = [reckoned.get(c.figure.start, Finding("uncited", possible=1)) for c in unknown]
    return [finding for finding in found if finding is not None]
