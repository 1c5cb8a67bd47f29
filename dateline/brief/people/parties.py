"""Who could speak in a text: its people and organisations, those without a name, the report, pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import Mention, Names, nations
from dateline.brief.language.once import once
from dateline.brief.language.posts import known
from dateline.brief.language.wording import Word, is_light, phrases_in, words
from dateline.brief.people.saying import is_reporting, owns, sentences_of
from dateline.brief.people.unnamed import Unnamed, kind_of, listed, number, read
from dateline.lexicon import load
from dateline.marks import fold

OUTLET = "outlet"
_BEFORE_A_NAME = frozenset(
    ("the", "a", "an", "his", "her", "us", "american", "turkish", "mr", "ms", "senior")
)
# What may stand between a name and the noun that describes its bearer.
_WHO_IS = re.compile(r",\s+(?:\d{1,3},\s+)?(?:an?|the)\s+(?:[\w'’-]+\s+){0,3}")
_HEARS = re.compile(r"\b(?:told|informed|assured|notified)\s+(?:the\s+)?$")  # "the board told the court"
_WHO_WROTE = re.compile(r"(?:the|its) (?:author|writer)", re.IGNORECASE)
_OF_A_WORK = re.compile(r"\s+of\s+(?:the|this|that|an?)\s+([\w’'-]+)")
_REPORTS = frozenset(("report", "article", "story", "piece", "text", "account", "s1", "s2", "s3", "s4"))
WRITER = "writer"  # "we judge", "if we add": the brief's own voice is nobody's of the sources


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution: `id` of a person or organisation, "outlet", or "" for people the case does not know.

    `number` is "one", "many" or "several" for people without a name, and `someone` how they are described;
    `start` and `end` are where they stand, `verb` where the word stands that makes them speak. `how` is
    "said", "view" (held, not said), "noun", "phrase" or "paper". `called` are the words for a body that the
    case does not know; what a `loose` voice says the report may say as well.
    """

    id: str
    number: str = ""
    start: int = 0
    end: int = 0
    verb: tuple[int, int] = (0, 0)
    how: str = "said"
    someone: Unnamed | None = None
    called: tuple[str, ...] = ()
    loose: bool = False

    @property
    def key(self) -> str:
        """Its id, or "?" with the words for somebody who has none."""
        head = (self.someone.head,) if self.someone else ()
        return self.id or "?" + " ".join(self.called or head)


@once
def candidates_of(facts: Facts, names: Names, before: str) -> list[Voice]:
    """Everyone in a text who could speak, in order."""
    found = [_voice(mention, facts, names) for mention in facts.names if not _is_adjective(mention, facts)]
    spans = [(mention.start, mention.end) for mention in facts.names]
    for match in phrases_in(facts.text, load("reporting")["outlet"]):
        taken = any(a < match.end() and match.start() < b for a, b in spans)  # "the agency" of the case
        if not taken and not _is_of_a_work(facts, match):
            found.append(Voice(OUTLET, start=match.start(), end=match.end()))
            spans.append(match.span())
    speaking = [(at, word) for at, word in enumerate(facts.words) if word.low in _speaking()]
    for at, word in speaking:
        if any(a <= word.start < b for a, b in spans):
            continue
        if (
            word.low in ("those",)
            and facts.words[at + 1 : at + 2]
            and (facts.words[at + 1].low not in listed("knowing") or _says_which(facts, at))
        ):
            continue
        if word.low in listed("delegates") and (owner := _delegating(facts, at, names, before)):
            found.append(Voice(owner, start=word.start, end=word.end))
        elif word.low in listed("unnamed"):
            found += _unnamed(facts, at, names)
        elif word.low in ("s1", "s2", "s3", "s4"):
            found.append(Voice(OUTLET, start=word.start, end=word.end))
        elif word.low in ("we", "i"):
            found.append(Voice(WRITER, start=word.start, end=word.end))
        elif word.low == "it" and (body := _body(word, facts)):
            found.append(Voice(body, start=word.start, end=word.end))
        elif word.low == "they":
            found += _they(word, found, names, before)
        elif word.low == "them" and [w.low for w in facts.words[max(0, at - 2) : at]] == ["one", "of"]:
            found += _one_of_them(facts, at, found)
        elif word.low in ("he", "she") and (meant := whom_it_means(word, facts, names, before)):
            found.append(Voice(meant, kind_of(meant, names), word.start, word.end))
    return sorted(found, key=lambda voice: voice.start)


def _is_of_a_work(facts: Facts, match: re.Match[str]) -> bool:
    """ "The author of the plan", "the plan was praised by its author": no report is told to say so."""
    if not _WHO_WROTE.fullmatch(match[0]):
        return False
    if match[0].lower().startswith("its "):
        return not any(word.low in _REPORTS for word in facts.words if word.end <= match.start())
    work = _OF_A_WORK.match(facts.text, match.end())
    return bool(work) and work[1].lower() not in _REPORTS


def _says_which(facts: Facts, at: int) -> bool:
    """ "Those who stay are to run the pumps": who they are, and nobody who knows or says something."""
    behind = facts.words[at + 1 : at + 3]
    says = len(behind) == 2 and behind[1].stem in (*listed("verbs"), "know", "ask", "attend", "want")
    return [word.low for word in behind[:1]] == ["who"] and not says


@cache
def _speaking() -> frozenset[str]:
    """The words that may stand for somebody who speaks, names left out."""
    pronouns = ("those", "s1", "s2", "s3", "s4", "we", "i", "it", "they", "them", "he", "she")
    return listed("delegates") | listed("unnamed") | frozenset(pronouns)


def _delegating(facts: Facts, at: int, names: Names, before: str) -> str:
    """For whom an office or a lawyer speaks: "the president's office", "his lawyer"."""
    tail = facts.words[at + 1 : at + 3]
    if tail and tail[0].low == "for":  # "a lawyer for the company"
        return next((m.id for m in facts.names if 0 < m.start - tail[0].end <= 5), "")
    ahead = facts.words[at - 1] if at else None
    if ahead is None:
        return ""
    if ahead.low in ("his", "her"):
        return whom_it_means(ahead, facts, names, before)
    if ahead.low in ("its", "their"):
        bodies = [m.id for m in facts.names if not m.person and m.end <= ahead.start]
        return bodies[-1] if bodies else ""
    owned = owns(facts, ahead)
    return next((m.id for m in facts.names if owned and m.start <= ahead.start < m.end + 2), "")


def _unnamed(facts: Facts, at: int, names: Names) -> list[Voice]:
    """People without a name; nobody where a noun describes one: "Rosa Vask, 58, a local resident, said"."""
    word, someone = facts.words[at], read(facts.words, at)
    people = [m for m in facts.names if m.person and m.end < word.start and facts.text[m.start].isupper()]
    who = names.people[people[-1].id] if people else None
    beside = who is not None and _WHO_IS.fullmatch(facts.text, people[-1].end, word.start)
    if beside and any(other.stem == word.stem for other in words(who.role)):
        return []
    return [Voice("", someone.number, word.start, word.end, someone=someone)]


def _is_adjective(mention: Mention, facts: Facts) -> bool:
    """ "US" before a noun says whose troops they are; it is nobody who speaks."""
    first, at = _inside(mention, facts)
    adjacent = at < len(facts.words) and facts.text[mention.end : facts.words[at].start] == " "
    if adjacent and mention.person and _names_a_thing(mention, facts, at):
        return True
    if _owns(mention, facts) and any(other.start == mention.end + 3 for other in facts.names):
        return True  # "Varessia's labour office" is the office
    if not adjacent or first == at:
        return False
    behind = facts.words[at]
    if not mention.person and behind.low in known():
        return not is_reporting(facts, at)  # "the city treasurer"
    if not nations(facts.words[at - 1 : at]):
        return False
    verb = is_light(behind) or behind.low.endswith("ed") or is_reporting(facts, at)
    return not verb or behind.low in listed("unnamed")


def _inside(mention: Mention, facts: Facts) -> tuple[int, int]:
    """The numbers of the first word of a name, and of the first one behind it."""
    return bisect_left(facts.starts, mention.start), bisect_left(facts.starts, mention.end)


def _names_a_thing(mention: Mention, facts: Facts, at: int) -> bool:
    """ "A Veld government": behind "a" a name with a noun right behind it is only what it is called."""
    behind = facts.words[at]
    ahead = next((word for word in reversed(facts.words) if word.end <= mention.start), None)
    if ahead is None or ahead.low not in ("a", "an", "any"):
        return False
    return not (behind.low.endswith("ed") or is_light(behind) or is_reporting(facts, at))


def whom_it_means(word: Word, facts: Facts, names: Names, before: str) -> str:
    """Whom a pronoun means: the person named last before it in the text, else the one of the text before."""
    ahead = [m for m in facts.names if m.person and m.end <= word.start and not _is_adjective(m, facts)]
    ahead = [m for m in ahead if not _owns_somebody(m, facts)]
    owning = [m for m in ahead if _owns(m, facts)]
    subjects = [m for m in ahead if not is_object(m.start, facts) and m not in owning] or owning
    agents = [m for m in ahead if facts.text[: m.start].rstrip().endswith((" by", "By"))]
    owners = [id for m in ahead if (id := _owner(m, facts, names))]
    return [m.id for m in subjects or agents][-1] if subjects or agents else (owners or [before])[-1]


def _owns(mention: Mention, facts: Facts) -> bool:
    return fold(facts.text)[mention.end : mention.end + 2] == "'s"


def _owns_somebody(mention: Mention, facts: Facts) -> bool:
    """ "Verrand's successor said that she would": she is the successor."""
    behind = [word.stem for word in facts.words if word.start > mention.end][:2]
    return _owns(mention, facts) and not listed("unnamed").union(listed("kin"), known()).isdisjoint(behind)


def _owner(mention: Mention, facts: Facts, names: Names) -> str:
    """Who stands in the name of another: Esper in "with Esper's Iraqi counterpart, he said"."""
    owner, owned, _ = fold(facts.text[mention.start : mention.end]).partition("'s ")
    return next((m.id for m in names.find(owner) if m.person), "") if owned else ""


def _they(word: Word, ahead: Sequence[Voice], names: Names, before: str) -> list[Voice]:
    """Whom "they" means: the reports or the unnamed people before it, never one named person."""
    many = [v for v in ahead if v.end <= word.start and (v.number in ("many", "several") or v.id == OUTLET)]
    if many:
        return [replace(max(many, key=lambda voice: voice.start), start=word.start, end=word.end)]
    return [Voice(before, "many", word.start, word.end)] if kind_of(before, names) == "many" else []


def _one_of_them(facts: Facts, at: int, ahead: Sequence[Voice]) -> list[Voice]:
    """ "Two diplomats said so. One of them said that …": one of the unnamed people before it."""
    many = [v.someone for v in ahead if v.someone and v.number in ("many", "several")]
    start, end = facts.words[at - 2].start, facts.words[at].end
    return [Voice("", "one", start, end, someone=Unnamed("one", who.head, ())) for who in many[-1:]]


def _body(word: Word, facts: Facts) -> str:
    """The organisation that "it" means when it opens a sentence: the first one of the sentence before; where
    "it" says something, rather the one that spoke there."""
    spans = sentences_of(facts.text)
    at = next((i for i, (a, _) in enumerate(spans) if a == word.start), 0)
    if not at:
        return _body_behind(word, facts)
    named = [m for m in facts.names if spans[at - 1][0] <= m.start < spans[at - 1][1] and not m.person]
    named = [m for m in named if not is_object(m.start, facts)]
    spoke = [m for m in named if _says(facts, m.end)] if _says(facts, word.end) else []
    return next((m.id for m in spoke or named), "")


def _says(facts: Facts, end: int) -> bool:
    """ "The monitor said", "it called": a word of saying stands right behind."""
    at = next((n for n, word in enumerate(facts.words) if word.start >= end), None)
    return at is not None and is_reporting(facts, at) and not facts.text[end : facts.words[at].start].strip()


def _body_behind(word: Word, facts: Facts) -> str:
    """ "…, it estimated": the organisation named last before it."""
    at = facts.words.index(word)
    closes = facts.text[: word.start].rstrip()[-1:] in tuple(',"”’')
    if not closes or at + 1 >= len(facts.words) or not is_reporting(facts, at + 1):
        return ""
    ahead = [m for m in facts.names if not m.person and m.end <= word.start]
    ahead = [m for m in ahead if not facts.text[m.start : m.end].endswith("s")]  # "the forces" are no "it"
    ahead = [m for m in ahead if not _HEARS.search(facts.text, 0, m.start)] or ahead
    return ahead[-1].id if ahead else ""


def _voice(mention: Mention, facts: Facts, names: Names) -> Voice:
    if is_outlet(mention.id, names):
        return Voice(OUTLET, start=mention.start, end=mention.end)
    surface = facts.text[mention.start : mention.end]
    inside = range(*_inside(mention, facts))
    heads = [at for at in inside if facts.words[at].low in listed("unnamed")]
    someone = read(facts.words, heads[0]) if heads and not surface.istitle() else None
    told = ""
    party = names.people.get(mention.id)
    if party and party.name[:1].isupper():
        someone = None  # "the company's spokesman" is one whom the case names
    elif inside and (someone is not None or surface.islower()):
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
    return _is_outlet(names, id)


@once
def _is_outlet(names: Names, id: str) -> bool:
    party = names.organisations.get(id)
    role = party.role.lower() if party else ""
    return id.startswith("outlet") or any(
        word in role
        for word in ("news agency", "newspaper", "magazine", "outlet", "broadcaster", "own voice")
    )


def is_object(start: int, facts: Facts) -> bool:
    """Tell whether a party stands behind a preposition; "of the islands' office" has its owner between."""
    all_words = facts.words
    at = next((i for i, word in enumerate(all_words) if word.start >= start), 0)
    while at > 1 and owns(facts, all_words[at - 1]):
        at -= 1
    ahead = [word.low for word in all_words[max(0, at - 3) : at]]
    if at and all_words[at].start - all_words[at - 1].end > 1:
        return False  # "it would go on, he said"
    first = at
    while ahead and (ahead[-1] in _BEFORE_A_NAME or ahead[-1] in load("places")["sides"]):
        ahead.pop()
        first -= 1
    if first and "," in facts.text[all_words[first - 1].end : all_words[first].start]:
        return False  # "200 are to stay on, the second report says"
    if len(ahead) == 3 and ahead[0] in ("of", "by") and ahead[1] in ("the", "a", "an") and at > 3:
        return all_words[at - 4].low not in listed("several") | {
            "one",
            "none",
        }  # "the union of the dock workers"
    if (
        ahead[-2:-1] == ["to"]
        and at > 1
        and all_words[at - 1].stem == ahead[-1]
        and all_words[at].low.islower()
    ):
        return True  # "to send soldiers"
    if ahead[-1:] == ["of"] and ahead[:-1] and ahead[-2] in listed("several") | {"one", "none"}:
        return False  # "dozens of officials said"
    if ahead[-3:] == ["a", "number", "of"]:
        return False
    return bool(ahead) and ahead[-1] in listed("prepositions") - {"and", "at", "in"}
