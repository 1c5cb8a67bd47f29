"""6.3: what somebody could know on the day of the first report."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.brief.language.reading import read_dates
from dateline.cases import Case, ClaimRow
from dateline.dates import bounds
from dateline.drafting.items import lettered, quoted, spread
from dateline.drafting.trial import Idea

EACH = 3


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 6.3."""
    yield "6.3", _knowable(case)


def _knowable(case: Case) -> Idea | None:
    first, *later = case.sources.values()
    end = bounds(first.date)[1]
    claims = [row for row in case.key.rows("claims") if row.kind in ("figure", "event") and _plain(row)]
    known = [row for row in claims if row.source == first.id]
    unknown = [
        row for row in claims if row.source != first.id and _after(row, case.sources[row.source].date, end)
    ]
    if not later or not known or not unknown:
        return None
    # in the order of their words, so that the letters do not tell the reports apart
    rows = lettered(sorted([*spread(known, EACH), *spread(unknown, EACH)], key=lambda row: row.statement))
    options = {
        letter: {"right": "yes", "row": row.id}
        if row in known
        else {"right": "no", "wrong": "hindsight", "row": row.id}
        for letter, row in rows.items()
    }
    answer = [letter for letter, row in rows.items() if row in known]
    items = tuple(f"**{letter}** {quoted(row.statement)}" for letter, row in rows.items())
    arguments = {"of": "letters of what could be known", "options": options}
    return Idea("pick", arguments, answer, items, words=(("first", first.id), ("date", first.date)))


def _plain(row: ClaimRow) -> bool:
    """A statement that can be read alone: no quotation, and no pronoun at its head."""
    head = row.statement.split()[0].lower()
    return "“" not in row.statement and head not in ("he", "she", "it", "they", "this", "that", "these")


def _after(row: ClaimRow, issued: str, end: object) -> bool:
    """Say whether a sentence dates what it tells after the first report, by every date in it."""
    dates = [date for date in read_dates(row.statement, issued=issued) if date.earliest]
    return bool(dates) and all(date.earliest > end for date in dates)
