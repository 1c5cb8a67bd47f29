"""A drafted row, and how it says that nobody has looked at it yet: its note begins with these words."""

from __future__ import annotations

from dateline.cases.rows import TO_CONFIRM

Cells = dict[str, str]  # a drafted row: its text by column


def to_confirm(why: str) -> str:
    """Return the note of a drafted row.

    >>> to_confirm("read as a lower bound")
    'to confirm: read as a lower bound'
    """
    return f"{TO_CONFIRM}: {why}"


def is_unconfirmed(note: str) -> bool:
    """Say whether a note, or a role in case.yaml, still has the words of the draft."""
    return note.strip().lower().startswith(TO_CONFIRM)
