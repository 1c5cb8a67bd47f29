"""The timeline: when each thing happened, as precisely as it is known, against when it was reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from dateline.plots import timeline as drawn_timeline
from dateline.widgets.chart import Chart, Given, Reading, said
from dateline.widgets.chart_events import read_events
from dateline.widgets.desk import page_of, style_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Timeline(Chart):
    """A timeline of the events that a learner dated, each beside the report that tells of it.

    A row of one's own has `label` and `edtf`, and may have `source`, `reported` (EDTF) and `planned`; a dict
    maps names to EDTF dates. See `Chart` for what else can be drawn.

    >>> Timeline([{"label": "the vote", "edtf": "2019-05", "reported": "2019-05-03"}])
    Timeline(drawn: 1, left out: 0)
    """

    _esm = page_of("chart", "chart_time", "timeline")
    _css = style_of("chart", "timeline")
    kinds: ClassVar[tuple[str, ...]] = ("dates", "candidates", "order")

    def heading(self) -> str:
        """Return the title where none is given."""
        return said("timeline-title")

    def read(self, given: Sequence[Given]) -> Reading:
        """Return the events that have a date."""
        return read_events(given)

    def summed_up(self) -> str:
        """Return in one sentence how many events there are, and which are the first and the last."""
        known = [row for row in self.rows if row["first"] is not None or row["last"] is not None]
        first = min(known, key=lambda row: row["first"] or row["last"])
        last = max(known, key=lambda row: row["last"] or row["first"])
        days = sum(row["shape"] == "day" for row in self.rows)
        blanks = {"first": first["label"], "first_told": first["told"]}
        blanks |= {"last": last["label"], "last_told": last["told"]}
        key = "timeline-summary" if len(self.rows) > 1 else "chart-one"
        return said(key, count=len(self.rows), days=days, **blanks)

    def figure(self) -> Figure:
        """Return the same picture as a matplotlib figure, for print."""
        names: tuple[str, ...] = ("label", "edtf", "source", "reported")
        rows: list[dict[str, Any]] = [{name: row[name] for name in names} for row in self.rows]
        return drawn_timeline(rows, title=self.title if rows else "")
