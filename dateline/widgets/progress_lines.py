"""What is kept of one's work, exercise by exercise, and the misconceptions that are to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.answers import Saved, lesson_of
from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.findings import group_of, known_message, words

# Where a rule is taught. A misconception met in the exercises of another lesson leads back to that one, but
# for those in which everything comes together.
TAUGHT = {"figure": "04", "date": "03", "claim": "02", "speaker": "02", "reasoning": "05", "brief": "07"}
WRITING = ("07", "08")
STATUSES = ("right", "partly", "not yet", "to be marked")


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise: how it stands, and what it took. `minutes` is None before there is anything to count."""

    id: str
    title: str
    case: str
    status: str
    points: float
    possible: float
    tries: int
    hints: int
    minutes: int | None
    planned: int
    open: tuple[str, ...] = ()
    met: tuple[str, ...] = ()

    @property
    def lesson(self) -> str:
        """The two digits of its lesson."""
        return lesson_of(self.id)


@dataclass(frozen=True, slots=True)
class Review:
    """A misconception that a check named: where it was met and is taught, whether it is mended since."""

    key: str
    ids: tuple[str, ...]
    lesson: str
    mended: bool

    def __str__(self) -> str:
        told = {"name": self.key.replace("-", " "), "ids": ", ".join(self.ids), "lesson": self.lesson}
        told["rule"] = words(self.key).rule
        return words("progress-mended" if self.mended else "progress-to-review", told).found


def line_of(exercise: ExerciseRow, case: Case, saved: Saved) -> Line:
    """Return one exercise with what `check` and `hint` kept of it."""
    check, hint = (_record(saved.get(section, exercise.id)) for section in ("checks", "hints"))
    begun = saved.get("answers", exercise.id) is not None
    still = tuple(key for key in check.get("misconceptions", []) if known_message(key))
    met = tuple(key for key in check.get("met", still) if known_message(key))
    return Line(
        id=exercise.id,
        title=exercise.title,
        case=case.about.title,
        status=status if (status := check.get("status")) in STATUSES else "begun" if begun else "not tried",
        points=_number(check.get("points")),
        possible=exercise.points,
        tries=_number(check.get("tries")),
        hints=_number(hint.get("rung")),
        minutes=None if "seconds" not in check else round(_number(check["seconds"]) / 60),
        planned=exercise.minutes,
        open=still,
        met=tuple(dict.fromkeys([*met, *still])),
    )


def _number(kept: Any) -> Any:
    return kept if isinstance(kept, (int, float)) else 0


def _record(kept: Any) -> dict[str, Any]:
    return kept if isinstance(kept, dict) else {}


def reviews(lines: Iterable[Line]) -> list[Review]:
    """Return what to review: misconceptions still open, the most frequent first, then those mended."""
    lines = list(lines)
    found = [_review(key, lines) for key in dict.fromkeys(key for line in lines for key in line.met)]
    return sorted(found, key=lambda each: (each.mended, -len(each.ids)))


def _review(key: str, lines: Iterable[Line]) -> Review:
    still = [line for line in lines if key in line.open]
    where = still or [line for line in lines if key in line.met]
    taught = [line.lesson for line in where if line.lesson not in WRITING]
    lesson = taught[0] if taught else TAUGHT.get(group_of(key), "07")
    return Review(key, tuple(line.id for line in where), lesson, not still)
