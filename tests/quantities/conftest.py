"""What the tables of this folder share: a figure written in one short line of interval notation."""

from __future__ import annotations

import pytest

from dateline.quantities import Quantity, read_quantities


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def written(q: Quantity) -> str:
    """A figure as its row writes it: `~` approximate, `?` vague, `(` open, `[` closed, unit, noun, reason."""
    marks = "~" * q.approximate + "?" * q.vague
    left, right = "[" if q.lower_closed else "(", "]" if q.upper_closed else ")"
    parts = [f"{marks}{left}{_number(q.lower)}, {_number(q.upper)}{right}", q.unit, q.counted]
    if q.not_a_count:
        return f"{q.surface} = not a count: {q.not_a_count}"
    return f"{q.surface} = " + " | ".join(parts)


@pytest.fixture
def figures():
    """Read a text and return its figures, each written in one line."""
    return lambda text: [written(q) for q in read_quantities(text)]
