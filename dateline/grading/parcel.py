"""What one student handed in, read and put together to be graded somewhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.grading.intake import Submission
from dateline.grading.store import Entry, RefusedError, Store
from dateline.grading.student import MOST


@dataclass(frozen=True)
class Parcel:
    """The files of one submission by where they lay, or why they were refused; it is read like a store."""

    files: Mapping[tuple[str, ...], bytes] = field(default_factory=dict)
    refused: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def read(self, entry: Entry) -> bytes:
        """Return a file's bytes; RefusedError as the store that it came from said."""
        if entry.chain in self.files:
            return self.files[entry.chain]
        raise RefusedError(self.refused.get(entry.chain, "it was not sent"))


def packed(store: Store, submission: Submission) -> Parcel:
    """Read what is graded of a submission; once there is far too much, no more is read."""
    files: dict[tuple[str, ...], bytes] = {}
    refused: dict[tuple[str, ...], str] = {}
    size = 0
    for entry in (*submission.notebooks, *submission.answers):
        try:
            files[entry.chain] = store.read(entry)
        except RefusedError as fault:
            refused[entry.chain] = str(fault)
        size += len(files.get(entry.chain, b""))
        if size > MOST:
            break
    return Parcel(files, refused)
