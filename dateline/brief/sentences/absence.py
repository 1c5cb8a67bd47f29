"""Whether what a brief calls unsaid is said after all: question and answer stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dateline.brief.deeds import certainty
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.names import Mention, Names
from dateline.brief.ground.passages import Passage
from dateline.brief.language.once import once
from dateline.brief.language.thesaurus import broader
from dateline.brief.language.wording import Word, has_phrase, is_light, phrases_in, words
from dateline.brief.sentences.cover import claiming
from dateline.dates import DateMention, bounds, is_edtf
from dateline.lexicon import WordList, load
from dateline.marks import fold

_THAT = re.compile(
    r"\b(?:says?|tells?|states?|reports?|mentions?|confirms?|said|stated)\s+that\b", re.IGNORECASE
)
_OF = re.compile(r"\b(?:of|on|about|by|with)\s+(?:the\s+)?$")  # "the report on Esper does not say"
# Behind it stands a place, and nobody.
_IN = re.compile(r"\b(?:in|at|near|outside|from|above|below|beside|off)\s+(?:the\s+)?(?:[A-Z]\w+\s+)*$")
# Behind the name of somebody: he kept silent himself.
_SILENT = re.compile(r"\s+(?:(?:did|does|would|will|has|have|had|could)\s+not|declined to|refused to)\s")
_OF_A_REPORT = re.compile(r"(?:['’]s)?\s+(?:\w+\s+)?(?:reports?|articles?|accounts?|texts?)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:(?:is|are|was|were|has|have) to|will|would|must|should|by which)\b", re.IGNORECASE
)
_BEFORE = frozenset(("earlier", "last", "ago", "past"))
_SPOKE = 2  # words before a date among which a verb of saying makes it that of the saying
_TIME = frozenset(("minute", "hour", "day", "week", "fortnight", "month", "year", "decade"))


def names_who_is_silent(facts: Facts) -> bool:
    """Tell whether a sentence lets somebody by name say nothing, and not only a report.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> names = Names(open_case("syria-withdrawal"))
    >>> texts = "Esper did not say when.", "The report on Esper does not say when."
    >>> [names_who_is_silent(facts_of(text, names, "2019")) for text in texts]
    [True, False]
    """
    people = (
        mention for mention in facts.names if mention.person and not _OF.search(facts.text[: mention.start])
    )
    return any(_SILENT.match(facts.text, mention.end) for mention in people)


def is_told(facts: Facts, cited: Sequence[Passage], common: frozenset[str], names: Names) -> bool:
    """Tell whether a paragraph seems to say what a sentence calls unsaid.

    All words asked for must stand in two neighbouring sentences of it, and what answers the question with
    them: a figure for "how many", a date for "when", a name for "who" or "where", a cause for "why". What
    the source of a statement is, or whether a thing is so, no match of words can tell; nor words that are
    common to the whole case, where nothing in particular is asked.
    """
    asked, kinds = _asked(facts), _kinds(facts)
    unnamed = kinds == {"name"} and _unnamed(facts, names)
    heard = "voice" in kinds and not any(m.person for m in facts.names)  # "quotes no striker"
    open_question = kinds & {"source", "whether"} or unnamed or heard
    named = [mention for mention in _world(facts) if mention.start >= _begins(facts)]
    own = any(not facts.ideas[at] & common for at in asked) or len(named) > 1
    if open_question or not (own or (kinds and (asked or named))):
        return False
    return any(
        not (_further(facts, passage) or _is_its_own(facts, asked, passage))
        for passage in cited
        if any(
            _has_all(facts, asked, passage, window)
            and not _silence(passage.facts, window)
            and _answers(kinds, facts, asked, passage, window)
            for window in _windows(passage)
        )
    )


def stated(facts: Facts) -> str:
    """Return the statement of which a sentence says that it is not made: what stands behind "say that"."""
    match = _THAT.search(fold(facts.text))
    if match is None or not has_phrase(facts.text[: match.end()], load("absence")["phrases"]):
        return ""  # "an official said that …; the report does not say who he is"
    return facts.text[match.end() :].strip()


def _unnamed(facts: Facts, names: Names) -> bool:
    """Tell whether people without a name are asked for: who they are is what no text tells."""
    lists = load("reporting")
    roles = [names.people[m.id].role.lower() for m in facts.names if m.id in names.people]
    return any(
        word.low in (*lists["anonymous_one"], *lists["anonymous_many"]) for word in facts.words
    ) or any("not named" in role or "unnamed" in role for role in roles)


def _asked(facts: Facts) -> list[int]:
    """The words of the question: no words of absence or about reports, nothing that denies."""
    silent = phrases_in(facts.text, _silent())
    spans = [(match.start(), _past_verb(facts, match.end())) for match in silent]
    begins = _begins(facts)
    found = [
        at
        for at in claiming(facts)
        if not {facts.words[at].low, facts.words[at].stem} & _meta()
        and not certainty.negates(facts.words[at])
        and not any(a <= facts.words[at].start < b for a, b in spans)
    ]
    return [at for at in found if facts.words[at].start >= begins]


@cache
def _silent() -> WordList:
    """The words by which a text says that it does not tell something, or whether it is so."""
    return WordList((*load("absence")["phrases"], *load("asking")["asking"]["whether"]))


def _begins(facts: Facts) -> int:
    """Where the question stands that words of absence open, 0 where it is the whole sentence."""
    ends = [_past_verb(facts, match.end()) for match in phrases_in(facts.text, _silent())]
    return _question(facts, max(ends, default=0))


def _past_verb(facts: Facts, end: int) -> int:
    """Where a verb of the silent report ends: "neither report speaks of it"."""
    behind = next((word for word in facts.words if word.start >= end), None)
    says = behind is not None and behind.stem in load("reporting")["verbs"]
    return behind.end if says else end


def _question(facts: Facts, end: int) -> int:
    """Where the question begins that words of absence open: "…, since neither report says how it fell"."""
    behind = facts.behind(end, 4)
    lists = load("asking")
    at = next((n for n, word in enumerate(behind) if word.low in lists["opens"]), None)
    follows = [word.low for word in behind[at + 1 :]] if at is not None else []
    pointing = bool(follows) and follows[0] in load("reporting")["pointing"]
    return 0 if at is None or pointing else behind[at].start


@cache
def _meta() -> frozenset[str]:
    return frozenset([*load("light")["meta"], *load("absence")["reporters"], *load("asking")["asked"]])


def _kinds(facts: Facts) -> set[str]:
    """What is asked for: figure, date, name, place, cause, source, whether; nothing for a mention."""
    asking = load("asking")["asking"].items()
    return {
        kind
        for kind, cues in asking
        if has_phrase(facts.text, cues) and any(_asks(facts, cue) for cue in _each_alone(kind))
    }


@cache
def _each_alone(kind: str) -> list[WordList]:
    """Each phrase that asks for something of a kind, as a list of its own."""
    return [WordList((cue,)) for cue in load("asking")["asking"][kind]]


def _asks(facts: Facts, cue: WordList) -> bool:
    """Tell whether words of asking stand in a sentence, and do not only say more of a noun before them."""
    lists = load("asking")
    for match in phrases_in(facts.text, cue):
        ahead = [word for word in facts.words if word.end <= match.start()][-1:]
        noun = ahead and (ahead[0].low in lists["nouns_before"] or not is_light(ahead[0]))
        if not (noun and cue[0] in lists["relative"]):
            return True
    return False


def _windows(passage: Passage) -> Iterator[tuple[int, int]]:
    """Each sentence of a paragraph with the one behind it."""
    ends = [end for _, end in passage.sentences]
    for at, (start, _) in enumerate(passage.sentences):
        yield start, ends[min(at + 1, len(ends) - 1)]


def _has_all(facts: Facts, asked: Sequence[int], passage: Passage, window: tuple[int, int]) -> bool:
    start, end = window
    there = _meant(passage.facts, window)
    if any(facts.wide[at].isdisjoint(there) for at in asked):
        return False
    named = {m.id for m in passage.facts.names if start <= m.start < end} | {passage.before}
    asked_of = _begins(facts)  # "the Courier's report does not say when …": the outlet is no part of it
    return all(m.id in named for m in _world(facts) if m.start >= asked_of)


def _is_its_own(facts: Facts, asked: Sequence[int], passage: Passage) -> bool:
    """ "She did not say what they would be offered": a sentence of the paragraph calls it unsaid, word for
    word."""
    wanted = {facts.words[at].stem for at in asked}
    silent = (span for span in passage.sentences if _silence(passage.facts, span))
    told = ({w.stem for w in passage.facts.words if a <= w.start < b} for a, b in silent)
    return bool(wanted) and any(wanted <= stems for stems in told)


@once
def _silence(facts: Facts, window: tuple[int, int]) -> re.Match[str] | None:
    """The words between two places by which a paragraph says itself that something is not known."""
    return has_phrase(facts.text[slice(*window)], load("absence")["phrases"])


@once
def _meant(facts: Facts, window: tuple[int, int]) -> frozenset[str]:
    """All that the words between two places may mean, with the general words for special ones."""
    inside = [at for at, word in enumerate(facts.words) if window[0] <= word.start < window[1]]
    return frozenset().union(
        *(facts.wide[at] for at in inside), *(broader(facts.words[at].stem) for at in inside)
    )


@once
def _world(facts: Facts) -> list[Mention]:
    """The names of a sentence but for those of the reports that are silent."""
    meta = _meta()
    text = facts.text
    return [m for m in facts.names if meta.isdisjoint(word.stem for word in words(text[m.start : m.end]))]


def _answers(
    kinds: set[str], facts: Facts, asked: Sequence[int], passage: Passage, window: tuple[int, int]
) -> bool:
    """Tell whether what is asked for stands between two places of a paragraph."""
    start, end = window
    theirs = passage.facts
    units = {c.figure.unit for c in theirs.figures if start <= c.figure.start < end}
    mine = {word.low for word in facts.words}
    days = [(date.start, date.end) for date in theirs.dates]
    inside = [w for w in theirs.words if start < w.start < end and w.is_name and w.low not in mine]
    new = [w for w in inside if not any(a <= w.start < b for a, b in days) and not _opens(w, theirs.text)]
    causes = [*load("certainty")["causal"], *load("asking")["causes"]]
    found = {
        "figure": bool(units - _TIME),
        "length": bool(units & _TIME),
        "date": any(
            start <= date.start < end
            and date.kind not in ("duration", "now")
            and not _is_past(date, facts, passage)
            for date in theirs.dates
        ),
        "name": any(
            not _IN.search(theirs.text[: w.start]) and _is_beside(w, facts, asked, passage) for w in new
        ),
        "place": bool(new),
        "cause": bool(has_phrase(theirs.text[start:end], causes)),
        "answer": bool(has_phrase(theirs.text[start:end], load("asking")["asking"]["answer"])),
    }
    return all(found.get(kind, True) for kind in kinds)


def _is_past(date: DateMention, facts: Facts, passage: Passage) -> bool:
    """ "No date by which it is to be finished": what was before the report answers nothing, nor does the day
    on which somebody spoke."""
    if not _TO_COME.search(facts.text):
        return False
    ahead = [word for word in passage.facts.words if word.end <= date.start][-_SPOKE:]
    says = any(word.stem in load("reporting")["verbs"] for word in ahead)
    if says or not _BEFORE.isdisjoint(date.surface.lower().split()):
        return True
    if not (is_edtf(date.edtf) and is_edtf(passage.issued)):
        return False
    last, issued = bounds(date.edtf)[1], bounds(passage.issued)[0]
    return last is not None and issued is not None and last < issued


def _is_beside(word: Word, facts: Facts, asked: Sequence[int], passage: Passage) -> bool:
    """ "Two donors have paid. Unless more comes, Aalund said, …": her name is none of theirs."""
    span = next(span for span in passage.sentences if word.start < span[1])
    there = _meant(passage.facts, span)
    return not asked or any(facts.wide[at] & there for at in asked)


def _opens(word: Word, text: str) -> bool:
    """Tell whether a word has its capital from the sentence that it opens."""
    return text[: word.start].rstrip(' “"')[-1:] in ("", ".", "!", "?")


def _further(facts: Facts, passage: Passage) -> bool:
    """Tell whether more is asked than the paragraph tells: an act as done that it has as planned, or a day
    that it does not have."""
    days = {date.edtf for date in passage.facts.dates if date.kind != "duration"}
    asked_of = [date for date in facts.dates if not _OF_A_REPORT.match(facts.text, date.end)]
    if any(date.edtf and date.edtf not in days for date in asked_of):
        return True
    done = [act for act in certainty.acts(facts) if act.status == "done"]
    told = [(other, _groups(other.ideas)) for other in passage.acts if done]
    alike = [[other for other, own in told if not own.isdisjoint(_groups(act.ideas))] for act in done]
    return any(others and all(other.status != "done" for other in others) for others in alike)


@lru_cache(maxsize=4096)
def _groups(ideas: frozenset[str]) -> frozenset[str]:
    """The groups of synonyms among some ideas; all ideas of a word that stands in none."""
    return frozenset(idea for idea in ideas if idea.startswith("/")) or ideas
