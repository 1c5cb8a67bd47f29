"""What the reader of figures finds in words of a report, offered for a figure ledger to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline import lexicon
from dateline.findings import known_message, words
from dateline.kinds._ledger_rows import COLUMNS
from dateline.quantities import Quantity, read_quantities
from dateline.sources import Paragraph


def offers(paragraph: Paragraph, start: int, end: int) -> tuple[list[dict[str, Any]], list[str]]:
    """Return rows for the figures that touch paragraph.text[start:end], and what is said of other numerals.

    Offsets are code points. The whole paragraph is read, so that a hedge counts which was not selected. Scope
    and as-of date are left for the learner, who alone can say them.

    >>> text = "On the one hand, more than 40 ships waited."
    >>> found, told = offers(Paragraph("S1", 1, text), 0, len(text))
    >>> found[0]["row"]["lower"], found[0]["row"]["counted"], found[0]["surface"]
    (40, 'ships', 'more than 40')
    >>> told
    ['“On the one hand” counts nothing: it is a turn of phrase.']
    """
    found, told = [], []
    for figure in read_quantities(paragraph.text):
        if figure.start >= end or figure.end <= start:
            continue
        if figure.not_a_count:
            told.append(_counts_nothing(figure))
        else:
            found.append({"row": _row(figure, paragraph.number), **_about(figure)})
    return found, told


def _counts_nothing(figure: Quantity) -> str:
    key = f"ledger-why-{figure.not_a_count.replace(' ', '-')}"
    why = words(key).found if known_message(key) else figure.not_a_count
    return words("ledger-counts-nothing", {"surface": figure.surface, "why": why}).found


def _about(figure: Quantity) -> dict[str, Any]:
    note = words("ledger-vague").found if figure.vague else ""
    return {"surface": figure.surface, "note": note}


def _row(figure: Quantity, paragraph: int) -> dict[str, Any]:
    """A figure as a row; where a unit is measured, the unit is counted and its noun is the scope."""
    percent = figure.unit == "percent"
    measured = bool(figure.unit) and not percent
    bounds = (figure.lower, figure.upper)
    lower, upper = (f"{n} %" if percent and n is not None else n for n in bounds)
    return {
        **dict.fromkeys(COLUMNS),
        "paragraph": paragraph,
        "lower": lower,
        "upper": upper,
        "hedge": figure.hedge,
        "counted": (_plural(figure.unit) if measured else figure.counted) or None,
        "scope": (figure.counted or None) if measured else None,
    }


def _plural(unit: str) -> str:
    """Return a unit as one counts in it; a symbol stays as it is.

    >>> _plural("day"), _plural("century"), _plural("km"), _plural("USD")
    ('days', 'centuries', 'km', 'USD')
    """
    forms = lexicon.load("units")["after"].get(unit, [])
    is_word = len(unit) > 2 and len(forms) > 1 and forms[0] == unit and forms[1].replace(" ", "").isalpha()
    return forms[1] if is_word else unit


def is_recorded(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a ledger has a row with the same paragraph, bounds and hedge."""
    told = ("paragraph", "lower", "upper")
    return any(
        all(row.get(name) == each.get(name) for name in told)
        and (row.get("hedge") or "") == (each.get("hedge") or "")
        for each in rows
    )
