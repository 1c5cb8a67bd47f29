"""The comparisons of a practice key: what may be set against what, and what comes out."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.cases import CheckRow
from dateline.practice.story import Story


def check_rows(story: Story) -> Iterable[CheckRow]:
    """The comparisons: what may be set against what, and what comes out."""
    first, second, leave, stay = (story.figures[id] for id in ("F01", "F04", "F03", "F05"))
    fewer, share = first.number - second.number, lost_share(story)
    yield CheckRow(
        id="K01",
        left="F01",
        right="F02",
        question="Are these two figures about the same thing?",
        verdict="not comparable",
        reason="They count different things.",
        wrong=dict.fromkeys(("agree", "changed", "conflict"), "same-numeral-same-thing"),
    )
    yield CheckRow(
        id="K02",
        left="F01",
        right="F04",
        question="Do the two totals contradict each other?",
        verdict="changed",
        reason="The same group at two times: each can be right for its own date.",
        wrong={"conflict": "change-as-contradiction"},
    )
    yield CheckRow(
        id="K03",
        left="F01",
        right="F04",
        question="How many fewer are there by the second report?",
        verdict="changed",
        lower=fewer,
        hedge="more than about",
        unit=story.frame["unit"],
        reason="The first figure has no ceiling, so the fall has none.",
        wrong={f"{fewer}..{fewer}": "bound-as-value", f"..{fewer}": "hedge-reversed"},
    )
    yield CheckRow(
        id="K04",
        left="F01",
        right="F04",
        question="What share is gone by the second report?",
        verdict="changed",
        lower=share,
        hedge="more than about",
        unit="percent",
        reason="The base is the earlier number.",
        wrong={f"{share}..{share}": "bound-as-value", f"..{share}": "hedge-reversed"},
    )
    yield CheckRow(
        id="K05",
        left="F03 + F05",
        right="F04",
        question="Do those who go and those who stay fit the whole?",
        verdict="adds up",
        verdict_accepted=["cannot tell"],
        lower=leave.number + stay.number,
        reason="The figures fit together. They need not be equal.",
        wrong={"does not add up": "sum-forced"},
    )
    yield CheckRow(
        id="K06",
        left="F03",
        right="F04",
        question="Did the total fall from the one to the other?",
        verdict="not comparable",
        reason="Those who leave are no later total of those who are there.",
        wrong=dict.fromkeys(("agree", "changed", "conflict"), "stock-for-flow"),
    )


def lost_share(story: Story) -> int:
    """Return the share, in percent of the earlier number, by which the later one is smaller."""
    first, second = story.figures["F01"].number, story.figures["F04"].number
    return round((first - second) * 100 / first)
