"""3.3: events as they happened, and as the reports tell them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cases import Case, ClaimRow, DateRow
from dateline.dates import bounds
from dateline.drafting.items import lettered, place_in, spread
from dateline.drafting.trial import Idea

FEWEST, MOST = 4, 7
LONGEST = 200  # days: what is dated no better than that has no place in an order


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 3.3."""
    yield "3.3", _ordered(case)


def _ordered(case: Case) -> Idea | None:
    told = _events(case)
    if len(told) < FEWEST:
        return None
    chosen = spread(told, MOST)
    # in the order of their words, so that the letters give no order away
    rows = lettered(sorted(chosen, key=lambda pair: pair[1].statement))
    order = list(case.sources)
    happened = sorted(rows, key=lambda letter: bounds(rows[letter][0].edtf))
    reported = sorted(
        rows, key=lambda letter: (order.index(rows[letter][0].source), rows[letter][0].paragraph)
    )
    return Idea(
        "order",
        {"events": {letter: date.id for letter, (date, _) in rows.items()}},
        {"happened": happened, "reported": reported},
        tuple(
            f"**{letter}** “{date.anchor.split(' #')[0]}”: {claim.statement}"
            for letter, (date, claim) in rows.items()
        ),
    )


def _events(case: Case) -> list[tuple[DateRow, ClaimRow]]:
    """Dates that are close enough, each in a sentence of its own and in a paragraph of its own."""
    found: dict[tuple[str, int | None], tuple[DateRow, ClaimRow]] = {}
    for date in case.key.rows("dates"):
        sentence = next((row for row in case.key.rows("claims") if _in(date, row)), None)
        if date.anchor and sentence and _close(date.edtf):
            found.setdefault((date.source, date.paragraph), (date, sentence))
    return list(found.values())


def _in(date: DateRow, claim: ClaimRow) -> bool:
    same = (date.source, date.paragraph) == (claim.source, claim.paragraph)
    return same and " #" not in date.anchor and place_in(date.anchor, claim.statement) >= 0


def _close(edtf: str) -> bool:
    earliest, latest = bounds(edtf) if edtf else (None, None)
    return bool(earliest and latest) and (latest - earliest).days <= LONGEST
