"""Do both charts show what is recorded, chosen by mouse and by keyboard alone, and follow what is saved?"""

from __future__ import annotations

import json

import pytest

from tests.answer_sheets import model_answers
from tests.browser.lab import THEMES

OPENED = (
    "from dateline import open_case\n"
    "from dateline.widgets import DateDesk, FigureLedger, FiguresAcrossDates, Timeline\n"
    'case = open_case("syria-withdrawal")'
)


@pytest.fixture(autouse=True)
def no_old_answers(server):
    for file in (server[1] / "exercises").glob("answers/*.json"):
        file.unlink()


def save(server, lesson, **answers):
    folder = server[1] / "exercises" / "answers"
    folder.mkdir(exist_ok=True)
    answers = {name.replace("_", "."): value for name, value in answers.items()}
    (folder / f"{lesson}.json").write_text(json.dumps({"schema": 1, "answers": answers}))


def save_ledgers(server):
    answers = model_answers()
    save(server, "04", **{"4_1": answers["4.1"], "4_2": answers["4.2"]})


def started(lab, write_notebook, name, *cells, of=".dl-figures"):
    lab.open(write_notebook(name, OPENED, *cells))
    lab.run_all()
    chart = lab.page.locator(of)
    chart.last.wait_for()
    return chart


def drawn(chart):
    """The drawing from which figures are chosen; the two lists hold options of their own."""
    return chart.get_by_role("listbox", name="Figures in the order of their dates")


def table_of(chart):
    """The cells of the chart's table, row by row, opened if it is not."""
    box = chart.locator(".dl-chart-table")
    box.evaluate("(each) => { each.open = true; }")
    return [row.locator("th, td").all_inner_texts() for row in box.locator("tbody tr").all()]


def test_two_figures_are_chosen_by_mouse_and_told_apart(lab, server, write_notebook):
    save_ledgers(server)
    chart = started(lab, write_notebook, "charts-mouse", "FiguresAcrossDates(case)")
    drawn(chart).get_by_role("option", name="more than 2,000").click()
    chart.get_by_text("One figure is chosen. Choose a second one").wait_for()
    drawn(chart).get_by_role("option", name="about 2,000").click()
    verdict = chart.locator(".dl-pair")
    verdict.get_by_text("What differs: what is counted, the scope").wait_for()
    assert verdict.get_by_role("listitem").count() == 5
    assert drawn(chart).get_by_role("option", selected=True).count() == 2
    drawn(chart).get_by_role("option", name="about 2,000").click()
    chart.get_by_text("One figure is chosen. Choose a second one").wait_for()
    verdict.get_by_text("Choose two figures: press them").wait_for()


def test_two_figures_are_chosen_by_arrow_keys_alone_and_no_cell_is_cut(lab, server, write_notebook):
    save_ledgers(server)
    chart = started(lab, write_notebook, "charts-keys", "FiguresAcrossDates(case)")
    cells = lab.page.locator(".jp-Cell").count()
    press = lab.page.keyboard.press
    chart.get_by_role("button", name="Read what is recorded again").focus()
    press("Tab")  # the list of reports
    press("Tab")  # the drawing: its first figure
    for key in (
        "ArrowDown",
        "x",
        "d",
        "d",
        "Enter",
        "End",
        "Home",
        "ArrowDown",
        "ArrowDown",
        "ArrowDown",
        "Space",
    ):
        press(key)
    chart.get_by_text("What differs: stock or flow").first.wait_for()
    chosen = drawn(chart).get_by_role("option", selected=True).all_inner_texts()
    assert ["service members" in chosen[0], "leaving Syria" in chosen[1]] == [True, True]
    assert lab.page.locator(".jp-Cell").count() == cells, "single letters are no commands inside a widget"


def test_two_figures_are_chosen_from_the_lists_by_keyboard(lab, server, write_notebook):
    save_ledgers(server)
    chart = started(lab, write_notebook, "charts-lists", "FiguresAcrossDates(case)")
    for name, typed in (("First figure", "more than 2"), ("Second figure", "about 1,000")):
        chart.get_by_role("combobox", name=name).focus()
        lab.page.keyboard.type(typed)
    verdict = chart.locator(".dl-pair")
    verdict.get_by_text("it fell by more than about 1,000").wait_for()
    assert verdict.get_attribute("data-outcome") == "cannot tell"
    chart.get_by_role("button", name="Choose two others").press("Enter")
    chart.get_by_role("status").get_by_text("No figure is chosen.").wait_for()
    assert drawn(chart).get_by_role("option", selected=True).count() == 0


def test_words_and_table_agree_with_the_drawing(lab, server, write_notebook):
    save_ledgers(server)
    chart = started(lab, write_notebook, "charts-table", "FiguresAcrossDates(case)")
    told = dict(zip(("4.1", "4.2"), (model_answers()[id] for id in ("4.1", "4.2")), strict=True))
    labels = {f"{row['counted']}, {row['scope']}" for rows in told.values() for row in rows}
    rows = table_of(chart)
    assert {row[0].removesuffix(" (planned)") for row in rows} == labels
    options = drawn(chart).get_by_role("option")
    assert options.count() == len(rows) == 8
    opened = sum("open" in row[2:4] for row in rows)
    assert chart.locator(".dl-many .dl-arrow").count() == opened == 4, "an arrow for each open end"
    assert chart.locator(".dl-many .dl-plan").count() == sum("(planned)" in row[0] for row in rows) == 1
    assert chart.locator(".dl-many .dl-about").count() == sum("about" in row[1] for row in rows) == 2
    chart.get_by_text("8 in all, 4 of them open at one end").wait_for()
    chart.get_by_role("combobox", name="Report").select_option("S1")
    assert (options.count(), len(table_of(chart))) == (3, 3)


def test_the_timeline_shows_each_event_beside_its_report(lab, server, write_notebook):
    save(server, "03", **{"3_1": model_answers()["3.1"]})
    chart = started(lab, write_notebook, "charts-time", "Timeline(case)", of=".dl-timeline")
    picture = chart.get_by_role("img", name="11 dated in all")
    rows = table_of(chart)
    assert len(rows) == chart.locator(".dl-chart-row[data-shape]").count() == 11
    shapes = [row.get_attribute("data-shape") for row in chart.locator(".dl-chart-row[data-shape]").all()]
    assert [("open" if ".." in row[2] else "set" if "[" in row[2] else "") for row in rows] == [
        shape if shape in ("open", "set") else "" for shape in shapes
    ]
    assert picture.locator("svg svg .dl-report").count() == shapes.count("day") + 2, "S2 has a day: a diamond"
    assert chart.get_by_text("S2, reported: 21 October 2019").is_visible()
    assert chart.get_by_text("3.1, l (the withdrawal is complete)").is_visible(), "what is left out is named"


def test_the_time_shown_is_changed_by_keyboard_and_told(lab, server, write_notebook):
    save(server, "03", **{"3_1": model_answers()["3.1"]})
    chart = started(lab, write_notebook, "charts-zoom", "Timeline(case)", of=".dl-timeline")
    chart.get_by_role("combobox", name="Time shown").focus()
    lab.page.keyboard.type("around S2")
    chart.get_by_role("status").get_by_text("5 of 11 lie in it").wait_for()
    assert chart.locator(".dl-beyond.dl-mark").count() == 6, "what lies elsewhere is an arrow at the edge"
    ticks = [tick.get_attribute("data-text") for tick in chart.locator(".dl-tick-name").all()]
    assert all(tick.startswith("2019-") and len(tick) == len("2019-10") for tick in ticks), ticks
    chart.get_by_role("button", name="Zoom out").press("Enter")
    chart.get_by_role("status").get_by_text("Shown: 2019-07").wait_for()
    chart.get_by_role("button", name="Earlier").press("Space")
    chart.get_by_role("status").get_by_text("Shown: 2019-05").wait_for()
    chart.get_by_role("combobox", name="Time shown").select_option("all")
    chart.get_by_role("status").get_by_text("11 of 11 lie in it").wait_for()


def test_it_follows_a_desk_and_is_redrawn_after_restart_and_reload(lab, server, write_notebook):
    cells = ("Timeline(case)", 'DateDesk(case, exercise="3.1")')
    chart = started(lab, write_notebook, "charts-live", *cells, of=".dl-timeline")
    chart.get_by_text('run answer_form("3.1")').wait_for()
    assert chart.locator("svg:visible").count() == 0, "no empty axes"
    desk = lab.page.locator(".dl-dates")
    desk.get_by_role("combobox", name="What the text allows").select_option("month")
    desk.get_by_role("button", name="Take the month shown").click()
    chart.get_by_text("One in all: “people familiar").wait_for()
    lab.restart()
    lab.run_all()
    chart.get_by_text("One in all: “people familiar").wait_for()
    lab.reload()
    lab.run_all()
    chart.get_by_text("One in all: “people familiar").wait_for()
    assert table_of(chart)[0][2] == "2018-12"


def test_refresh_reads_what_was_saved_elsewhere_and_bad_rows_are_named(lab, server, write_notebook):
    chart = started(lab, write_notebook, "charts-bad", "FiguresAcrossDates(case)")
    bad = [
        {"lower": "many"},
        {"lower": 5, "upper": 3},
        {"lower": 7, "counted": "crews", "as_of": "2019-13"},
        "x",
    ]
    good = {"lower": 7, "counted": "crews", "as_of": "2019"}
    save(server, "04", **{"4_1": [*bad, good], "4_2": "nothing"})
    chart.get_by_role("button", name="Read what is recorded again").click()
    chart.get_by_role("status").get_by_text("One in all: “crews”").wait_for()
    assert drawn(chart).get_by_role("option").count() == 1
    faults = chart.locator(".dl-chart-faults li").all_inner_texts()
    assert [fault[:10] for fault in faults] == [*(f"4.1, row {n}" for n in (1, 2, 3, 4)), "4.2: This "]


# Names on an axis that run into one another, or out of it.
CROWDED = """(chart) => [...chart.querySelectorAll('.dl-axis')].flatMap((axis) => {
  const { left, right } = axis.getBoundingClientRect();
  const names = [...axis.querySelectorAll('.dl-tick-name')];
  const boxes = names.map((e) => [e.dataset.text, e.getBoundingClientRect()]);
  boxes.sort(([, a], [, b]) => a.left - b.left);
  const meet = boxes.slice(1).filter(([, box], n) => box.left < boxes[n][1].right + 2);
  const lost = boxes.filter(([, box]) => box.left < left - 3 || box.right > right + 3);
  return [...meet, ...lost].map(([text, box]) => `${text} ${Math.round(box.left)} in ${left}-${right}`);
})"""


def test_the_names_on_an_axis_never_run_into_one_another(lab, server, write_notebook):
    save_ledgers(server)
    save(server, "03", **{"3_1": model_answers()["3.1"]})
    charts = started(
        lab, write_notebook, "charts-axes", "Timeline(case)", "FiguresAcrossDates(case)", of=".dl-chart"
    )
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    for wide in (1400, 1280, 1000, 800, 600, 420):
        lab.page.set_viewport_size({"width": wide, "height": 900})
        lab.page.wait_for_timeout(100)  # a frame in which it is drawn anew
        for chart in charts.all():
            assert chart.locator(".dl-tick-name").count() > 1
            assert chart.evaluate(CROWDED) == [], wide


def test_a_dead_kernel_is_told(lab, server, write_notebook):
    save_ledgers(server)
    chart = started(lab, write_notebook, "charts-dead", "FiguresAcrossDates(case)")
    lab.page.evaluate("window.dlContext.sessionContext.shutdown()")
    chart.get_by_role("button", name="Read what is recorded again").click()
    chart.get_by_text("No answer yet: run this cell again").wait_for()


@pytest.mark.parametrize("theme", THEMES)
def test_it_fits_a_narrow_panel_in_every_theme_and_each_target_is_large_enough(
    lab, server, write_notebook, theme
):
    save_ledgers(server)
    save(server, "03", **{"3_1": model_answers()["3.1"]})
    chart = started(lab, write_notebook, f"charts-{theme[-5:]}", "FiguresAcrossDates(case)", "Timeline(case)")
    lab.theme(theme)
    lab.page.add_style_tag(content=".dl-chart { width: 360px !important; }")
    time = lab.page.locator(".dl-timeline")
    time.wait_for()
    lab.page.wait_for_function("document.querySelector('.dl-figures .dl-tick') !== null")
    for each in (chart, time):
        assert each.evaluate("(root) => root.scrollWidth <= root.clientWidth"), "nothing sticks out"
        small = each.locator("button:visible, select:visible, summary:visible, [role=option]").evaluate_all(
            "(all) => all.filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 24).length"
        )
        assert small == 0
        assert each.evaluate(CROWDED) == []
