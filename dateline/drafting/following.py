"""What became of what was said: plans, orders and threats of one report, looked for in the later ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.cases import ClaimRow
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.items import quoted
from dateline.lexicon import load
from dateline.marks import fold, words_of

TO_COME = ("threatened", "ordered", "planned")
DONE, NOT_DONE, UNTOLD = "done", "not done", "cannot tell"
MOST = 5
_LEAST = 2  # words of meaning that two sentences must share to be about one thing
VOW = re.compile(r"\b(?:promis|vow|pledg|sw[eo]r|guarantee)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither|still|cancelled|dropped|failed|without)\b|n't\b")


def follow_ups(claims: Sequence[ClaimRow], sources: Sequence[str]) -> Iterator[Cells]:
    """Yield a row for each claim of what was to come, with the later sentence that is nearest to it.

    The verdict is a guess at "done", "not done" or "cannot tell" by the words of that sentence.
    """
    coming = [row for row in claims if _is_to_come(row) and row.source != sources[-1]]
    coming.sort(key=lambda row: not _is_pressing(row))
    for claim in coming[:MOST]:
        later = [row for row in claims if sources.index(row.source) > sources.index(claim.source)]
        near = max(later, key=lambda row: len(_shared(claim, row)), default=None)
        if near is None:
            continue
        verdict = _outcome(near) if len(_shared(claim, near)) >= _LEAST else UNTOLD
        yield {
            "left": claim.id,
            "right": near.id if verdict != UNTOLD else "",
            "question": f"{quoted(claim.statement)} ({claim.source}): what became of it by {sources[-1]}?",
            "verdict": verdict,
            "verdict_accepted": UNTOLD if verdict != UNTOLD else "",
            "reason": _reason(near, verdict),
            "note": to_confirm("is this the same matter, and does the later report settle it?"),
        }


def _is_to_come(row: ClaimRow) -> bool:
    """A claim of what is to come, and not only if something else happens."""
    return row.status in TO_COME and not re.search(r"\bif\b", row.statement)


def _is_pressing(row: ClaimRow) -> bool:
    return row.status in ("threatened", "ordered") or bool(VOW.search(row.statement))


def _shared(one: ClaimRow, other: ClaimRow) -> set[str]:
    return _telling(one) & _telling(other)


def _telling(row: ClaimRow) -> set[str]:
    """The words of meaning in a statement, each cut to its stem, without numbers."""
    common = load("drafting")["english"]
    words = [word for word in words_of(row.statement) if word.isalpha() and len(word) > 3]
    return {word[:5] for word in words if word not in common}


def _outcome(row: ClaimRow) -> str:
    if _NOT.search(fold(row.statement).lower()):
        return NOT_DONE
    return DONE if row.status == "done" else UNTOLD


def _reason(near: ClaimRow, verdict: str) -> str:
    if verdict == UNTOLD:
        return "No later sentence was found that settles it; what is not told is not denied."
    return f"{near.source}, para. {near.paragraph}: {quoted(near.statement)}"
