"""What a paragraph leaves open or untold may not be settled; what goes on may not have ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.negation import has_negation
from dateline.brief.ground.passages import Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_participle, is_past
from dateline.brief.language.wording import Word, has_phrase, is_light, pattern_of, phrases_in
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import opening

# "Did not rule out a sale, but said that …": the rest is not left open.
_STOP = re.compile(r"[.;](?=\s|$)|,\s(?=(?:but|though|although|while|whereas|yet)\b)")


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a thing that the cited paragraphs leave open and the sentence does not.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> check_one("Esper announced counterterrorism missions into Syria [@S2, para. 2].", case).keys
    ['certainty-raised']
    """
    return (
        _settled(facts, cited)
        or _answered(facts, cited)
        or _granted(facts, cited)
        or _ended(facts, cited)
        or _denied(facts, cited)
        or _next_season(facts, cited)
    )


def _settled(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Did not rule out" made a yes or a no."""
    for passage in cited:
        match = _left_open(passage.facts)
        if match is None or has_phrase(facts.text, load("openness")["still_open"]):
            continue
        stop = _STOP.search(passage.text, match.end())
        end = stop.start() if stop else len(passage.text)
        opened = [at for at in _content(passage.facts) if match.end() <= passage.facts.words[at].start < end]
        rest = [at for at in _content(passage.facts) if at not in opened]
        if _of_these(facts, passage, opened, rest) >= 0.5:
            place = Place(*passage.place, *match.span(), match[0])
            return [_as_no(facts, place) if has_negation(facts) else _as_yes(facts, place)]
    return []


@once
def _left_open(facts: Facts) -> re.Match[str] | None:
    return has_phrase(facts.text, load("openness")["left_open"])


def _as_no(facts: Facts, place: Place) -> Finding:
    return _told("negation-lost", facts, opening(facts.text), place)


def _as_yes(facts: Facts, place: Place) -> Finding:
    steps = load("openness")["steps"]
    params = {"given": opening(facts.text), "status": steps["given"], "text_status": steps["text"]}
    return Finding("certainty-raised", possible=1, params=params, place=place)


@once
def _content(facts: Facts) -> list[int]:
    return [
        at
        for at, word in enumerate(facts.words)
        if not is_light(word) and (not word.is_name or not at) and facts.ideas[at]  # "Criminal charges …"
    ]


def _of_these(facts: Facts, passage: Passage, opened: Sequence[int], rest: Sequence[int]) -> float:
    """The share of a sentence's words that are those of what is left open, 0 when it has hardly any."""
    left = frozenset().union(*(passage.facts.ideas[at] for at in opened))
    others = frozenset().union(*(passage.facts.ideas[at] for at in rest)) - left
    mine = [facts.ideas[at] for at in _content(facts)]
    shared = sum(bool(ideas & left) for ideas in mine)
    if shared < min(2, len(opened)) or sum(bool(ideas & others) for ideas in mine) > shared:
        return 0
    return sum(bool(frozenset().union(*mine) & passage.facts.ideas[at]) for at in opened) / max(
        1, len(opened)
    )


def _answered(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Has said whether" where the text has "has not said whether", "told why" for "did not say why"."""
    told = next(_tellings(facts.text), None)
    if told is None or _is_untold(facts.text, told[0]):
        return []
    mine, asked = told
    for passage in cited:
        same = [match for match, what in _tellings(passage.text) if what == asked]
        if same and all(_is_untold(passage.text, match) for match in same):
            return [
                _told("negation-lost", facts, mine[0], Place(*passage.place, *same[0].span(), same[0][0]))
            ]
    return []


def _is_untold(text: str, match: re.Match[str]) -> bool:
    before = re.split(r"[.;](?=\s)", text[: match.start()])[-1]
    return bool(has_phrase(before, load("openness")["untold"]))


def _tellings(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The places of "said whether", "disclosed how many", each with what is asked: "whether" for most."""
    lists = load("openness")
    for match in phrases_in(text, lists["telling"]):
        asked = pattern_of(lists["asked"]).match(text, match.end() + 1)
        if asked:
            word = asked[0].lower()
            yield match, word if word not in lists["whether"] else "whether"


def _ended(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "No longer" where no cited paragraph speaks of any end."""
    match = has_phrase(facts.text, load("openness")["no_longer"])
    if match is None or not cited or any(a <= match.start() < b for a, b in facts.quotations):
        return []
    if any(has_phrase(passage.text, load("openness")["ended"]) for passage in cited):
        return []
    return [_told("negation-added", facts, match[0], Place(*cited[0].place))]


def _granted(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Has authority" where the only authority of the paragraphs is "no authority"."""
    if has_negation(facts) or not any(_lacking(passage.facts) for passage in cited):
        return []
    own = {word.stem: word for word in reversed(facts.words)}
    for passage in cited:
        words = passage.facts.words
        for at in _lacking(passage.facts):
            stem = words[at].stem
            mine = own.get(stem)
            if mine is None:
                continue
            if sum(word.stem == stem for p in cited for word in p.facts.words) == 1:
                place = Place(*passage.place, words[at - 1].start, words[at].end)
                return [_told("negation-lost", facts, mine.text, place)]
    return []


@once
def _lacking(facts: Facts) -> list[int]:
    """The words of which a text says that they are not there."""
    words = facts.words
    return [at for at in range(1, len(words)) if _lacks(words[max(0, at - 2) : at]) and _countable(facts, at)]


def _lacks(ahead: Sequence[Word]) -> bool:
    """Tell "has no", "there is no", "has made no" and "lacks" from "no ferry has run"."""
    words, forms = load("openness"), load("certainty")
    if ahead[-1].low in words["lacking"]:
        return True
    verb = ahead[0].low in {*forms["have"], *forms["be"]} or is_past(ahead[0]) or is_participle(ahead[0])
    return len(ahead) > 1 and ahead[-1].low == "no" and verb and ahead[0].clause == ahead[-1].clause


def _countable(facts: Facts, at: int) -> bool:
    word = facts.words[at]
    named = not is_light(word) or word.low in load("openness")["signs"]
    return named and word.start - facts.words[at - 1].end == 1 and bool(facts.ideas[at])


def _denied(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "Is not what he calls" where no cited paragraph takes anything back."""
    match = has_phrase(facts.text, load("openness")["is_not"])
    if match is None or not cited or any(a <= match.start() < b for a, b in facts.quotations):
        return []
    if any(has_negation(passage.facts) for passage in cited):
        return []
    return [_told("negation-added", facts, match[0], Place(*cited[0].place))]


def _next_season(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """ "In the following spring" where no cited paragraph has a spring."""
    match = _season().search(facts.text)
    if match is None or not cited or any(a <= match.start() < b for a, b in facts.quotations):
        return []
    if any(has_phrase(passage.text, [match[1]]) for passage in cited):
        return []
    return [_told("unsupported-date", facts, match[0], Place(*cited[0].place))]


@cache
def _season() -> Cued:
    near, seasons = "following|next|coming|previous|preceding", "|".join(load("openness")["next_season"])
    return Cued(rf"\b(?:{near})\s+({seasons})\b", cues=near, flags=re.IGNORECASE)


def _told(key: str, facts: Facts, given: str, place: Place) -> Finding:
    return Finding(key, possible=1, params={"given": given, "text": place.exact or ""}, place=place)
