"""The facts of a picture in plain sentences, for those who do not see it and those who want to be sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.cases import Case
from dateline.dates import describe
from dateline.plots.rows import Amount, Event, Rows, amounts, events


def in_words(
    rows: Rows, ids: Iterable[str] | None = None, *, figures: bool | None = None, unit: str = "people",
    planned: Iterable[str] = (), names: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """Return what `timeline` or `figures_over_time` draws, one sentence a line.

    Rows with `lower` or `upper` are figures, others are dates; `figures` says which of a case is meant
    (dates unless True). `ids`, `unit` and `planned` are as in the pictures.

    >>> print(in_words({"the vote": "2019-05", "the count": "2019-06-01/.."}))
    the vote: May 2019.
    the count: from 1 June 2019 on, with no end given.
    """
    ids = None if ids is None else list(ids)
    ready = isinstance(rows, (Case, Mapping)) or hasattr(rows, "columns") or rows is ... or rows is None
    listed = rows if ready else list(rows)
    if figures is None:
        figures = _are_figures(listed)
    if figures:
        told = amounts(listed, ids, unit, planned)
        return "\n".join(_amount(amount) for amount in told) or "There is no figure yet."
    return "\n".join(_event(event) for event in events(listed, ids, names)) or "There is no date yet."


def _are_figures(rows: Rows) -> bool:
    if hasattr(rows, "columns"):
        return "lower" in rows.columns
    return isinstance(rows, list) and any("lower" in row for row in rows if isinstance(row, dict))


def _event(event: Event) -> str:
    where = f" in {event.source}" if event.source else ""
    reported = f" Reported{where}, {describe(event.reported)}." if event.reported else ""
    return f"{event.label}: {describe(event.edtf)}.{reported}"


def _amount(amount: Amount) -> str:
    source = f" ({amount.source})" if amount.source else ""
    plan = " This is a plan, not a count." if amount.planned else ""
    return f"{amount.label}{source}: {limits_in_words(amount)}, as of {describe(amount.as_of)}.{plan}"


def limits_in_words(amount: Amount) -> str:
    """Return the bounds of a figure, with its hedge, in words.

    >>> limits_in_words(Amount("tents", 40, None, "2020", hedge="more than"))
    'more than 40, with no upper bound'
    """
    low, high = (None if n is None else f"{n:,.10g}" for n in (amount.lower, amount.upper))
    hedge = amount.hedge.lower()
    if low is None or high is None:
        number, side = (low, "upper") if high is None else (high, "lower")
        lead = hedge or ("from" if high is None else "up to")
        return f"{lead} {number}, with no {side} bound"
    if low != high:
        return f"from {low} to {high}"
    return f"about {low}, an estimate" if amount.approximate else f"exactly {low}"
