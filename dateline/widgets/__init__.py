"""Widgets: other ways to give the answers that a cell can also hold as plain data."""

from __future__ import annotations

from dateline.widgets.answer_form import AnswerForm
from dateline.widgets.brief_desk import BriefDesk
from dateline.widgets.date_desk import DateDesk
from dateline.widgets.figure_ledger import FigureLedger
from dateline.widgets.figures_across_dates import FiguresAcrossDates
from dateline.widgets.key_desk import KeyDesk
from dateline.widgets.progress import Progress
from dateline.widgets.source_reader import SourceReader
from dateline.widgets.timeline import Timeline

__all__ = [
    "AnswerForm",
    "BriefDesk",
    "DateDesk",
    "FigureLedger",
    "FiguresAcrossDates",
    "KeyDesk",
    "Progress",
    "SourceReader",
    "Timeline",
]
