"""What a class did, added up: points by exercise, misconceptions, hints, and who needs help."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dateline.grading.marking import Paper
from dateline.grading.standing import Standing

LOW = 0.5  # share of the points of what was tried below which someone needs help
MANY_HINTS = 3  # rungs of the ladder, on average
HELP = 40  # students listed at most


@dataclass
class Count:
    """One exercise: how many tried, were right, how many points they have together, hints taken."""

    tried: int = 0
    right: int = 0
    points: float = 0.0
    hints: int = 0
    hinted: int = 0

    def join(self, other: Count) -> None:
        """Add what others did."""
        for name, number in vars(other).items():
            setattr(self, name, getattr(self, name) + number)


@dataclass
class Insight:
    """Everything that the report tells; students are added one by one, so that a large class fits too."""

    paper: Paper
    students: int = 0
    states: Counter[str] = field(default_factory=Counter)
    exercises: dict[str, Count] = field(default_factory=dict)
    misconceptions: Counter[str] = field(default_factory=Counter)
    where: dict[str, set[str]] = field(default_factory=dict)
    help: list[tuple[float, str, str]] = field(default_factory=list)
    briefs: list[tuple[str, str]] = field(default_factory=list)
    deciles: list[int] = field(default_factory=lambda: [0] * 10)

    def add(self, standing: Standing) -> None:
        """Count one more student."""
        self.students += 1
        self.states[standing.grading.state] += 1
        met: set[str] = set()
        for id, result in standing.grading.results.items():
            count = self.exercises.setdefault(id, Count())
            rung = standing.grading.hints.get(id, 0)
            count.hints += rung
            count.hinted += rung > 0
            if result.status == "not tried":
                continue
            count.tried += 1
            count.right += result.status == "right"
            count.points += standing.grading.points(id) or 0
            for key in result.misconceptions if id not in self.paper.hidden else ():
                met.add(key)
                self.where.setdefault(key, set()).add(id)
        self.misconceptions.update(met)
        self._note(standing)

    def _note(self, standing: Standing) -> None:
        if standing.total is not None and self.paper.possible:
            self.deciles[min(int(standing.total / self.paper.possible * 10), 9)] += 1
        need = needs_help(standing)
        if need:
            self.help = sorted([*self.help, (need[0], standing.name, need[1])])[: HELP + 1]
        texts = [
            answer
            for id, answer in standing.grading.answers.items()
            if isinstance(answer, str)
            and id in self.paper.exercises
            and self.paper.exercises[id].kind == "brief"
        ]
        if texts:
            self.briefs.append((standing.name, max(texts, key=len)))

    def join(self, other: Insight) -> None:
        """Count the students of another share of the class as well."""
        self.students += other.students
        self.states.update(other.states)
        self.misconceptions.update(other.misconceptions)
        for id, count in other.exercises.items():
            self.exercises.setdefault(id, Count()).join(count)
        for key, ids in other.where.items():
            self.where.setdefault(key, set()).update(ids)
        self.help = sorted([*self.help, *other.help])[: HELP + 1]
        self.briefs += other.briefs
        self.deciles = [one + two for one, two in zip(self.deciles, other.deciles, strict=True)]

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "paper": Paper()}  # between processes it goes without: each has it already


def needs_help(standing: Standing) -> tuple[float, str] | None:
    """Return how little was reached (0 to 1) and why someone needs help, or None."""
    grading = standing.grading
    if not standing.is_graded:
        return (
            0.0,
            "nothing has arrived" if grading.state == "missing" else "what was handed in could not be graded",
        )
    tried = {id: each for id, each in grading.results.items() if each.status != "not tried" and each.possible}
    if not tried:
        return 0.0, "nothing is answered yet"
    share = sum(grading.points(id) or 0 for id in tried) / sum(each.possible for each in tried.values())
    if share < LOW:
        weakest = sorted(tried, key=lambda id: (grading.points(id) or 0) / tried[id].possible)[:3]
        return share, f"{share:.0%} of the points of what was tried; weakest: {', '.join(weakest)}"
    hints = [rung for id, rung in grading.hints.items() if id in tried]
    if hints and sum(hints) / len(tried) >= MANY_HINTS:
        return share, "nearly every answer took all hints"
    return None
