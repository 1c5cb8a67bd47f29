"""Slips that a share of a change invites, worked out from the two figures behind it."""

from __future__ import annotations

from dateline.cases import FigureRow

NEAR = 0.1  # a learner may round, or take "about" to its edge


def base_slips(earlier: FigureRow, later: FigureRow) -> list[tuple[str, tuple[float, float]]]:
    """Return the percentages at which a wrong base shows, each as a range, with the message that names it.

    A change is measured against the earlier figure. Measured against the later one it is base-reversed, as
    is the earlier figure in percent of the later one; against both together the change has a wrong base.
    Figures without a limit, or of zero, give nothing.

    >>> rows = [FigureRow(id=n, is_figure="yes", lower=600, upper=None) for n in "ab"]
    >>> base_slips(rows[0], rows[1].model_copy(update={"lower": 200}))[0]
    ('base-reversed', (180.0, 220.0))
    """
    before, after = _limit(earlier), _limit(later)
    if not before or not after or before == after:
        return []
    change = 100 * abs(before - after)
    shares = [("base-reversed", change / after), ("base-reversed", 100 * before / after)]
    shares.append(("wrong-base", change / (before + after)))
    return [(key, (round(n * (1 - NEAR), 4), round(n * (1 + NEAR), 4))) for key, n in shares]


def _limit(row: FigureRow) -> float | None:
    return row.lower if row.lower is not None else row.upper
