"""Marking the kind that a learner gives to a marked piece, such as the kind of a planted error."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.cases import Case
from dateline.findings import Finding
from dateline.kinds._label import not_a_choice
from dateline.kinds._shared import choice_of, is_blank, same
from dateline.kinds._span_goals import Goal, Try
from dateline.kinds._tally import untried


def judge_kinds(best: Mapping[Goal, tuple[float, Try]], case: Case, labels: list[str]) -> list[Finding]:
    """The kind of each piece that reached a target: half of what the target is worth."""
    right, findings = 0, []
    for goal, (_, told) in best.items():
        label = choice_of(told.kind, labels) if not is_blank(told.kind) else None
        if label and same(label, goal.about.kind, *goal.about.kind_accepted):
            right += 1
        else:
            findings.append(_wrong_kind(goal, told, label, case, labels))
    if right:
        params = {"count": right, "of": len(best)}
        findings.insert(
            0, Finding("span-kinds-right", "right", earned=right / 2, possible=right / 2, params=params)
        )
    return findings


def _wrong_kind(goal: Goal, told: Try, label: str | None, case: Case, labels: list[str]) -> Finding:
    if is_blank(told.kind):
        return untried(told.part, 0.5)
    if label is None:
        return not_a_choice(told.kind, labels, told.part, 0.5)
    key = next((key for each, key in goal.about.wrong.items() if same(each, label)), "choice-not-this")
    place = goal.about.place.find(case) if goal.about.place else None
    return Finding(key, part=told.part, possible=0.5, params={"given": label}, place=place)
