"""One row of a table behind a drawing: which figure it is, and whether it draws it honestly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dateline.cases import FigureRow
from dateline.dates import finer, same, within
from dateline.findings import Finding, Place
from dateline.kinds._bounds_rules import too_fine
from dateline.kinds._hedges import signs_of
from dateline.kinds._label_words import stem
from dateline.kinds._limits import Limits, limits_of
from dateline.kinds._shared import clipped, is_blank, tidy
from dateline.kinds._tally import right, untried
from dateline.kinds._written_dates import edtf_of
from dateline.marks import fold, words_of

COLUMNS = ("label", "lower", "upper", "as_of", "source")
UNLABELLED = "drawn-label"
BAND = 0.1
_MIDNIGHT = re.compile(r"T00:00(:00(\.0+)?)?$| 00:00:00$")


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """One row as the learner gave it."""

    number: int
    label: str
    limits: Limits
    as_of: str
    source: str

    @property
    def blank(self) -> bool:
        """Tell whether the row holds no number and no date yet."""
        return self.limits.blank and not self.as_of

    @property
    def part(self) -> str:
        """The row as its finding names it."""
        return f"row {self.number}" + (f": {clipped(self.label, 50)}" if self.label else "")


def read(number: int, row: dict[str, Any]) -> Drawn:
    """Return a row of the answer as limits, date, source and label."""
    cells = {column: "" if is_blank(row.get(column)) else str(row[column]).strip() for column in COLUMNS}
    limits = limits_of({"lower": row.get("lower"), "upper": row.get("upper")})
    return Drawn(number, cells["label"], limits, _MIDNIGHT.sub("", cells["as_of"]), cells["source"])


def fit(drawn: Drawn, row: FigureRow, words: list[str]) -> float:
    """Score how well a row fits a figure: 2 for its numbers, 1 for a number near, less for its words."""
    given = [each for each in (drawn.limits.lower, drawn.limits.upper) if each is not None]
    known = {end for pair in _accepted(row) for end in pair if end is not None}
    if any(each in known for each in given):
        score = 2.0
    elif any(abs(each - end) <= 0.15 * max(end, 1) for each in given for end in known):
        score = 1.0
    else:  # no number fits: only a row that names the figure and its report is taken for it
        return 1.0 if _holds(drawn.label, words) and _source(drawn) == row.source else 0.0
    labelled = _holds(drawn.label, words) or names(drawn, row)
    return score + 0.5 * _holds(drawn.label, words) + 0.25 * labelled + 0.5 * (_source(drawn) == row.source)


def names(drawn: Drawn, row: FigureRow) -> bool:
    """Tell whether a row's label names what a figure counts."""
    return _holds(drawn.label, [row.counted, *row.counted_accepted])


def _accepted(row: FigureRow) -> list[tuple[Any, Any]]:
    """The limits that can be drawn: as recorded, as the key accepts, and "about n" as its band."""
    pairs = [(row.lower, row.upper), *row.accepted]
    if row.approximate and row.lower is not None and row.lower == row.upper:
        pairs.append((row.lower * (1 - BAND), row.upper * (1 + BAND)))
    return pairs


def judge_limits(drawn: Drawn, row: FigureRow, share: float, place: Place | None) -> Finding:
    """Judge the limits: open ends stay open, bands stay bands, "about" is seen."""
    given = drawn.limits
    if given.unread:
        params = {"given": given.unread[0][1], "column": given.unread[0][0]}
        return Finding("not-a-number", part=drawn.part, possible=share, params=params)
    if given.lower is None and given.upper is None:
        return untried(drawn.part, share)
    pairs = [tuple(None if end is None else float(end) for end in pair) for pair in _accepted(row)]
    said = {"given": _said(given), "hedge": row.hedge, "name": drawn.label}
    if (given.lower, given.upper) in pairs or _honest_band(given, row):
        if given.point and row.approximate and "about" not in signs_of(drawn.label):
            return Finding("hedge-dropped", part=drawn.part, possible=share, params=said, place=place)
        return right(drawn.part, share)
    key = _key(given, row)
    if key.startswith("limit-"):
        side = _off(given, row)
        end = getattr(given, side)
        said |= {"side": side, "given": "open" if end is None else f"{end:,.10g}"}
    return Finding(key, part=drawn.part, possible=share, params=said, place=place)


def _honest_band(given: Limits, row: FigureRow) -> bool:
    """A band round "about n" may be narrower than ten percent, as long as it is a band round n."""
    if not row.approximate or row.lower is None or None in (given.lower, given.upper) or given.point:
        return False
    return (
        row.lower * (1 - BAND) <= given.lower < row.lower <= row.upper < given.upper <= row.upper * (1 + BAND)
    )


def _key(given: Limits, row: FigureRow) -> str:
    closed_above = row.upper is None and given.upper is not None
    closed_below = row.lower is None and given.lower not in (None, 0)
    if given.lower is None and row.upper is None and given.upper == row.lower:
        return "hedge-reversed"
    if closed_above or closed_below:
        return "bound-as-value"
    if row.lower is not None and row.upper is not None and None in (given.lower, given.upper):
        return "limit-left-open"
    if given.point and row.lower != row.upper:
        return "band-as-point"
    ends = ((given.lower, row.lower), (given.upper, row.upper))
    if any(mine is not None and end is not None and too_fine(mine, (end, end)) for mine, end in ends):
        return "false-precision"
    return "limit-too-wide" if _wider(given, row) else "limit-too-tight"


def _off(given: Limits, row: FigureRow) -> str:
    """Name the side that no accepted limits of the figure have."""
    return "upper" if given.lower in {pair[0] for pair in _accepted(row)} else "lower"


def _wider(given: Limits, row: FigureRow) -> bool:
    below = row.lower is not None and given.lower is not None and given.lower < row.lower
    above = row.upper is not None and given.upper is not None and given.upper > row.upper
    return below or above


def _said(given: Limits) -> str:
    lower, upper = ("open" if each is None else f"{each:,.10g}" for each in (given.lower, given.upper))
    return f"lower {lower}, upper {upper}"


def judge_date(drawn: Drawn, row: FigureRow, share: float, place: Place | None) -> Finding:
    """Judge the as-of date: as the key has it, not finer than the text, not the other report's."""
    if not drawn.as_of:
        return untried(drawn.part, share)
    given = edtf_of(fold(drawn.as_of))
    if given is None:
        return Finding("not-a-date", part=drawn.part, possible=share, params={"given": clipped(drawn.as_of)})
    if any(date and same(given, date) for date in (row.as_of, *row.as_of_accepted)):
        return right(drawn.part, share)
    key = "too-precise" if finer(given, row.as_of) and within(given, row.as_of) else "drawn-date"
    return Finding(key, part=drawn.part, possible=share, params={"given": given}, place=place)


def judge_source(drawn: Drawn, row: FigureRow, share: float, place: Place | None) -> Finding:
    """Judge the source: the id of the report, alone or inside a citation."""
    if not drawn.source:
        return untried(drawn.part, share)
    if _source(drawn) == row.source:
        return right(drawn.part, share)
    return Finding(
        "drawn-source", part=drawn.part, possible=share, params={"given": clipped(drawn.source)}, place=place
    )


def _source(drawn: Drawn) -> str:
    found = set(re.findall(r"(?<![A-Za-z])[sS](\d)\b", drawn.source))
    return f"S{found.pop()}" if len(found) == 1 else ""


def judge_label(
    drawn: Drawn, words: list[str], others: list[str], key: str, share: float, place: Place | None
) -> Finding:
    """Judge the label: one of the words that tell what is counted; `key` names those of another figure."""
    if not drawn.label:
        return untried(drawn.part, share)
    if not words or _holds(drawn.label, words):
        return right(drawn.part, share)
    key = key if _holds(drawn.label, others) else UNLABELLED
    return Finding(key, part=drawn.part, possible=share, params={"given": clipped(drawn.label)}, place=place)


def _holds(label: str, words: list[str]) -> bool:
    """Tell whether a label holds one of some words or phrases in any form, hyphens and case aside."""
    told = f" {_stems(label)} "
    return any(each and f" {_stems(tidy(each))} " in told for each in words)


def _stems(text: str) -> str:
    return " ".join(map(stem, words_of(text)))
