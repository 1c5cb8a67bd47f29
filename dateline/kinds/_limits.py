"""A learner's limits: a number, a pair, a phrase or a dict with lower, upper and hedge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.kinds._shared import choice_of, clipped, is_blank, number_of, tidy

Range = tuple[float, float]
_SPEC = re.compile(r"(-?\d+(?:\.\d+)?)(?:\s*\.\.\s*(-?\d+(?:\.\d+)?))?")
MOST = 200  # characters: a limit or a hedge is a short phrase
_OPEN = (
    "open", "none", "no limit", "no upper limit", "no lower limit", "unlimited", "not stated", "not given",
    "not set", "unknown", "n/a", "infinity", "infinite", "inf", "∞", "-",
)  # fmt: skip


def range_of(spec: Any) -> Range | None:
    """Return the numbers that a limit may be: `900..1000`, `900`, or None for "open".

    Raises ValueError for anything else; used on exercises, not on answers.

    >>> range_of("900..1000"), range_of(294), range_of("open")
    ((900.0, 1000.0), (294.0, 294.0), None)
    """
    if str(spec).strip() == "open":
        return None
    match = _SPEC.fullmatch(str(spec).strip())
    if not match:
        raise ValueError(f"{spec!r} is not a limit; write 900, 900..1000 or open")
    least = float(match[1])
    return least, float(match[2]) if match[2] else least


@dataclass(frozen=True)
class Limits:
    """What a learner gave: None where a limit is open or blank; `unread` is what is not a number."""

    lower: float | None = None
    upper: float | None = None
    hedge: str | None = None
    unread: tuple[tuple[str, str], ...] = ()
    swapped: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing was given at all."""
        return self.lower is None and self.upper is None and not self.hedge and not self.unread

    @property
    def point(self) -> bool:
        """Tell whether both limits are one and the same number."""
        return self.lower is not None and self.lower == self.upper

    def scaled(self, factor: float) -> Limits:
        """Return the same limits in another unit."""
        lower, upper = (None if each is None else each * factor for each in (self.lower, self.upper))
        return replace(self, lower=lower, upper=upper)


def limits_of(value: Any) -> Limits:
    """Return the limits in an answer of any shape that can hold them.

    >>> limits_of({"lower": "1,000", "upper": None, "hedge": "more than"})
    Limits(lower=1000, upper=None, hedge='more than', unread=(), swapped=False)
    >>> limits_of([600, 900]).upper, limits_of(750).point
    (900, True)
    """
    if isinstance(value, Mapping):
        cells = {choice_of(key, ("lower", "upper", "hedge")): cell for key, cell in value.items()}
    elif isinstance(value, list) and len(value) in (2, 3):
        cells = dict(zip(("lower", "upper", "hedge"), value, strict=False))
    elif isinstance(value, str) and number_of(value) is None:
        return _phrase(value)
    else:
        cells = {"lower": value, "upper": value}
    lower, upper = _number(cells.get("lower")), _number(cells.get("upper"))
    unread = tuple(
        (side, clipped(cells[side])) for side, n in (("lower", lower), ("upper", upper)) if n is _UNREAD
    )
    lower, upper = (None if each is _UNREAD else each for each in (lower, upper))
    hedge = _hedge(cells.get("hedge")) or _beside(cells) or _hedge(cells.get("hedge"))
    swapped = lower is not None and upper is not None and lower > upper
    return Limits(*((upper, lower) if swapped else (lower, upper)), hedge, unread, swapped)


_UNREAD = object()


def _number(value: Any) -> Any:
    if is_blank(value) or (isinstance(value, str) and tidy(value) in _OPEN):
        return None
    number = number_of(value) if isinstance(value, (int, float, str)) else None
    if number is None and isinstance(value, str):
        number = _worded(value)
    return _UNREAD if number is None else number


def _worded(text: str) -> float | int | None:
    """One number with words around it: "294 days", "more than 1,000"; None for a range or none at all."""
    number = number_of(re.sub(r"^[<>=~\u2248\u2264\u2265]+\s*|\s*(?:[a-z%]+\.?|\+)$", "", tidy(text)))
    if number is not None:
        return number
    from dateline.quantities import read_quantities

    ends = {
        end
        for each in read_quantities(text[:MOST])
        if not each.not_a_count
        for end in (each.lower, each.upper)
    }
    ends.discard(None)
    return ends.pop() if len(ends) == 1 else None


def _hedge(value: Any) -> str | None:
    """None while the cell is blank; an empty text says on purpose that there is no hedge."""
    if value is None or (is_blank(value) and str(value).strip()):
        return None
    return "" if tidy(value) in ("none", "no hedge", "-") else str(value).strip()


def _beside(cells: Mapping[str | None, Any]) -> str | None:
    """The hedge in the cell of a number: a learner may write "more than about 1,000" there."""
    texts = [cells.get(side) for side in ("lower", "upper") if isinstance(cells.get(side), str)]
    worded = [
        text[:MOST] for text in texts if number_of(text) is None and _number(text) not in (None, _UNREAD)
    ]
    return re.sub(r"[\d.,%]*\d[\d.,%]*", " ", worded[0]).strip() or None if worded else None


def _phrase(text: str) -> Limits:
    """A phrase such as "more than about 1,000": read by the kit's own reader of quantities."""
    from dateline.quantities import read_quantities

    if is_blank(text):
        return Limits()
    found = [each for each in read_quantities(text[:MOST]) if not each.not_a_count]
    if len(found) != 1:
        return Limits(unread=(("the answer", clipped(text)),))
    return Limits(found[0].lower, found[0].upper, found[0].hedge or "")


def inside(value: float | None, ranges: Iterable[Range | None]) -> bool:
    """Tell whether a limit is one of the accepted ones; an open limit only where open is accepted."""
    if value is None:
        return any(each is None for each in ranges)
    return any(each is not None and each[0] - 1e-9 <= value <= each[1] + 1e-9 for each in ranges)
