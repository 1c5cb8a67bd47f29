"""A figure that a learner recorded, with the cells by which it can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline import lexicon
from dateline.kinds._hedges import signs_of
from dateline.plots.rows import MEASURES, Amount
from dateline.quantities import Bounds
from dateline.quantities.hedge_words import phrases_before

COUNT = "count"  # the unit of a figure that names none and is no share and no length of time
# What follows one of these in a name narrows the noun before it: "troops | in Syria", "crews | to stay".
_NARROWS = re.compile(r"\b(?:of|in|at|on|who|that|which|it|leaving|from|to)\b")
_WILL = re.compile(r"\b(?:will|would|shall|planned|to be|(?:is|are|due|plans?|expected|supposed) to)\b", re.I)
_TO = re.compile(r"\bto (\w+)", re.I)


@dataclass(frozen=True, slots=True)
class RecordedFigure:
    """A recorded figure; `reported` is the date of the report that tells it, "" where none is known."""

    amount: Amount
    counted: str = ""
    scope: str = ""
    planned: bool = False
    paragraph: str = ""
    reported: str = ""

    @property
    def group(self) -> tuple[str, str]:
        """What is counted, and who or where: a name such as "crews in Oslo" is parted where it is narrowed.

        >>> RecordedFigure(Amount("crews in Oslo", 3, 3, "2020"), "crews in Oslo").group
        ('crews', 'in Oslo')
        """
        cut = _NARROWS.search(self.counted, 1)
        if self.scope or not cut:
            return self.counted, self.scope
        return self.counted[: cut.start()].strip(), self.counted[cut.start() :].strip()

    @property
    def limits(self) -> Bounds:
        """The bounds, with what the hedge says of their ends.

        >>> hedged = Amount("crews", 40, None, "2020", hedge="more than")
        >>> RecordedFigure(hedged).limits.describe()
        'more than 40'
        """
        amount, hedge = self.amount, self.amount.hedge.strip().lower()
        open_phrases = phrases_before()["lower_open"] | phrases_before()["upper_open"]
        closed = not any(f"{hedge} ".startswith(f"{phrase} ") for phrase in open_phrases)
        one_number = None in (amount.lower, amount.upper) or amount.lower == amount.upper
        about = one_number and (amount.approximate or "about" in signs_of(hedge))
        return Bounds(amount.lower, amount.upper, closed, closed, approximate=about)

    @property
    def measure(self) -> str:
        """The unit, "" for a plain count."""
        return "" if self.amount.unit == COUNT else self.amount.unit

    @property
    def is_measured(self) -> bool:
        """Whether it is a share or a length of time, which no count can be compared with."""
        return self.amount.unit in MEASURES

    def __str__(self) -> str:
        source = f" ({self.amount.source})" if self.amount.source else ""
        return f"“{self.amount.label}”{source}"


def is_ahead(text: str) -> bool:
    """Tell whether words put a figure into the future: "to remain at the port", "will leave".

    >>> is_ahead("to remain at the port"), is_ahead("sent to Oslo")
    (True, False)
    """
    verbs = lexicon.load("motion")
    known = {*verbs["stay"], *verbs["go"], *verbs["phrasal_go"]}
    return bool(_WILL.search(text)) or any(verb.lower() in known for verb in _TO.findall(text))
