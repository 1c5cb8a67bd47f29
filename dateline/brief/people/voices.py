"""Who speaks in a text: every attribution, in whatever order the sentence has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.ground.names import Names
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.wording import Word, is_light, phrases_in
from dateline.brief.people.gapping import gapped
from dateline.brief.people.parties import OUTLET, WRITER, Voice, candidates_of, is_outlet, whom_it_means
from dateline.brief.people.saying import attributes, is_reporting, owns
from dateline.brief.people.subjects import ahead_of, of_verb, owns_another
from dateline.brief.people.unnamed import listed
from dateline.lexicon import load
from dateline.marks import fold

_OWNED = Cued(r"(?<=\w)(?:'s|(?<=s)')(?=\s*(?:[,.;)\[]|$|and\b|but\b))", cues="'")

_HIS_VIEW = Cued(
    r"\b(?:in|to) (?P<whose>his|her) (?:own )?(?:view|opinion|judge?ment|mind|eyes)\b",
    cues="view|opinion|judg|mind|eyes",
    flags=re.IGNORECASE,
)
_IS_SEEN = re.compile(
    r",?\s+(?:the|these|this|that|it|they|such|its|their)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:is|are|was|were|seemed|seems|looked|looks|sounded|amounted|amounts)\b"
)  # "To the monitor the start was slow": the one to whom it is so

_BETWEEN = re.compile(
    r"(?:['’]s?(?:\s+own)?)?(?:\s+(?:of|at|in|from|for|on|with|who|which|that)\b[^,;]{1,40}?)?(?:,[^;]+,|,|\s+\([^)]*\))?"
    r"\s*(?:(?:has|have|had|is|was|did|does|would|also|then|later|itself|himself|herself|not|never|only|just|once"
    r"|first|still|now|again|since|\w+ly)\s+)*",
    re.IGNORECASE,
)  # what may stand between a speaker and "said"
_BEHIND = re.compile(r"\s*(?:(?:by|of)\s+)?(?:[\w’'.-]+\s+){0,4}")  # between "said" and a speaker
_FRONTED = re.compile(r"\ABy\s+(?:the\s+)?$")  # "By the mayor it was called a ruin"
_QUOTED_BY = re.compile(
    r"(?:\s+as)?\s+[“\"][^“”\"]+[”\"]\s+by\s+(?:the\s+)?"
)  # "was called “a ruin” by the mayor"
_AS_FAR = re.compile(
    r"[^,;.]{0,40}\b(?:is|are|was|were|goes|went|knows?|knew|sees?|saw|can|could|concerned)\b"
)
_TO_THE_EYE = frozenset(("to", "in"))  # "to Turkish eyes", "in American minds"
_AND_HIM = re.compile(r"\s+and\s+")
_JOINED = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+) and (?:(?:the|his|her|their)\s+)?$")

__all__ = ["OUTLET", "Voice", "attributes", "attributions", "is_outlet", "stands_beside", "voices"]


def voices(facts: Facts, names: Names, before: str = "") -> list[Voice]:
    """Return everyone to whom a text attributes something; `before` is whom a pronoun means.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [v.id for v in voices(facts_of("Troops would leave, Esper said.", names, "2019"), names)]
    ['esper']
    """
    unique: dict[tuple[str, str, int], Voice] = {}
    for voice in attributions(facts, names, before):
        unique.setdefault((voice.id, voice.number, 0 if voice.id else voice.start), voice)
    return list(unique.values())


def attributions(facts: Facts, names: Names, before: str = "") -> list[Voice]:
    """Return every attribution of a text, one for each word that makes somebody speak."""
    return list(_read(facts, names, before))


def stands_beside(voice: Voice, text: str) -> bool:
    """Tell whether a speaker stands alone beside the word that makes him speak, but for what describes him.

    >>> stands_beside(Voice("esper", start=0, end=5, verb=(11, 15)), "Esper then said that it would.")
    True
    >>> stands_beside(Voice("esper", start=0, end=5, verb=(23, 26)), "Esper sent some troops, put at 700.")
    False
    """
    start, end = voice.verb
    if _JOINED.search(text, 0, voice.start):
        return False  # "he and his counterpart have spoken"
    if voice.end <= start:
        return bool(_BETWEEN.fullmatch(text, voice.end, start) or _FRONTED.search(text, 0, voice.start))
    said = text[end : voice.start]
    return voice.start < end or bool(_BEHIND.fullmatch(said) or _QUOTED_BY.fullmatch(said))


@once
def _read(facts: Facts, names: Names, before: str) -> list[Voice]:
    everyone = candidates_of(facts, names, before)
    candidates = [voice for voice in everyone if not is_quoted(facts, voice.start)]  # “a few teachers left”
    saying = [at for at, word in enumerate(facts.words) if word.stem in _saying() or word.low in _saying()]
    found = [voice for at in saying if (voice := _at(facts, at, candidates, names)) is not None]
    found += _of_phrases(facts, candidates) + _of_owners(facts, candidates) + _giving(facts, candidates)
    found += _in_their_view(facts, names, before)
    found += _beside(facts, candidates, found)
    found = found + gapped(facts, candidates, found) or _for_them(facts, candidates, names)
    return sorted((voice for voice in found if voice.id != WRITER), key=lambda voice: voice.verb)


def _at(facts: Facts, at: int, candidates: Sequence[Voice], names: Names) -> Voice | None:
    word = facts.words[at]
    if is_quoted(facts, word.start):
        return None
    if word.stem in listed("verbs") and is_reporting(facts, at):
        how = "view" if word.stem in listed("views") else "said"
        voice = of_verb(facts, at, candidates)
    elif at and facts.words[at - 1].low == "to":
        return None  # "declined to comment"
    elif (word.stem in listed("nouns") and not word.low.endswith("ed")) or word.low in listed("nouns"):
        if _is_dealt_with(facts, at) or _is_handed_on(facts, at):
            return None
        how, voice = "noun", _of_noun(facts, at, candidates, names)
    else:
        return None
    return voice and replace(voice, verb=(word.start, word.end), how=how)


def _is_dealt_with(facts: Facts, at: int) -> bool:
    """ "The findings of the board were rejected by the mayor": it is he who says something, of them."""
    behind = [word for word in facts.words[at + 1 : at + 10] if word.clause == facts.words[at].clause]
    for here, word in enumerate(behind):
        if word.low in load("certainty")["be"]:
            tail = [other.low for other in behind[here + 1 : here + 4]]
            return "by" in tail[1:] and any(low.endswith("ed") for low in tail[: tail.index("by")])
        if word.low not in ("of", "by", "the") and is_light(word):
            return False
    return False


def _is_handed_on(facts: Facts, at: int) -> bool:
    """ "Presented the firm's accounts", "examined the council's figures": papers that somebody deals with."""
    ahead = [word for word in facts.words[max(0, at - 6) : at] if word.clause == facts.words[at].clause]
    says = any(word.low == "that" for word in facts.words[at + 1 : at + 2])  # "released his statement that"
    return not says and any(word.stem in listed("handing") for word in ahead)


def _beside(facts: Facts, candidates: Sequence[Voice], found: Sequence[Voice]) -> list[Voice]:
    """ "Stahl and Pell wrote", "in the view of Stahl and Pell": of two people with a name both speak."""
    people = {mention.start for mention in facts.names if mention.person}
    if len(people) < 2:
        return []
    pairs = [
        (one, other)
        for one, other in pairwise([voice for voice in candidates if voice.start in people])
        if _AND_HIM.fullmatch(facts.text, one.end, other.start)
    ]
    said = [voice for voice in found if voice.how in ("said", "phrase", "view")] if pairs else []
    more = [
        replace(v, id=one.id, start=one.start, end=one.end)
        for v in said
        for one, other in pairs
        if v.start == other.start
    ]
    return more + [
        replace(v, id=other.id, start=other.start, end=other.end)
        for v in said
        for one, other in pairs
        if v.start == one.start and v.how == "phrase"
    ]


@cache
def _saying() -> frozenset[str]:
    """The words that may make somebody speak, in their plain forms."""
    return listed("verbs") | listed("nouns")


def _of_noun(facts: Facts, at: int, candidates: Sequence[Voice], names: Names) -> Voice | None:
    """Whose estimate it is: "the military's estimate", "an estimate by the military", "by US reckoning"."""
    all_words, noun = facts.words, facts.words[at]
    lead = [word for word in all_words[max(0, at - 4) : at] if word.clause == noun.clause]
    owned = [word for word in lead if owns(facts, word)]
    if owned:
        return _owner(facts, owned[-1], candidates)
    if {word.low for word in lead[-2:]} & {"his", "her", "their"}:
        return None
    led = listed("by") | (_TO_THE_EYE if noun.low in ("eyes", "minds", "ears") else frozenset())
    if any(word.low in led for word in lead):
        mention = [m for m in facts.names if m.start >= lead[0].start and m.end <= noun.start]
        mention = mention or [m for word in lead for m in names.of_nation(word)]
        if mention:
            own = next((c for c in candidates if c.start == mention[-1].start), None)
            return own or Voice(mention[-1].id, start=mention[-1].start, end=mention[-1].end)
    tail = all_words[at + 1 : at + 2]
    whose = ("by", "from") if noun.low in listed("counting") else ("by", "of", "from")
    if tail and tail[0].low in whose:
        return next((voice for voice in candidates if 0 <= voice.start - tail[0].end <= 20), None)
    return None


def _owner(facts: Facts, word: Word, candidates: Sequence[Voice]) -> Voice | None:
    return next((c for c in candidates if c.start <= word.start < c.end + 2), None)


def _of_phrases(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whoever stands behind "according to", "in the words of" and their kin."""
    found = []
    for match in phrases_in(facts.text, load("reporting")["phrases"]):
        if is_quoted(facts, match.start()):
            continue
        behind = [word for word in facts.words if match.end() <= word.start]
        if facts.text[match.end() :].lstrip().startswith(","):
            continue  # "According to @S2, the barracks …"
        if match[0].lower() == "as far as" and not _AS_FAR.match(facts.text, match.end()):
            continue  # "got as far as the city hall"
        for word in behind[:8]:
            voice = next((c for c in candidates if c.start == word.start), None)
            if voice is not None and owns_another(facts, voice):
                break  # "according to the hospital's doctor"
            if voice is not None:
                found.append(replace(voice, verb=match.span(), how="phrase"))
                break
            if not (word.low in listed("before_names") | listed("ranks") or word.is_name):
                break
    return found


def _in_their_view(facts: Facts, names: Names, before: str) -> list[Voice]:
    """ "In her view a new vote is fairer": whoever was named before holds it."""
    found = []
    for match in _HIS_VIEW.finditer(facts.text):
        word = next(word for word in facts.words if word.start == match.start("whose"))
        if not is_quoted(facts, word.start) and (meant := whom_it_means(word, facts, names, before)):
            found.append(Voice(meant, "", word.start, word.end, verb=match.span(), how="phrase"))
    return found


def _of_owners(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whose count it is where the noun is left out: "1,400 by the union's count, 1,100 by the company's"."""
    found = []
    for match in _OWNED.finditer(fold(facts.text)):
        ahead = [word for word in facts.words if word.end <= match.start()][-8:]
        voice = next((c for c in candidates if c.start <= match.start() < c.end + 2), None)
        if voice is not None and any(word.low in listed("by") for word in ahead):
            found.append(replace(voice, verb=match.span(), how="noun"))
    return found


def _giving(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whoever stands right before "gave another reason:" or "let it be known that"."""
    found = []
    for match in phrases_in(facts.text, load("reporting")["given_as"]):
        at = next((n for n, word in enumerate(facts.words) if word.start >= match.start()), None)
        if at is None or is_quoted(facts, facts.words[at].start):
            continue
        voice = ahead_of(facts, at, candidates)
        if voice is not None:
            found.append(replace(voice, verb=match.span(), how="said"))
    return found


def _for_them(facts: Facts, candidates: Sequence[Voice], names: Names) -> list[Voice]:
    """ "To Ankara they are terrorists": the sentence opens with the one who holds the view."""
    first = facts.words[0] if facts.words else None
    if first is None or first.low not in ("to", "for"):
        return []
    voice = next((c for c in candidates if 0 < c.start - first.end <= 5), None)
    behind = fold(facts.text)[voice.end : voice.end + 6] if voice else ""
    if voice is None or not (
        voice.id in names.people or names.is_state(voice.id) or _IS_SEEN.match(facts.text, voice.end)
    ):
        return []
    if not (behind.startswith(",") or behind.strip().split(" ")[0] in ("they", "the", "these", "it")):
        return []
    return [replace(voice, verb=(first.start, first.end), how="view")]
