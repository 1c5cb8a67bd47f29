"""The key desk of a drafted case: its new rows drafted by the readers, and told what is left to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.cases import Case, open_case
from dateline.drafting.carrying import carried
from dateline.drafting.confirm import Cells
from dateline.drafting.contradictions import contradictions
from dateline.drafting.dating import date_rows
from dateline.drafting.figuring import figures_in
from dateline.drafting.misfits import collisions, unknown_ids, untimely
from dateline.drafting.pairing import pair_row
from dateline.drafting.saying import said_in
from dateline.drafting.validate import DOUBT, ERROR, doubts_of
from dateline.drafting.wondering import wonders
from dateline.errors import Problem
from dateline.sources import Source
from dateline.widgets import KeyDesk
from dateline.widgets.key_changes import blank


def key_desk(case: Case | str) -> KeyDesk:
    """Open the desk at which a teacher confirms the key and the facts of a case, beside the text.

    Each change is written at once to the files in the case's folder.

    >>> key_desk("tolvane-dam")
    KeyDesk(tolvane-dam, to confirm: 0 of 194)
    """
    opened = open_case(case) if isinstance(case, str) else case
    return KeyDesk(
        opened,
        drafter=draft_at,
        checker=doubts_in,
        carrier=carried,
        comparer=pair_row,
        wonderer=wonders,
        validator=left_to_do,
    )


def doubts_in(case: Case) -> Iterator[tuple[str, Problem]]:
    """Yield what `dateline case validate` would say of the rows of a key, with its grade."""
    yield from ((ERROR, problem) for finds in (collisions, unknown_ids) for problem in finds(case))
    yield from ((DOUBT, problem) for finds in (contradictions, untimely) for problem in finds(case))


def left_to_do(folder: Path) -> list[tuple[str, Problem]]:
    """Return what `dateline case validate` says of the case in `folder`: its grade, and what and where."""
    return [(doubt.grade, doubt.problem) for doubt in doubts_of(folder, folder.parents[1] / "solutions")]


def draft_at(case: Case, table: str, place: Mapping[str, Any]) -> Cells:
    """Return the cells of a new row of a table, as the readers draft them for words chosen in the text.

    `place` has source, paragraph, exact, start and end. A claim says the chosen words alone; how they are
    said is read in their sentence.
    """
    source = case.sources[place["source"]]
    alone = replace(source, paragraphs=(source.paragraph(place["paragraph"]),))
    drafted = next(_touching(case, _makers(case)[table](alone), place, whole=table == "claims"), {})
    if table == "claims":
        drafted = {**drafted, "anchor": "", "statement": place["exact"]}
    return {**blank(case, table, place), **{name: text for name, text in drafted.items() if text}}


def _makers(case: Case) -> dict[str, Callable[[Source], Iterable[Cells]]]:
    def alone(source: Source) -> Case:
        return replace(case, sources={source.id: source})

    return {
        "figures": lambda source: figures_in([source]).rows,
        "dates": lambda source: [row for row in date_rows([source]) if row.get("anchor")],
        "claims": lambda source: said_in(alone(source)).claims,
        "voices": lambda source: said_in(alone(source)).voices.values(),
    }


def _touching(case: Case, rows: Iterable[Cells], place: Mapping[str, Any], whole: bool) -> Iterator[Cells]:
    """The rows whose anchor, or whole statement, shares words with those chosen."""
    for row in rows:
        phrase = row["statement"] if whole else row["anchor"]
        found = case.find(row["source"], int(row["paragraph"]), phrase)
        if found and found.start < place["end"] and place["start"] < found.end:
            yield row
