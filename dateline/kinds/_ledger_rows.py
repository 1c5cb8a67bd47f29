"""The rows of a learner's ledger: numbers as numbers, hedges apart, dates as told, blanks as blanks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline import lexicon
from dateline.kinds._dating import Told, told
from dateline.kinds._hedges import signs_of
from dateline.kinds._shared import is_blank, number_of, same, tidy

COLUMNS = ("paragraph", "lower", "upper", "hedge", "counted", "scope", "as_of")
_NO_HEDGE = ("none", "no hedge", "no", "-", "exact", "nothing")
_SIGNED = re.compile(r"([<>~≈≥≤]=?)\s*(\d[\d,.]*%?)")
_UPWARDS = re.compile(r"(\d[\d,.]*%?)\s*\+")
_PERCENT = re.compile(r"%|\bper\s?cent\b|\bpercentage\b|\bshare\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row told: `hedge` is None while its cell is blank, "" when the learner says that there is none."""

    number: int
    paragraph: int | None
    lower: float | int | None
    upper: float | int | None
    hedge: str | None
    counted: str
    scope: str
    as_of: Told
    percent: bool
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def signs(self) -> frozenset[str]:
        """What the hedge claims: "more", "less", "about", "range", "exact"."""
        return signs_of(self.hedge or "")

    @property
    def unbounded(self) -> bool:
        """Whether both bounds are empty."""
        return self.lower is None and self.upper is None

    @property
    def blank(self) -> bool:
        """Whether nothing but perhaps a paragraph is filled in."""
        told_none = not (self.counted or self.scope or self.unread) and self.as_of.blank
        return self.unbounded and not self.hedge and told_none

    @property
    def bounds_said(self) -> str:
        """The bounds in words, for feedback."""
        return said(self.lower, self.upper)

    def same_as(self, other: Entry) -> bool:
        """Whether two rows tell the same."""
        return replace(self, number=0) == replace(other, number=0)


def said(lower: float | int | None, upper: float | int | None) -> str:
    """Say bounds in words.

    >>> said(2000, None), said(5, 5), said(200, 300)
    ('2,000 and no upper bound', 'exactly 5', '200 to 300')
    """
    low, high = (None if n is None else f"{n:,.10g}" for n in (lower, upper))
    if low is None and high is None:
        return "no bounds"
    if low == high:
        return f"exactly {low}"
    if low is None or high is None:
        return f"{low} and no upper bound" if high is None else f"no lower bound and {high}"
    return f"{low} to {high}"


def entry_of(row: Mapping[str, Any], number: int) -> Entry:
    """Read one row of an answer; nothing in it can raise."""
    lower, upper = _limit(row.get("lower")), _limit(row.get("upper"))
    hedge = _hedge(row.get("hedge")) or lower.hedge or upper.hedge
    low, high = lower.value, upper.value
    if low is not None and high is not None and low > high:
        low, high = high, low
    cells = [row.get(name) for name in ("lower", "upper", "unit", "hedge", "counted", "scope")]
    limits = {"lower": lower.unread, "upper": upper.unread}
    return Entry(
        number=number,
        paragraph=_paragraph(row.get("paragraph")),
        lower=low,
        upper=high,
        hedge=_hedge(row.get("hedge")) if hedge is None else hedge,
        counted=_text(row.get("counted")),
        scope=_text(row.get("scope")),
        as_of=told(row.get("as_of")),
        percent=any(_PERCENT.search(str(cell)) for cell in cells if cell is not None),
        unread=tuple((name, text) for name, text in limits.items() if text),
    )


@dataclass(frozen=True, slots=True)
class _Limit:
    value: float | int | None = None
    hedge: str | None = None
    unread: str = ""


def _limit(cell: Any) -> _Limit:
    if is_blank(cell) or same(cell, *lexicon.load("answers")["open_bound"]):
        return _Limit()
    number = number_of(cell)
    if number is not None:
        return _Limit(number)
    if not isinstance(cell, str):
        return _Limit(unread=str(cell))
    if signed := _SIGNED.fullmatch(cell.strip()):
        return _Limit(number_of(signed[2]), signed[1])
    if upwards := _UPWARDS.fullmatch(cell.strip()):
        return _Limit(number_of(upwards[1]), "more")
    return _phrase(cell)


def _phrase(text: str) -> _Limit:
    """Numbers in words, or with their hedge in the same cell, are read as the text itself would be."""
    from dateline.quantities import read_quantities

    found = [each for each in read_quantities(text) if not each.not_a_count and not each.vague]
    if len(found) != 1:
        return _Limit(unread=text)
    value = found[0].lower if found[0].lower is not None else found[0].upper
    return _Limit(value, found[0].hedge or None)


def _hedge(cell: Any) -> str | None:
    if cell is None or tidy(cell) in ("...", "…"):
        return None
    return "" if not tidy(cell) or tidy(cell) in _NO_HEDGE else str(cell).strip()


def _text(cell: Any) -> str:
    return "" if is_blank(cell) else str(cell).strip()


def _paragraph(cell: Any) -> int | None:
    """Return the number in "7", "¶7", "para. 7" or "S1 ¶7"."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        return int(cell)
    numbers = re.findall(r"(?<![A-Za-z\d])\d{1,4}", str(cell))
    return int(numbers[-1]) if numbers else None


def numerals_of(text: str) -> set[int]:
    """Return the whole numbers in a phrase, in digits or in words; ordinals count as their number.

    >>> sorted(numerals_of("On the one hand")), sorted(numerals_of("more than 2,000 service members"))
    ([1], [2000])
    """
    digits = {int(run.replace(",", "")) for run in re.findall(r"\d{1,3}(?:,\d{3})+|\d{1,15}", text)}
    return digits | {_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _WORDS}


_WORDS = {word: n for n, word in enumerate(lexicon.load("answers")["number_words"], start=1)}
_WORDS |= {word: n for n, word in enumerate(lexicon.load("answers")["ordinal_words"], start=1)}
