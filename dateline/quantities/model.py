"""The figure that the reader hands out, and the working figure that its steps fill in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text: its bounds, hedge, unit and what it counts.

    lower, upper     int or float; None is an open end, which the text does not state
    lower_closed     True when the bound itself is included ("at least 5"); False at an open end
    approximate      hedged as "about", "nearly", "an estimated"; no band is applied here
    vague            bounds inferred from a vague word ("dozens", "most"), not from a numeral
    hedge            the hedge in lower case, "" when none
    counted          the noun phrase counted, as in the text, "" when none was found
    unit             "" for counts; "percent", "USD", "day", "km", "times" …
    not_a_count      None, or why the numeral counts nothing: "year", "ordinal", "idiom", "rate base" …;
                     it then has no bounds, no unit and no noun
    surface          the figure as in the text: `text[start:end] == surface`, in code points

    >>> from dateline.quantities import read_quantities
    >>> figure = read_quantities("It has more than 2,000 troops there.")[0]
    >>> figure.lower, figure.upper, figure.lower_closed, figure.counted
    (2000, None, False, 'troops')
    """

    lower: float | int | None
    upper: float | int | None
    lower_closed: bool
    upper_closed: bool
    approximate: bool
    vague: bool
    hedge: str
    counted: str
    unit: str
    not_a_count: str | None
    surface: str
    start: int
    end: int


@dataclass(slots=True)
class Figure:
    """A figure being read: tokens[first:last], with exact bounds, before it is handed out."""

    first: int
    last: int
    lower: Fraction | None = None
    upper: Fraction | None = None
    lower_closed: bool = True
    upper_closed: bool = True
    approximate: bool = False
    vague: bool = False
    hedge: str = ""
    noun: tuple[int, int] | None = None  # the tokens of what is counted
    unit: str = ""
    why: str | None = None
    compound: bool = False  # "five-day": what follows is the noun that it describes
    share: bool = False  # "two thirds": what follows "of" is the whole, not the part

    def bound(self, means: str) -> None:
        """Turn the figure into the bound that a hedge of this meaning states."""
        if means == "about":
            self.approximate = True
        elif means != "exact":
            side, _, edge = means.partition("_")
            near = side == "just"
            self.approximate |= near
            below = edge == "below" if near else side == "upper"
            if below:
                open_end = self.vague and self.upper is None and self.lower is not None and self.lower >= 10
                if open_end:  # "no more than a few hundred" are fewer than a thousand
                    self.upper = Fraction(10 ** len(str(int(self.lower))))
                self.upper = self.lower if self.upper is None else self.upper
                self.lower, self.lower_closed = None, False
                self.upper_closed = edge == "closed" and not open_end
            else:
                self.lower = self.upper if self.lower is None else self.lower
                self.upper, self.upper_closed = None, False
                self.lower_closed = edge == "closed"


def plain(value: Fraction | None) -> float | int | None:
    """Write an exact number as an int where it is whole, else as a float; None stays None."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
