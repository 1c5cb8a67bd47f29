"""Answers to a practice case as data: those of a model learner, and those of learners who err in one way."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.findings import misconceptions
from dateline.practice.page import model_brief


@dataclass(frozen=True, slots=True)
class Slip:
    """An otherwise right answer to `exercise` with one misconception: `key` is its message key."""

    key: str
    exercise: str
    answer: Any


def model_answers(case: Case) -> dict[str, Any]:
    """Return a right answer to each exercise of a practice case, by the exercise's id.

    >>> from dateline import practice
    >>> model_answers(practice(seed=7))["9.1"]["S1"]["precision"]
    'month'
    """
    return {id: _RIGHT[row.kind](case, row) for id, row in case.exercises.items()}


def _fields(case: Case, row: ExerciseRow) -> dict[str, dict[str, str]]:
    told = {(each.source, each.field): each.value for each in case.key.rows("sources")}
    fields = row.arguments["fields"]
    return {source: {name: told[source, name] for name in fields} for source in row.arguments["sources"]}


def _promises(case: Case, row: ExerciseRow) -> dict[str, dict[str, str]]:
    columns = row.arguments["columns"]
    return {
        name: {column: item[column]["right"][0] for column in columns}
        for name, item in row.arguments["items"].items()
    }


def _dates(case: Case, row: ExerciseRow) -> dict[str, str]:
    return {name: case.key.by_id[id].edtf for name, id in row.arguments["expressions"].items()}


def _ledger(case: Case, row: ExerciseRow) -> list[dict[str, Any]]:
    columns = ("paragraph", "lower", "upper", "hedge", "counted", "scope", "as_of")
    rows = [case.key.by_id[id] for id in row.arguments["rows"]]
    return [{column: getattr(each, column) for column in columns} for each in rows]


def _bounds(case: Case, row: ExerciseRow) -> dict[str, Any]:
    answer = {}
    for name, item in row.arguments["names"].items():
        key = case.key.by_id.get(item.get("row", ""))
        if "choices" in item:
            answer[name] = item["right"][0] if "right" in item else key.verdict
        else:
            answer[name] = {"lower": key.lower, "upper": key.upper, "hedge": key.hedge}
    return answer


def _brief(case: Case, row: ExerciseRow) -> str:
    return model_brief(case)


_RIGHT = {
    "fields": _fields,
    "promises": _promises,
    "dates": _dates,
    "ledger": _ledger,
    "bounds": _bounds,
    "brief": _brief,
}


def slips(case: Case) -> list[Slip]:
    """Return answers of learners who err in one way each; each is right but for one misconception."""
    model = model_answers(case)
    found = [*_origin_slips(case, model), *_said_slips(case, model), *_date_slips(case, model)]
    found += [*_ledger_slips(case, model), *_bounds_slips(case, model)]
    return [slip for slip in found if slip.key in misconceptions()]


def _origin_slips(case: Case, model: dict[str, Any]) -> Iterable[Slip]:
    month, minister = case.sources["S1"].date, case.people["minister"].name
    yield _changed("too-precise", "9.1", model, ["S1", "date"], f"{month}-14")
    yield _changed("speaker-as-outlet", "9.1", model, ["S2", "author"], minister)
    yield _changed("outlet-as-speaker", "9.1", model, ["S1", "author"], case.sources["S1"].publisher)


def _said_slips(case: Case, model: dict[str, Any]) -> Iterable[Slip]:
    for name, item in case.exercises["9.2"].arguments["items"].items():
        for column in ("said_by", "status"):
            for label, key in item[column]["wrong"].items():
                yield _changed(key, "9.2", model, [name, column], label)


def _date_slips(case: Case, model: dict[str, Any]) -> Iterable[Slip]:
    for name, id in case.exercises["9.3"].arguments["expressions"].items():
        for edtf, key in case.key.by_id[id].wrong.items():
            yield _changed(key, "9.3", model, [name], edtf)


def _ledger_slips(case: Case, model: dict[str, Any]) -> Iterable[Slip]:
    rows = model["9.4"]
    leave = case.key.by_id["F03"].lower
    bare, turned = dict(rows[0]), dict(rows[0])
    bare |= {"upper": leave, "hedge": ""}
    turned |= {"lower": None, "upper": leave, "hedge": "fewer than"}
    middle = (rows[2]["lower"] + rows[2]["upper"]) / 2
    yield _changed("hedge-dropped", "9.4", model, [0], bare)
    yield _changed("hedge-reversed", "9.4", model, [0], turned)
    yield _changed("bound-as-value", "9.4", model, [0, "upper"], leave)
    yield _changed(
        "band-as-point", "9.4", model, [2], rows[2] | {"lower": middle, "upper": middle, "hedge": "about"}
    )
    yield _changed("stock-for-flow", "9.4", model, [0, "counted"], case.populations["group"].label)
    yield _changed("population-swapped", "9.4", model, [1, "counted"], case.populations["staying"].label)
    if "F08" in case.key.by_id:
        one = {
            "paragraph": case.key.by_id["F08"].paragraph,
            "lower": 1,
            "upper": 1,
            "hedge": "",
            "counted": "tasks",
        }
        yield Slip(
            "idiom-counted", "9.4", [*copy.deepcopy(rows), one | {"scope": "", "as_of": rows[0]["as_of"]}]
        )


def _bounds_slips(case: Case, model: dict[str, Any]) -> Iterable[Slip]:
    for name, item in case.exercises["9.5"].arguments["names"].items():
        key = case.key.by_id.get(item.get("row", ""))
        wrong = {**(key.wrong if key else {}), **item.get("wrong", {})}
        if "choices" in item:
            right = {key.verdict, *key.verdict_accepted} if key else set()
            told = [label for label in wrong if label in item["choices"] and label not in right]
            for label in told:
                yield _changed(wrong[label], "9.5", model, [name], label)
        else:
            limit, answer = key.lower, model["9.5"][name]
            yield _changed("bound-as-value", "9.5", model, [name], answer | {"upper": limit})
            turned = {"lower": None, "upper": limit, "hedge": "less than about"}
            yield _changed("hedge-reversed", "9.5", model, [name], turned)
    yield from _share_slips(case, model)


def _share_slips(case: Case, model: dict[str, Any]) -> Iterable[Slip]:
    """The share of a wrong base: of the later number, or what is left instead of what is gone."""
    share = case.exercises["9.5"].arguments["names"].get("share", {})
    for named in share.get("named", []):
        low, _, high = named["lower"].partition("..")
        if high:
            middle = (int(low) + int(high)) // 2
            yield _changed(named["key"], "9.5", model, ["share", "lower"], middle)


def _changed(key: str, exercise: str, model: dict[str, Any], path: list[Any], value: Any) -> Slip:
    answer = copy.deepcopy(model[exercise])
    inner = answer
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return Slip(key, exercise, answer)
