"""3.1 and 3.2: expressions of time as dates, and the days that one of them may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.cases import Case
from dateline.drafting.items import lettered, listed, spread, where
from dateline.drafting.trial import Idea

_DAYS = re.compile(r"\[\d{4}-\d\d-\d\d(?:,\d{4}-\d\d-\d\d)+\]")  # one of several days


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 3.1 and 3.2."""
    yield "3.1", _when(case)
    yield "3.2", _which_day(case)


def _when(case: Case) -> Idea | None:
    rows = [row for row in case.key.rows("dates") if row.anchor]
    dated = [row for row in rows if row.edtf]
    items = lettered(spread(dated, 9) + spread([row for row in rows if not row.edtf], 2))
    if not dated:
        return None
    answer = {letter: row.edtf or "no date" for letter, row in items.items()}
    arguments = {"expressions": {letter: row.id for letter, row in items.items()}}
    return Idea("dates", arguments, answer, listed(items))


def _which_day(case: Case) -> Idea | None:
    sets = [row for row in case.key.rows("dates") if row.anchor and _DAYS.fullmatch(row.edtf)]
    row = next(iter(sets), None)
    if row is None:
        return None
    answer = {
        "candidates": row.edtf.strip("[]").split(","),
        "outside": None,
        "settles": "the day on which the report came out",
    }
    words = (("phrase", f"“{row.anchor.split(' #')[0]}”"), ("place", where(row)))
    return Idea("candidates", {"row": row.id}, answer, words=words)
