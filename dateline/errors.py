"""Faults that are told to a user in plain words, never as a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class KitError(Exception):
    """A fault that the user can mend; its text says what, where and what to do."""

    exit_code = 1  # of the command line

    def _render_traceback_(self) -> list[str]:
        """In a notebook, show the message alone."""
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file that a person wrote.

    `file` is the path as the user knows it, `row` says where in it, `reason` what is wrong
    and `mend` what to do.

    >>> print(Problem("key/figures.csv", "row 4 (F03)", "lower is 'two'", "write digits: 2"))
    key/figures.csv, row 4 (F03): lower is 'two'; write digits: 2
    """

    file: str
    row: str
    reason: str
    mend: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, {self.row}" if self.row else self.file
        return f"{where}: {self.reason}" + (f"; {self.mend}" if self.mend else "")


class ProblemsError(KitError):
    """Several faults in one go: `problems` lists them all."""

    def __init__(self, title: str, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join([title, *(f"  {problem}" for problem in self.problems)]))
