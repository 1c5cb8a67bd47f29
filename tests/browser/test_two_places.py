"""What if one answer is open in two places: two views of a widget, two widgets, two notebooks?"""

from __future__ import annotations

import pytest

from dateline.answers import Saved
from tests.browser.openings import IMPORTS

FORM = 'form = answer_form("2.1")\nform'


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def kept(lab):
    return Saved("02", lab.kit / "exercises" / "answers").get("answers", "2.1")


def field(desk, letter):
    return desk.locator(f'[data-path="{letter}"]')


def saved(desk):
    desk.locator(".dl-status[data-state=saved]").wait_for()


def chosen(desk, letter, value):
    """Wait until a field shows a value."""
    desk.locator(f'[data-path="{letter}"]').locator(f'option:checked[value="{value}"]').wait_for(
        state="attached"
    )


def test_two_views_of_a_widget_show_the_same(lab, write_notebook):
    lab.open(write_notebook("two-views", IMPORTS, FORM, "form"))
    lab.run_all()
    views = lab.page.locator(".dl-form")
    views.nth(1).wait_for()
    field(views.nth(0), "a").select_option("plan")
    field(views.nth(1), "b").select_option("event")
    for view in views.all():
        saved(view)
        chosen(view, "a", "plan")
        chosen(view, "b", "event")
    assert (kept(lab)["a"], kept(lab)["b"]) == ("plan", "event")


def test_two_widgets_for_one_exercise_take_up_what_the_other_saved(lab, write_notebook):
    lab.open(write_notebook("two-widgets", IMPORTS, 'answer_form("2.1")', 'answer_form("2.1")'))
    lab.run_all()
    one, other = lab.page.locator(".dl-form").first, lab.page.locator(".dl-form").nth(1)
    other.wait_for()
    field(one, "a").select_option("plan")
    saved(one)
    field(other, "b").focus()  # one comes back to it by key
    chosen(other, "a", "plan")
    field(other, "b").select_option("event")
    saved(other)
    assert (kept(lab)["a"], kept(lab)["b"]) == ("plan", "event")


def test_one_exercise_in_two_notebooks_never_loses_what_either_saved(lab, write_notebook):
    paths = [write_notebook(f"two-notebooks-{n}", IMPORTS, FORM) for n in (1, 2)]
    lab.open(paths[0])
    lab.run_all()
    mine = lab.page.locator(".dl-form")
    mine.wait_for()
    second = type(lab)(lab.page.context.new_page(), lab.address, lab.kit)
    second.open(paths[1])
    second.run_all()
    theirs = second.page.locator(".dl-form")
    field(theirs, "a").select_option("plan")
    saved(theirs)
    # Sent as one is sure not to have looked: a choice made by script, with neither mouse nor focus.
    field(mine, "b").evaluate("(e) => { e.value = 'event'; e.dispatchEvent(new Event('change')); }")
    mine.get_by_text("Not saved: this answer was changed in another notebook or widget").wait_for()
    chosen(mine, "a", "plan")
    assert kept(lab)["a"] == "plan"
    field(mine, "b").select_option("")
    field(mine, "b").select_option("event")
    saved(mine)
    assert (kept(lab)["a"], kept(lab)["b"]) == ("plan", "event")
    second.page.bring_to_front()
    theirs.hover()  # one comes back to it
    chosen(theirs, "b", "event")
