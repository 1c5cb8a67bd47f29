"""Find what only looks like a sourced sentence: it states nothing, or in brackets, or takes itself back."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.splitting import quotations
from dateline.brief.language.stems import root, stem
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import Word, has_phrase, is_light, phrases_in, words
from dateline.brief.layout.work import Work, cited
from dateline.brief.sentences.cover import claiming, cover
from dateline.findings import Finding
from dateline.lexicon import WordList, load

# "Either they go or they do not", "they may have gone, or may not".
_OR_NOT = Cued(
    r"\beither\b[^.;]*\bor\b[^.;,]*\bnot\b[^.;,]{0,20}(?=[.;,]|\s*$)"
    r"|(?<!whether )\b(?:may|might|can|could|will|would) (?:[\w'’]+ ){0,5}[\w'’]+,? or "
    r"(?:(?:they|he|she|it) )?(?:may|might|can|could|will|would)(?: (?:also|just|equally|well))? not\b",
    cues=" or ",
    flags=re.IGNORECASE,
)
_WHO_IS = re.compile(
    r"\W*(?:an?|the|any|every|all)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:that|which|who)\s+"
    r"(?:is|are|was|were|stays?|stayed|remains?|remained|has been|have been)\s+(?P<how>\w+)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FEW = 2  # words to look up beside vague ones
_LEAST, _WITH_A_VERB = 6, 9  # so many words make no sentence without one small word between them
_LOCATOR = Cued(
    r"-?@\{?\w[\w:.#$%&+?<>~/-]*\}?"
    r"|(?:\b(?:paragraphs?|paras?|pars?)\b\.?|[¶§]+)\s*\d+(?:\s*(?:,|&|and|to|through|[-–])\s*\d+)*",
    cues="@|par|¶|§",
    flags=re.IGNORECASE,
)


def judge(work: Work) -> list[Finding]:
    """Return what a cited sentence of fact leaves unstated, or states inside the brackets of its citation."""
    if work.line.kind == "row" or not work.line.citations:
        return []
    if states_nothing(work.facts):
        return [Finding("unsupported-list-of-words", possible=1)]
    if _is_vague(work) or _is_always_true(work):
        return [Finding("unsupported-list-of-words", "review")]
    return _in_brackets(work)


def states_nothing(facts: Facts) -> bool:
    """Tell whether words are no statement: none at all, one alone, mere names, or keywords in a row.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [states_nothing(facts_of(text, names, "2019")) for text in ("Esper, Trump.", "Esper spoke.")]
    [True, False]
    """
    if facts.quotations:
        return False
    own = _own(facts)
    said = [word for word in own if not word.light]
    lows = {word.low for word in own}
    short = len(facts.words) < 3 and not any(is_past(word) or word.low in _verbs() for word in facts.words)
    return short or (not said and not _joins(facts, lows)) or _is_row(facts, lows)


def _is_row(facts: Facts, lows: set[str]) -> bool:
    """Many words and no small one among them: keywords, however well they are chosen."""
    if not (lows.isdisjoint(_small()) and lows.isdisjoint(_verbs())):
        return False
    counted = [(c.figure.start, c.figure.end) for c in facts.figures]
    told = [word for word in facts.words if not any(a <= word.start < b for a, b in counted)]
    return len(told) >= (_WITH_A_VERB if any(map(is_past, told)) else _LEAST)


def _own(facts: Facts) -> list[Word]:
    """The words that are no part of a figure or a name."""
    own = list(facts.words)
    for each in (*facts.names, *(counted.figure for counted in facts.figures)):
        own = [word for word in own if not each.start <= word.start < each.end]
    return own


def _joins(facts: Facts, lows: set[str]) -> bool:
    """ "Esper was in Washington", "troops: about 1,000": names, figures and dates that are joined."""
    if facts.figures or facts.dates:
        return bool(lows & (_small() | _verbs()))
    silent = not lows.isdisjoint(("not", "no", "nothing"))  # "the ministry would not comment"
    if facts.names and not lows.isdisjoint(("report", "reports")):  # "both reports name him as the minister"
        return any(word.stem in load("reporting")["verbs"] for word in facts.words)
    return (silent or len(facts.names) > 1) and bool(lows & _verbs())


@cache
def _small() -> frozenset[str]:
    return frozenset(load("integrity")["small"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("integrity")["verbs"])


def _is_vague(work: Work) -> bool:
    """ "Somebody said something about the buildings": true of every report, and hardly a word to look up."""
    facts = work.facts
    if facts.figures or facts.dates or facts.quotations or not has_phrase(facts.text, _vague()):
        return False
    there = any(has_phrase(passage.text, _vague()) for passage in work.cited)
    return not there and len(claiming(facts)) <= _FEW


@cache
def _vague() -> WordList:
    return load("integrity")["vague"]


def _is_always_true(work: Work) -> bool:
    """ "They will go, or they will not", "a bolt that is rusted has rust on it": no paragraph is needed."""
    text = work.facts.text
    if (match := _OR_NOT.search(text)) and not any(_OR_NOT.search(passage.text) for passage in work.cited):
        return not any(a <= match.start() < b for a, b in work.facts.quotations)
    match = _WHO_IS.match(text)
    if match is None:
        return False
    how = root(stem(match["how"].lower()))
    rest = [word for word in words(match["rest"]) if not is_light(word)]
    return bool(rest) and all(root(word.stem) == how for word in rest)


def _in_brackets(work: Work) -> list[Finding]:
    """ "[@S2, para. 5, where 300 are said to have been killed]": a claim that stands in no sentence."""
    written = dict.fromkeys(each.written for each in work.line.citations if not each.problem)
    given = next(filter(None, map(_claimed_in, written)), "")
    return [Finding("claim-in-citation", "review", params={"given": given})] if given else []


@lru_cache(maxsize=512)
def _claimed_in(written: str) -> str:
    """The words of a citation that claim something, "" for none."""
    rest = words(_LOCATOR.sub(" ", written))
    told = [word for word in rest if not is_light(word)]
    claims = len(told) > 1 or (told and any(word.low[0].isdigit() for word in rest))
    return " ".join(word.text for word in rest) if claims else ""


def denied(text: str) -> re.Match[str] | None:
    """Return the words by which a sentence takes back all that stands behind them, None where it has none.

    >>> denied("It is not true that it rained.")[0], denied("It rained.")
    ('It is not true that', None)
    """
    match = next(iter(phrases_in(text, load("integrity")["denying"])), None)
    if match is None or any(a <= match.start() < b for a, b in quotations(text)):
        return None
    return None if re.search(r"\w", text[: match.start()]) else match


def asks_a_claim(text: str) -> bool:
    """Tell whether a question only dresses a claim up: "Who can doubt that …?", "Is it not true that …?"."""
    return bool(has_phrase(text[:80], load("integrity")["rhetorical"]))


def cites_for_show(work: Work) -> bool:
    """Tell whether one of several citations leads to paragraphs that have no word or name of a sentence."""
    if len(work.line.citations) < 2:
        return False
    named = {mention.id for mention in work.facts.names}
    return any(
        passages and not any(_has_a_part(passage, work, named) for passage in passages)
        for passages in (
            cited(replace(work.line, citations=(citation,)), work.ground) for citation in work.line.citations
        )
    )


def _has_a_part(passage: Passage, work: Work, named: set[str]) -> bool:
    rested = any((each.source, each.paragraph) == passage.place for each in work.evidence)
    if rested or not named.isdisjoint({passage.before, *(mention.id for mention in passage.facts.names)}):
        return True
    return bool(cover(work.facts, [passage], work.ground, with_common=False).found)
