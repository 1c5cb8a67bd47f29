"""Ideas for the exercises of a case, a module a skill; every module in this folder is asked."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from dateline.cases import Case
from dateline.drafting.trial import Idea


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield each exercise id with its idea, or with None where the case holds nothing for it."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem != "__init__":
            yield from import_module(f"{__name__}.{path.stem}").ideas(case)
