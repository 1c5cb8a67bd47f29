"""What the cited paragraphs tell, piece by piece, and whose word each piece is by the text and the key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from dateline.brief.ground.facts import Counted, Facts, is_quoted
from dateline.brief.ground.names import Names, nations
from dateline.brief.ground.passages import Ground, Passage, Told
from dateline.brief.language.cued import Cued
from dateline.brief.language.posts import body_of
from dateline.brief.language.verbs import answers
from dateline.brief.language.wording import stem, words
from dateline.brief.people.bodies import strangers
from dateline.brief.people.unnamed import listed
from dateline.brief.people.voices import OUTLET, Voice, attributions, is_outlet
from dateline.findings import Place
from dateline.lexicon import load
from dateline.marks import fold

COMMON = 0.25  # a name or noun of the whole case shows little: a word of its own counts four times as much
_FIGURE = 2.0
_OF_ITS_MEANING = 0.85  # a word itself shows more than another word of its meaning
_CAP = re.compile(
    r"(?: on)?(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?, "
    r"(?P<cap>a|an|in what) (?:\w+ ){1,4}?(?:that|which|is|would)\b"
)
_WHO = re.compile(r",\s+(?P<cap>(?:who|whose)\b[^,;]*)")  # "…, said X, who was mayor until May": whoever X is
_DESCRIBED = re.compile(r",\s+(?:the|an?)\s+(?:[a-z-]+\s+){1,3}$")  # "…, the aid group Open Harvest reckons"
_BY_THE = re.compile(r"\W*(?:by|on|in)(?:\s+the)?\s*", re.IGNORECASE)  # "By the agency's count, …"
_WHICH = re.compile(r",\s+(?:which|whom)\s+(?:the\s+)?$")
_BY = re.compile(r",\s+(?:by|on|in)$")  # "About 3,000 came, by the police's estimate; …"
_OF_THEM = Cued(
    r"\b(?:one|two|three|four|some|most|half|many|several|none) of (?:them|these)\b", cues="of them|of these"
)
_THEY = re.compile(r",\s+(?:it|he|she|they)\s+(?:(?:has|have|had|also)\s+)?(?P<verb>\w+)[.!?\s]*$")


_Piece = tuple[tuple[int, int], frozenset[str], bool]  # where it stands, who says it, whether it is a view

_NOT_KNOWN = Cued(  # the report's own, whoever has spoken before
    r", (?:and|but) it (?:is|was|remains|remained) (?:still )?"
    r"(?:not (?:yet )?(?:known|clear|certain|established)|unclear|unknown|uncertain)\b",
    cues=" it ",
    flags=re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A piece of a paragraph: whose word it may be called, and what it is about; `strict`: nobody else's.

    It is told from others by what it is, as its paragraph is.
    """

    passage: Passage
    span: tuple[int, int]
    speakers: frozenset[str]
    ideas: frozenset[str]
    figures: tuple[Counted, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands, for whoever wants to look."""
        return Place(*self.passage.place, *self.span, self.passage.text[slice(*self.span)])


@dataclass(frozen=True)
class Matter:
    """What some words of a brief are about: the ideas of each word with its weight, and their figures."""

    words: tuple[tuple[frozenset[str], float], ...]
    figures: tuple[Counted, ...]

    @cached_property
    def weight(self) -> float:
        """How much there is to go by."""
        return sum(weight for _, weight in self.words) + _FIGURE * len(self.figures)

    @cached_property
    def _told(self) -> list[tuple[frozenset[str], frozenset[str], float]]:
        """Of each word its ideas, those of them that are no groups of words, and its weight."""
        return [(ideas, _no_groups(ideas), weight) for ideas, weight in self.words]

    @cached_property
    def _shares(self) -> dict[Telling, float]:
        return {}

    def share(self, telling: Telling) -> float:
        """The share of it that a piece of a paragraph has."""
        if telling not in self._shares:
            self._shares[telling] = self._share(telling)
        return self._shares[telling]

    def _share(self, telling: Telling) -> float:
        whole, hits = self.weight, 0.0
        for ideas, itself, weight in self._told:
            if not ideas.isdisjoint(telling.ideas):
                hits += weight * (_OF_ITS_MEANING if itself.isdisjoint(telling.ideas) else 1.0)
        hits += sum(_FIGURE for mine in self.figures if any(same_figure(mine, f) for f in telling.figures))
        return hits / whole if whole else 0.0


@lru_cache(maxsize=4096)
def _no_groups(ideas: frozenset[str]) -> frozenset[str]:
    return frozenset(idea for idea in ideas if not idea.startswith("/"))


def tells_of_them(piece: Telling) -> bool:
    """Tell whether a piece of a paragraph goes on of those told of before: "it had left one of them"."""
    return _OF_THEM.search(piece.passage.text, *piece.span) is not None


def same_figure(mine: Counted, theirs: Counted) -> bool:
    """Tell whether two figures share a bound."""
    a, b = mine.figure, theirs.figure
    return a.unit == b.unit and (
        (a.lower is not None and a.lower == b.lower) or (a.upper is not None and a.upper == b.upper)
    )


def matter(
    facts: Facts, ground: Ground, inside: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> Matter:
    """Return what the words inside some places are about, those in `taken` left out."""
    taken = [
        *taken,
        *((c.figure.start, c.figure.end) for c in facts.figures),
        *((d.start, d.end) for d in facts.dates),
    ]
    named = [(mention.start, mention.end) for mention in facts.names]
    heavy = [at for at, word in enumerate(facts.words) if not word.light]
    told = [at for a, b in inside for at in heavy if a <= facts.words[at].start < b]
    for a, b in taken:
        told = [at for at in told if not a <= facts.words[at].start < b]
    found = []
    for at in told:
        common = not facts.ideas[at].isdisjoint(ground.common) or _within(facts.words[at].start, named)
        found.append((facts.wide[at], COMMON if common else 1.0))
    return Matter(tuple(found), tuple(c for c in facts.figures if _within(c.figure.start, inside)))


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in spans)


def tellings(passage: Passage, ground: Ground) -> tuple[Telling, ...]:
    """Return all pieces of a paragraph, read once for each open case."""
    if passage.place not in ground.kept:
        ground.kept[passage.place] = tuple(_read(passage, ground))
    return ground.kept[passage.place]


def spoken_in(passage: Passage, ground: Ground) -> tuple[Voice, ...]:
    """Return all attributions of a paragraph, read once for each open case."""
    key = ("voices", *passage.place)
    if key not in ground.kept:
        ground.kept[key] = said_in(passage.facts, ground.names, passage.before)
    return ground.kept[key]


def said_in(facts: Facts, names: Names, before: str) -> tuple[Voice, ...]:
    """Return all attributions of a text in order, those to whomever the case does not know among them."""
    known = attributions(facts, names, before)
    return tuple(sorted([*known, *strangers(facts, names, known, before)], key=lambda voice: voice.verb))


def _read(passage: Passage, ground: Ground) -> list[Telling]:
    found, before, last = [], frozenset(), []
    spoken = spoken_in(passage, ground)
    for number, sentence in enumerate(passage.sentences):
        own = [voice for voice in spoken if sentence[0] <= voice.verb[0] < sentence[1]]
        carried = _carried(passage, number, bool(own))
        pieces = _pieces(passage.facts, sentence, own, before)
        said = frozenset(voice.key for voice in own if voice.how != "view" and not voice.loose)
        before = said
        denied = _denied(passage, number, last)
        them = _them(passage, number)
        last = pieces
        for span, speakers, view in pieces:
            spans = [] if OUTLET in speakers else denied
            inside = [n for n, word in enumerate(passage.facts.words) if _within(word.start, spans)]
            more = carried.union(*(passage.facts.wide[n] for n in inside))
            figures = tuple(c for c in passage.facts.figures if _within(c.figure.start, spans))
            piece = _with_key(passage, span, speakers, view, ground, more)
            found.append(replace(piece, figures=(*piece.figures, *figures, *them)))
    return found + [row for told in passage.told for row in _row(passage, told, found, ground)]


def _carried(passage: Passage, number: int, spoken: bool) -> frozenset[str]:
    """What "there", "it" or "this" carries over: the names of the sentence before.

    Where somebody says something of "it" (`spoken`), all that the sentence before speaks of.
    """
    start, end = passage.sentences[number]
    own = {word.low for word in passage.facts.words if start <= word.start < end}
    if not number or not own & listed("pointing"):
        return frozenset()
    start, end = passage.sentences[number - 1]
    inside = [(at, word) for at, word in enumerate(passage.facts.words) if start < word.start < end]
    answered = answers(passage.facts.words, passage.sentences[number])
    things = spoken and bool(own & {"it", "its", "them"}) and not answered
    them = [(c.figure.end, c.figure.end + len(c.figure.counted) + 2) for c in _them(passage, number)]
    meant = [at for at, word in inside if word.is_name or (things and not word.light)]
    them += [(m.start, m.end) for m in passage.facts.names] if them else []
    meant += [at for at, word in inside if _within(word.start, them)]
    return frozenset().union(*(passage.facts.ideas[at] for at in meant))


def _them(passage: Passage, number: int) -> tuple[Counted, ...]:
    """The figures of those of whom a sentence tells that so it is with "one of them"."""
    start, end = passage.sentences[number]
    if not number or not _OF_THEM.search(passage.text, start, end):
        return ()
    before = passage.sentences[number - 1]
    return tuple(c for c in passage.facts.figures if before[0] <= c.figure.start < before[1])


def _denied(passage: Passage, number: int, before: Sequence[_Piece]) -> list[tuple[int, int]]:
    """Where that stands which "he denied it" denies: what was said in the sentence before, else all of it."""
    if not number or not answers(passage.facts.words, passage.sentences[number]):
        return []
    said = [span for span, speakers, _ in before if OUTLET not in speakers]
    return said or [passage.sentences[number - 1]]


def _pieces(
    facts: Facts, sentence: tuple[int, int], own: Sequence[Voice], before: frozenset[str]
) -> list[_Piece]:
    """Cut a sentence into pieces, each with those whose word it is and whether it is a view."""
    if not own:
        opens = any(a <= sentence[0] < b for a, b in facts.quotations)
        inherited = before and (opens or _closes_with_them(facts, sentence))
        return [(sentence, before if inherited else frozenset((OUTLET,)), False)]
    spans = [(governed(facts, voice, sentence), voice) for voice in own]
    places = [max(voice.end, voice.verb[1]) for voice in own]
    capped = [_CAP.match(facts.text, place, sentence[1]) for place in places]
    who = [_WHO.match(facts.text, place, sentence[1]) for place in places]
    caps = {match.start("cap") for match in (*capped, *who) if match}
    edges = {match.end() for match in who if match}
    cuts = sorted({*sentence, *caps, *edges, *(edge for span, _ in spans for edge in span)})
    found = []
    for a, b in pairwise(cuts):
        over = [voice for span, voice in spans if span[0] <= a and b <= span[1]]
        around = frozenset((OUTLET, *(voice.key for voice in own)))  # "the board warned" is the report's own
        speakers = frozenset(voice.key for voice in over) or around
        if all(voice.loose for voice in over):
            speakers |= {OUTLET}
        if a in caps:
            speakers |= {OUTLET}  # "…, people said, a move that marks a turn": this may be the report's own
        found.append(((a, b), speakers, any(voice.how == "view" for voice in over)))
    return found


def _closes_with_them(facts: Facts, sentence: tuple[int, int]) -> bool:
    """ "…, it found.": whoever spoke in the sentence before goes on."""
    match = _THEY.search(fold(facts.text), *sentence)
    return match is not None and stem(match["verb"].lower()) in listed("verbs") | listed("showing")


def governed(facts: Facts, voice: Voice, sentence: tuple[int, int]) -> tuple[int, int]:
    """Return which part of a sentence an attribution covers: all of it, or what stands behind its verb.

    "X, she said, is …" and "… , said X" cover all; "after a call in which X warned that …" what follows; a
    view ("whom X regards as …") what is seen.
    """
    text = fold(facts.text)
    start, end = min(voice.start, voice.verb[0]), max(voice.end, voice.verb[1])
    having = text[sentence[0] : voice.verb[0]].strip().lower() == "having"
    if having and (comma := text.find(",", voice.verb[1], voice.start)) >= 0:
        return voice.verb[0], comma  # "Having vowed it, he was persuaded …"
    ahead, behind = _DESCRIBED.sub(",", text[sentence[0] : start]), text[end : sentence[1]]
    ahead = re.sub(r"(?<!\w)(?:the|a|an|that|then|when)\s*$", "", ahead.rstrip(), flags=re.IGNORECASE)
    opens = ahead.strip(" \"'(").split(" ")[0].lower().rstrip(",") in listed("openers")
    if voice.how == "gap":
        return voice.end, _next_break(text, voice.end, sentence[1])
    if voice.how == "phrase" or not behind.strip(" .,;:!?\"')]"):
        return _back_to_break(text, sentence, start)
    told = stem(text[slice(*voice.verb)].lower()) in listed("told_by_the_verb")
    begins = voice.verb[0] if told else voice.verb[1]
    if voice.how == "view":
        return voice.verb[1], _end_of_view(facts, text, voice, sentence[1])
    if voice.how == "noun" and _BY_THE.fullmatch(ahead) and behind.startswith(","):
        return end + 1, _next_break(text, end, sentence[1])
    inverted = voice.verb[0] < voice.start  # "At least 20 had been bought, said Wyss, who …"
    if ahead.rstrip()[-1:] in tuple(",\"'-)") and (inverted or not opens):
        return _back_to_break(text, sentence, start)
    if voice.how == "noun" and _BY.search(ahead.rstrip()) and behind[:1] in tuple(",;"):
        return _back_to_break(text, sentence, start)
    stop = _next_break(text, voice.verb[1], sentence[1])
    if opens and "," not in ahead and "," in text[end:stop]:
        stop = text.index(",", end)
    return begins, stop


def _back_to_break(text: str, sentence: tuple[int, int], start: int) -> tuple[int, int]:
    """A semicolon ends what an attribution covers."""
    return max(sentence[0], text.rfind(";", sentence[0], start) + 1), _next_break(text, start, sentence[1])


def _next_break(text: str, start: int, end: int) -> int:
    """Where a semicolon or ", and it is not known" ends what somebody says."""
    at = text.find(";", start, end)
    own = _NOT_KNOWN.search(text, start, end)
    return min(at if at >= 0 else end, own.start() if own else end)


def _end_of_view(facts: Facts, text: str, voice: Voice, end: int) -> int:
    """Where a view ends: at a clause of its own behind it, or with the clause with "which" that it is in."""
    start = voice.verb[1]
    aside = _WHICH.search(text, 0, voice.start)
    marks = (", ",) if aside else (", and ", ", but ", "; ", ", while ", ", yet ", ", whereas ")
    stops = (_outside_marks(facts, text, mark, start, end) for mark in marks)
    return min((stop for stop in stops if stop >= 0), default=end)


def _outside_marks(facts: Facts, text: str, mark: str, start: int, end: int) -> int:
    """Where a mark stands first between two places, quotations left out; -1 where it does not."""
    at = text.find(mark, start, end)
    while at >= 0 and is_quoted(facts, at):
        at = text.find(mark, at + 1, end)
    return at


def _with_key(
    passage: Passage,
    span: tuple[int, int],
    speakers: frozenset[str],
    view: bool,
    ground: Ground,
    carried: frozenset[str],
) -> Telling:
    """A piece as the text has it; the statements of the key that stand in it add whom they accept."""
    figures = tuple(c for c in passage.facts.figures if span[0] <= c.figure.start < span[1])
    for told in passage.told:
        if told.span and span[0] <= told.span[0] < span[1]:
            accepted = ids(told.speakers, ground.names)
            held = (
                told.kind in ("position", "plan", "opinion")
                and OUTLET not in speakers
                and speakers & accepted
            )
            speakers |= accepted - {OUTLET} if view or (held and not figures) else accepted
    inside = [at for at, word in enumerate(passage.facts.words) if span[0] <= word.start < span[1]]
    about = carried.union(*(passage.facts.wide[at] for at in inside))
    return Telling(passage, span, speakers, about, figures)


def _row(passage: Passage, told: Told, pieces: Sequence[Telling], ground: Ground) -> list[Telling]:
    """A statement of the key, in its own words; where the text reads it as a view it is nobody else's."""
    home = [p for p in pieces if told.span and p.span[0] <= told.span[0] < p.span[1]]
    accepted = ids(told.speakers, ground.names)
    if home and OUTLET not in home[0].speakers:
        accepted = (accepted - {OUTLET}) | home[0].speakers
    about = frozenset().union(*told.content)
    span = told.span or (0, len(passage.text))
    return [Telling(passage, span, accepted, about, home[0].figures if home else ())] if accepted else []


def ids(speakers: Iterable[str], names: Names) -> frozenset[str]:
    """Return the ids of the key's speakers; names written out there are looked up."""
    known = {*names.people, *names.organisations}
    found: set[str] = set()
    for speaker in speakers:
        if speaker == OUTLET or is_outlet(speaker, names):
            found.add(OUTLET)
        else:
            found |= {speaker} if speaker in known else {m.id for m in names.find(speaker)}
    return frozenset(found)


def speaks_for(body: str, speaker: str, names: Names) -> bool:
    """Tell whether a body may stand for its speaker: "Turkey" for "Mr. Erdogan", a union for its leader."""
    own = names.organisations.get(speaker) or names.people.get(speaker)
    if own is None or body == speaker:
        return False
    if speaker in names.people and body == body_of(own.role, names.organisations):
        return True
    if not names.is_state(body):
        return False
    if speaker in names.people:
        heads = tuple(load("reporting")["heads_of_state"])
        return own.role.lower().startswith(heads) and bool(names.nations_of(body) & nations(words(own.role)))
    return bool(names.nations_of(body) & names.nations_of(speaker))
