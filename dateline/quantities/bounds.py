"""A figure as its bounds alone: what is left of it when one reckons with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.quantities.model import Quantity


@dataclass(frozen=True, slots=True)
class Bounds:
    """A lower and an upper bound, each closed or open; None is an end that nothing is known of.

    Raises ValueError when the lower bound lies above the upper.

    >>> Bounds(1000, None, lower_closed=False, approximate=True).describe()
    'more than about 1,000'
    """

    lower: float | int | None = None
    upper: float | int | None = None
    lower_closed: bool = True
    upper_closed: bool = True
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"lower bound {self.lower} lies above upper bound {self.upper}")
        # An open end has no bound to be part of it; one spelling keeps equal bounds equal.
        object.__setattr__(self, "lower_closed", self.lower_closed and self.lower is not None)
        object.__setattr__(self, "upper_closed", self.upper_closed and self.upper is not None)

    @classmethod
    def exactly(cls, value: float | int) -> Bounds:
        """Return the bounds of one exact value.

        >>> Bounds.exactly(12).describe("percent")
        '12 percent'
        """
        return cls(value, value)

    @classmethod
    def of(cls, figure: Quantity | Bounds) -> Bounds:
        """Return the bounds of a figure that was read, as it states them.

        >>> from dateline.quantities import read_quantities
        >>> Bounds.of(read_quantities("up to 500 tents")[0])
        Bounds(lower=None, upper=500, lower_closed=False, upper_closed=True, approximate=False)
        """
        if isinstance(figure, Bounds):
            return figure
        return cls(figure.lower, figure.upper, figure.lower_closed, figure.upper_closed, figure.approximate)

    def describe(self, unit: str = "") -> str:
        """Say the bounds in words, with the unit if one is given.

        >>> Bounds(None, 2, upper_closed=False).describe("percent")
        'less than 2 percent'
        >>> Bounds(200, 300).describe()
        '200 to 300'
        """
        about = "about " if self.approximate else ""
        low, high = _written(self.lower), _written(self.upper)
        if self.lower is None and self.upper is None:
            words = "not known"
        elif self.upper is None:
            words = f"{'at least' if self.lower_closed else 'more than'} {about}{low}"
        elif self.lower is None:
            words = f"{'at most' if self.upper_closed else 'less than'} {about}{high}"
        elif self.lower == self.upper:
            words = f"{about}{low}"
        elif self.lower_closed and self.upper_closed:
            words = f"{about}{low} to {high}"
        else:
            least = "at least" if self.lower_closed else "more than"
            most = "at most" if self.upper_closed else "less than"
            words = f"{least} {about}{low} and {most} {about}{high}"
        return f"{words} {_plural(unit, self)}".rstrip() if unit and words != "not known" else words


def _written(value: float | int | None) -> str:
    """Write a number with separators, and with two decimals at most where it is not whole."""
    if value is None:
        return ""
    rounded = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return f"{value:.2g}" if value and rounded in ("0", "-0") else rounded


def _plural(unit: str, bounds: Bounds) -> str:
    """Put the unit in the plural where English does: "5 days", "1 day", "5 percent", "5 km"."""
    inflected = unit in (
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "year",
        "decade",
    )
    one = 1 in (bounds.lower, bounds.upper) and (bounds.lower is None or bounds.upper in (1, None))
    return f"{unit}s" if inflected and not one else unit
