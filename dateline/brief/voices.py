"""Who speaks in a text: every attribution, in whatever order the sentence has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.brief.facts import Facts
from dateline.brief.names import Mention, Names, nations
from dateline.brief.splitting import sentences
from dateline.brief.unnamed import Unnamed, kind_of, listed, number, plain, read
from dateline.brief.wording import Word, is_light, pattern_of
from dateline.lexicon import load
from dateline.marks import fold

OUTLET = "outlet"
_WRITER = "writer"  # "we judge", "if we add": the brief's own voice is nobody's of the sources


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution: `id` of a person or organisation, "outlet", or "" for people the case does not know.

    `number` is "one", "many" or "several" for people without a name, and `someone` how they are described;
    `start` and `end` are where they stand, `verb` where the word stands that makes them speak. `how` is
    "said", "view" (held, not said), "noun" or "phrase".
    """

    id: str
    number: str = ""
    start: int = 0
    end: int = 0
    verb: tuple[int, int] = (0, 0)
    how: str = "said"
    someone: Unnamed | None = None


def voices(facts: Facts, names: Names, before: str = "") -> list[Voice]:
    """Return everyone to whom a text attributes something; `before` is whom a pronoun means.

    >>> from dateline import open_case
    >>> from dateline.brief.facts import facts_of
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
    candidates = _candidates(facts, names, before)
    found = [voice for at in range(len(facts.words)) for voice in _at(facts, at, candidates, names)]
    found += _of_phrases(facts, candidates)
    found = found or _for_them(facts, candidates, names)
    return sorted((voice for voice in found if voice.id != _WRITER), key=lambda voice: voice.verb)


def _at(facts: Facts, at: int, candidates: Sequence[Voice], names: Names) -> Iterator[Voice]:
    word = facts.words[at]
    if _quoted(word, facts):
        return
    if is_reporting(facts, at):
        how = "view" if word.stem in listed("views") else "said"
        voice = _of_verb(facts, at, candidates)
    elif word.stem in listed("nouns") or word.low in listed("nouns"):
        how, voice = "noun", _of_noun(facts, at, candidates, names)
    else:
        return
    if voice is not None:
        yield replace(voice, verb=(word.start, word.end), how=how)


def _quoted(word: Word, facts: Facts) -> bool:
    return any(a <= word.start < b for a, b in facts.quotations)


def is_reporting(facts: Facts, at: int) -> bool:
    """Tell whether a word is a verb of saying here: "put" is none in "put up", nor "report" in "a report"."""
    all_words, word = facts.words, facts.words[at]
    if word.stem not in listed("verbs"):
        return False
    before = all_words[at - 1].low if at else ""
    if word.stem == "consider" and (
        word.low.endswith("ing") or (all_words[at + 1 : at + 2] and all_words[at + 1].low.endswith("ing"))
    ):
        return False
    if before == "to" and not (at > 1 and all_words[at - 2].low in ("on", "went", "continued")):
        return False
    if before in listed("no_verb_behind") and not _behind_a_party(facts, at):
        return False
    if (
        {word.low, word.stem} & listed("nouns")
        and nations(all_words[max(0, at - 1) : at])
        and _by(all_words, at)
    ):
        return False  # "by Turkish estimates"
    if (at and _owns(facts, all_words[at - 1])) or (word.low in listed("nouns") and word.low.endswith("ing")):
        return False
    if word.low in ("report", "reports", "count", "counts", "call", "calls", "claim", "view", "views"):
        follows = all_words[at + 1].low if at + 1 < len(all_words) else ""
        if before in listed("prepositions") or follows in ("of", "on", "between", "with", "for"):
            return False
    wanted = load("reporting")["bound"].get(plain(word.stem))
    if wanted is None:
        return True
    end = next(b for a, b in sentences_of(facts.text) if word.start < b)
    reach = [other.low for other in all_words[at + 1 : at + 16] if other.start < end]
    return any(
        low in wanted and (low in listed("far") or not gap) for gap, low in enumerate(reach)
    ) or _named_with(word, facts)


def attributes(facts: Facts, at: int) -> bool:
    """Tell whether a word only says that something is said: "warned", "in her eyes", "by his account"."""
    word = facts.words[at]
    if word.low in listed("nouns") or word.stem in listed("nouns"):
        return True
    return word.stem not in listed("more_than_said") and is_reporting(facts, at)


def _by(all_words: Sequence[Word], at: int) -> bool:
    return bool({word.low for word in all_words[max(0, at - 3) : at]} & listed("by"))


def _owns(facts: Facts, word: Word) -> bool:
    return fold(word.text).endswith("'s") or _ends_owning(facts, word)


def _named_with(word: Word, facts: Facts) -> bool:
    """ "calls Esper's remarks the first", "considers the Kurds terrorists": a party right behind the verb."""
    views = word.stem in ("call", "consider", "term", "label", "brand", "deem")
    return views and any(0 < m.start - word.end <= 5 for m in facts.names)


def _behind_a_party(facts: Facts, at: int) -> bool:
    """ "his own", "that", "one": a noun would follow, unless a party or a comma stands before."""
    return facts.text[: facts.words[at].start].rstrip()[-1:] in ',"”’'


def _candidates(facts: Facts, names: Names, before: str) -> list[Voice]:
    """Everyone in a text who could speak, in order."""
    found = [_voice(mention, facts, names) for mention in facts.names if not _is_adjective(mention, facts)]
    spans = [(mention.start, mention.end) for mention in facts.names]
    for match in pattern_of(tuple(load("reporting")["outlet"])).finditer(fold(facts.text)):
        if not any(a <= match.start() < b for a, b in spans):
            found.append(Voice(OUTLET, start=match.start(), end=match.end()))
            spans.append(match.span())
    for at, word in enumerate(facts.words):
        if any(a <= word.start < b for a, b in spans):
            continue
        if (
            word.low in ("those",)
            and facts.words[at + 1 : at + 2]
            and facts.words[at + 1].low not in listed("knowing")
        ):
            continue
        if word.low in listed("unnamed"):
            found.append(_unnamed(facts, at))
        elif word.low in ("s1", "s2", "s3", "s4"):
            found.append(Voice(OUTLET, start=word.start, end=word.end))
        elif word.low in ("we", "i"):
            found.append(Voice(_WRITER, start=word.start, end=word.end))
        elif word.low == "it" and (body := _body(word, facts)):
            found.append(Voice(body, start=word.start, end=word.end))
        elif word.low == "they":
            found += _they(word, found, names, before)
        elif word.low in ("he", "she") and (meant := _meant(word, facts, before)):
            found.append(Voice(meant, kind_of(meant, names), word.start, word.end))
    return sorted(found, key=lambda voice: voice.start)


def _unnamed(facts: Facts, at: int) -> Voice:
    someone = read(facts.words, at)
    return Voice("", someone.number, facts.words[at].start, facts.words[at].end, someone=someone)


def _is_adjective(mention: Mention, facts: Facts) -> bool:
    """ "US" before a noun says whose troops they are; it is nobody who speaks."""
    at = next((i for i, word in enumerate(facts.words) if word.start >= mention.end), None)
    inside = [word for word in facts.words if mention.start <= word.start < mention.end]
    if at is None or not inside or not nations(inside[-1:]):
        return False
    behind = facts.words[at]
    adjacent = facts.text[mention.end : behind.start] == " "
    return (
        adjacent and not is_light(behind) and not is_reporting(facts, at) and not behind.low.endswith("ed")
    ) or (adjacent and behind.low in listed("unnamed"))


def _meant(word: Word, facts: Facts, before: str) -> str:
    """Whom a pronoun means: the person named last before it in the text, else the one of the text before."""
    ahead = [m for m in facts.names if m.person and m.end <= word.start]
    subjects = [m for m in ahead if not _is_object(m.start, facts.words)]
    return subjects[-1].id if subjects else before


def _they(word: Word, ahead: Sequence[Voice], names: Names, before: str) -> list[Voice]:
    """Whom "they" means: the reports or the unnamed people before it, never one named person."""
    many = [v for v in ahead if v.end <= word.start and (v.number in ("many", "several") or v.id == OUTLET)]
    if many:
        return [replace(max(many, key=lambda voice: voice.start), start=word.start, end=word.end)]
    return [Voice(before, "many", word.start, word.end)] if kind_of(before, names) == "many" else []


def _body(word: Word, facts: Facts) -> str:
    """The organisation that "it" means when it opens a sentence: the first one of the sentence before."""
    spans = sentences_of(facts.text)
    at = next((i for i, (a, _) in enumerate(spans) if a == word.start), 0)
    if not at:
        return ""
    named = [m for m in facts.names if spans[at - 1][0] <= m.start < spans[at - 1][1] and not m.person]
    return next((m.id for m in named if not _is_object(m.start, facts.words)), "")


@lru_cache(maxsize=512)
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of a text's sentences; what stands behind the last one belongs to it."""
    found = sentences(text) or [(0, len(text))]
    return (*found[:-1], (found[-1][0], len(text) + 1))


def _voice(mention: Mention, facts: Facts, names: Names) -> Voice:
    if is_outlet(mention.id, names):
        return Voice(OUTLET, start=mention.start, end=mention.end)
    surface = facts.text[mention.start : mention.end]
    inside = [at for at, word in enumerate(facts.words) if mention.start <= word.start < mention.end]
    heads = [at for at in inside if facts.words[at].low in listed("unnamed")]
    someone = read(facts.words, heads[0]) if heads and not surface.istitle() else None
    told = ""
    if someone is not None or surface.islower():
        told = number(facts.words, (heads or inside)[0 if heads else -1])
        told = told if heads or kind_of(mention.id, names) else ""
    return Voice(
        mention.id,
        told or kind_of(mention.id, names),
        mention.start,
        mention.end,
        someone=someone if told else None,
    )


def is_outlet(id: str, names: Names) -> bool:
    """Tell whether an organisation of the case is the outlet or agency of a report."""
    party = names.organisations.get(id)
    role = party.role.lower() if party else ""
    return id.startswith("outlet") or any(
        word in role for word in ("news agency", "newspaper", "outlet", "broadcaster", "own voice")
    )


def _of_verb(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """The subject of a reporting verb: its agent in the passive, behind it when inverted, else before it."""
    all_words, verb = facts.words, facts.words[at]
    if _is_passive(all_words, at):
        agent = _agent(all_words, at, candidates)
        if agent is None and verb.stem in listed("passed_on") and _as_saying(all_words, at):
            return _ahead(facts, at, candidates)
        return agent
    subject = _ahead(facts, at, candidates)
    cut_off = facts.text[: verb.start].rstrip()[-1:] in tuple(',"”’»-–—') or at == 0
    behind = _behind(facts, at, candidates)
    follows = all_words[at - 1].low in ("did", "so", "as") if at else False
    if behind and (cut_off or follows or subject is None):
        return behind
    if subject is not None and verb.stem in ("quote", "cite") and behind:
        return behind if subject.id == OUTLET else subject
    return subject


def _is_passive(all_words: Sequence[Word], at: int) -> bool:
    verb = all_words[at]
    if not (verb.low.endswith("ed") or verb.low in listed("participles")):
        return False
    ahead = [word.low for word in all_words[max(0, at - 2) : at]]
    be = load("certainty")["be"]
    close = at and verb.start - all_words[at - 1].end == 1
    if close and (ahead[-1] in be or (ahead[0] in be and ahead[-1].endswith(("ly", "not", "so", "also")))):
        return True
    return at + 1 < len(all_words) and all_words[at + 1].low == "by"


def _as_saying(all_words: Sequence[Word], at: int) -> bool:
    tail = [word.low for word in all_words[at + 1 : at + 5]]
    return "as" in tail or "to" in tail


def _ahead(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """The nearest party before a verb that is nobody's object."""
    verb = facts.words[at]
    begins = next(a for a, b in sentences_of(facts.text) if verb.start < b)
    ahead = [
        v for v in candidates if begins <= v.start and v.end <= verb.start and not _owns_another(facts, v)
    ]
    if at and facts.words[at - 1].low in ("which", "who") and ahead:
        return ahead[-1]
    subjects = [v for v in ahead if not _is_object(v.start, facts.words)]
    return subjects[-1] if subjects else None


def _owns_another(facts: Facts, voice: Voice) -> bool:
    """ "The Pentagon's chief said": it is not the Pentagon who speaks; "Esper's account says" it is."""
    if (
        fold(facts.text)[voice.end : voice.end + 2] != "'s"
        and fold(facts.text)[voice.end - 2 : voice.end] != "'s"
    ):
        return False
    behind = [word for word in facts.words if word.start >= voice.end + 1][:3]
    return not any(word.low in listed("nouns") or word.stem in listed("nouns") for word in behind)


def _behind(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who stands right behind a reporting verb, small words such as "a senior US" left out."""
    verb = facts.words[at]
    for word in facts.words[at + 1 : at + 8]:
        hit = next((voice for voice in candidates if voice.start == word.start), None)
        if hit and word.clause == verb.clause:
            return None if _begins_a_clause(facts, hit) else hit
        small = word.low in listed("before_names") | listed("ranks") or word.is_name
        if not small or word.clause != verb.clause:
            return None
    return None


def _begins_a_clause(facts: Facts, voice: Voice) -> bool:
    """ "said the Pentagon had …": what stands behind the verb is the subject of the next clause."""
    behind = next((at for at, word in enumerate(facts.words) if word.start >= voice.end), None)
    if behind is None or facts.text[voice.end : facts.words[behind].start].strip():
        return False
    certain = load("certainty")
    return facts.words[behind].low in {
        *certain["be"],
        *certain["have"],
        *listed("auxiliaries"),
    } or is_reporting(facts, behind)


def _agent(all_words: Sequence[Word], at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who does what is said in the passive: "was reported by the agency"; None when it names nobody."""
    by = next(
        (w for w in all_words[at + 1 : at + 9] if w.low == "by" and w.clause == all_words[at].clause), None
    )
    if by is None:
        return None
    return next((voice for voice in candidates if 0 <= voice.start - by.end <= 30), None)


def _is_object(start: int, all_words: Sequence[Word]) -> bool:
    at = next((i for i, word in enumerate(all_words) if word.start >= start), 0)
    ahead = [word.low for word in all_words[max(0, at - 3) : at]]
    if at and all_words[at].start - all_words[at - 1].end > 1:
        return False  # "it would go on, he said"
    while ahead and ahead[-1] in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "us",
        "american",
        "turkish",
        "mr",
        "senior",
    ):
        ahead.pop()
    if ahead[-1:] == ["of"] and ahead[:-1] and ahead[-2] in listed("several") | {"one", "none"}:
        return False  # "dozens of officials said"
    return bool(ahead) and ahead[-1] in listed("prepositions") - {"and", "at", "in"}


def _of_noun(facts: Facts, at: int, candidates: Sequence[Voice], names: Names) -> Voice | None:
    """Whose estimate it is: "the military's estimate", "an estimate by the military", "by US reckoning"."""
    all_words, noun = facts.words, facts.words[at]
    lead = [word for word in all_words[max(0, at - 4) : at] if word.clause == noun.clause]
    owned = [word for word in lead if _owns(facts, word)]
    if owned:
        return _owner(facts, owned[-1], candidates)
    if {word.low for word in lead[-2:]} & {"his", "her", "their"}:
        return None
    if any(word.low in listed("by") for word in lead):
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


def _ends_owning(facts: Facts, word: Word) -> bool:
    return word.text.endswith("s") and fold(facts.text)[word.end : word.end + 2] == "' "


def _owner(facts: Facts, word: Word, candidates: Sequence[Voice]) -> Voice | None:
    return next((c for c in candidates if c.start <= word.start < c.end + 2), None)


def _of_phrases(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whoever stands behind "according to", "in the words of" and their kin."""
    found = []
    for match in pattern_of(tuple(load("reporting")["phrases"])).finditer(fold(facts.text)):
        if any(a <= match.start() < b for a, b in facts.quotations):
            continue
        behind = [word for word in facts.words if match.end() <= word.start]
        for word in behind[:8]:
            voice = next((c for c in candidates if c.start == word.start), None)
            if voice is not None:
                found.append(replace(voice, verb=match.span(), how="phrase"))
                break
            if not (word.low in listed("before_names") | listed("ranks") or word.is_name):
                break
    return found


def _for_them(facts: Facts, candidates: Sequence[Voice], names: Names) -> list[Voice]:
    """ "To Ankara they are terrorists": the sentence opens with the one who holds the view."""
    first = facts.words[0] if facts.words else None
    if first is None or first.low not in ("to", "for"):
        return []
    voice = next((c for c in candidates if 0 < c.start - first.end <= 5), None)
    behind = fold(facts.text)[voice.end : voice.end + 6] if voice else ""
    if voice is None or (voice.id not in names.people and not names.is_state(voice.id)):
        return []
    if not (behind.startswith(",") or behind.strip().split(" ")[0] in ("they", "the", "these", "it")):
        return []
    return [replace(voice, verb=(first.start, first.end), how="view")]
