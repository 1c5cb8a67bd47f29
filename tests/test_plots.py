"""Do the pictures show what the rows say: the days, the bounds, the open ends, and the same in words?"""

from datetime import date

import pytest
from matplotlib.dates import date2num, num2date

from dateline import open_case
from dateline.errors import KitError
from dateline.plots import figures_over_time, figures_table, in_words, timeline, timeline_table

CASE = open_case("syria-withdrawal")
FIGURES = [
    {"label": "low", "lower": 700, "upper": None, "as_of": "2019-10-21", "hedge": "more than", "source": "B"},
    {"label": "high", "lower": None, "upper": 40, "as_of": "2018-12", "source": "A"},
    {"label": "band", "lower": 200, "upper": 300, "as_of": "2019-10-21", "planned": True, "source": "B"},
    {"label": "near", "lower": "1,000", "upper": "1,000", "as_of": "../2019-10-21", "hedge": "about"},
]


def by_name(figure):
    """Every artist that bears a name, by that name."""
    return {
        child.get_gid(): child for axes in figure.axes for child in axes.get_children() if child.get_gid()
    }


def days_of(artist):
    return [num2date(date2num(day)).date() for day in artist.get_xdata()]


def test_a_day_is_one_dot_and_a_set_is_a_dot_for_each_of_its_days():
    drawn = by_name(timeline({"vote": "2021-07-12", "quit": "[2021-07-05,2021-07-12]"}))
    assert days_of(drawn["day:vote"]) == [date(2021, 7, 12)]
    assert days_of(drawn["set:quit"]) == [date(2021, 7, 5), date(2021, 7, 12)]
    assert drawn["set:quit"].get_markerfacecolor() == "white"


def test_neighbouring_days_of_a_set_stay_apart():
    drawn = by_name(timeline({"end": "[2019-10-22,2019-10-23]"}))
    assert len(drawn["set:end"].get_xdata()) == 2


def test_a_month_is_a_bar_over_all_of_its_days():
    figure = timeline({"flood": "2021-03"})
    bar = next(patch for patch in figure.axes[0].patches if patch.get_gid() == "span:flood")
    assert (bar.get_x(), bar.get_width()) == (date2num(date(2021, 3, 1)) - 0.5, 31)


@pytest.mark.parametrize(
    ("edtf", "named", "absent"),
    [
        ("../2021-07-11", "open-start:x", "open-end:x"),
        ("2021-07-11/..", "open-end:x", "open-start:x"),
    ],
)
def test_an_open_end_is_an_arrow_on_its_own_side_only(edtf, named, absent):
    drawn = by_name(timeline({"x": edtf, "y": "2021-07-01"}))
    assert named in drawn
    assert absent not in drawn


def test_each_report_is_a_line_or_a_band_in_its_own_panel():
    figure = timeline(CASE, ["T03", "T27"])
    assert len(figure.axes) == 2
    drawn = by_name(figure)
    assert days_of(drawn["report:2019-10-21"])[0] == date(2019, 10, 21)
    band = drawn["report:2018-12"]
    assert (band.get_x(), band.get_width()) == (date2num(date(2018, 12, 1)), 31)


def test_what_lies_years_before_its_report_does_not_squeeze_the_rest():
    figure = timeline(CASE, ["T43", "T26", "T27"])
    first, last = map(num2date, figure.axes[0].get_xlim())
    assert (last - first).days < 30
    assert any(name.startswith("earlier:") for name in by_name(figure))
    assert "2011" in [text.get_text() for text in figure.axes[0].texts]


def test_a_timeline_says_what_it_shows():
    figure = timeline(CASE, ["T03", "T27"])
    assert CASE.title in figure.get_suptitle()
    assert all(axes.get_xlabel() for axes in figure.axes)
    assert {text.get_text() for text in figure.legends[0].get_texts()} >= {"one of these days", "the report"}


def test_open_bounds_are_arrows_away_from_the_number():
    drawn = by_name(figures_over_time(FIGURES))
    up, down = drawn["open-above:low"], drawn["open-below:high"]
    assert up.xyann[1] == 700 < up.xy[1]
    assert down.xyann[1] == 40 > down.xy[1]
    assert "open-below:low" not in drawn
    assert "open-above:high" not in drawn


def test_a_band_is_drawn_from_its_lower_to_its_upper_bound_and_hollow_when_planned():
    bar = by_name(figures_over_time(FIGURES))["range:band"]
    assert (bar.get_y(), bar.get_height()) == (200, 100)
    assert bar.get_facecolor() == (1, 1, 1, 1)


def test_about_is_a_band_of_ten_per_cent_round_its_number():
    drawn = by_name(figures_over_time(FIGURES))
    assert drawn["range:near"].get_y() == pytest.approx(900)
    assert drawn["range:near"].get_height() == pytest.approx(200)
    assert list(drawn["value:near"].get_ydata()) == [1000]


def test_an_imprecise_as_of_date_is_a_line_over_all_of_it():
    drawn = by_name(figures_over_time(FIGURES))
    assert list(drawn["as-of:high"].get_xdata()) == [
        date2num(date(2018, 12, 1)),
        date2num(date(2018, 12, 31)),
    ]
    assert "as-of-open:near" in drawn


def test_figures_of_the_key_are_chosen_by_unit_and_plans_by_name():
    table = figures_table(CASE, planned=["F34"])
    assert set(table["unit"]) == {"people"}
    assert list(table.loc[table["planned"], "label"]) == ["Between 200 and 300 US troops"]


def test_figures_of_another_unit_are_left_to_their_own_picture():
    rows = [*FIGURES, {"label": "share", "lower": None, "upper": "2 %", "as_of": "2018"}]
    rows.append({"counted": "days of ceasefire", "lower": 5, "upper": 5, "as_of": "2019-10-18"})
    assert list(figures_table(rows)["label"]) == ["low", "high", "band", "near"]
    assert list(figures_table(rows, unit="percent")["label"]) == ["share"]
    assert list(figures_table(rows, unit="days")["label"]) == ["days of ceasefire"]


@pytest.mark.parametrize("rows", [..., {}, {"a": ...}, {"a": {"edtf": ..., "reason": ...}}, {"a": "no date"}])
def test_an_unfilled_answer_gives_a_page_that_says_so(rows):
    assert "no date to draw yet" in timeline(rows).axes[0].texts[0].get_text()


def test_an_unfilled_ledger_gives_a_page_that_says_so():
    rows = [{**FIGURES[0], "lower": ..., "upper": None}]
    assert "no figure to draw yet" in figures_over_time(rows).axes[0].texts[0].get_text()


def test_an_answer_is_drawn_as_it_was_given():
    answer = {
        "a": {"edtf": "2018-12-19 (outside knowledge)", "reason": "x"},
        "b": ["2018-12-05", "2018-12-12"],
    }
    drawn = by_name(timeline(answer, ids="ab", names={"a": "the report"}, reported="2018-12-20"))
    assert days_of(drawn["report:2018-12-20"])[0] == date(2018, 12, 20)
    assert days_of(drawn["day:the report"]) == [date(2018, 12, 19)]
    assert len(drawn["set:b"].get_xdata()) == 2


def test_a_picture_is_not_left_open_so_a_notebook_shows_it_once():
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    timeline({"vote": "2021-07-12"})
    figures_over_time(FIGURES)
    assert plt.get_fignums() == before


def test_the_page_is_opaque_white_so_that_dark_themes_can_read_it():
    for figure in (timeline({"vote": "2021"}), figures_over_time(FIGURES)):
        assert figure.get_facecolor() == (1, 1, 1, 1)
        assert all(axes.get_facecolor() == (1, 1, 1, 1) for axes in figure.axes)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FIGURES[:1], "low (B): more than 700, with no upper bound, as of 21 October 2019."),
        (FIGURES[1:2], "high (A): up to 40, with no lower bound, as of December 2018."),
        (FIGURES[2:3], "This is a plan, not a count."),
        (FIGURES[3:], "near: about 1,000, an estimate"),
        ({"quit": "[2021-07-05,2021-07-12]"}, "quit: one of 5 or 12 July 2021."),
    ],
)
def test_the_same_facts_in_words(rows, expected):
    assert expected in in_words(rows)


def test_a_case_can_be_told_by_its_dates_or_by_its_figures():
    assert "Reported in S2, 21 October 2019." in in_words(CASE, ["T27"])
    assert "more than 700" in in_words(CASE, ["F23"], figures=True)


def test_the_table_holds_what_is_drawn():
    table = timeline_table(CASE, ["T03"])
    assert table.loc[0, "days"] == "2018-12-05, 2018-12-12, 2018-12-19, 2018-12-26"
    assert table.loc[0, "earliest"] == date(2018, 12, 5)


@pytest.mark.parametrize(
    ("draw", "rows", "why"),
    [
        (timeline, {"vote": "12 July"}, "not a date"),
        (timeline, ["2019"], "must be a case"),
        (figures_over_time, [{**FIGURES[0], "lower": "many"}], "not a number"),
    ],
)
def test_what_cannot_be_drawn_is_told_in_words(draw, rows, why):
    with pytest.raises(KitError, match=why):
        draw(rows)
