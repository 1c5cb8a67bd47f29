"""Write two dates as one stretch, and a date as approximate."""

from __future__ import annotations

from dateline.dates.notation import Part


def from_to(start: Part | None, end: Part | None) -> Part:
    """Return the stretch from one date to another; None leaves its end open."""
    text = f"{end_text(start, 0) if start else '..'}/{end_text(end, 1) if end else '..'}"
    return Part(text, start.first if start else None, end.last if end else None, "interval")


def end_text(part: Part, end: int) -> str:
    """Return how one end of a date is written inside an interval."""
    if "/" in part.text:
        return part.text.split("/")[end]
    if part.grain in ("decade", "century"):  # readers of EDTF need not know 199X inside an interval
        return f"{(part.first, part.last)[end].year:04}"
    return part.text if part.text[0] not in "[{" else (part.first, part.last)[end].isoformat()


def hedged(part: Part) -> Part:
    """Return a plain date marked as approximate; a set or an interval already allows for more."""
    if "/" in part.text or part.text[0] in "[{":
        return part
    return part._replace(text=part.text + "~", qualifier="~")
