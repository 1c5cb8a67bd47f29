"""Who says so: find the attribution of a sentence and compare it with that of the cited paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.brief.facts import Facts
from dateline.brief.names import Mention, Names, nations
from dateline.brief.passages import Ground, Passage, Told
from dateline.brief.wording import Word, is_light, pattern_of
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import fold

OUTLET = "outlet"
_PREPOSITIONS = {
    "to",
    "with",
    "of",
    "from",
    "for",
    "against",
    "than",
    "on",
    "in",
    "at",
    "into",
    "over",
    "between",
    "and",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution: `id` of a person or organisation, "outlet", or "" for people without a name;
    `number` is
    "one", "many" or "several" for those."""

    id: str
    number: str = ""
    start: int = 0


def voices(facts: Facts, names: Names, before: str = "") -> list[Voice]:
    """Return everyone to whom a text attributes something; `before` is whom a pronoun means.

    >>> from dateline import open_case
    >>> from dateline.brief.facts import facts_of
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [v.id for v in voices(facts_of("Troops would leave, Esper said.", names, "2019"), names)]
    ['esper']
    """
    candidates = _candidates(facts, names, before)
    found = []
    for at, word in enumerate(facts.words):
        if _quoted(word, facts):
            continue
        if _is_reporting(facts.words, at):
            found.append(_of_verb(facts, at, candidates))
        elif word.stem in _listed("nouns"):
            found.append(_of_noun(facts.words, at, candidates))
    for match in pattern_of(tuple(load("reporting")["phrases"])).finditer(fold(facts.text)):
        found.append(next((c for c in candidates if match.end() <= c.start <= match.end() + 30), None))
    unique = {(voice.id, voice.number): voice for voice in found if voice is not None}
    return list(unique.values())


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("reporting")[name])


def _quoted(word: Word, facts: Facts) -> bool:
    return any(a <= word.start < b for a, b in facts.quotations)


def _is_reporting(all_words: Sequence[Word], at: int) -> bool:
    word = all_words[at]
    if word.stem not in _listed("verbs"):
        return False
    before = all_words[at - 1].low if at else ""
    return before not in _listed("no_verb_behind") and not (
        word.low in ("report", "reports", "count", "call", "calls") and before in _PREPOSITIONS
    )


def _candidates(facts: Facts, names: Names, before: str) -> list[Voice]:
    """Everyone in a text who could speak, in order."""
    found = [_voice(m, facts, names) for m in facts.names if not _is_adjective(m, facts)]
    spans = [(mention.start, mention.end) for mention in facts.names]
    for at, word in enumerate(facts.words):
        if any(a <= word.start < b for a, b in spans):
            continue
        if word.low in _listed("anonymous_many") or word.low in _listed("anonymous_one"):
            found.append(Voice("", _number(facts.words, at), word.start))
        elif word.low in ("s1", "s2", "s3", "s4"):
            found.append(Voice(OUTLET, start=word.start))
        elif word.low in ("he", "she", "they") and (meant := _meant(word, facts, before)):
            found.append(Voice(meant, start=word.start))
    for match in pattern_of(tuple(load("reporting")["outlet"])).finditer(fold(facts.text)):
        found.append(Voice(OUTLET, start=match.start()))
    return sorted(found, key=lambda voice: voice.start)


def _is_adjective(mention: Mention, facts: Facts) -> bool:
    """ "US" before a noun says whose troops they are; it is nobody who speaks."""
    at = next((i for i, word in enumerate(facts.words) if word.start >= mention.end), None)
    inside = [word for word in facts.words if mention.start <= word.start < mention.end]
    if at is None or not inside or not nations(inside[-1:]):
        return False
    behind = facts.words[at]
    adjacent = facts.text[mention.end : behind.start] == " "
    return (
        adjacent
        and not is_light(behind)
        and not _is_reporting(facts.words, at)
        and not behind.low.endswith("ed")
    )


def _meant(word: Word, facts: Facts, before: str) -> str:
    """Whom a pronoun means: the person named last before it in the text, else the one of the text before."""
    ahead = [m for m in facts.names if m.person and m.end <= word.start]
    subjects = [m for m in ahead if not _is_object(Voice(m.id, start=m.start), facts.words)]
    return subjects[-1].id if subjects else before


def _voice(mention: Mention, facts: Facts, names: Names) -> Voice:
    if is_outlet(mention.id, names):
        return Voice(OUTLET, start=mention.start)
    surface = facts.text[mention.start : mention.end]
    last = next((at for at, word in enumerate(facts.words) if word.end >= mention.end), None)
    anonymous = _listed("anonymous_many") | _listed("anonymous_one")
    number = ""
    if last is not None and (facts.words[last].low in anonymous or surface.islower()):
        number = _number(facts.words, last)
    return Voice(mention.id, number or kind_of(mention.id, names), mention.start)


def _number(all_words: Sequence[Word], at: int) -> str:
    """Tell one, many or several of people without a name, by the words just before them."""
    word = all_words[at].low
    if word in _listed("anonymous_one") or not (word.endswith("s") or word in _listed("anonymous_many")):
        return "one"
    ahead = {word.low for word in all_words[max(0, at - 3) : at]}
    return "several" if ahead & _listed("several") else "many"


def is_outlet(id: str, names: Names) -> bool:
    """Tell whether an organisation of the case is the outlet or agency of a report."""
    party = names.organisations.get(id)
    role = party.role.lower() if party else ""
    return id.startswith("outlet") or any(
        word in role for word in ("news agency", "newspaper", "outlet", "broadcaster", "own voice")
    )


def kind_of(id: str, names: Names) -> str:
    """Return "one" or "many" for a party of the case without a name of its own, else ""."""
    party = names.people.get(id) or names.organisations.get(id)
    said = fold(party.name).lower().split() if party else []
    if not said or said[0][0].isupper():
        return ""
    if said[0] in ("a", "an", "one") or said[-1] in _listed("anonymous_one"):
        return "one"
    return "many" if set(said) & _listed("anonymous_many") and id in names.people else ""


def _of_verb(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """The subject of a reporting verb: its agent in the passive, behind it when inverted, else before it."""
    all_words, verb = facts.words, facts.words[at]
    if at and all_words[at - 1].low in load("certainty")["be"] and verb.low.endswith("ed"):
        return _agent(all_words, at, candidates)
    subjects = [v for v in candidates if v.start < verb.start and not _is_object(v, all_words)]
    cut_off = (
        facts.text[: verb.start].rstrip()[-1:] in (",", '"', "”", "’", "'", "»", "-", "–", "—") or at == 0
    )
    behind = _behind(facts, at, candidates)
    if behind and (cut_off or not subjects):
        return behind
    return subjects[-1] if subjects else None


def _behind(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who stands right behind a reporting verb, small words such as "a senior US" left out."""
    verb = facts.words[at]
    for gap, word in enumerate(facts.words[at + 1 : at + 6]):
        hit = next((voice for voice in candidates if voice.start == word.start), None)
        if hit and word.clause == verb.clause:
            return None if _begins_a_clause(facts, hit) else hit
        if gap > 3 or word.low not in load("reporting")["before_names"]:
            return None
    return None


def _begins_a_clause(facts: Facts, voice: Voice) -> bool:
    """ "said the Pentagon had …": what stands behind the verb is the subject of the next clause."""
    mention = next((m for m in facts.names if m.start == voice.start), None)
    end = mention.end if mention else facts.text.find(" ", voice.start) % (len(facts.text) + 1)
    behind = next((word for word in facts.words if word.start >= end), None)
    if behind is None or facts.text[end : behind.start].strip():
        return False
    certain = load("certainty")
    auxiliaries = {
        *certain["be"],
        *certain["have"],
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "should",
        "did",
        "does",
    }
    return behind.low in auxiliaries


def _agent(all_words: Sequence[Word], at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who does what is said in the passive: "was reported by the agency"; None when it names nobody."""
    tail = all_words[at + 1 : at + 2]
    if not tail or tail[0].low != "by":
        return None
    return next((voice for voice in candidates if 0 <= voice.start - tail[0].end <= 20), None)


def _is_object(voice: Voice, all_words: Sequence[Word]) -> bool:
    at = next((i for i, word in enumerate(all_words) if word.start >= voice.start), 0)
    ahead = [word.low for word in all_words[max(0, at - 2) : at]]
    while ahead and ahead[-1] in ("the", "a", "an", "his", "her", "us", "american", "turkish"):
        ahead.pop()
    return bool(ahead) and ahead[-1] in _PREPOSITIONS - {"and", "at", "in"}


def _of_noun(all_words: Sequence[Word], at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Whose estimate it is: "the military's estimate", "an estimate by the military"."""
    noun = all_words[at]
    ahead = [voice for voice in candidates if 0 < noun.start - voice.start <= 45]
    owned = any(word.text.endswith(("'s", "’s", "s'")) for word in all_words[max(0, at - 3) : at])
    owner = ahead[-1] if ahead and owned else None
    if owner:
        return owner
    tail = all_words[at + 1 : at + 4]
    if tail and tail[0].low in ("by", "of", "from"):
        return next((voice for voice in candidates if 0 <= voice.start - tail[0].end <= 20), None)
    return None


def best_told(facts: Facts, cited: Sequence[Passage]) -> tuple[float, Told | None, Passage | None]:
    """Return the statement of the key that a sentence comes nearest to, with the share of its words there."""
    mine = facts.every_idea
    best: tuple[float, Told | None, Passage | None] = (0.0, None, None)
    for passage in cited:
        for told in passage.told:
            hits = sum(bool(idea & mine) for idea in told.content)
            share = hits / max(len(told.content), 2)
            if share > best[0] + 1e-9:
                best = share, told, passage
    return best


def judge(
    facts: Facts, cited: Sequence[Passage], ground: Ground, before: str, attributed: Sequence[str] = ()
) -> list[Finding]:
    """Compare the speakers of a sentence with those of the cited paragraphs.

    `attributed` are those to whom the source attributes a figure of the sentence, if it is of one.
    """
    names = ground.names
    mine = voices(facts, names, before)
    mentioned = {mention.id for mention in facts.names}
    nearness, told, passage = best_told(facts, cited)
    wanted = _speakers(told, passage, cited, ground) if nearness >= 0.5 else set()
    wanted = _ids(attributed, names) or wanted
    place = (
        Place(*passage.place, *told.span, passage.text[slice(*told.span)])
        if told and passage and told.span
        else None
    )
    multiplied = _multiplied(mine, wanted, cited, ground, facts)
    if multiplied:
        return [Finding("anonymous-multiplied", possible=1, params={"given": multiplied}, place=place)]
    spoken = [voice for voice in mine if voice.id != OUTLET]
    if (
        wanted
        and OUTLET not in wanted
        and not (mentioned & wanted)
        and not any(v.id in wanted or not v.id for v in mine)
    ):
        if not mine:
            return [Finding("attribution-dropped", possible=1, params={}, place=place)]
        if not spoken:
            return [Finding("outlet-as-speaker", possible=1, params={}, place=place)]
    shared = len(spoken) < len(mine) or len(cited) > 1  # several attributions: which is whose, a person sees
    return _swapped(spoken, wanted, cited, ground, place, 0.0 if shared else nearness)


def _speakers(
    told: Told | None, passage: Passage | None, cited: Sequence[Passage], ground: Ground
) -> set[str]:
    return _ids(told.speakers, ground.names) if told else set()


def _ids(speakers: Sequence[str], names: Names) -> set[str]:
    """Ids of the key's speakers; names written out there are looked up."""
    known = {*names.people, *names.organisations}
    found = {
        OUTLET if speaker == OUTLET or is_outlet(speaker, names) else speaker
        for speaker in speakers
        if speaker == OUTLET or speaker in known
    }
    return found | {
        mention.id for speaker in speakers if speaker not in known for mention in names.find(speaker)
    }


def _everyone(cited: Sequence[Passage], ground: Ground) -> set[str]:
    """All who speak or are named in the cited paragraphs, or are meant by a pronoun there."""
    found: set[str] = set()
    for passage in cited:
        for told in passage.told:
            found |= _ids(told.speakers, ground.names)
        found |= {voice.id for voice in voices(passage.facts, ground.names, passage.before) if voice.id}
    return found


def _multiplied(
    mine: Sequence[Voice], wanted: set[str], cited: Sequence[Passage], ground: Ground, facts: Facts
) -> str:
    """Tell whether the sentence makes more people of an unnamed source than the text does."""
    plural = [voice for voice in mine if voice.number in ("many", "several")]
    if not plural:
        return ""
    theirs = {kind_of(id, ground.names) for id in wanted} - {""}
    if not theirs:
        everyone = {
            voice.number for passage in cited for voice in voices(passage.facts, ground.names, passage.before)
        } - {""}
        theirs = everyone
    shown = facts.text[plural[0].start : plural[0].start + 30].split(",")[0]
    if theirs == {"one"}:
        return shown
    return shown if theirs and any(voice.number == "several" for voice in plural) else ""


def _swapped(
    spoken: Sequence[Voice],
    wanted: set[str],
    cited: Sequence[Passage],
    ground: Ground,
    place: Place | None,
    nearness: float,
) -> list[Finding]:
    named = [voice for voice in spoken if voice.id]
    if not named:
        return []
    everyone = _everyone(cited, ground)
    strange = [voice for voice in named if voice.id not in everyone]
    key = "speaker-as-outlet" if everyone <= {OUTLET} else "speaker-swapped"
    if strange and len(strange) == len(named):
        return [Finding(key, possible=1, params={"given": _name(strange[0].id, ground)}, place=place)]
    if nearness >= 0.6 and wanted and not any(voice.id in wanted for voice in named):
        key = "speaker-as-outlet" if wanted == {OUTLET} else "speaker-swapped"
        return [Finding(key, possible=1, params={"given": _name(named[0].id, ground)}, place=place)]
    return []


def _name(id: str, ground: Ground) -> str:
    party = ground.names.people.get(id) or ground.names.organisations.get(id)
    return party.name if party else id
