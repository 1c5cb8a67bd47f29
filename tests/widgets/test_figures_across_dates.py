"""Are recorded figures drawn with their bounds, and is it told from them alone whether two compare?"""

from __future__ import annotations

import json

import pandas as pd
import pytest

from dateline import open_case
from dateline.errors import KitError
from dateline.widgets import FigureLedger, FiguresAcrossDates
from tests.answer_sheets import model_answers

SHIPS = {"counted": "ships", "scope": "in the port of Oslo"}
MORE = {**SHIPS, "lower": 40, "upper": None, "hedge": "more than", "as_of": "2020-01"}
ABOUT = {**SHIPS, "lower": 30, "upper": 30, "hedge": "about", "as_of": "2020-05-02"}


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def ledgers(case, folder):
    answers = model_answers()
    return FiguresAcrossDates(case, {id: answers[id] for id in ("4.1", "4.2")}, folder=folder)


def compared(one, other):
    chart = FiguresAcrossDates([one, other])
    told = chart.compare(":1", ":2")
    return chart.verdict["outcome"], told, {row["question"]: row for row in chart.verdict["checks"]}


def test_each_figure_has_its_bounds_its_band_and_its_open_end():
    planned = {**SHIPS, "lower": 2, "upper": 5, "as_of": "2020-05", "planned": "yes"}
    rows = {row["id"]: row for row in FiguresAcrossDates([MORE, ABOUT, planned]).rows}
    assert (rows[":1"]["low"], rows[":1"]["high"], rows[":1"]["told"]) == (
        40,
        None,
        "more than 40, with no upper bound",
    )
    assert (rows[":2"]["low"], rows[":2"]["high"], rows[":2"]["approximate"]) == (27, 33, True)
    assert [id for id, row in rows.items() if row["planned"]] == [":3"]


def test_rows_stand_in_the_order_of_their_dates_and_undated_ones_last():
    rows = [{**MORE, "as_of": date} for date in ("2021", "", "../2019", "2020-06")]
    assert [row["as_of"] for row in FiguresAcrossDates(rows).rows] == ["../2019", "2020-06", "2021", ""]


@pytest.mark.parametrize("scope", ["to remain at the port", "will leave Oslo", "due to stay"])
def test_words_that_look_ahead_make_a_plan(scope):
    assert FiguresAcrossDates([{**MORE, "scope": scope}]).rows[0]["planned"]


@pytest.mark.parametrize("scope", ["sent to Oslo", "in the port", "leaving Oslo for Bergen"])
def test_other_words_make_none(scope):
    assert not FiguresAcrossDates([{**MORE, "scope": scope}]).rows[0]["planned"]


COMPARED = [
    # what the second row has other than the first; outcome; words in it; why
    (ABOUT, "comparable", "it fell by more than about 10. What is left is less", "a fall"),
    ({**ABOUT, "lower": 90, "upper": 90}, "comparable", "a rise, a fall or no change", "an open end"),
    ({**ABOUT, "as_of": "2020-01"}, "comparable", "That is a conflict", "one time"),
    ({**MORE, "lower": 50}, "comparable", "fit together", "one time, and numbers that agree with both"),
    ({**ABOUT, "as_of": "../2020-05"}, "cannot tell", "hangs on which came first", "an open start"),
    ({**ABOUT, "as_of": ""}, "cannot tell", "Still open: the date", "no as-of date"),
    ({**ABOUT, "scope": ""}, "cannot tell", "Still open: the scope", "a blank scope"),
    ({**ABOUT, "scope": "in the port of Oslo, waiting"}, "cannot tell", "the scope", "narrowed?"),
    ({**ABOUT, "scope": "in the north of the port of Oslo"}, "not comparable", "the scope", "a part"),
    ({**ABOUT, "scope": "in Bergen"}, "not comparable", "What differs: the scope", "another place"),
    ({**ABOUT, "counted": "Danish ships"}, "cannot tell", "what is counted", "perhaps the same ships"),
    ({**ABOUT, "counted": "lorries"}, "not comparable", "What differs: what is counted", "other things"),
    ({**ABOUT, "counted": "the ship"}, "comparable", "it fell by", "the same noun in the singular"),
    ({**ABOUT, "scope": "leaving the port of Oslo"}, "not comparable", "stock or flow", "a flow and a stock"),
    ({**ABOUT, "lower": "5 %", "upper": "5 %"}, "not comparable", "what is counted", "a share and a count"),
    ({**ABOUT, "unit": "days"}, "not comparable", "what is counted", "a time and a count"),
    ({**ABOUT, "planned": True}, "cannot tell", "plan or count", "a plan and a count"),
    ({**ABOUT, "hedge": "more than"}, "cannot tell", "Still open: the hedge", "an unlike hedge"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "outcome", "words", "why"), COMPARED, ids=[row[3] for row in COMPARED])
def test_two_figures_are_compared_by_their_own_cells(other, outcome, words, why):
    found, told, _ = compared(MORE, other)
    assert (found, words in told) == (outcome, True), told


@pytest.mark.parametrize(("other", "outcome", "words", "why"), COMPARED, ids=[row[3] for row in COMPARED])
def test_which_one_is_chosen_first_does_not_matter(other, outcome, words, why):
    assert compared(other, MORE)[0] == outcome


def test_two_flows_two_plans_and_two_shares_can_be_compared():
    flows = [{**each, "scope": "leaving Oslo"} for each in (MORE, ABOUT)]
    assert compared(*flows)[0] == "comparable"
    plans = [{**each, "planned": True} for each in (MORE, ABOUT)]
    assert compared(*plans)[2]["Both counted, not planned?"]["state"] == "note"
    shares = [
        {
            "counted": "share of voters",
            "scope": "in Oslo",
            "lower": "40 %",
            "upper": "40 %",
            "as_of": "2020-01",
        },
        {
            "counted": "share of voters",
            "scope": "in Oslo",
            "lower": "30 %",
            "upper": "30 %",
            "as_of": "2020-03",
        },
    ]
    assert "it fell by 10 percentage points." in compared(*shares)[1]


def test_a_figure_without_hedge_that_stays_the_same_is_no_change():
    same = [{**SHIPS, "lower": 7, "upper": 7, "as_of": date} for date in ("2020-01", "2020-03")]
    assert "there is no change" in compared(*same)[1]


def test_a_label_alone_is_parted_into_group_and_scope():
    rows = [
        {"label": "crews in Oslo", "lower": 5, "upper": 5, "as_of": "2020-01"},
        {"label": "crews in Bergen", "lower": 4, "upper": 4, "as_of": "2020-03"},
    ]
    assert compared(*rows)[:2] == (
        "not comparable", "By what is recorded these two cannot be compared. What differs: the scope."
    )  # fmt: skip


def test_where_the_dates_do_not_settle_it_the_reports_give_an_if(case, tmp_path):
    told = ledgers(case, tmp_path).compare("4.1:1", "4.2:3")
    assert "If each held at the time of its own report: it fell by more than about 1,000." in told


def test_the_traps_of_the_two_reports_are_told_apart(case, tmp_path):
    chart = ledgers(case, tmp_path)
    for pair, reason in [
        (("4.1:1", "4.1:2"), "what is counted"),  # the same numeral, troops and fighters
        (("4.1:1", "4.2:1"), "stock or flow"),  # those who were there, those who leave
        (("4.2:3", "4.2:5"), "the scope"),  # Syria and Iraq
    ]:
        assert f"What differs: {reason}" in chart.compare(*pair)


def test_the_outcome_hangs_on_the_learners_rows_and_on_no_key(case, tmp_path):
    own = [{**MORE, "paragraph": 7}]
    later = [{**ABOUT, "paragraph": 11}]
    chart = FiguresAcrossDates(case, {"4.1": own, "4.2": later}, folder=tmp_path)
    chart.compare("4.1:1", "4.2:1")
    assert chart.verdict["outcome"] == "comparable"
    shown = json.dumps(chart.get_state(["rows", "verdict", "faults", "summary"]))
    assert not {"2,000", "1,000", "troops", "Syria"} & set(shown.replace("“", " ").split())


BAD = [
    ({**MORE, "lower": "soon"}, "'soon' at", "no number"),
    ({**MORE, "lower": "1e999"}, "is not a number", "infinite"),
    ({**MORE, "lower": 10**30}, "row 1: this number is too large", "huge"),
    ({**MORE, "lower": "nan"}, "is not a number", "not a number"),
    ({**MORE, "lower": 50, "upper": 40}, "the lower limit 50 is above the upper limit 40", "crossed"),
    ({**MORE, "as_of": "2020-13"}, "'2020-13' at", "no month"),
    ({**MORE, "lower": None}, "Without a number, so not drawn: row 1.", "no bound"),
    ("a row", "row 1: this is no row", "a text"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "why", "name"), BAD, ids=[row[2] for row in BAD])
def test_a_bad_row_is_named_and_the_others_are_drawn(row, why, name):
    chart = FiguresAcrossDates([row, ABOUT])
    assert [each["id"] for each in chart.rows] == [":2"]
    assert any(why in fault for fault in chart.faults), chart.faults
    chart.figure()


@pytest.mark.parametrize(
    "answer", [5, "x", {"a": 1}, [[1]], [None, 3], {"lower": [1, 2]}, [{"lower": {"a": []}}]]
)
def test_a_saved_answer_of_another_shape_is_no_error(case, tmp_path, answer):
    (tmp_path / "04.json").write_text(json.dumps({"schema": 1, "answers": {"4.1": answer}}))
    chart = FiguresAcrossDates(case, folder=tmp_path)
    assert (chart.rows, bool(chart.faults)) == ([], True)
    chart.figure()


@pytest.mark.parametrize(
    ("lower", "upper"), [(0, 0), (-5, -3), (None, -5), (10**15, None), (0.001, 0.002), (-1, 1)]
)
def test_odd_numbers_are_drawn_printed_and_compared(lower, upper):
    chart = FiguresAcrossDates(
        [{**ABOUT, "hedge": "", "lower": lower, "upper": upper}, {**MORE, "as_of": "2020"}]
    )
    assert len(chart.rows) == 2
    assert chart.compare(":1", ":2")
    chart.figure()


def test_it_follows_the_ledger_and_keeps_what_is_chosen(case, tmp_path):
    chart = FiguresAcrossDates(case, folder=tmp_path)
    ledger = FigureLedger(case, "4.1", folder=tmp_path)
    for row, value in enumerate(["40", "30"]):
        ledger.act({"do": "add", "id": f"r{row}"})
        for column, cell in (("lower", value), ("counted", "ships"), ("as_of", f"202{row}")):
            ledger.act({"do": "edit", "id": f"r{row}", "column": column, "value": cell})
    assert [row["lower"] for row in chart.rows] == [40, 30]
    chart.compare("4.1:1", "4.1:2")
    ledger.act({"do": "edit", "id": "r1", "column": "lower", "value": "45"})
    assert chart.chosen == ["4.1:1", "4.1:2"]
    ledger.act({"do": "remove", "id": "r1"})
    assert (chart.chosen, chart.verdict) == (["4.1:1"], {})


def test_the_page_chooses_two_one_or_none():
    chart = FiguresAcrossDates([MORE, ABOUT])
    assert "Choose a second one" in chart.act({"do": "compare", "pair": [":1"]})["told"]
    assert chart.act({"do": "compare", "pair": [":1", ":2"]})["told"] == chart.verdict["told"]
    assert chart.act({"do": "compare", "pair": []})["told"] == "No figure is chosen."


@pytest.mark.parametrize("pair", [None, "x", [":1", ":1"], [":1", ":9"], [":1", ":2", ":2"], [{}, ":9"], 5])
def test_a_pair_that_is_none_changes_nothing(pair):
    chart = FiguresAcrossDates([MORE, ABOUT])
    chart.compare(":1", ":2")
    chart.act({"do": "compare", "pair": pair})
    assert chart.chosen in ([":1", ":2"], [])


def test_ids_that_are_not_there_are_told():
    with pytest.raises(KitError, match=r"not :9\. There are: :1 and :2"):
        FiguresAcrossDates([MORE, ABOUT]).compare(":1", ":9")


def test_print_shows_the_matplotlib_twin_of_the_commonest_unit(case, tmp_path):
    chart = ledgers(case, tmp_path)
    (axes,) = chart.figure().axes
    labels = {text.get_gid() for text in axes.texts if text.get_gid()}
    assert "label:US troops, in Syria" in labels
    assert not any("days" in label for label in labels)
    assert repr(chart) == "FiguresAcrossDates(syria-withdrawal, drawn: 8, left out: 0)"


def test_a_table_is_read_like_its_rows():
    assert FiguresAcrossDates(pd.DataFrame([MORE, ABOUT])).rows == FiguresAcrossDates([MORE, ABOUT]).rows


def test_with_nothing_recorded_it_says_what_to_do(case, tmp_path):
    chart = FiguresAcrossDates(case, folder=tmp_path)
    assert 'Answer exercise 4.1 or 4.2, for instance in a form: run answer_form("4.1")' in chart.empty
    assert chart.figure() is not None
