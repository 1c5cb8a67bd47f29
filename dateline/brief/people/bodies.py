"""Who says so where no name of case.yaml fits: "the hotel association said", "its accounts show"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import Names
from dateline.brief.language.posts import body_of
from dateline.brief.language.wording import Word, is_light, phrases_in
from dateline.brief.people.parties import Voice, candidates_of, is_outlet
from dateline.brief.people.saying import is_reporting, owns
from dateline.brief.people.titles import holder, is_called
from dateline.brief.people.unnamed import listed
from dateline.lexicon import load

_LONGEST = 9  # words of a phrase for somebody
_CLOSES = re.compile(r"\s*(?:[.,;:!?)\]]|[\"'”’]|$)")
_SEVERAL = re.compile(r"(?:the\s+)?(?:two|three|four|several|both)\b", re.IGNORECASE)
_NAMED = re.compile(r",\s+(?:(?:Dr|Mr|Ms|Mrs)\.?\s+)?")
_TAIL = re.compile(
    r"\s+(?:in|on|at|last|this|earlier|yesterday)\b[^,;:.]{0,40}[.,;]"
)  # "found in a report last year."
_GAPS = (" ", "' ", "’ ", "-", " & ")
_OPENS = re.compile(r"(?:^|[,;:.\"'”’)(–—-])\s*$")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase for whoever speaks: its own words, and those that "of", "by" or "for" adds to them."""

    own: tuple[Word, ...]
    added: tuple[Word, ...] = ()

    @property
    def head(self) -> Word:
        return self.own[-1]

    @property
    def start(self) -> int:
        return self.own[0].start


_Found = Iterator[tuple[_Phrase, tuple[int, int], str]]


def strangers(facts: Facts, names: Names, known: Sequence[Voice], before: str = "") -> list[Voice]:
    """Return the attributions to whomever the case does not know by the name used; `known` are all others.

    Their `called` are the words for them, the noun first; their `id` is that of the one party that fits.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> names = Names(open_case("syria-withdrawal"))
    >>> facts = facts_of("Prices have doubled, the bakers' guild said.", names, "2019")
    >>> [voice.called for voice in strangers(facts, names, [])]
    [('guild', 'bakers')]
    """
    taken = {voice.verb[0] for voice in known}
    candidates = candidates_of(facts, names, before)
    found = []
    for phrase, verb, how in found_in(facts, taken):
        for voice in _who(phrase, facts, candidates, names):
            found.append(replace(voice, verb=verb, how=how, loose=how == "paper"))
    return found


def found_in(facts: Facts, taken: set[int]) -> _Found:
    """Yield each phrase for somebody, the word that makes him speak, and how."""
    yield from _of_verbs(facts, taken)
    yield from _of_phrases(facts, taken)
    yield from _of_nouns(facts, taken)
    yield from _of_papers(facts)


def _of_verbs(facts: Facts, taken: set[int]) -> _Found:
    """The subjects of words of saying: right ahead, or right behind where a comma or quotation ends there."""
    telling = [(at, word) for at, word in enumerate(facts.words) if word.stem in _telling()]
    for at, word in telling:
        if word.low.endswith("ing"):
            continue
        if word.start in taken or any(a <= word.start < b for a, b in facts.quotations):
            continue
        if any(m.start < word.start < m.end for m in facts.names):
            continue  # "the fighters of Islamic State, …": a name states nothing
        if _is_done_by(facts, at):
            if agent := _agent(facts, at):
                yield agent, (word.start, word.end), "said"
            continue
        ahead = _ahead(facts, at)
        if is_reporting(facts, at):
            cut_off = _OPENS.search(facts.text[: word.start])
            phrase = (_behind(facts, at + 1) if cut_off else None) or ahead
        elif ahead and (_is_aside(facts, at, ahead) or _is_of_paper(facts, at, ahead)):
            phrase = ahead
        else:
            continue
        if phrase:
            how = "view" if word.stem in listed("views") and not _is_aside(facts, at, phrase) else "said"
            yield phrase, (word.start, word.end), how


@cache
def _telling() -> frozenset[str]:
    """The verbs that may make somebody or some paper speak."""
    return listed("verbs") | listed("showing") | {"say", "find"}


def _is_done_by(facts: Facts, at: int) -> bool:
    """ "An agreement concluded by both": what stands ahead of the verb says nothing."""
    return [word.low for word in facts.words[at + 1 : at + 2]] == ["by"]


def _agent(facts: Facts, at: int) -> _Phrase | None:
    """ "Was announced by the union's leader": whoever the body has for it."""
    phrase = _behind(facts, at + 2) if is_reporting(facts, at) else None
    return phrase if phrase and any(owns(facts, word) for word in phrase.own[:-1]) else None


def _is_aside(facts: Facts, at: int, phrase: _Phrase) -> bool:
    """ "…, the inspectors found.": between commas any such verb says who says so."""
    word = facts.words[at]
    if word.stem not in listed("verbs") and word.stem not in listed("showing"):
        return False
    if facts.words[at - 1].low in ("would", "will", "could", "can", "may", "might"):
        return False  # "if all came, the hall would hold, by our count, 900"
    plural = phrase.head.low.endswith("s") or phrase.head.low in load("wholes")["plural_nouns"]
    if word.low == word.stem and not plural:
        return False  # "…, a retired judge, …"
    opens = facts.text[: phrase.start].rstrip()[-1:] in tuple(",\"'”’")
    bound = word.stem in load("reporting")["bound"] and word.stem != "find"
    # "Washington maintains in excess of 5,000 there" says nothing
    goes_on = not bound and _TAIL.match(facts.text, word.end)
    return opens and bool(_CLOSES.match(facts.text, word.end) or goes_on)


def _is_of_paper(facts: Facts, at: int, phrase: _Phrase) -> bool:
    """ "Its accounts show", "a survey by the authority suggests"."""
    verb = facts.words[at].stem
    return phrase.head.stem in listed("papers") and verb in listed("showing") | {"say", "find"}


def _of_phrases(facts: Facts, taken: set[int]) -> _Found:
    """Whoever stands behind "according to" and its kin."""
    for match in phrases_in(facts.text, load("reporting")["phrases"]):
        if match.start() in taken or any(a <= match.start() < b for a, b in facts.quotations):
            continue
        if facts.text[match.end() :].lstrip().startswith(","):
            continue  # "According to @S2, the barracks …"
        at = next((n for n, word in enumerate(facts.words) if word.start >= match.end()), None)
        phrase = _behind(facts, at) if at is not None else None
        if phrase:
            yield phrase, match.span(), "phrase"


def _of_nouns(facts: Facts, taken: set[int]) -> _Found:
    """Whose estimate it is: "the police's figure", "a denial by both armies"."""
    nouns = listed("nouns")
    named = [(at, w) for at, w in enumerate(facts.words) if w.stem in nouns or w.low in nouns]
    for at, word in named:
        if word.start in taken or not at or word.low.endswith("ed"):
            continue
        if any(a <= word.start < b for a, b in facts.quotations):
            continue
        phrase = _ending(facts, at - 1) if owns(facts, facts.words[at - 1]) else None
        if phrase is None and _is_done_by(facts, at):
            phrase = _behind(facts, at + 2)
        if phrase is not None:
            yield phrase, (word.start, word.end), "noun"


def _ending(facts: Facts, at: int) -> _Phrase | None:
    """The noun phrase that ends in a word."""
    own: list[Word] = []
    for word in reversed(facts.words[max(0, at - _LONGEST) : at + 1]):
        if _ends(word) or (own and facts.text[word.end : own[-1].start] not in _GAPS):
            break
        own.append(word)
    return _phrase(own[::-1], []) if own else None


def _of_papers(facts: Facts) -> _Found:
    """ "In a poll carried out last month by the firm X": whoever asked says so, and so may the report."""
    papers = listed("papers")
    named = [(at, word) for at, word in enumerate(facts.words) if word.stem in papers]
    for at, word in named:
        if "in" not in {other.low for other in facts.words[max(0, at - 3) : at]}:
            continue
        comma = facts.text.find(",", word.end)
        by = next(
            (n for n in range(at + 1, min(at + 7, len(facts.words))) if facts.words[n].low == "by"), None
        )
        if by is None or 0 <= comma < facts.words[by].start:
            continue
        if phrase := _behind(facts, by + 1):
            yield phrase, (word.start, word.end), "paper"


def _behind(facts: Facts, at: int) -> _Phrase | None:
    """The noun phrase that begins at a word."""
    own = _run(facts, at)
    if not own:
        return None
    end = at + len(own)
    link = facts.words[end] if end < len(facts.words) else None
    linked = link and link.low in ("of", "by", "for", "at") and link.start - own[-1].end == 1
    return _phrase(own, _run(facts, end + 1) if linked else [])


def _run(facts: Facts, at: int) -> list[Word]:
    found: list[Word] = []
    for here, word in enumerate(facts.words[at : at + _LONGEST], at):
        apart = found and facts.text[found[-1].end : word.start] not in _GAPS
        if apart or _ends(word) or (found and (is_reporting(facts, here) or _is_participle(facts, here))):
            break
        found.append(word)
    return found


def _is_participle(facts: Facts, at: int) -> bool:
    """ "A document seen by the agency": the noun ends before "seen"."""
    made = facts.words[at].low.endswith("ed") or facts.words[at].low in listed("participles")
    behind = facts.words[at + 1].low if at + 1 < len(facts.words) else ""
    return made and behind in listed("prepositions") | {"last", "this", "earlier"}


def _ahead(facts: Facts, at: int) -> _Phrase | None:
    """The noun phrase that ends right before a verb, helpers such as "has" left out."""
    here = at - 1
    while here > 0 and facts.words[here].low in _helpers():
        here -= 1
    if here < 0 or facts.text[facts.words[here].end : facts.words[here + 1].start] not in (" ", "' ", "’ "):
        return None
    parts: list[list[Word]] = [[]]
    for word in reversed(facts.words[max(0, here - _LONGEST) : here + 1]):
        following = parts[-1][-1] if parts[-1] else facts.words[here + 1]
        if parts[-1] and facts.text[word.end : following.start] not in _GAPS:
            break
        if word.low in ("of", "by", "for", "at") and parts[-1]:
            parts.append([])
        elif _ends(word):
            break
        else:
            parts[-1].append(word)
    runs = [part[::-1] for part in reversed(parts) if part]
    if not runs or not _begins(facts, runs[0][0]):
        return None
    if (whose := _told_which(facts, runs[0][0])) is not None:
        return whose
    return _phrase(runs[0], [word for run in runs[1:] for word in run])


def _told_which(facts: Facts, first: Word) -> _Phrase | None:
    """ "The firm that runs the plant says": the one of whom "that runs the plant" tells which one."""
    at = facts.words.index(first)
    noun, link = facts.words[max(0, at - 2) : at] or (None, None) if at > 1 else (None, None)
    if noun is None or link is None or link.low not in ("that", "which", "who"):
        return None
    head = noun.low in listed("bodies") | listed("unnamed")
    runs_on = head and facts.text[noun.end : link.start] == " " and len(first.low) > len("is")
    return _ending(facts, at - 2) if runs_on and first.low.endswith(("s", "ed")) else None


@cache
def _helpers() -> frozenset[str]:
    return frozenset(
        (*load("certainty")["have"], *listed("auxiliaries"), "also", "now", "later", "then", "not")
    )


def _begins(facts: Facts, word: Word) -> bool:
    """Tell whether a clause begins with a word: behind another noun it would belong to that one.

    A date says when the clause holds: "On Tuesday 8 June the minister said".
    """
    ahead = [other for other in facts.words if other.end <= word.start][-1:]
    opens = bool(_OPENS.search(facts.text[: word.start]))
    dated = bool(ahead) and any(date.start <= ahead[0].start < date.end for date in facts.dates)
    return opens or dated or (bool(ahead) and ahead[0].low in listed("before_clauses"))


def _phrase(own: Sequence[Word], added: Sequence[Word]) -> _Phrase | None:
    plain = [w for w in own if w.low not in listed("before_names") and w.low not in listed("small")]
    paper = bool(plain) and plain[-1].stem in listed("papers")
    return _Phrase(tuple(own), tuple(added)) if plain and (paper or not is_light(plain[-1])) else None


def _ends(word: Word) -> bool:
    """Tell whether no phrase for somebody goes on with a word."""
    return word.low in _enders()


@cache
def _enders() -> frozenset[str]:
    small = {"of", "by", "for", "at"} | listed("phrase_ends") | (listed("prepositions") - {"near"})
    certain = load("certainty")
    return listed("nobody") | small | {*certain["be"], *certain["have"]}


def _who(phrase: _Phrase, facts: Facts, candidates: Sequence[Voice], names: Names) -> list[Voice]:
    """Whoever is meant: for a paper the body whose it is as well, for all others one."""
    plain = Voice("", start=phrase.start, end=phrase.head.end)
    if phrase.head.stem in listed("papers"):
        return [replace(plain, called=(phrase.head.stem,)), *_its(phrase, facts, names)]
    end = phrase.head.end
    mine = [v for v in candidates if phrase.start <= v.start and end <= v.end <= end + 2 and v.start < end]
    if mine:
        return mine[:1] if phrase.own[0] is not phrase.head or mine[0].id else []
    named = _NAMED.match(facts.text, end)
    people = {m.start: m.id for m in facts.names if m.person}
    if named and (id := people.get(named.end())):
        return [replace(plain, id=id)]
    owner = people.get(phrase.own[0].start) if owns(facts, phrase.own[0]) else ""
    if owner and (id := body_of(names.people[owner].role, names.organisations)):
        return [replace(plain, id=id)]  # "Orrin's department"
    called = _called((phrase.head, *phrase.own[:-1], *phrase.added))
    one = not _SEVERAL.match(facts.text, phrase.start)  # "the two ministries" are no one party of the case
    id = holder(called, names) if one else ""
    titles = _titles(phrase) if phrase.head.is_name else ()
    if id and not is_called(titles or called, names.organisations[id]):
        id, called = "", (*called, *titles)  # "the State Department" is not the Department of Defense
    return [replace(plain, id=id, called=called)] if called else []


def _titles(phrase: _Phrase) -> tuple[str, ...]:
    """The words of a name, its article left out."""
    return tuple(
        word.low for word in phrase.own if word.text[:1].isupper() and word.low not in listed("small")
    )


def _its(phrase: _Phrase, facts: Facts, names: Names) -> list[Voice]:
    """ "Its accounts" are of the body named last, the reports left out."""
    bodies = [m.id for m in facts.names if not m.person and m.end <= phrase.start]
    bodies = [id for id in bodies if not is_outlet(id, names)]
    if phrase.own[0].low not in ("its", "their") or not bodies:
        return []
    return [Voice(bodies[-1], start=phrase.start, end=phrase.head.end)]


def _called(own: Sequence[Word]) -> tuple[str, ...]:
    small = listed("before_names") | listed("small") | {"the"}
    return tuple(word.low.rstrip("'") for word in own if word.low not in small and not is_light(word))
