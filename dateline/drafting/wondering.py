"""Where a draft is unsure of itself: rows that rest on a guess, so that a teacher looks at those alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from dateline.cases import Case, CheckRow, ClaimRow, DateRow, FigureRow, VoiceRow
from dateline.cases.key_files import KeyFiles
from dateline.cases.rows import Row
from dateline.drafting.confirm import is_unconfirmed
from dateline.drafting.drafts import QUESTION
from dateline.drafting.following import DONE, NOT_DONE, TO_COME
from dateline.findings import words
from dateline.sources import NOT_STATED

LONG = 30  # words of a statement that are rarely one claim
GUESSED = (
    "name",
    "idiom",
    "one of",
    "score",
)  # why a numeral counts nothing, where its form does not show it
RARE = (*(status for status in TO_COME if status != "planned"), "denied", "discussed")  # read off one word


def wonders(case: Case, files: KeyFiles) -> dict[str, list[str]]:
    """Return by id what the draft is unsure of, in words, of each row and fact that is still to confirm.

    `case` is loaded with the files.
    """
    found: dict[str, list[str]] = {}
    for row in case.key.by_id.values():
        if is_unconfirmed(row.note) and (kind := _KINDS.get(type(row))):
            found[row.id] = list(kind(case, row))
    for table, cells in files.facts.rows():
        if is_unconfirmed(cells["note"]):
            found[cells["id"]] = list(_fact(table, cells))
    return {id: [words(f"unsure-{key}").found for key in keys] for id, keys in found.items() if keys}


def _figure(case: Case, row: FigureRow) -> Iterator[str]:
    if not row.is_figure:
        yield from ["no-figure"] if row.why_not in GUESSED else []
        return
    if row.vague:
        yield "vague"
    if not row.counted:
        yield "counted"
    label = case.populations[row.population].label if row.population in case.populations else ""
    if label and row.counted and _noun(row.counted) not in label.lower():
        yield "same-noun"


def _noun(phrase: str) -> str:
    """The last word of a phrase, without the ending of its plural."""
    return phrase.lower().split()[-1].removesuffix("s")


def _date(case: Case, row: DateRow) -> Iterator[str]:
    if row.expression_kind == "needs anchor":
        yield "needs-anchor"
    elif re.search(r"[\[{]", row.edtf):
        yield "several-days"
    elif re.search(r"[?~%]", row.edtf):
        yield "about-when"


def _claim(case: Case, row: ClaimRow) -> Iterator[str]:
    if len(row.statement.split()) >= LONG or ";" in row.statement:
        yield "several-claims"
    if row.kind in ("opinion", "background") or row.status in RARE:
        yield "kind"
    heard = [v for v in case.key.rows("voices") if (v.source, v.voice) == (row.source, row.speaker)]
    if heard and not any(_is_named(case, voice, row.statement) for voice in heard):
        yield "speaker"


def _is_named(case: Case, voice: VoiceRow, text: str) -> bool:
    """Tell whether a text has one of the names of a voice in it."""
    party = {**case.people, **case.organisations}.get(voice.voice)
    names = [voice.label, *([party.name, *party.aliases] if party else [])]
    return any(name.lower() in text.lower() for name in names)


def _voice(case: Case, row: VoiceRow) -> Iterator[str]:
    if row.status == "relayed":
        yield "relayed"
    if row.named is False:
        yield "unnamed"


def _check(case: Case, row: CheckRow) -> Iterator[str]:
    if row.verdict in (DONE, NOT_DONE):
        yield "outcome"
    if row.verdict in ("adds up", "does not add up"):
        yield "all-parts"
    if row.comparable == "flow against stock":
        yield "flow"
    sides = [case.key.by_id.get(id) for id in (row.left, row.right)]
    scopes = {side.scope for side in sides if isinstance(side, FigureRow)}
    if row.comparable == "yes" and len(scopes) > 1:
        yield "scopes"


def _fact(table: str, cells: Mapping[str, str]) -> Iterator[str]:
    if table == "names" and not cells["role"]:
        yield "role"
    if table == "populations" and (cells["part_of"] or " | " in cells["aliases"]):
        yield "part" if cells["part_of"] else "nouns"
    if table == "reports" and {cells["publisher"], cells["agency"]} == {NOT_STATED}:
        yield "publisher"
    if cells["id"] == "question" and cells["value"] == QUESTION:
        yield "question"
    if cells["id"] == "rights":
        yield "rights"


_KINDS: dict[type[Row], Callable[..., Iterator[str]]] = {
    FigureRow: _figure,
    DateRow: _date,
    ClaimRow: _claim,
    VoiceRow: _voice,
    CheckRow: _check,
}
