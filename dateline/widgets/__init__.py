"""Widgets: other ways to give the answers that a cell can also hold as plain data."""

from __future__ import annotations

from dateline.widgets.answer_form import AnswerForm
from dateline.widgets.brief_desk import BriefDesk
from dateline.widgets.claim_marker import ClaimMarker
from dateline.widgets.date_desk import DateDesk
from dateline.widgets.figure_ledger import FigureLedger
from dateline.widgets.progress import Progress

__all__ = [
    "AnswerForm",
    "BriefDesk",
    "ClaimMarker",
    "DateDesk",
    "FigureLedger",
    "Progress",
]
