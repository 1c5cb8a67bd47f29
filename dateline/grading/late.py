"""Handing in late: what a teacher's rules take off, as data."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dateline.cases.about import read_yaml
from dateline.cases.rows import reasons
from dateline.errors import Problem, ProblemsError
from dateline.grading.roster import Enrolled, called, squeezed

Percent = Annotated[float, Field(ge=0, le=100)]


class LateRules(BaseModel):
    """When work is due and what lateness costs.

    `due` is local time. Within `grace` minutes after it nothing is taken off; then each day begun takes
    `per_day` per cent of the points earned, and at most `cap` per cent. `extensions` are later times for
    students by name.

    >>> rules = LateRules(due="2026-11-20T18:00", grace=30, per_day=10, cap=50)
    >>> [rules.taken(datetime(2026, 11, day, 18, 31), "Anna") for day in (19, 20, 21, 30)]
    [0.0, 10.0, 20.0, 50.0]
    """

    model_config = ConfigDict(extra="forbid")
    due: datetime
    grace: float = Field(default=0, ge=0)
    per_day: Percent
    cap: Percent = 100
    extensions: dict[str, datetime] = {}

    @field_validator("due")
    @classmethod
    def _local(cls, when: datetime) -> datetime:
        return when.astimezone().replace(tzinfo=None) if when.tzinfo else when

    def taken(self, handed_in: datetime | None, name: str) -> float:
        """Return how many per cent of the points are taken off; none where nobody knows the time."""
        if handed_in is None:
            return 0.0
        known = called(Enrolled(name))
        extended = (when for each, when in self.extensions.items() if squeezed(each) in known)
        over = handed_in - self._local(next(extended, self.due))
        if over <= timedelta(minutes=self.grace):
            return 0.0
        return min(math.ceil(over / timedelta(days=1)) * self.per_day, self.cap)


def read_rules(path: Path) -> LateRules:
    """Read rules from a YAML file; ProblemsError lists all that is wrong with it."""
    content, problems = read_yaml(path)
    if not problems:
        try:
            return LateRules.model_validate(content)
        except ValidationError as fault:
            problems = [
                Problem(path.name, "", reason, "see `dateline grade --help`") for reason in reasons(fault)
            ]
    raise ProblemsError(f"The rules for late work in {path} cannot be used:", problems)
