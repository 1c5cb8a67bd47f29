"""The practice cases that tests and the benchmark judge, and what they look for in each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline import practice, read_dates, read_quantities
from dateline.cases import Case
from dateline.cases.load import misplaced
from dateline.exercises import doubts, mark
from dateline.practice.learners import model_answers, slips

FAULTS_OF_ENGLISH = {
    "an unfilled slot or a mark": r"[{}\[\]|]",
    "a before a vowel": r"\b[Aa] [aeio]\w",
    "an before a consonant": r"\b[Aa]n [bcdfgjklmnpqrstvwxyz]\w",
    "a word twice": r"\b(\w+) \1\b",
    "a space before a stop": r"\s[,.;:?!”]",
    "two spaces": r"\s\s",
    "a small letter at the beginning": r"(?:^|[.?!]”? )“?[a-z]",
    "two stops": r"[.,]{2}|[.,]”[.,]",
    "one where there are many": r"\b(?:pickers|strikers|patients|workers|refugees|lorries|boats|pupils"
    r"|officers|miners|tenants|pilgrims) (?:is|was|has)\b",
    "two articles": r"\b(?:the|a|an) (?:the|a|an)\b",
}


def level_of(seed: int) -> int:
    """Return the level at which a seed is tried: each in turn."""
    return seed % 3 + 1


def texts(case: Case) -> list[str]:
    """Return all paragraphs of a case."""
    return [paragraph.text for source in case.sources.values() for paragraph in source.paragraphs]


def faults_of_english(case: Case) -> list[str]:
    """Return what reads as broken English, with the paragraph."""
    return [
        f"{fault}: {text}"
        for text in texts(case)
        for fault, pattern in FAULTS_OF_ENGLISH.items()
        if re.search(pattern, text)
    ]


def misfits(case: Case) -> list[str]:
    """Return what in the key does not fit the text, and what in the exercises does not fit the key."""
    rows = case.key.by_id.values()
    lost = [f"{row.id}: {reason}" for row in rows for reason, _ in misplaced(case, row)]
    return lost + doubts(case)


def disagreements(case: Case) -> list[str]:
    """Return where the readers of figures and dates read something else than the key says."""
    return [*_figures(case), *_dates(case)]


def _figures(case: Case) -> Iterable[str]:
    for row in case.key.rows("figures"):
        place, text = case.place(row), case.sources[row.source].paragraph(row.paragraph).text
        read = [
            (q.lower, q.upper, q.lower_closed, q.upper_closed, q.approximate, q.hedge.lower())
            for q in read_quantities(text)
            if q.start < place.end and q.end > place.start and not q.not_a_count
        ]
        told = (row.lower, row.upper, row.lower_closed, row.upper_closed, row.approximate, row.hedge)
        if read != ([told] if row.is_figure else []):
            yield f"{row.id} {row.anchor!r}: {told} was read as {read}"


def _dates(case: Case) -> Iterable[str]:
    """Sequences and the ends of counted times are reckoned, not read."""
    for row in case.key.rows("dates"):
        if row.paragraph is None or row.expression_kind in ("sequence", "deadline"):
            continue
        place, source = case.place(row), case.sources[row.source]
        read = [
            mention.edtf
            for mention in read_dates(source.paragraph(row.paragraph).text, issued=source.date)
            if mention.start < place.end and mention.end > place.start
        ]
        if len(read) != 1 or read[0] not in (row.edtf, *row.accepted):
            yield f"{row.id} {row.anchor!r}: {row.edtf} was read as {read}"


def not_right(case: Case, skip: tuple[str, ...] = ()) -> list[str]:
    """Return the exercises in which the model learner does not earn full points."""
    answers = {id: answer for id, answer in model_answers(case).items() if id not in skip}
    results = [mark(id, answer, case, {}) for id, answer in answers.items()]
    return [
        f"{r.id}: {r.points} of {r.possible}"
        for r in results
        if r.status != "right" or r.points != r.possible
    ]


def misnamed(case: Case) -> list[tuple[str, str, list[str]]]:
    """Return the erring answers whose misconception is not the one that is named: key, exercise, named."""
    told = [(slip, mark(slip.exercise, slip.answer, case, {}).misconceptions) for slip in slips(case)]
    return [(slip.key, slip.exercise, named) for slip, named in told if named != [slip.key]]


def made(seed: int) -> Case:
    """Return the practice case of a seed at the level of its turn."""
    return practice(seed=seed, level=level_of(seed))
