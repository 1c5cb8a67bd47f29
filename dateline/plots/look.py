"""How the kit's pictures look: colours that differ in lightness too, and a page readable in any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito's palette (2008), made for colour-blind readers; each also gets a marker of its own.
COLOURS = ("#0072B2", "#B45309", "#00785A", "#7B3F98")
MARKERS = ("o", "s", "^", "D")
INK, FAINT, REPORT = "#1a1a1a", "#d9d9d9", "#5f6b7a"
WIDTH = 9.0  # inches: the width of a notebook's output at 100 dots an inch


def page(panels: list[float], height: float) -> tuple[Figure, list[Axes]]:
    """Return a figure with one pair of axes a panel, heights in proportion, on an opaque white page.

    The figure is not left open in pyplot: a notebook shows what a cell returns, once.
    """
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(
        len(panels), 1, figsize=(WIDTH, height), squeeze=False, height_ratios=panels, layout="constrained"
    )
    plt.close(figure)
    figure.set_facecolor("white")
    for each in axes[:, 0]:
        plain(each)
    return figure, list(axes[:, 0])


def nothing_yet(what: str) -> Figure:
    """Return a small page that says that there is nothing to draw yet; an unfilled notebook still runs."""
    figure, (axes,) = page([1], 0.9)
    axes.set_axis_off()
    axes.text(0, 0.5, what, fontsize=11, color=INK, va="center")
    return figure


def plain(axes: Axes) -> None:
    """Give axes a white ground, dark ink, and no frame above and at the right."""
    axes.set_facecolor("white")
    axes.tick_params(colors=INK, labelsize=10)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(INK)
    for text in (axes.title, axes.xaxis.label, axes.yaxis.label):
        text.set_color(INK)


def styles(sources: list[str]) -> dict[str, tuple[str, str]]:
    """Return a colour and a marker for each source, in order of appearance."""
    names = list(dict.fromkeys(sources))
    return {name: (COLOURS[n % len(COLOURS)], MARKERS[n % len(MARKERS)]) for n, name in enumerate(names)}
