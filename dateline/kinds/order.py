"""Marks two orders of the same events: as they happened, and as the reports tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.cases import Case, DateRow
from dateline.dates import bounds
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._ids import ids_in
from dateline.kinds._shared import as_mapping, is_blank, kind_of, listed, meant, shape_problem

HAPPENED, REPORTED = "happened", "reported"
SHOWN = 3  # pairs named in feedback: enough to go on with, too few to copy the order from
Pair = tuple[str, str]


OPEN = ("events",)  # arguments that give no answer away


class Arguments(BaseModel):
    """`events` by id, each a row of the key's dates; `before` are pairs that words settle, not dates."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    events: dict[str, str]
    before: tuple[Pair, ...] = ()


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return the two orders into which the events are to be put."""
    return forms.parts("", [forms.order_of(name, arguments.events) for name in (HAPPENED, REPORTED)])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark {"happened": [ids], "reported": [ids]}; each list has half of the points.

    A pair of events counts when its order is settled: by dates that do not overlap, by `before`, and for
    "reported" by report and paragraph. What is not settled is accepted either way, or tied as an inner
    list. A list earns its right pairs less its reversed ones, so a guess at random earns about nothing;
    nor does it earn more than the share of events that can stay where they are.
    """
    if isinstance(answer, list) and answer and not any(isinstance(each, Mapping) for each in answer):
        answer = {HAPPENED: answer}
    given, problems = as_mapping(answer, (HAPPENED, REPORTED))
    if not given:
        return problems
    settled = {HAPPENED: happened(arguments, case), REPORTED: reported(arguments, case)}
    findings, orders = [], {}
    for part, pairs in settled.items():
        told, found = _ranks(given.get(part), part, arguments)
        orders[part] = told
        findings += found or _weigh(told, pairs, part, settled[REPORTED], arguments, case)
    if all(finding.verdict == "untried" for finding in findings if finding.verdict != "note"):
        return findings
    return findings + problems


def happened(arguments: Arguments, case: Case) -> set[Pair]:
    """Return every pair (first, second) whose order in time the text settles."""
    spans = {id: bounds(case.key.by_id[row].edtf) for id, row in arguments.events.items()}
    dated = {
        (one, other)
        for one in spans
        for other in spans
        if spans[one][1] and spans[other][0] and spans[one][1] < spans[other][0]
    }
    return _closed(dated | set(arguments.before))


def _closed(pairs: set[Pair]) -> set[Pair]:
    """Add what follows: a before b and b before c, so a before c."""
    while True:
        more = {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs
        if not more:
            return pairs
        pairs = pairs | more


def reported(arguments: Arguments, case: Case) -> set[Pair]:
    """Return every pair (first, second) in reading order: by report, then by paragraph."""
    order = list(case.sources)
    rows = {id: case.key.by_id[row] for id, row in arguments.events.items()}
    at = {id: (order.index(row.source), row.paragraph or 0) for id, row in rows.items()}
    return {(one, other) for one in at for other in at if at[one] < at[other]}


def _ranks(value: Any, part: str, arguments: Arguments) -> tuple[dict[str, int], list[Finding]]:
    """Return the rank of each event told (ties share one), or the finding that says what is amiss."""
    if is_blank(value) or (isinstance(value, list) and value and not _flat(value)):
        return {}, [Finding("part-untried", "untried", part=part, possible=1)]
    if isinstance(value, str):
        value = ids_in(value, arguments.events) or value
    if not isinstance(value, list):
        return {}, shape_problem("expected-list", got=kind_of(value), of="event ids")
    if not value:
        return {}, shape_problem("empty-answer", expected=f"the ids of all events under {part}")
    ranks: dict[str, int] = {}
    for rank, item in enumerate(value):
        for each in item if isinstance(item, list) else [item]:
            for known in ids_in(each, arguments.events):
                ranks.setdefault(known, rank)
    return ranks, [] if ranks else [_unknown(value, part, arguments)]


def _flat(value: list[Any]) -> list[Any]:
    return [
        each for item in value for each in (item if isinstance(item, list) else [item]) if not is_blank(each)
    ]


def _unknown(value: list[Any], part: str, arguments: Arguments) -> Finding:
    first = str(_flat(value)[0])
    near = meant(first, arguments.events)
    params = {
        "given": first,
        "choices": listed(arguments.events),
        "meant": f" Did you mean “{near}”?" if near else "",
    }
    return Finding("not-a-choice", part=part, possible=1, params=params)


def _weigh(
    told: dict[str, int], pairs: set[Pair], part: str, reading: set[Pair], arguments: Arguments, case: Case
) -> list[Finding]:
    right = {pair for pair in pairs if _in_order(told, pair)}
    turned = {pair for pair in pairs if _in_order(told, pair[::-1])}
    stay = 1 - _misplaced(pairs - right) / len(arguments.events)
    share = max(0.0, min(stay, (len(right) - len(turned)) / len(pairs)))
    if len(right) == len(pairs):
        return [Finding("order-right", "right", part, 1, 1, {"of": len(told)})]
    findings = _amiss(told, turned, part, arguments, case)
    if part == HAPPENED and turned and _follows(told, reading):
        findings = [Finding("told-order", part=part)]
    absent = [id for id in arguments.events if id not in told]
    if absent:
        findings.append(Finding("events-missing", part=part, params={"ids": listed(absent)}))
    if not findings:
        findings = [Finding("order-tied", part=part)]
    first = findings[0]
    scored = Finding(first.key, "wrong", part, share, 1, first.params, first.place)
    return [scored, *findings[1:]]


def _misplaced(wrong: set[Pair]) -> int:
    """Return how many events have to be moved, the most disturbing first, until no pair is wrong."""
    moved = 0
    while wrong:
        disturbing = Counter(sorted(id for pair in wrong for id in pair)).most_common(1)[0][0]
        wrong = {pair for pair in wrong if disturbing not in pair}
        moved += 1
    return moved


def _in_order(told: Mapping[str, int], pair: Pair) -> bool:
    return pair[0] in told and pair[1] in told and told[pair[0]] < told[pair[1]]


def _follows(told: Mapping[str, int], pairs: Iterable[Pair]) -> bool:
    return all(_in_order(told, pair) for pair in pairs)


def _amiss(told: Mapping[str, int], turned: set[Pair], part: str, arguments: Arguments, case: Case) -> list:
    """Name the few reversed pairs that stand nearest together in the answer: mending these mends most."""
    nearest = sorted(turned, key=lambda pair: (told[pair[0]] - told[pair[1]], pair))[:SHOWN]
    return [
        Finding(
            "pair-reversed" if part == HAPPENED else "told-pair-reversed",
            part=part,
            params={"first": pair[1], "second": pair[0]},
            place=case.place(case.key.by_id[arguments.events[pair[0]]]),
        )
        for pair in nearest
    ]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """Return what does not fit the case: rows that are no dates, unknown events, pairs in a circle."""
    rows = arguments.events.items()
    found = [
        f"event {id}: there is no row {row!r} with a date in the key's dates"
        for id, row in rows
        if not isinstance(case.key.by_id.get(row), DateRow) or not case.key.by_id[row].edtf
    ]
    named = {id for pair in arguments.before for id in pair}
    found += [f"before: there is no event {id!r}" for id in sorted(named - set(arguments.events))]
    if not found:
        pairs = happened(arguments, case)
        circle = [a for a, b in combinations(arguments.events, 2) if (a, b) in pairs and (b, a) in pairs]
        found += [f"before: event {id!r} would come before itself" for id in circle]
    return found
