"""Figures with their bounds against the dates for which they hold."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.cases import Case
from dateline.dates import bounds
from dateline.plots.look import FAINT, INK, nothing_yet, page, styles
from dateline.plots.rows import Amount, Rows, amounts

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def figures_over_time(
    rows: Rows,
    ids: Iterable[str] | None = None,
    unit: str = "people",
    planned: Iterable[str] = (),
    title: str = "",
) -> Figure:
    """Draw each figure with its bounds at the date for which it holds.

    `rows` is a case (`ids` chooses figures of its key), or a table or list of dicts with `label`, `lower`,
    `upper` (None = open) and `as_of` (EDTF), perhaps `hedge`, `source`, `unit`, `planned`. A thick line
    runs from the lower to the upper bound; "about n" is a band of 10 % to either side; an open bound is an
    arrow; a plan is hollow; an imprecise date is a thin line across. Only figures in `unit` share a
    picture. Returns the matplotlib figure.

    >>> rows = [{"label": "ships", "lower": 40, "upper": None, "as_of": "2020-01"}]
    >>> figures_over_time(rows, unit="ships").axes[0].get_ylabel()
    'Number (ships)'
    """
    told = amounts(rows, ids, unit, planned)
    if not told:
        return nothing_yet("There is no figure to draw yet: a row needs a number and an as-of date.")
    figure, (axes,) = page([1], 5.2)
    look = styles([amount.source for amount in told])
    top = max(n for amount in told for n in amount.drawn if n is not None) * 1.22 or 1
    marks = _marks(told)
    for mark in marks:
        _draw(axes, mark, *look[mark.amount.source], top)
    _label(axes, marks, top)
    _axes(axes, told, unit, top)
    name = (
        f"Figures with their bounds: {rows.title}" if isinstance(rows, Case) else "Figures with their bounds"
    )
    axes.set_title(title or name, loc="left", fontsize=12, color=INK)
    _legend(figure, told, look)
    return figure


def figures_table(
    rows: Rows, ids: Iterable[str] | None = None, unit: str = "people", planned: Iterable[str] = ()
) -> pd.DataFrame:
    """Return the data behind `figures_over_time`, one row a figure; an empty bound is open."""
    import pandas as pd

    columns = ["label", "source", "hedge", "lower", "upper", "unit", "as_of", "planned"]
    records = [
        tuple(getattr(amount, name) for name in columns) for amount in amounts(rows, ids, unit, planned)
    ]
    return pd.DataFrame(records, columns=columns, dtype=object)


def when(amount: Amount) -> tuple[date, date, date]:
    """Return the first, the middle and the last day for which a figure holds; an open side is a day long."""
    first, last = bounds(amount.as_of)
    first, last = first or last, last or first
    return first, first + (last - first) / 2, last


class _Mark:
    """Where a figure stands: its day moved aside a little where others stand beside it."""

    def __init__(self, amount: Amount, place: float, step: float) -> None:
        self.amount, self.place, self.step = amount, place, step

    @property
    def level(self) -> float:
        ends = [n for n in (self.amount.lower, self.amount.upper) if n is not None]
        return sum(ends) / len(ends)


def _marks(told: list[Amount]) -> list[_Mark]:
    """Give each figure its place; figures whose marks would lie on one another stand side by side."""
    from matplotlib.dates import date2num

    days = [date2num(when(amount)[1]) for amount in told]
    step = _length(told).days * 0.028
    marks: list[_Mark] = []
    for amount, day in zip(told, days, strict=True):
        before = sum(1 for other in days[: len(marks)] if abs(other - day) < step * 1.5)
        beside = sum(1 for other in days if abs(other - day) < step * 1.5)
        marks.append(_Mark(amount, day + (before - (beside - 1) / 2) * step, step))
    return marks


def _draw(axes: Axes, mark: _Mark, colour: str, marker: str, top: float) -> None:
    amount, name = mark.amount, mark.amount.label
    lower, upper = amount.drawn
    fill = "white" if amount.planned else colour
    _as_of(axes, mark, colour)
    if lower is not None and upper is not None and lower != upper:
        face = "white" if amount.planned else (*_rgb(colour), 0.35)
        look = {"facecolor": face, "edgecolor": colour, "linewidth": 1.8}
        axes.bar(mark.place, upper - lower, bottom=lower, width=mark.step * 0.7, gid=f"range:{name}", **look)
    for end, other, way in ((lower, upper, 1), (upper, lower, -1)):
        if other is None:
            _arrow(axes, mark.place, end, way * top * 0.09, colour, name)
    if amount.lower == amount.upper or None in (amount.lower, amount.upper):
        look = {"markerfacecolor": fill, "markeredgecolor": colour, "markeredgewidth": 2, "markersize": 8}
        axes.plot([mark.place], [mark.level], marker, gid=f"value:{name}", zorder=3, **look)


def _rgb(colour: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    return to_rgb(colour)


def _as_of(axes: Axes, mark: _Mark, colour: str) -> None:
    """A thin line over the days for which the figure may hold; an open side ends in a small arrow."""
    from matplotlib.dates import date2num

    first, last = (None if day is None else date2num(day) for day in bounds(mark.amount.as_of))
    if first == last:
        return
    start = mark.place - mark.step * 0.8 if first is None else first
    end = mark.place + mark.step * 0.8 if last is None else last
    look = {"color": colour, "linewidth": 1.2, "alpha": 0.8}
    level, name = mark.level, mark.amount.label
    axes.plot([start, max(end, mark.place)], [level, level], gid=f"as-of:{name}", **look)
    for open_end, place, way in ((first, start, "<"), (last, end, ">")):
        if open_end is None:
            axes.plot([place], [level], way, markersize=5, gid=f"as-of-open:{name}", **look)


def _arrow(axes: Axes, place: float, start: float, length: float, colour: str, name: str) -> None:
    look = {"arrowstyle": "-|>", "color": colour, "linewidth": 2.5, "shrinkA": 0, "shrinkB": 0}
    ends = {"xy": (place, max(start + length, 0)), "xytext": (place, start)}
    arrow = axes.annotate("", **ends, arrowprops=look)
    arrow.set_gid(f"open-{'above' if length > 0 else 'below'}:{name}")


def _label(axes: Axes, marks: list[_Mark], top: float) -> None:
    """Write each figure to the right of its group, a thin line leading to it, clear of the one below."""
    from matplotlib.dates import date2num

    placed: list[tuple[float, float]] = []
    for mark in sorted(marks, key=lambda each: (each.level, -each.place)):
        group = [other for other in marks if abs(other.place - mark.place) < 6 * mark.step]
        ends = [max(other.place, date2num(when(other.amount)[2])) for other in group]
        height, place = mark.level, max(ends) + mark.step
        while any(abs(place - at) < 40 * mark.step and abs(height - h) < top * 0.075 for at, h in placed):
            height += top * 0.005
        placed.append((place, height))
        plan = " (planned)" if mark.amount.planned else ""
        lead = {"arrowstyle": "-", "color": "#8a8a8a", "linewidth": 0.7, "shrinkB": 5, "relpos": (0, 0.5)}
        look = {"fontsize": 9, "va": "center", "color": INK, "arrowprops": lead}
        at = {"xy": (mark.place, mark.level), "xytext": (place, height), "textcoords": "data"}
        words = "\n".join(textwrap.wrap(f"{mark.amount.label}{plan}", 34))
        text = axes.annotate(words, **at, **look)
        text.set_gid(f"label:{mark.amount.label}")


def _axes(axes: Axes, told: list[Amount], unit: str, top: float) -> None:
    from matplotlib.dates import AutoDateLocator, date2num, num2date

    ends = [day for amount in told for day in when(amount)]
    length = _length(told)
    axes.set_ylim(0, top)
    low, high = date2num(min(ends)), date2num(max(ends))
    axes.set_xlim(low - length.days * 0.08, high + length.days * 0.75)  # room for the words at the right
    ticks = AutoDateLocator(minticks=2, maxticks=5).tick_values(num2date(low), num2date(high))
    axes.set_xticks([tick for tick in ticks if low - 3 <= tick <= high + length.days * 0.12])
    months = length > timedelta(days=70)
    axes.xaxis.set_major_formatter(lambda place, _: _day_name(place, months))
    axes.yaxis.set_major_formatter(lambda number, _: f"{number:,.10g}")
    axes.set_ylabel(f"Number ({unit})", fontsize=10)
    axes.set_xlabel("As-of date: when the figure held", fontsize=10)
    axes.grid(color=FAINT, linewidth=0.8)
    axes.set_axisbelow(True)


def _length(told: list[Amount]) -> timedelta:
    """The time that the figures span, at least a few days, so that a single day has room round it."""
    ends = [day for amount in told for day in when(amount)]
    return max(max(ends) - min(ends), timedelta(days=4))


def _day_name(place: float, months: bool) -> str:
    from matplotlib.dates import num2date

    return f"{num2date(place):%Y-%m}" if months else f"{num2date(place):%Y-%m-%d}"


def _legend(figure: Figure, told: list[Amount], look: dict[str, tuple[str, str]]) -> None:
    from matplotlib.lines import Line2D

    signs = [
        (source, Line2D([], [], marker=m, color=c, linestyle="")) for source, (c, m) in look.items() if source
    ]
    if any(None in amount.drawn for amount in told):
        signs.append(
            ("open bound", Line2D([], [], marker=r"$\uparrow$", color=INK, linestyle="", markersize=11))
        )
    if any(None not in a.drawn and a.drawn[0] != a.drawn[1] for a in told):
        signs.append(("lower to upper bound", Line2D([], [], color=INK, linewidth=7, alpha=0.35)))
    if any(amount.planned for amount in told):
        hollow = Line2D([], [], marker="o", markerfacecolor="white", markeredgecolor=INK, linestyle="")
        signs.append(("planned", hollow))
    if signs:
        names, marks = zip(*signs, strict=True)
        figure.legend(
            marks, names, loc="outside lower center", ncols=5, frameon=False, fontsize=9, labelcolor=INK
        )
