"""A timeline that shows how precisely each date is known."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.cases import Case
from dateline.dates import bounds, describe
from dateline.plots.look import FAINT, INK, REPORT, nothing_yet, page, styles
from dateline.plots.rows import Event, Rows, events

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NEAR = timedelta(days=366)  # what lies longer before its report is shown as an arrow at the edge
LAST_DAY = date.max.toordinal() - 1  # a mark half a day wide still has room behind it
Window = tuple[date, date]


def timeline(
    rows: Rows,
    ids: Iterable[str] | None = None,
    title: str = "",
    names: Mapping[str, str] | None = None,
    reported: str = "",
) -> Figure:
    """Draw when each thing happened, one panel a report, with the report itself as a line or band.

    `rows` is a case (`ids` chooses rows of its key), a table or list of dicts with `label` and `edtf` (and
    perhaps `source` and `reported`), or a dict of id → EDTF such as an answer (`ids` chooses, `names` says
    what they stand for). `reported` is the date of the report where a row has none of its own. A day is a
    dot; a set of possible days is hollow dots joined by a line; a longer time is a bar; an open end is an
    arrow. What lies over a year before its report is an arrow at the left edge with its date. Returns the
    matplotlib figure.

    >>> timeline({"the vote": "2019-05-01", "the count": "2019-05-02/.."}).get_suptitle()
    'When it happened, as precisely as it is known'
    """
    told = [replace(event, reported=event.reported or reported) for event in events(rows, ids, names)]
    if not told:
        return nothing_yet("There is no date to draw yet: fill in at least one, then run this cell again.")
    panels = _panels(told)
    figure, axes = page([len(panel) + 1.2 for panel in panels], 1.5 + 0.46 * (len(told) + len(panels)))
    look = styles([event.source for event in told])
    for each, panel in zip(axes, panels, strict=True):
        _draw_panel(each, panel, look[panel[0].source][0])
    name = f"When it happened, when it was reported: {rows.title}" if isinstance(rows, Case) else ""
    heading = title or name or "When it happened, as precisely as it is known"
    figure.suptitle(heading, x=0.01, ha="left", color=INK, fontsize=12)
    _legend(figure, told)
    return figure


def timeline_table(rows: Rows, ids: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the data behind `timeline`: label, source, edtf, earliest, latest, days (of a set), reported."""
    import pandas as pd

    columns = ["label", "source", "edtf", "earliest", "latest", "days", "reported"]
    records = [
        (e.label, e.source, e.edtf, e.earliest, e.latest, ", ".join(map(str, e.marks)), e.reported)
        for e in events(rows, ids)
    ]
    return pd.DataFrame(records, columns=columns, dtype=object)


def _panels(told: list[Event]) -> list[list[Event]]:
    panels: dict[str, list[Event]] = {}
    for event in told:
        panels.setdefault(event.source, []).append(event)
    return list(panels.values())


def _window(panel: list[Event]) -> Window:
    """Return the first and last day to show: all that lies within a year of the report, and the report."""
    ends = [day for event in panel for day in (event.earliest, event.latest) if day]
    issue = [day for event in panel if event.reported for day in bounds(event.reported) if day]
    if issue:
        ends = [day for day in ends if day > min(issue) - NEAR] + issue
    ends = ends or [date(2000, 1, 1)]
    first, last = min(ends).toordinal(), max(ends).toordinal()
    margin = max(round((last - first) * 0.06), 1)
    return date.fromordinal(max(first - margin, 1)), date.fromordinal(min(last + margin, LAST_DAY))


def _draw_panel(axes: Axes, panel: list[Event], colour: str) -> None:
    window = _window(panel)
    _draw_reports(axes, panel)
    for row, event in enumerate(panel):
        _draw_event(axes, event, row, colour, window)
    axes.set_xlim(*window)
    axes.set_ylim(len(panel) - 0.4, -0.8)
    axes.set_yticks(range(len(panel)), ["\n".join(textwrap.wrap(e.label, 44)[:3]) for e in panel], fontsize=9)
    axes.grid(axis="x", color=FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    _date_ticks(axes, window)


def _date_ticks(axes: Axes, window: Window) -> None:
    from matplotlib import dates

    length = (window[1] - window[0]).days
    if length <= 16:
        locator, form = dates.DayLocator(interval=1 if length <= 10 else 2), "%-d %b"
        axes.set_xlabel(f"Day ({' and '.join(dict.fromkeys(str(day.year) for day in window))})", fontsize=10)
    elif length <= 800:
        locator, form = dates.MonthLocator(interval=length // 200 + 1), "%Y-%m"
        axes.set_xlabel("Month (year-month)", fontsize=10)
    else:
        locator, form = dates.AutoDateLocator(maxticks=9), "%Y"
        axes.set_xlabel("Year", fontsize=10)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(lambda place, _: _day_name(dates.num2date(place), form))


def _day_name(day: date, form: str) -> str:
    return f"{day.day} {day:%b}" if form == "%-d %b" else f"{day:{form}}"


def _draw_reports(axes: Axes, panel: list[Event]) -> None:
    for reported in dict.fromkeys(event.reported for event in panel if event.reported):
        first, last = bounds(reported)
        source = next(event.source for event in panel if event.reported == reported)
        if first == last:
            mark = axes.axvline(first, color=REPORT, linewidth=2, linestyle="--")
        else:
            mark = axes.axvspan(first, last + timedelta(days=1), color=REPORT, alpha=0.22, linewidth=0)
        mark.set_gid(f"report:{reported}")
        name = f"{source} reported, {describe(reported)}" if source else f"reported, {describe(reported)}"
        axes.text(last, -0.55, f"{name} ", fontsize=9, color=INK, ha="right", va="center")


def _draw_event(axes: Axes, event: Event, row: int, colour: str, window: Window) -> None:
    first, last = event.earliest or window[0], event.latest or window[1]
    if last < window[0]:
        _edge(axes, event, row, colour, window)
    elif event.shape == "set":
        axes.plot(
            [first, last], [row, row], color=colour, linewidth=1.2, linestyle=":", gid=f"join:{event.label}"
        )
        axes.plot(
            list(event.marks), [row] * len(event.marks), "o", markerfacecolor="white", markeredgecolor=colour,
            markeredgewidth=2, markersize=9, gid=f"set:{event.label}",
        )  # fmt: skip
    elif event.shape == "day":
        axes.plot([first], [row], "o", color=colour, markersize=9, gid=f"day:{event.label}")
    else:
        _bar(axes, event, row, colour, window)


def _bar(axes: Axes, event: Event, row: int, colour: str, window: Window) -> None:
    """A bar over all the days it may be, half a day to either side of the ticks; an open end is an arrow."""
    from matplotlib.dates import date2num

    low, high = map(date2num, window)
    first = max(date2num(event.earliest) - 0.5, low) if event.earliest else low
    last = min(date2num(event.latest) + 0.5, high) if event.latest else high
    name = event.label
    axes.barh(row, last - first, left=first, height=0.34, color=colour, alpha=0.5, gid=f"span:{name}")
    if first == low:
        _arrow(axes, window, row, colour, f"open-start:{name}", "<")
    if last == high:
        _arrow(axes, window, row, colour, f"open-end:{name}", ">")


def _arrow(axes: Axes, window: Window, row: int, colour: str, gid: str, way: str) -> None:
    from matplotlib.dates import date2num

    low, high = map(date2num, window)
    inset = (high - low) * 0.015  # the arrow stands inside the panel, clear of the label
    day = low + inset if way == "<" else high - inset
    axes.plot([day], [row], way, color=colour, markersize=15, zorder=3, gid=gid)


def _edge(axes: Axes, event: Event, row: int, colour: str, window: Window) -> None:
    _arrow(axes, window, row, colour, f"earlier:{event.label}", "<")
    axes.annotate(
        describe(event.edtf), (window[0], row), xytext=(18, 0), textcoords="offset points", fontsize=9,
        va="center", color=INK,
    )  # fmt: skip


def _legend(figure: Figure, told: list[Event]) -> None:
    from matplotlib.lines import Line2D

    drawn = {event.shape for event in told}
    ink = {"color": INK, "linestyle": ""}
    hollow = {"markerfacecolor": "white", "markeredgecolor": INK, "linestyle": ":", "color": INK}
    signs = [
        ("day", "a day", Line2D([], [], marker="o", **ink)),
        ("set", "one of these days", Line2D([], [], marker="o", **hollow)),
        ("span", "some time within", Line2D([], [], color=INK, linewidth=6, alpha=0.5)),
        ("open", "open end", Line2D([], [], marker=">", markersize=9, **ink)),
    ]
    signs = [(name, mark) for shape, name, mark in signs if shape in drawn]
    if any(event.reported for event in told):
        signs.append(("the report", Line2D([], [], color=REPORT, linewidth=2, linestyle="--")))
    figure.legend(
        [mark for _, mark in signs], [name for name, _ in signs], loc="outside lower center", ncols=5,
        frameon=False, fontsize=9, labelcolor=INK,
    )  # fmt: skip
