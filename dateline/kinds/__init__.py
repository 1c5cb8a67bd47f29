"""Kinds of check: each module here marks one kind of answer, and exercises.yaml names it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from dateline.cases import Case
from dateline.findings import Finding


class Kind(Protocol):
    """What a module in this folder offers.

    `Arguments` is a pydantic model of the exercise's `with:` block. `mark` is a pure function from a plain
    answer (see `answers.plain`) to findings; `others` holds the lesson's other answers by exercise id.
    It never raises on an answer: a wrong shape is a finding whose key is in the group "shape".
    `doubts` (optional) lists, as text, what in the arguments does not fit the case. `form` (optional) tells
    what the answer looks like as a form, in the terms of `_forms`. `OPEN` (optional) names the arguments that
    give no answer away, so that a copy without the key may hold them.
    """

    Arguments: type

    def mark(self, answer: Any, case: Case, arguments: Any, others: Mapping[str, Any]) -> list[Finding]: ...


def names() -> list[str]:
    """Return the names of all kinds of check, found by looking in this folder."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


@cache
def load(name: str) -> Kind:
    """Return the kind of check called `name`; KeyError when there is none."""
    if name not in names():
        raise KeyError(name)
    return importlib.import_module(f"{__name__}.{name}")
