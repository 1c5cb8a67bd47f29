"""Open a form or the view of progress; what draws them is loaded only when one is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cases import Case, current_case

if TYPE_CHECKING:
    from dateline.widgets import AnswerForm, Progress


def answer_form(exercise: str, case: Case | None = None) -> AnswerForm:
    """Open a form in which exercise `exercise` can be answered, of the case last opened that has it.

    What is filled in is saved at once, and `check` takes it where the answer cell still says `...`.

    >>> answer_form("1.2")
    AnswerForm(1.2, filled in: 0 of 4)
    """
    from dateline.widgets import AnswerForm

    return AnswerForm(case or current_case(exercise), exercise)


def progress(case: Case | None = None, *, folder: Path | None = None) -> Progress:
    """Return how far one has come in the exercises: of all cases at hand, or of one.

    `folder` is that of the answers, `answers` in the working folder if not given. Nothing is sent anywhere.

    >>> from dateline import open_case
    >>> print(progress(open_case("syria-withdrawal"), folder=Path("no-such-folder")))
    How far you have come
    Nothing is checked yet, and that is a fine place to begin. Answer one exercise and run its check; ...
    All this is kept in the folder “no-such-folder” ... Nothing leaves it.
    """
    from dateline.widgets.progress import read_progress

    return read_progress(case, folder)
