"""Figures across dates: each with its bounds and its date, and whether two of them may be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from dateline.errors import KitError
from dateline.kinds._shared import listed
from dateline.plots import figures_over_time
from dateline.widgets.chart import Chart, Given, Reading, said
from dateline.widgets.chart_figures import read_figures
from dateline.widgets.desk import page_of, style_of
from dateline.widgets.figure_pairs import compare
from dateline.widgets.recorded_figure import COUNT, RecordedFigure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class FiguresAcrossDates(Chart):
    """The figures that a learner recorded, each with its bounds and date; two can be chosen and compared.

    A row of one's own has `lower`, `upper` (None = open), `as_of` (EDTF), `counted` and `scope`, or a `label`
    instead of these two; it may have `hedge`, `source`, `unit` and `planned`. See `Chart` for what else can
    be drawn.

    >>> FiguresAcrossDates([{"label": "ships", "lower": 40, "upper": 40, "as_of": "2020-01"}])
    FiguresAcrossDates(drawn: 1, left out: 0)
    """

    _esm = page_of("chart", "chart_time", "figures_across_dates")
    _css = style_of("chart", "figures_across_dates")
    kinds: ClassVar[tuple[str, ...]] = ("ledger",)
    chosen = traitlets.List().tag(sync=True)
    verdict = traitlets.Dict().tag(sync=True)

    def heading(self) -> str:
        """Return the title where none is given."""
        return said("figures-title")

    def read(self, given: Sequence[Given]) -> Reading:
        """Return the figures that have a number."""
        reading, self._figures = read_figures(given)
        self._choose([id for id in self.chosen if id in self._figures])
        return reading

    def summed_up(self) -> str:
        """Return in one sentence how many figures there are, and from when to when."""
        dated = [row for row in self.rows if row["as_of"]]
        open_ended = sum(None in (row["lower"], row["upper"]) for row in self.rows)
        first, last = (dated[0], dated[-1]) if dated else (self.rows[0], self.rows[-1])
        blanks = {"first": first["label"], "first_told": f"{first['told']}, {first['as_of_told']}"}
        blanks |= {"last": last["label"], "last_told": f"{last['told']}, {last['as_of_told']}"}
        key = "figures-summary" if len(self.rows) > 1 else "chart-one"
        return said(key, count=len(self.rows), open=open_ended, **blanks)

    def compare(self, *ids: str) -> str:
        """Choose two figures by their ids, "4.1:1" for the first row of 4.1; return the outcome in words.

        KitError names an id that is not among the rows.
        """
        unknown = [id for id in ids if id not in self._figures]
        if unknown or len(set(ids)) != 2:
            able = listed(self._figures) or "none"
            raise KitError(said("pair-two-wanted", unknown=listed(unknown or ids), able=able))
        self._choose(list(ids))
        return str(self.verdict.get("told", ""))

    def _choose(self, ids: list[str]) -> None:
        pair = [self._figures[id] for id in ids]
        with self.hold_sync():
            self.chosen = ids
            self.verdict = compare(*pair).as_page(ids) if len(pair) == 2 else {}

    def act(self, message: dict[str, Any]) -> dict[str, Any]:
        """Choose the figures that the page names, or what every chart can do."""
        if message.get("do") != "compare":
            return super().act(message)
        named = message.get("pair")
        ids = [id for id in named if isinstance(id, str)] if isinstance(named, list) else []
        if len(ids) > 2 or len(set(ids)) < len(ids) or any(id not in self._figures for id in ids):
            return {"re": message.get("re"), "ok": False, "told": said("pair-gone")}
        self._choose(ids)
        told = self.verdict.get("told") or said(f"pair-chosen-{len(ids)}")
        return {"re": message.get("re"), "ok": True, "told": told}

    def figure(self) -> Figure:
        """Return the same picture as a matplotlib figure, for print: the figures of the commonest unit."""
        figures = [each for each in self._figures.values() if each.amount.as_of]
        unit = Counter(each.amount.unit for each in figures).most_common(1)[0][0] if figures else COUNT
        rows = [_static(each) for each in figures]
        return figures_over_time(rows, unit=unit, title=self.title if rows else "")


def _static(figure: RecordedFigure) -> dict[str, Any]:
    names = ("label", "lower", "upper", "as_of", "source", "hedge", "unit")
    return {**{name: getattr(figure.amount, name) for name in names}, "planned": figure.planned}
