"""Where a student stands: the points of a grading with what lateness takes off, under a name to be shown."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.grading.gradebook import Gradebook
from dateline.grading.late import LateRules
from dateline.grading.student import Grading

UNNAMED = "what happened on the way is told in the gradebook only: it names files, and these name people"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none is taken for another


@dataclass(frozen=True)
class Standing:
    """A student's grading as it is shown: `name` may be a pseudonym, `late` is in per cent of the points."""

    grading: Grading
    name: str
    late: float = 0.0

    @property
    def shown_key(self) -> str:
        """What makes this student in a file that is handed on: under a pseudonym, that one."""
        return self.grading.key if self.name == self.grading.name else self.name

    @property
    def is_graded(self) -> bool:
        """Whether there are points at all; a student without has no 0, but no grade."""
        return bool(self.grading.results or self.grading.manual)

    def points(self, exercise: str) -> float | None:
        """The points of an exercise before lateness; None for what was not tried, which is no 0 of a try."""
        result = self.grading.results.get(exercise)
        untried = result is not None and result.status == "not tried" and exercise not in self.grading.manual
        return None if untried else self.grading.points(exercise)

    @property
    def total(self) -> float | None:
        """The points that count, or None where there are none."""
        return round(self.grading.total * (1 - self.late / 100), 2) if self.is_graded else None


def standing_of(
    grading: Grading, rules: LateRules | None = None, shown: Callable[[str], str] | None = None
) -> Standing:
    """Return where a student stands; `shown` gives the name to be shown by the student's key."""
    late = rules.taken(grading.handed_in, grading.name) if rules else 0.0
    if shown is None:
        return Standing(grading, grading.name, late)
    notes = (UNNAMED,) if grading.notes else ()
    return Standing(replace(grading, notes=notes), shown(grading.key), late)


def pseudonyms(book: Gradebook) -> Callable[[str], str]:
    """Return what names each student, by key, by a word that tells nothing and stays the same here."""
    salt = bytes.fromhex(book.setting("salt", secrets.token_hex(16)))

    def pseudonym(key: str) -> str:
        digest = hmac.digest(salt, key.encode("utf-8", "replace"), hashlib.sha256)
        return "S-" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:6])

    return pseudonym
