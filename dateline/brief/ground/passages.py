"""The paragraphs of a case's sources as the checker compares with them, read once and kept."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.brief.ground.acts import Act
from dateline.brief.ground.acts import acts as acts_of
from dateline.brief.ground.facts import Counted, Facts, facts_of
from dateline.brief.ground.happened import Dated, dated_in, span_of
from dateline.brief.ground.names import Names, nations
from dateline.brief.language.splitting import sentences
from dateline.brief.language.thesaurus import broader, ideas_in
from dateline.brief.language.wording import Word, ideas_at, is_light, words
from dateline.lexicon import load


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the key for a paragraph: who says it, and where its anchor stands (None when
    unknown)."""

    speakers: tuple[str, ...]
    named: str
    status: str
    span: tuple[int, int] | None
    content: tuple[frozenset[str], ...]
    kind: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One paragraph of a source with all that it states; `issued` is the report's date (EDTF).

    It is told from others by what it is: it is read once, and comparing all that it holds takes long.
    """

    source: str
    number: int
    issued: str
    facts: Facts
    sentences: tuple[tuple[int, int], ...]
    told: tuple[Told, ...]
    dated: tuple[Dated, ...]
    known: frozenset[str]
    acts: tuple[Act, ...]
    forms: frozenset[str]  # of its words, lower-case and plain ones
    places: Mapping[str, Sequence[int]]  # at which of its words each lower-case one stands, from 0
    nations: frozenset[str] = frozenset()
    before: str = ""

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.facts.text

    @property
    def place(self) -> tuple[str, int]:
        """Source and paragraph number."""
        return self.source, self.number


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """All that a brief on one case is checked against."""

    case: Any
    names: Names
    passages: dict[tuple[str, int], Passage]
    common: frozenset[str]
    runs: dict[int, frozenset[tuple[str, ...]]] = field(default_factory=dict)
    kept: dict[Any, tuple[Any, ...]] = field(default_factory=dict)  # what has been read from a paragraph once
    verdicts: dict[Any, Any] = field(default_factory=dict)  # see memory.py

    def has_run(self, lows: tuple[str, ...], length: int) -> bool:
        """Tell whether some words hold a run of `length` words of a source."""
        piece = (length + 1) // 2  # of a text cut into such pieces, each run holds a whole one
        pieces = [lows[at : at + piece] for at in range(0, len(lows), piece)]
        return not self._known_runs(piece).isdisjoint(pieces) and not self._known_runs(length).isdisjoint(
            _runs(lows, length)
        )

    def _known_runs(self, length: int) -> frozenset[tuple[str, ...]]:
        """All runs of `length` words of the sources."""
        if length not in self.runs:
            every = (tuple(word.low for word in passage.facts.words) for passage in self.passages.values())
            self.runs[length] = frozenset(run for told in every for run in _runs(told, length))
        return self.runs[length]

    def of_source(self, source: str) -> list[Passage]:
        """All passages of one source, in order."""
        key = ("source", source)
        if key not in self.kept:
            self.kept[key] = tuple(one for one in self.passages.values() if one.source == source)
        return list(self.kept[key])


def _runs(lows: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return {lows[at : at + length] for at in range(len(lows) - length + 1)}


_kept: list[tuple[Any, Ground]] = []


def ground_of(case: Any) -> Ground:
    """Return what a brief on this case is checked against; read once for each open case."""
    for seen, ground in _kept:
        if seen() is case:
            return ground
    ground = _read(case)
    _kept.insert(0, (weakref.ref(case), ground))
    del _kept[8:]
    return ground


def _read(case: Any) -> Ground:
    names = Names(case)
    passages, before = {}, ""
    for id, source in case.sources.items():
        before = ""
        for paragraph in source.paragraphs:
            passage = _passage(case, names, id, source.date, paragraph, before)
            passages[passage.place] = passage
            last = [mention for mention in passage.facts.names if mention.person]
            before = _subject(passage) or (last[-1].id if last else before)
    return Ground(case, names, passages, _common(case))


def _subject(passage: Passage) -> str:
    """The person whom a pronoun in the next paragraph may mean: the first person named here."""
    return next((mention.id for mention in passage.facts.names if mention.person), "")


def _passage(case: Any, names: Names, id: str, issued: str, paragraph: Any, before: str) -> Passage:
    facts = facts_of(paragraph.text, names, issued)
    rows = {table: _rows(case, table, id, paragraph.number) for table in ("claims", "figures", "dates")}
    facts = replace(facts, figures=_with_key(facts, rows["figures"]))
    told = tuple(_told(row, paragraph.text) for row in rows["claims"])
    dated = dated_in(facts, rows["dates"], rows["figures"])
    extra = [row.statement for row in rows["claims"]] + [row.event for row in rows["dates"]]
    extra += [f"{row.counted} {row.scope}" for row in rows["figures"] if row.is_figure]
    roles = _roles(facts, case)
    known = _wide(facts.words, facts.wide).union(*map(_wide_of, (*extra, *roles)))
    acts = tuple(acts_of(facts))
    said_of = frozenset(nations(words(" . ".join(extra))))
    return Passage(
        id,
        paragraph.number,
        issued,
        facts,
        tuple(sentences(paragraph.text)),
        told,
        dated,
        known,
        acts,
        frozenset(form for word in facts.words for form in (word.low, word.stem)),
        _places(facts.words),
        said_of,
        before,
    )


def _places(all_words: Sequence[Word]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(all_words):
        found.setdefault(word.low, []).append(at)
    return found


def _roles(facts: Facts, case: Any) -> list[str]:
    """What those whom a paragraph names are, by the case: "the Greens" are a party."""
    known = {**case.organisations, **case.people}
    return [known[id].role for id in dict.fromkeys(mention.id for mention in facts.names)]


def _rows(case: Any, table: str, source: str, number: int) -> list[Any]:
    return [row for row in case.key.rows(table) if row.source == source and row.paragraph == number]


def _wide(all_words: Sequence[Word], wide: Iterable[frozenset[str]]) -> frozenset[str]:
    """All that the words of a text may mean, with the general words for special ones."""
    return frozenset().union(*wide, *(broader(word.stem) for word in all_words))


def _wide_of(text: str) -> frozenset[str]:
    found = words(text)
    return _wide(found, ideas_in(found))


def _with_key(facts: Facts, rows: list[Any]) -> tuple[Counted, ...]:
    """Take population and kind of a figure from the key where it has a row for it: the key knows better."""
    spans = [(row, span_of(row.anchor, facts.text)) for row in rows if row.is_figure]
    figures = []
    for counted in facts.figures:
        row = next(
            (r for r, at in spans if at and at[0] < counted.figure.end and counted.figure.start < at[1]), None
        )
        if row is not None:
            speakers = tuple(name for name in (row.attributed_to, *row.attributed_accepted) if name)
            counted = replace(
                counted,
                population=row.population or counted.population,
                plausible=(row.population,) if row.population else counted.plausible,
                flow=row.stock_or_flow,
                attributed=speakers,
            )
        figures.append(counted)
    return tuple(figures)


def _told(row: Any, text: str) -> Told:
    speakers = tuple(name for name in (row.speaker, *row.speaker_accepted) if name)
    said = words(row.statement)
    content = tuple(ideas_at(said, at) for at, word in enumerate(said) if not is_light(word))
    return Told(speakers, row.named, row.status, span_of(row.anchor, text), content, row.kind)


def _common(case: Any) -> frozenset[str]:
    """Words that belong to the case as a whole: its names, populations, title and question, but no acts.

    "Troops leaving Syria" makes "troops" common; that somebody leaves must still be in the paragraph.
    """
    parties = [*case.people.values(), *case.organisations.values()]
    texts = [case.title, case.question]
    texts += [text for party in parties for text in (party.name, *party.aliases)]
    texts += [entry.label for entry in case.populations.values()]
    texts += [
        text for s in case.sources.values() for text in (s.dateline_place, s.byline, s.publisher, s.agency)
    ]
    texts += _shared_words(case)
    acts = frozenset(f"/{name}" for name in load("certainty")["acting_groups"])
    found: set[str] = set()
    for text in texts:
        told = words(text)
        for at in range(len(told)):
            ideas = ideas_at(told, at)
            if not ideas & acts or told[at].is_name:
                found |= ideas - acts
    return frozenset(found)


def _shared_words(case: Any) -> list[str]:
    """Words by which several populations of the case are called ("the town"); "not stated" is none."""
    called = [{w for alias in entry.aliases for w in alias.split()} for entry in case.populations.values()]
    found = Counter(word for aliases in called for word in aliases)
    return [word for word, count in found.items() if count > 1]
