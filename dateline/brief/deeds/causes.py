"""Causes: "because" needs a paragraph that says so; "after" is only an order in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.brief.ground.acts import acts
from dateline.brief.ground.facts import Facts
from dateline.brief.language.cued import Cued
from dateline.brief.language.verbs import is_past, listed
from dateline.brief.language.wording import has_phrase, is_light, phrases_in
from dateline.findings import Finding
from dateline.lexicon import load

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage


_PUTS_IT_SO = re.compile(
    r"\b(?:put|puts|said|says|wrote|writes|ran|runs|reads) (?:it |this )?thus$", re.IGNORECASE
)
_GIVES_CAUSE = re.compile(r"cause for\b|results? (?:in|of) (?:a |the )?(?:total|sum)\b", re.IGNORECASE)
_AS_THE = re.compile(r"\bas (?:the|its|an?) (?:\w+ )?cause$", re.IGNORECASE)
_TO = re.compile(r"(?<!according) to ", re.IGNORECASE)
_PROBABLE = Cued(
    r"\b(?:probable|likely|suspected|presumed|possible|apparent|supposed) (?:cause|reason)\b",
    cues=" cause| reason",
)
_NOTHING = re.compile(r"\s+(?:no|none|nothing|neither|nobody)\b", re.IGNORECASE)  # "has led to no charges"
_OF_THE = re.compile(
    r"\b(?:of|on|about|with|after|before|until|by|at|to)\s+(?:the|its|their)\s+$", re.IGNORECASE
)
_SINCE = re.compile(
    r"\W*since\s+(?:the|its|their|his|her|this|these|it|he|she|they)\s[^,\d]{0,60}?"
    r"\b(?:was|were|had|did|would|could)\b[^,]*,",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W*since\b", re.IGNORECASE)
_COLON = re.compile(r":(?= [a-z])")  # "The rest will stay: they are too fragile to move"
_LED = Cued(
    r"\bled (?:(?!by\b|in\b|to\b)\w+ ){1,4}to \w+(?!\w)", cues="led ", flags=re.IGNORECASE
)  # "led prices to fall"
_FORCED = Cued(
    r"\b(?:forced|obliged|compelled) (?:(?!by\b|in\b|to\b)\w+ ){1,4}to \w+(?!\w)",
    cues="forced|obliged|compelled",
    flags=re.IGNORECASE,
)  # "the fall in traffic forced the airport to cut jobs"
_FORCING = frozenset(("force", "forc", "oblige", "oblig", "compel", "make", "because"))
_RESIGNED = Cued(r"\b(?:resign(?:ed|s|ation)?|quit|(?:stepped|stood) down)\b", cues="resign|quit|down")
_PARTED = re.compile(r"[,;.]|$")
_OVER = re.compile(  # not "he resigned, and she took over the jail"
    r"(?<!\btook )(?<!\btake )(?<!\btakes )(?<!\bhanded )(?<!\bhand )"
    r"\bover(?= (?:the|his|her|its|their|an?|what|how)\b"
    r"(?! (?:\w+ )?(?:weekend|summer|winter|years?|months?|weeks?)\b))"
)
_PROMPT = re.compile(
    r"\b(?:an?|the|no|any|so|as|more|very|his|her|its|their) prompt$", re.IGNORECASE
)  # "a prompt return"
_WAY = ("from", "for", "on", "to", "at", "in", "")  # behind "set off": where to, or the end
_DEGREE = re.compile(
    r"\s+(?:of )?(?:the |any |some |so |such |such an? |(?:\w+(?:ing|ly|less|ous|ious|ome|at|ong|uch)) )*",
    re.IGNORECASE,
)


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a cause that no cited paragraph states of the same things.

    Returns a finding "sequence-as-cause", or none.
    """
    match = has_phrase(facts.text, load("certainty")["causal"]) or _LED.search(facts.text) or _since(facts)
    match = match or _forced(facts, cited)
    if match is None and (over := _resigned_over(facts)):
        match = None if any(_resigned_over(p.facts) for p in cited) else over
    if (
        not match
        or _is_scheduled(facts, match)
        or _departs(facts, match)
        or _PROMPT.search(facts.text, 0, match.end())
        or any(
            c.figure.start < match.end() <= c.figure.end for c in facts.figures
        )  # "brought about 900 home"
        or _PUTS_IT_SO.search(facts.text, 0, match.end())
        or _GIVES_CAUSE.match(facts.text, match.start())
        or _NOTHING.match(facts.text, match.end())
        or _is_felt(facts, match)
        or _are_findings(facts, match)
        or any(a <= match.start() < b for a, b in facts.quotations)
    ):
        return []
    tests = (_states_cause, _stops_it, _states_aim)
    if any(test(passage, facts, match) for passage in cited for test in tests):
        return []
    if doubted := next((m for p in cited if (m := _PROBABLE.search(p.text))), None):
        params = {"given": match[0], "status": "certain", "text_status": doubted[0], "text": doubted[0]}
        return [Finding("certainty-raised", possible=1, params=params)]
    return [Finding("sequence-as-cause", possible=1, params={"given": match[0]})]


def _since(facts: Facts) -> re.Match[str] | None:
    """ "Since the road was shut, they left": a deed that is over has no "since" of time, so this gives its
    cause."""
    match = _SINCE.match(facts.text)
    if match is None:
        return None
    main = [word for word in facts.words if word.start > match.end()]
    over = any(is_past(word) for word in main) and not any(word.low in listed("have") for word in main)
    return _OPENS.match(facts.text) if over else None


def _forced(facts: Facts, cited: Sequence[Passage]) -> re.Match[str] | None:
    """ "The fall in traffic forced the airport to cut jobs": a thing forces nobody but as a cause."""
    match = _FORCED.search(facts.text)
    ahead = [word for word in facts.words if match and word.end <= match.start()]
    if match is None or not ahead or any(not _FORCING.isdisjoint(p.forms) for p in cited):
        return None
    somebody = [m for m in facts.names if m.end <= match.start()]
    who = {ahead[-1].low, ahead[-1].stem} & (_people() | {"he", "she", "it", "they", "who", "which"})
    return None if somebody or who or ahead[-1].is_name or ahead[-1].low in listed("be") else match


@cache
def _people() -> frozenset[str]:
    lists = load("reporting")
    named = ("bodies", "unnamed_one", "unnamed_many", "anonymous_one", "anonymous_many")
    return frozenset(str(word) for name in named for word in lists[name])


def _resigned_over(facts: Facts) -> re.Match[str] | None:
    """ "Resigned on Monday over the cost": why somebody left his post."""
    resigned = _RESIGNED.search(facts.text)
    parted = _PARTED.search(facts.text, resigned.end()) if resigned else None
    return _OVER.search(facts.text, resigned.end(), parted.start()) if resigned and parted else None


def _is_scheduled(facts: Facts, match: re.Match[str]) -> bool:
    """ "are due to stay", "was due to open": what is due to happen is a plan, not an effect."""
    if match[0].lower() == "due to" and facts.text[match.end() :].split()[:1] == ["be"]:
        return True
    return match[0].lower() == "due to" and any(
        act.at and facts.words[act.at - 1].low == "to" and match.end() - 2 == facts.words[act.at - 1].start
        for act in acts(facts)
        if not act.noun
    )


def _is_felt(facts: Facts, match: re.Match[str]) -> bool:
    """ "Goes on causing concern", "gave rise to fears": it only says that somebody feels so."""
    degree = _DEGREE.match(facts.text, match.end())
    felt = facts.text[degree.end() if degree else match.end() :].split(maxsplit=1)[:1]
    return bool(felt) and felt[0].strip(".,;").lower() in load("certainty")["feelings"]


def _are_findings(facts: Facts, match: re.Match[str]) -> bool:
    """ "Had results from eight places", "results from the rest are awaited": what was found there."""
    if match[0].lower() == "result of" and (
        _OF_THE.search(facts.text, 0, match.start())
        or any(date.start - match.end() in range(1, 6) for date in facts.dates)
    ):
        return True  # "thinks poorly of the result of the course", "the result of 9 May": nobody's effect
    ahead = next((word for word in reversed(facts.words) if word.end <= match.start()), None)
    owned = listed("have") | listed("determiners") | listed("prepositions") | {"and", "or", "but"}
    return match[0].lower() == "results from" and (ahead is None or ahead.low in owned or is_past(ahead))


def _departs(facts: Facts, match: re.Match[str]) -> bool:
    """ "As he set off from the capital": a departure causes nothing."""
    behind = facts.text[match.end() :].split()[:1]
    return match[0].lower() == "set off" and (not behind or behind[0].strip(".,;:") in _WAY)


def _states_cause(passage: Passage, facts: Facts, match: re.Match[str]) -> bool:
    """Tell whether a paragraph states a cause or an aim between the same things, in either order.

    What stands before and behind the words of cause must be what stands on the two sides of those of the
    text; a side that is only a pronoun or a name fits any.
    """
    given = [*load("certainty")["causal"], *load("certainty")["causal_in_text"]]
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        for told in (*phrases_in(sentence, given), *_COLON.finditer(sentence)):
            closes = not re.search(r"\w", passage.text[start + told.end() : end])  # "that they have made."
            if closes or _is_open(passage.text[start : start + told.start()]):
                continue
            if _PROBABLE.search(passage.text[: start + told.end()], start) and not has_phrase(
                facts.text, _doubts()
            ):
                continue
            theirs = _sides(passage.facts, start + told.start(), start + told.end(), end)
            if _AS_THE.search(sentence, 0, told.end()) and not sentence.startswith(" of ", told.end()):
                before = next((span for span in passage.sentences if span[1] in (start, start - 1)), None)
                # "named a fault as the cause": of what has been told just before
                theirs = (
                    (theirs[0], _content(passage.facts, _within(passage.facts, *before)))
                    if before
                    else theirs
                )
            mine = _sides(facts, match.start(), match.end(), len(facts.text))
            if _fit(mine, theirs) or (told[0] != ":" and _fit(mine, theirs[::-1])):
                return True
            if told[0].lower() == match[0].lower() == "so that" and _fit((mine[0], []), (theirs[0], [])):
                return True  # one and the same aim of one act: the words for it are tried elsewhere
    return False


_CLEFT = re.compile(r"\W*it\s+(?:is|was|has been)\s*(?:\w+ly|only|just)?\s*", re.IGNORECASE)
Side = list[frozenset[str]]  # the ideas of each word that claims something


def _sides(facts: Facts, start: int, end: int, stop: int) -> tuple[Side, Side]:
    """The words before some words of cause and behind them; "because … , …" has its effect behind a comma."""
    before = [at for at, word in enumerate(facts.words) if word.start < start]
    behind = [at for at, word in enumerate(facts.words) if end <= word.start < stop]
    that = facts.text.rfind(" that ", end, stop)
    if that > 0 and _CLEFT.fullmatch(facts.text[:start]):  # "it was because of … that …"
        return _content(facts, [at for at in behind if facts.words[at].start > that]), _content(
            facts, [at for at in behind if facts.words[at].start < that]
        )
    comma = facts.text.find(",", end, stop)
    if not facts.text[:start].strip(" \"'“‘") and comma > 0:
        before = [at for at in behind if facts.words[at].start > comma]
        behind = [at for at in behind if facts.words[at].start < comma]
    return _content(facts, before), _content(facts, behind)


def _content(facts: Facts, places: Sequence[int]) -> Side:
    return [facts.ideas[at] for at in places if not is_light(facts.words[at]) and not facts.words[at].is_name]


def _fit(mine: tuple[Side, Side], theirs: tuple[Side, Side]) -> bool:
    """Tell whether each side speaks of the same things, and of them at least as much as of the other side."""
    counts = [[_shared(one, other) for other in theirs] for one in mine]
    return all(
        not mine[at] or not theirs[at] or counts[at][at] >= max(1, counts[at][1 - at]) for at in (0, 1)
    )


def _shared(one: Side, other: Side) -> int:
    there = frozenset().union(*other)
    return sum(bool(ideas & there) for ideas in one)


def _stops_it(passage: Passage, facts: Facts, match: re.Match[str]) -> bool:
    """ "Water caused the engine to stop" for "water had stopped the engine": one sentence has all of it."""
    if not match[0].lower().startswith("caus") or not _TO.search(facts.text, match.end()):
        return False
    before, behind = _sides(facts, match.start(), match.end(), len(facts.text))
    for start, end in passage.sentences:
        there = frozenset().union(*_content(passage.facts, _within(passage.facts, start, end)))
        if before and len(behind) > 1 and all(ideas & there for ideas in (*before[-1:], *behind[:2])):
            return True
    return False


def _states_aim(passage: Passage, facts: Facts, match: re.Match[str]) -> bool:
    """ "So that they help to rebuild it" where the text has "to help rebuild it": an aim, and no cause."""
    if match[0].lower() != "so that":
        return False
    _, behind = _sides(facts, match.start(), match.end(), len(facts.text))
    words, there = passage.facts.words, passage.facts.ideas
    aims = [
        at for at in range(1, len(words)) if words[at - 1].low == "to" and words[at].low == words[at].stem
    ]
    return any(there[at] & ideas for at in aims for ideas in behind[:2])


def _within(facts: Facts, start: int, end: int) -> list[int]:
    return [at for at, word in enumerate(facts.words) if start <= word.start < end]


@cache
def _doubts() -> list[str]:
    """The words by which a text may call a cause probable."""
    return sorted({*load("certainty")["ladders"]["softeners"], "probable", "possible", "believe", "think"})


def _is_open(before: str) -> bool:
    """ "has not said what caused it" states no cause."""
    return bool(has_phrase(before[-40:], load("certainty")["cause_open"]))
