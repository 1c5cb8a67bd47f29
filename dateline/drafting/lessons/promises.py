"""5.5: what was said, by when, and what had become of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.cases import Case, CheckRow, ClaimRow, DateRow
from dateline.drafting.following import DONE, NOT_DONE, TO_COME, UNTOLD, VOW
from dateline.drafting.items import lettered, place_in, quoted, spread, where
from dateline.drafting.trial import Idea

HOW = ["vow", "threat", "order", "plan", "outcome"]
STATE = [DONE, NOT_DONE, UNTOLD, "a lie", "done because of it"]
MOST = 4
_BY_WHEN = re.compile(r"(?:within|before|by|as soon|immediately|at once)\b", re.IGNORECASE)
_SAID_ON = re.compile(
    r"\b(?:said|says|told|added|warned|announced|stated|promised|vowed|ordered|threatened)\b[^,]{0,25}$"
)


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 5.5."""
    yield "5.5", _promises(case)


def _promises(case: Case) -> Idea | None:
    rows = case.key.by_id
    checks = [
        row for row in case.key.rows("checks") if _is_promise(rows.get(row.left)) and row.verdict in STATE
    ]
    items = lettered(spread(checks, MOST))
    if not items:
        return None
    told = {letter: _item(case, row, rows[row.left]) for letter, row in items.items()}
    answer = {
        letter: {column: item[column]["right"][0] for column in ("promised", "deadline", "at_second_report")}
        for letter, item in told.items()
    }
    arguments = {
        "columns": {"promised": HOW, "deadline": [], "at_second_report": STATE},
        "items": told,
        "wrong": {
            "outcome": "plan-as-outcome",
            "a lie": "promise-missed-as-lie",
            "done because of it": "sequence-as-cause",
        },
    }
    claims = {letter: rows[row.left] for letter, row in items.items()}
    shown = tuple(f"**{letter}** {where(row)}: {quoted(row.statement)}" for letter, row in claims.items())
    return Idea("promises", arguments, answer, shown, words=(("last", list(case.sources)[-1]),))


def _is_promise(row: Any) -> bool:
    return isinstance(row, ClaimRow) and row.status in TO_COME


def _item(case: Case, check: CheckRow, claim: ClaimRow) -> dict[str, Any]:
    """What is right for one claim; the later sentence is where its outcome is looked up."""
    deadline = _deadline(case, claim)
    by_when = (
        {"right": [deadline.anchor.split(" #")[0]], "row": deadline.id}
        if deadline
        else {"right": ["not stated"]}
    )
    state = {"right": list(dict.fromkeys([check.verdict, *check.verdict_accepted]))}
    if check.right:
        state["row"] = check.right
    return {
        "row": claim.id,
        "promised": {"right": [_how(claim)]},
        "deadline": by_when,
        "at_second_report": state,
    }


def _how(claim: ClaimRow) -> str:
    if VOW.search(claim.statement):
        return "vow"
    return {"threatened": "threat", "ordered": "order"}.get(claim.status, "plan")


def _deadline(case: Case, claim: ClaimRow) -> DateRow | None:
    """The time in the sentence that is not the day on which it was said; one with "by" or "within" first."""
    found = []
    for row in case.key.rows("dates"):
        at = place_in(row.anchor, claim.statement) if row.anchor and " #" not in row.anchor else -1
        here = (row.source, row.paragraph) == (claim.source, claim.paragraph)
        told = row.edtf or _BY_WHEN.match(row.anchor)
        if here and at >= 0 and told and not _SAID_ON.search(claim.statement[:at]):
            found.append(row)
    return min(found, key=lambda row: not _BY_WHEN.match(row.anchor), default=None)
