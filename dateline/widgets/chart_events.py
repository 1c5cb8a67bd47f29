"""The events that a learner dated, as rows of a timeline; what cannot be drawn is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.cases import Case, DateRow
from dateline.dates import describe
from dateline.errors import KitError
from dateline.findings import words
from dateline.kinds import order as order_kind
from dateline.kinds._shared import as_mapping, is_blank, listed
from dateline.plots.rows import Event, events
from dateline.widgets.chart import Given, Reading, said
from dateline.widgets.date_desk import OUTSIDE, expected

Named = tuple[str, Mapping[str, Any]]  # what a row is called when it cannot be drawn, and the row


def read_events(given: Sequence[Given]) -> Reading:
    """Return the events of all answers, each once, and in words what is not drawn.

    >>> read_events([Given({"the vote": "2019-05"})]).rows[0]["told"]
    'May 2019'
    """
    reading, undated, unfilled = Reading([], []), [], []
    for each in given:
        for name, row in _rows(each, reading.faults):
            if is_blank(row.get("edtf")):
                unfilled.append(str(row.get("item") or name))
            elif not _read(name, row, reading):
                undated.append(name)
    for key, names in (("chart-no-date", undated), ("chart-unfilled", unfilled)):
        reading.faults += [said(key, names=listed(names))] if names else []
    _add_orders(given, reading)
    return reading


def _read(name: str, row: Mapping[str, Any], reading: Reading) -> bool:
    """Add one row to what is drawn, or why not to the faults; False where it says that there is no date."""
    row = {**row, "label": row.get("label") or name}
    try:
        told = events([row])
    except KitError as fault:
        reading.faults.append(f"{name}: {fault}")
        return True
    if not told:
        return False
    drawn = _drawn(told[0], row)
    if not any(_same(drawn, other) for other in reading.rows):
        reading.rows.append({**drawn, "id": str(len(reading.rows))})
    return True


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one[name] == other[name] for name in ("label", "edtf", "source", "place"))


def _rows(given: Given, faults: list[str]) -> Iterator[Named]:
    if given.exercise and given.case:
        yield from _asked(given, given.case, faults)
    elif isinstance(given.answer, Mapping):
        yield from ((str(name), _own(name, value)) for name, value in given.answer.items())
    elif isinstance(given.answer, list):
        for number, row in enumerate(given.answer, start=1):
            if isinstance(row, Mapping):
                yield str(row.get("label") or said("chart-row", number=number)), row
            else:
                faults.append(said("chart-no-row", name=said("chart-row", number=number)))
    else:
        faults.append(said("chart-no-rows"))


def _own(name: Any, value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return {"label": str(name), **value}
    return {"label": str(name), "edtf": value}


def _asked(given: Given, case: Case, faults: list[str]) -> Iterator[Named]:
    """The dates of an exercise: what each stands for comes from the exercise, its date from the learner."""
    kind = case.exercises[given.exercise].kind
    if kind == "order":
        return
    asked = expected(case, given.exercise)
    answer, problems = given.answer, []
    if kind == "candidates":
        answer = {"a": answer.get("candidates")} if isinstance(answer, Mapping) else answer
    told, problems = as_mapping(answer, list(asked))
    faults += [f"{given.exercise}: {words(each.key, each.params).found}" for each in problems]
    for id, value in told.items():
        row = asked[id]
        name = said("chart-item", exercise=given.exercise, item=id, label=_label(row))
        place = f"{row.source}, para. {row.paragraph}"
        reported = case.sources[row.source].date
        edtf = value.get("edtf") if isinstance(value, Mapping) else value
        yield name, {
            "label": _label(row), "edtf": edtf, "source": row.source, "reported": reported,
            "place": place, "row": row.id, "item": f"{given.exercise} {id}",
        }  # fmt: skip


def _label(row: DateRow) -> str:
    return row.event or row.anchor


def _drawn(event: Event, row: Mapping[str, Any]) -> dict[str, Any]:
    """An event as the page draws it; days are counted from the first of January of the year 1."""
    outside = OUTSIDE.strip() in str(row.get("edtf"))
    told = describe(event.edtf)
    first, last = _days(event.reported) if event.reported else (None, None)
    return {
        "label": event.label,
        "edtf": event.edtf,
        "told": words("widget-tells-outside", {"date": told}).found if outside else told,
        "shape": event.shape,
        "first": _number(event.earliest),
        "last": _number(event.latest),
        "days": [day.toordinal() for day in event.marks],
        "approximate": any(sign in event.edtf for sign in "~?%"),
        "planned": is_planned(row),
        "source": event.source,
        "place": str(row.get("place") or ""),
        "row": str(row.get("row") or ""),
        "reported": event.reported,
        "reported_told": describe(event.reported) if event.reported else "",
        "report_first": first,
        "report_last": last,
        "order": "",
    }


def is_planned(row: Mapping[str, Any]) -> bool:
    """Tell whether a row says itself that it is a plan: in a column `planned`, or in `status`."""
    if row.get("planned") is True or str(row.get("planned")).strip().lower() in ("yes", "true"):
        return True
    return str(row.get("status")).strip().lower() == "planned"


def _days(edtf: str) -> tuple[int | None, int | None]:
    report = events([{"label": "report", "edtf": edtf}])[0]
    return _number(report.earliest), _number(report.latest)


def _number(day: Any) -> int | None:
    return None if day is None else day.toordinal()


def _add_orders(given: Sequence[Given], reading: Reading) -> None:
    """Say beside each event where the learner's own two orders have it."""
    for each in given:
        if each.case is None or not each.exercise or each.case.exercises[each.exercise].kind != "order":
            continue
        answer = each.answer if isinstance(each.answer, Mapping) else {}
        arguments = order_kind.Arguments.model_validate(each.case.exercises[each.exercise].arguments)
        ranks = {name: _ranks(answer.get(name)) for name in (order_kind.HAPPENED, order_kind.REPORTED)}
        for id, row in arguments.events.items():
            places = {name: ranks[name].get(id) for name in ranks}
            if all(places.values()):
                for drawn in (one for one in reading.rows if one["row"] == row):
                    drawn["order"] = said("chart-order", exercise=each.exercise, **places)


def _ranks(ids: Any) -> dict[str, int]:
    """The place of each id in an order; ids in an inner list share one."""
    ranks: dict[str, int] = {}
    for place, each in enumerate(ids if isinstance(ids, list) else [], start=1):
        for id in each if isinstance(each, list) else [each]:
            ranks[str(id).strip()] = place
    return ranks
