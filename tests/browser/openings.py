"""How each widget is opened, with realistic answers kept before, and how one change is made in it.

A new widget needs an entry here: what holds for all widgets is then proved for it too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator

from dateline import widgets
from dateline.answers import Saved, lesson_of
from tests.answer_sheets import model_answers
from tests.drafted import NAME, put_draft

IMPORTS = (
    "from dateline import answer_form, check, open_case, progress\nfrom dateline.widgets import *\n"
    'case = open_case("syria-withdrawal")'
)


@dataclass(frozen=True)
class Opening:
    """One state of a widget: the cells that open it, and the exercises whose model answers it shows.

    `change` makes one change by its number, other numbers other changes; None for a widget that only shows.
    """

    widget: str
    cells: tuple[str, ...]
    root: str = ".dl-desk"
    shows: tuple[str, ...] = ()
    change: Callable[[Locator, int], None] | None = None
    saves_in: str = "exercises/answers"
    pose: Callable[[Locator], None] | None = None  # before its picture is taken

    def kept(self, kit: Path) -> object:
        """Return what is on the disk of that to which a change is written."""
        if not self.shows:
            return {path.name: path.read_bytes() for path in (kit / self.saves_in).glob("*.csv")}
        return Saved(lesson_of(self.shows[0]), kit / self.saves_in).get("answers", self.shows[0])


def _tick(form: Locator, number: int) -> None:
    form.get_by_role("checkbox").nth(number % 4).click()


def _type(field: str) -> Callable[[Locator, int], None]:
    def typed(desk: Locator, number: int) -> None:
        place = desk.get_by_role("textbox", name=field)
        place.fill(f"Typed by a learner, {number}.")
        place.press("Tab")

    return typed


def _write_cell(desk: Locator, number: int) -> None:
    cell = desk.get_by_role("textbox", name="Scope, row 1")
    cell.fill(f"a scope, {number}")
    cell.press("Tab")


def _mark(desk: Locator, number: int) -> None:
    desk.get_by_role("combobox", name="Choose a sentence").select_option(index=1 + number)
    desk.get_by_role("button", name="Record as a claim").click()


def _show_a_figure(desk: Locator) -> None:
    desk.get_by_role("combobox", name="Row shown").select_option("F02")
    desk.get_by_role("region", name="Row F02").wait_for()


def _write_a_scope(desk: Locator, number: int) -> None:
    if not desk.get_by_role("region", name="Row F02").is_visible():
        _show_a_figure(desk)
    field = desk.get_by_role("textbox", name="Scope", exact=True)
    field.fill(f"a scope, {number}")
    field.press("Tab")


OPENINGS = {
    "form-choices": Opening("AnswerForm", ('answer_form("2.1")',), shows=("2.1",)),
    "form-ticks": Opening("AnswerForm", ('answer_form("6.3")',), shows=("6.3",), change=_tick),
    "form-rows": Opening("AnswerForm", ('answer_form("2.3")',), shows=("2.3",)),
    "form-order": Opening("AnswerForm", ('answer_form("3.3")',), shows=("3.3",)),
    "form-fields": Opening("AnswerForm", ('answer_form("5.2")',), shows=("5.2",)),
    "claims": Opening("SourceReader", ('SourceReader(case, "2.2")',), shows=("2.2",), change=_mark),
    "dates": Opening("DateDesk", ('DateDesk(case, "3.1")',), shows=("3.1",), change=_type("Your reason")),
    "which-day": Opening("DateDesk", ('DateDesk(case, "3.2")',), shows=("3.2",)),
    "ledger": Opening("FigureLedger", ('FigureLedger(case, "4.1")',), shows=("4.1",), change=_write_cell),
    "brief": Opening("BriefDesk", ('BriefDesk(case, "7.3")',), shows=("7.3",), change=_type("Your brief")),
    "timeline": Opening("Timeline", ("Timeline(case)",), shows=("3.1", "3.3")),
    "figures": Opening(
        "FiguresAcrossDates",
        ("chart = FiguresAcrossDates(case)", 'chart.compare("4.1:1", "4.2:3")', "chart"),
        shows=("4.1", "4.2"),
    ),
    "key": Opening(
        "KeyDesk",
        ("from dateline import key_desk", f'key_desk("{NAME}")'),
        change=_write_a_scope,
        saves_in=f"data/{NAME}/key",
        pose=_show_a_figure,
    ),
    "progress": Opening(
        "Progress",
        ('for id in ("0.1", "1.1", "4.1"):\n    check(id, ...)', 'check("2.1", {"a": "plan"})', "progress()"),
        root='section[aria-label="How far you have come"]',
        shows=("0.1", "1.1", "4.1"),
    ),
}
CHANGING = {name: opening for name, opening in OPENINGS.items() if opening.change}


def unopened() -> set[str]:
    """Return the names of widgets that nothing here opens."""
    return set(widgets.__all__) - {opening.widget for opening in OPENINGS.values()}


def keep_answers(folder: Path, opening: Opening) -> None:
    """Write the model answers that the opening shows into a folder of answers, as if given before."""
    for exercise in opening.shows:
        Saved(lesson_of(exercise), folder).put("answers", exercise, model_answers()[exercise])


def opened(lab, write: Callable[..., str], name: str) -> Locator:
    """Open a notebook with a widget in the lab, run it, and return the widget's root."""
    opening = OPENINGS[name]
    keep_answers(lab.kit / "exercises" / "answers", opening)
    if opening.widget == "KeyDesk":
        put_draft(lab.kit)
    lab.open(write(f"opening-{name}", IMPORTS, *opening.cells))
    lab.run_all()
    root = lab.page.locator(opening.root).last
    root.wait_for()
    return root
