"""Rows of a key in the order of the text: those of one paragraph stand together and are read with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.cases import Case
from dateline.cases.facts import COLUMNS
from dateline.cases.rows import TABLES

ORDER = (*COLUMNS, *TABLES)  # at one place of the text: who is named, then who says what of it
WHOLE = "case"  # of the whole case, and so after all of the text


def put_in_order(case: Case, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows with the `stop` at which each is looked at, and its `rank` among all rows in the text.

    A stop is a paragraph ("S1 5"), what stands at the head of a report ("S1"), or the case as a whole. A
    comparison stands with the later of its two rows, anything that is named often where it is named first.
    """
    keys = {row["id"]: _key(list(case.sources), row) for row in rows}
    ranks = {id: rank for rank, id in enumerate(sorted(keys, key=lambda id: (*keys[id], id)))}
    return [{**row, "stop": _stop(case, keys[row["id"]]), "rank": ranks[row["id"]]} for row in rows]


def _key(sources: list[str], row: Mapping[str, Any]) -> tuple[int, int, int, int]:
    """Report, paragraph, offset and table of a row; what has no place in a report is behind them all."""
    table = ORDER.index(row["table"])
    if row["places"]:
        spots = [(sources.index(each["source"]), each["paragraph"], each["start"]) for each in row["places"]]
        return (*(max(spots) if row["table"] == "checks" else min(spots)), table)
    known = [sources.index(each) for each in row["sources"] if each in sources]
    return (known[0], 0, 0, table) if known else (len(sources), 0, 0, table)


def _stop(case: Case, key: tuple[int, int, int, int]) -> str:
    source, paragraph, *_ = key
    if source == len(case.sources):
        return WHOLE
    id = list(case.sources)[source]
    return f"{id} {paragraph}" if paragraph else id
