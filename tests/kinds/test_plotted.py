"""Does the kind `plotted` let open ends stay open, and tell which figure a row draws?"""

import pytest

from dateline import open_case
from dateline.kinds import plotted

ABOUT = plotted.Arguments.model_validate(
    {
        "figures": {
            "F07": {"label": ["Syria"]},
            "F30": {"label": ["Syria"]},
            "F23": {"label": ["leaving"], "unlabelled": "stock-for-flow"},
            "F34": {"label": ["Al-Tanf"]},
        },
        "besides": ["F12", "F38"],
    }
)


def row(label, lower, upper, as_of, source):
    return {"label": label, "lower": lower, "upper": upper, "as_of": as_of, "source": source}


GOOD = [
    row("in Syria", 2000, None, "2018-12", "S1"),
    row("in Syria", 900, 1100, "2019-10", "S2"),
    row("leaving Syria", 700, None, "2019-10-21", "S2"),
    row("at Al-Tanf", 200, 300, "2019-10-21", "S2"),
]


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def marked(case, rows):
    return plotted.mark(rows, case, ABOUT, {})


ROWS = [
    (0, {"upper": 2500}, ["bound-as-value"], "a line that ends where the text sets no end"),
    (0, {"upper": 2000}, ["bound-as-value"], "a point for an open bound"),
    (0, {"as_of": "2018-12-19"}, ["too-precise"], "finer than the text"),
    (0, {"as_of": "2019-10-21"}, ["drawn-date"], "the other report's date"),
    (0, {"as_of": "Christmas"}, ["not-a-date"], "no date"),
    (0, {"as_of": "2018-12-XX"}, [], "the same month written otherwise"),
    (0, {"source": "[@S1, para. 7]"}, [], "a citation"),
    (0, {"source": "S2"}, ["drawn-source"], "the other report"),
    (1, {"lower": 1000, "upper": 1000}, ["hedge-dropped"], "about n drawn as n"),
    (1, {"lower": 1000, "upper": 1000, "label": "about 1,000 in Syria"}, [], "the hedge in the label"),
    (1, {"lower": 950, "upper": 1050}, [], "a narrower band"),
    (1, {"lower": 500, "upper": 1500}, ["limit-too-wide"], "a band that holds everything"),
    (1, {"upper": None}, ["limit-left-open"], "open where about is meant"),
    (2, {"lower": None, "upper": 700}, ["hedge-reversed"], "the arrow on the other side"),
    (2, {"label": "in Syria"}, ["stock-for-flow"], "those leaving drawn as those there"),
    (3, {"lower": 250, "upper": 250}, ["band-as-point"], "the middle of a range"),
    (3, {"lower": 200, "upper": None}, ["limit-left-open"], "one end lost"),
    (3, {"lower": None, "upper": 300}, ["limit-left-open"], "the other end lost"),
    (0, {"lower": 2001}, ["false-precision"], "finer than the text"),
    (3, {"lower": "many"}, ["not-a-number"], "a word"),
]


@pytest.mark.parametrize(("number", "changed", "keys", "why"), ROWS)
def test_a_row_is_judged_for_what_it_draws(case, number, changed, keys, why):
    rows = [{**each, **changed} if place == number else each for place, each in enumerate(GOOD)]
    found = marked(case, rows)
    assert [f.key for f in found if f.verdict == "wrong"] == keys, why
    assert (sum(f.earned for f in found) == 4) is not bool(keys)


def test_rows_come_in_any_order_and_other_figures_are_free(case):
    extra = [
        row("IS fighters, about", 2000, 2000, "2018-12", "S1"),
        row("in Iraq", 5000, None, "2019-10-21", "S2"),
    ]
    found = marked(case, [*extra, *GOOD[::-1]])
    assert sum(f.earned for f in found) == sum(f.possible for f in found) == 4
    assert [f.key for f in found if f.verdict == "note"] == ["drawn-besides", "drawn-besides"]


def test_a_free_figure_must_be_honest_too(case):
    found = marked(case, [*GOOD, row("in Iraq", 5000, 6000, "2019-10-21", "S2")])
    assert [f.key for f in found if f.verdict == "wrong"] == ["bound-as-value"]


def test_rows_for_nothing_and_rows_twice_cost(case):
    assert [f.key for f in marked(case, [*GOOD, GOOD[0]]) if f.earned < 0] == ["drawn-twice"]
    stray = marked(case, [*GOOD, row("ships", 31, 32, "2019", "S2")])
    assert [f.key for f in stray if f.earned < 0] == ["drawn-extra"]


def test_missing_figures_are_counted_not_named(case):
    (missing,) = [f for f in marked(case, GOOD[:2]) if f.key == "drawn-missing"]
    assert (missing.params["count"], missing.possible) == (2, 2)
    assert "700" not in str(missing.params)


def test_a_dict_of_columns_is_the_same_table(case):
    columns = {name: [each[name] for each in GOOD] for name in GOOD[0]}
    assert marked(case, columns) == marked(case, GOOD)


def test_a_form_without_numbers_is_untried(case):
    found = marked(case, [row(None, None, None, None, None)])
    assert {f.verdict for f in found} == {"untried"}


@pytest.mark.parametrize(
    ("answer", "key"),
    [("text", "expected-rows"), ([], "empty-answer"), ([{"label": "x"}], "missing-columns")],
)
def test_another_shape_is_told_in_words(case, answer, key):
    assert [f.key for f in marked(case, answer)] == [key]


def test_doubts_name_what_does_not_fit(case):
    about = plotted.Arguments.model_validate(
        {"figures": {"F99": {}, "F05": {}, "F07": {"unlabelled": "no-such-key"}}}
    )
    found = "\n".join(plotted.doubts(about, case))
    for piece in ("F99", "F05 is no figure", "no-such-key"):
        assert piece in found
    assert plotted.doubts(ABOUT, case) == []
