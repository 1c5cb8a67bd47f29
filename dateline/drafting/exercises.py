"""Exercises for a drafted case: every one whose data the key holds, each with a model answer that passes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.dates import elapsed
from dateline.drafting.likely import likelihood
from dateline.exercises import mark
from dateline.yaml12 import read_yaml_text

_DAYS = re.compile(r"\[\d{4}-\d\d-\d\d(?:,\d{4}-\d\d-\d\d)+\]")  # one of several days
MOST = 8  # items an exercise
KINDS = ["figure", "event", "plan", "position", "opinion", "background"]
STATUSES = ["denied", "discussed", "threatened", "planned", "ordered", "under way", "done"]
COMPARABLE = [
    "yes",
    "other population",
    "other scope",
    "other date",
    "other definition",
    "flow against stock",
]
VERDICTS = ["agree", "changed", "conflict", "not comparable", "cannot tell"]


@dataclass(frozen=True)
class Made:
    """An exercise: its entry for exercises.yaml, its model answer, and its items as the prompt lists them."""

    row: ExerciseRow
    slug: str
    prompt: str
    answer: Any
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Idea:
    """What one template needs of a case: arguments, model answer, items, and words for its prompt."""

    kind: str
    arguments: dict[str, Any]
    answer: Any
    items: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    template: str = ""
    name: str = ""


@cache
def templates() -> dict[str, Any]:
    """Return the templates by exercise id."""
    path = Path(__file__).with_name("templates.yaml")
    return read_yaml_text(path.read_text(encoding="utf-8"))["exercises"]


def make_exercises(case: Case) -> tuple[list[Made], list[str]]:
    """Return the exercises that run on a case, and the ids of those that it holds no data for.

    An exercise is kept only if its model answer earns full points and its blank is not tried.
    """
    made, left = [], []
    for id, idea in _ideas(case):
        one = _made(id, idea) if idea is not None else None
        if one is not None and _earns_all(one, case):
            made.append(one)
        else:
            left.append(id)
    return sorted(made, key=lambda one: [int(n) for n in one.row.id.split(".")]), left


def _made(id: str, idea: Idea) -> Made:
    told = templates()[idea.template or id]
    words = dict(idea.words)
    row = ExerciseRow.model_validate(
        {
            "id": id,
            "title": told["title"].format(**words),
            "points": told["points"],
            "minutes": told["minutes"],
            "answer": idea.name or told["answer"],
            "kind": idea.kind,
            "with": idea.arguments,
            "hints": told["hints"],
        }
    )
    return Made(row, told["slug"], told["prompt"].format(**words), idea.answer, idea.items)


def _earns_all(made: Made, case: Case) -> bool:
    there = Case(case.id, case.about, case.sources, case.key, exercises={made.row.id: made.row})
    result = mark(made.row.id, made.answer, there)
    return result.points == made.row.points and mark(made.row.id, ..., there).status == "not tried"


def _ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    makers: dict[str, Callable[[Case], Idea | None]] = {
        "1.1": _origins,
        "1.2": _gap,
        "1.3": _voices,
        "2.1": lambda c: _sorted(c, "kind", KINDS),
        "2.4": _speakers,
        "2.5": lambda c: _sorted(c, "status", STATUSES),
        "3.1": _when,
        "3.2": _which_day,
        "4.3": _no_figures,
        "5.1": lambda c: _checks(c, "comparable", COMPARABLE),
        "5.2": _change,
        "5.4": lambda c: _checks(c, "verdict", VERDICTS),
        "6.4": likelihood_of,
    }
    for id, maker in makers.items():
        yield id, maker(case)
    for number, source in enumerate(case.sources):
        id = f"4.{number + 1 if number < 2 else number + 2}"  # 4.3 is taken
        yield id, _ledger(case, source, number)


def likelihood_of(case: Case) -> Idea:
    """Return the exercise on likelihood and confidence, which needs nothing of the case but its question."""
    arguments, answer = likelihood(case)
    return Idea("likelihood", arguments, answer, words=(("question", arguments["question"]),))


def _spread(rows: list[Any], most: int = MOST) -> list[Any]:
    """Take up to `most` rows, evenly over all of them."""
    step = max(1.0, len(rows) / most)
    return [rows[int(at * step)] for at in range(min(most, len(rows)))]


def _lettered(rows: list[Any]) -> dict[str, Any]:
    return dict(zip(ascii_lowercase, rows, strict=False))


def _origins(case: Case) -> Idea | None:
    rows = case.key.rows("sources")
    asked = ["publisher", "agency", "author", "dateline_place", "date", "precision"]
    value = {(row.source, row.field): row.value for row in rows}
    if any((source, name) not in value for source in case.sources for name in asked):
        return None
    arguments = {
        "sources": list(case.sources),
        "fields": asked,
        "choices": {"precision": ["day", "month", "year"]},
    }
    answer = {source: {name: value[source, name] for name in asked} for source in case.sources}
    return Idea("fields", arguments, answer)


def _gap(case: Case) -> Idea | None:
    first, *_, last = case.sources.values()
    shortest, longest = elapsed(first.date, last.date)
    if shortest is None or longest is None:
        return None
    answer = {"shortest_days": shortest, "longest_days": longest}
    names = {name: {"value": [days], "unit": "days"} for name, days in answer.items()}
    return Idea("bounds", {"names": names}, answer, words=(("first", first.id), ("last", last.id)))


def _voices(case: Case) -> Idea | None:
    heard = [row for row in case.key.rows("voices") if row.status == "speaks"]
    others = [row for row in case.key.rows("voices") if row.status != "speaks"]
    # one status for everything is no exercise: the check takes it for a guess
    both = heard and others
    chosen = _spread(heard, 6) + _spread(others, 4) if both else _spread(heard or others, 3)
    rows = {f"{row.label} in {row.source}": row for row in chosen}
    if len(rows) < 2:
        return None
    answer = {name: {"status": row.status, "quote": _quoted(case, row)} for name, row in rows.items()}
    return Idea("voices", {"voices": {name: row.id for name, row in rows.items()}}, answer, tuple(rows))


def _quoted(case: Case, row: Any) -> str:
    """A piece of the text around an anchor, whole words, enough to show a verb."""
    place = case.place(row)
    text = case.sources[row.source].paragraphs[row.paragraph - 1].text
    start = text.rfind(" ", 0, max(0, place.start - 20)) + 1 if place.start > 20 else 0
    end = text.find(" ", min(len(text), place.end + 25))
    return text[start : end if end > 0 else len(text)]


def _listed(case: Case, items: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        f"**{letter}** {row.source}, para. {row.paragraph}: “{getattr(row, 'statement', row.anchor)}”"
        for letter, row in items.items()
    )


def _sorted(case: Case, column: str, labels: list[str]) -> Idea | None:
    fit = [row for row in case.key.rows("claims") if getattr(row, column) in labels]
    items = _lettered(_spread(fit))
    answer = {letter: getattr(row, column) for letter, row in items.items()}
    if len(set(answer.values())) < 2:
        return None
    arguments = {
        "labels": labels,
        "column": column,
        "items": {k: {"row": row.id} for k, row in items.items()},
    }
    return Idea("choices", arguments, answer, _listed(case, items))


def _speakers(case: Case) -> Idea | None:
    labels = list(dict.fromkeys(["outlet", *(row.speaker for row in case.key.rows("claims") if row.speaker)]))
    return _sorted(case, "speaker", labels) if len(labels) > 1 else None


def _when(case: Case) -> Idea | None:
    rows = [row for row in case.key.rows("dates") if row.anchor]
    dated = [row for row in rows if row.edtf]
    items = _lettered(_spread(dated, 9) + _spread([row for row in rows if not row.edtf], 2))
    if not dated:
        return None
    answer = {letter: row.edtf or "no date" for letter, row in items.items()}
    arguments = {"expressions": {letter: row.id for letter, row in items.items()}}
    return Idea("dates", arguments, answer, _listed(case, items))


def _which_day(case: Case) -> Idea | None:
    sets = [row for row in case.key.rows("dates") if row.anchor and _DAYS.fullmatch(row.edtf)]
    row = next(iter(sets), None)
    if row is None:
        return None
    answer = {
        "candidates": row.edtf.strip("[]").split(","),
        "outside": None,
        "settles": "the day on which the report came out",
    }
    words = (("phrase", f"“{row.anchor}”"), ("place", f"{row.source}, para. {row.paragraph}"))
    return Idea("candidates", {"row": row.id}, answer, words=words)


def _ledger(case: Case, source: str, number: int) -> Idea | None:
    rows = [
        row
        for row in case.key.rows("figures")
        if row.source == source and row.is_figure and row.vague is False and row.counted and row.scope
    ]
    # a figure of which the check would not take the reader's own words cannot be asked for
    rows = [row for row in rows if _earns_all(_made("4.1", _ledger_of(source, number, [row])), case)]
    return _ledger_of(source, number, _spread(rows, 6)) if rows else None


def _ledger_of(source: str, number: int, rows: list[Any]) -> Idea:
    answer = [
        {
            "paragraph": row.paragraph,
            "lower": _entered(row, row.lower),
            "upper": _entered(row, row.upper),
            "hedge": row.hedge,
            "counted": row.counted,
            "scope": row.scope,
            "as_of": row.as_of,
        }
        for row in rows
    ]
    phrases = ", ".join(f"“{row.anchor.split(' #')[0]}” (para. {row.paragraph})" for row in rows)
    words = (("source", source), ("phrases", phrases))
    name = "figures" if number == 0 else f"figures_{source.lower()}"
    arguments = {"source": source, "rows": [row.id for row in rows]}
    return Idea("ledger", arguments, answer, words=words, template="4.1", name=name)


def _entered(row: Any, bound: float | None) -> Any:
    return f"{bound:g} %" if bound is not None and row.unit == "percent" else bound


def _no_figures(case: Case) -> Idea | None:
    rows = case.key.rows("figures")
    nothing = [row for row in rows if row.is_figure is False][:4]
    if not nothing:
        return None
    chosen = sorted([*nothing, *_spread([row for row in rows if row.is_figure], 6)], key=lambda row: row.id)
    items = _lettered(chosen)
    options = {
        letter: {"right": "no" if row.is_figure else "yes", "row": row.id} for letter, row in items.items()
    }
    answer = [letter for letter, row in items.items() if not row.is_figure]
    return Idea("pick", {"of": "letters", "options": options}, answer, _listed(case, items))


def _checks(case: Case, column: str, labels: list[str]) -> Idea | None:
    items = _lettered(_spread([row for row in case.key.rows("checks") if getattr(row, column) in labels]))
    if len(items) < 2:
        return None
    answer = {letter: getattr(row, column) for letter, row in items.items()}
    left = {letter: case.key.by_id[row.left] for letter, row in items.items()}
    arguments = {
        "labels": labels,
        "column": column,
        "items": {
            letter: {
                "row": row.id,
                "place": {
                    "source": left[letter].source,
                    "paragraph": left[letter].paragraph,
                    "anchor": left[letter].anchor,
                },
            }
            for letter, row in items.items()
        },
    }
    listed = tuple(f"**{letter}** {row.question}" for letter, row in items.items())
    return Idea("choices", arguments, answer, listed)


def _change(case: Case) -> Idea | None:
    row = next(
        (row for row in case.key.rows("checks") if row.verdict == "changed" and row.lower is not None), None
    )
    if row is None:
        return None
    left, right = case.key.by_id[row.left], case.key.by_id[row.right]
    item = {"row": row.id, "where": left.id, "hedge": bool(row.hedge)}
    limits = {"lower": row.lower, "upper": row.upper}
    answer = {"change": {**limits, "hedge": row.hedge} if row.hedge else limits}
    said = [f"“{one.anchor.split(' #')[0]}” {one.counted}" for one in (left, right)]
    words = (("left", said[0]), ("right", said[1]), ("first", left.source), ("last", right.source))
    return Idea("bounds", {"names": {"change": item}}, answer, words=words)
