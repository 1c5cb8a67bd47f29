"""Is a ledger of figures marked by what it says, whatever the order and wording of its rows?"""

import pytest

from dateline.findings import misconceptions, result_of
from dateline.kinds import ledger
from dateline.kinds._ledger_bounds import judge_bounds, shape_of
from dateline.kinds._ledger_rows import entry_of
from dateline.kinds._ledger_words import judge_counted, judge_scope, words
from tests.kinds.port import port

CASE = port()
ROW = dict.fromkeys(ledger.COLUMNS)
SHIPS = {
    "paragraph": 1,
    "lower": None,
    "upper": 40,
    "hedge": "fewer than",
    "counted": "ships",
    "scope": "waiting outside the harbour",
    "as_of": "2020-01",
}
PILOTS = {
    "paragraph": 2,
    "lower": 60,
    "upper": 60,
    "hedge": "about",
    "counted": "pilots",
    "scope": "at the port",
    "as_of": "2020-03-12",
}
LEAVERS = {
    "paragraph": 2,
    "lower": 5,
    "upper": 8,
    "hedge": "between",
    "counted": "pilots",
    "scope": "to leave for the coast",
    "as_of": "2020-03-12",
}
DOCKERS = {
    "paragraph": 3,
    "lower": 60,
    "upper": None,
    "hedge": "more than",
    "counted": "dockers",
    "scope": "at the port",
    "as_of": "2020-03-12",
}
FRUIT = {
    "paragraph": 5,
    "lower": "12 %",
    "upper": "12 %",
    "hedge": "some",
    "counted": "cargo",
    "scope": "of the port",
    "as_of": "2020-03-12",
}
ALL = [SHIPS, PILOTS, LEAVERS, DOCKERS, FRUIT]


def marked(rows):
    arguments = ledger.Arguments(source="R1")
    return result_of("9.9", "Ledger", 10, ledger.mark(rows, CASE, arguments, {}))


def keys(rows):
    return [finding.key for finding in marked(rows).findings if finding.verdict == "wrong"]


def test_every_figure_is_wanted_when_no_rows_are_named():
    assert marked(ALL).status == "right", str(marked(ALL))


def test_the_order_of_rows_does_not_matter():
    assert marked(ALL[::-1]).status == "right"


@pytest.mark.parametrize(
    ("row", "changes", "key", "why"),
    [
        (SHIPS, {"hedge": "under"}, "", "another word for fewer than"),
        (SHIPS, {"lower": 0}, "", "no count is below nought"),
        (SHIPS, {"upper": 39, "hedge": ""}, "", "fewer than 40 ships are at most 39"),
        (SHIPS, {"upper": 39, "hedge": "at most"}, "", "the same with a hedge"),
        (SHIPS, {"hedge": "at most"}, "hedge-weaker", "true, but weaker: 40 would fit"),
        (SHIPS, {"lower": 40, "upper": None}, "hedge-reversed", "a limit on the wrong side"),
        (SHIPS, {"lower": 40, "hedge": ""}, "hedge-dropped", "exactly 40"),
        (SHIPS, {"lower": 40}, "bound-as-value", "the hedge kept, the limit made a value"),
        (SHIPS, {"lower": 30}, "false-precision", "a lower bound that no text sets"),
        (SHIPS, {"upper": 400}, "number-differs", "another number"),
        (PILOTS, {"hedge": "roughly"}, "", "another word for about"),
        (PILOTS, {"lower": 54, "upper": 66, "hedge": ""}, "", "a band of ten per cent"),
        (PILOTS, {"lower": 53, "upper": 67}, "band-too-wide", "wider than ten per cent"),
        (PILOTS, {"hedge": ""}, "hedge-dropped", "about is lost"),
        (PILOTS, {"hedge": "more than"}, "hedge-differs", "the hedge of another figure"),
        (PILOTS, {"upper": None}, "bound-missing", "an open bound for about"),
        (PILOTS, {"lower": 58.5, "upper": 58.5}, "false-precision", "finer than about 60"),
        (LEAVERS, {"hedge": ""}, "", "the band says it without its word"),
        (LEAVERS, {"hedge": "from 5 to 8"}, "", "another word for between"),
        (LEAVERS, {"lower": 6, "upper": 6}, "band-as-point", "one number inside"),
        (LEAVERS, {"lower": 5, "upper": None}, "band-as-point", "one end kept"),
        (LEAVERS, {"lower": 5, "upper": 9}, "number-differs", "another end"),
        (DOCKERS, {"lower": 61, "hedge": ""}, "", "more than 60 dockers are at least 61"),
        (DOCKERS, {"lower": 61, "upper": 61, "hedge": ""}, "hedge-dropped", "exactly 61"),
        (DOCKERS, {"hedge": "about"}, "hedge-differs", "about for more than"),
        (DOCKERS, {"lower": None, "upper": 60, "hedge": "up to"}, "hedge-reversed", "the other way round"),
        (FRUIT, {"lower": 12, "upper": 12, "hedge": "some"}, "unit-missing", "12 without per cent"),
    ],
)
def test_bounds_and_hedge(row, changes, key, why):
    rows = [{**each, **changes} if each is row else each for each in ALL]
    told = [f.key for f in marked(rows).findings if f.verdict in ("wrong", "note")]
    assert told == ([key] if key else []), why


@pytest.mark.parametrize(
    ("id", "text", "key", "why"),
    [
        ("F2", "harbour pilots", "", "an alias of the population"),
        ("F2", "the pilots of the port", "", "its label"),
        ("F2", "departing pilots", "population-swapped", "a part of them"),
        ("F2", "dock workers", "population-swapped", "another population"),
        ("F3", "pilots of the port", "stock-for-flow", "the stock that the flow leaves"),
        ("F4", "dockers at the port", "", "with its scope"),
        ("F4", "umbrellas", "counted-unclear", "nothing of the text"),
        ("F4", "dockers on strike", "counted-to-read", "a word that no rule knows"),
        ("F5", "dockers", "wrong-base", "a share of people"),
        ("F5", "fruit", "wrong-base", "the part, not the whole"),
    ],
)
def test_what_is_counted(id, text, key, why):
    assert judge_counted(text, CASE.key.by_id[id], CASE).key == key, why


@pytest.mark.parametrize(
    ("id", "text", "key", "why"),
    [
        ("F3", "leaving for the coast", "", "an accepted scope"),
        ("F3", "those who are going to leave for the coast", "", "more words, the same scope"),
        ("F3", "pilots", "scope-widened", "without the words that narrow it"),
        ("F1", "ships worldwide", "scope-widened", "all the world"),
        ("F4", "northern port", "scope-narrowed", "a part of the port"),
        ("F4", "moon", "scope-unclear", "nothing of the text"),
        ("F1", "in January", "scope-to-read", "a word of the paragraph, but no scope"),
    ],
)
def test_scope(id, text, key, why):
    assert judge_scope(text, CASE.key.by_id[id], CASE).key == key, why


@pytest.mark.parametrize(
    ("row", "as_of", "key"),
    [
        (SHIPS, "2020-03-12", "as-of-is-publication-date"),
        (SHIPS, "2020-01-15", "too-precise"),
        (SHIPS, "January 2020", "date-not-edtf"),
        (SHIPS, "2020", "date-wider"),
        (PILOTS, "2026-01-01", "anchored-to-today"),
        (PILOTS, "soon", "not-a-date"),
    ],
)
def test_as_of(row, as_of, key):
    assert keys([{**each, "as_of": as_of} if each is row else each for each in ALL]) == [key]


def test_two_figures_of_one_numeral_are_told_apart():
    both = [{**DOCKERS, "counted": "pilots"} if row is DOCKERS else row for row in ALL]
    crossed = [{**PILOTS, "counted": "dockers"} if row is PILOTS else row for row in both]
    assert keys(both) == ["same-numeral-same-thing"]
    assert set(keys(crossed)) == {"population-swapped"}


@pytest.mark.parametrize(
    ("extra", "key", "why"),
    [
        (
            {**ROW, "paragraph": 3, "lower": 1, "upper": 1, "counted": "hand"},
            "idiom-counted",
            "a turn of phrase",
        ),
        ({**ROW, "paragraph": 3, "lower": 2015, "upper": 2015}, "idiom-counted", "a year"),
        (
            {**ROW, "paragraph": 4, "lower": 7, "upper": 7, "counted": "cats"},
            "no-such-figure",
            "nothing like it",
        ),
        ({**DOCKERS, "hedge": "about"}, "row-doubled", "a second guess at the same figure"),
    ],
)
def test_a_row_too_many_costs(extra, key, why):
    result = marked([*ALL, extra])
    assert [f.key for f in result.findings if f.verdict == "wrong"] == [key], why
    assert result.points < 10


def test_the_same_row_again_costs_nothing():
    assert marked([*ALL, DOCKERS]).status == "right"


def test_guessing_every_hedge_for_every_figure_earns_nothing():
    guesses = [{**row, "hedge": hedge} for row in ALL for hedge in ("about", "more than", "fewer than", "")]
    assert marked(guesses).points == 0


def test_a_missing_figure_is_named_by_its_paragraph_only():
    text = str(marked(ALL[1:]))
    assert "R1, para. 1" in text
    assert "40" not in text


def test_a_half_filled_row_keeps_what_is_right():
    result = marked([{**SHIPS, "scope": None, "as_of": None}, *ALL[1:]])
    assert result.status == "partly"
    assert [f.verdict for f in result.findings if f.key == "half-filled"] == ["untried"]


@pytest.mark.parametrize(
    "answer",
    ["40 ships", [], {}, [1, 2], ["a"], [{"lower": 1}], [{**ROW}], 7, [[]], [None], {"lower": {}}, True],
)
def test_any_shape_gives_findings_and_never_points(answer):
    findings = ledger.mark(answer, CASE, ledger.Arguments(source="R1"), {})
    assert findings
    assert sum(f.earned for f in findings) <= 0


@pytest.mark.parametrize("cell", [{}, [1], True, "nan", "x" * 500, -5, 1e300, "½", "2 % or so", "10..20"])
@pytest.mark.parametrize("column", ledger.COLUMNS)
def test_no_cell_makes_the_check_fail(column, cell):
    assert ledger.mark([{**DOCKERS, column: cell}], CASE, ledger.Arguments(source="R1"), {})


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1,000", 1000), ("two thousand", 2000), ("more than 700", 700), ("2 %", 2), ("none", None)],
)
def test_numbers_are_read_as_they_are_written(cell, number):
    assert entry_of({**ROW, "lower": cell}, 1).lower == number


def test_a_hedge_in_the_cell_of_the_number_counts():
    entry = entry_of({**ROW, "lower": "more than 60"}, 1)
    assert judge_bounds(entry, CASE.key.by_id["F4"]).key == ""


def test_shapes_of_figures():
    shapes = [shape_of(CASE.key.by_id[id]) for id in ("F1", "F2", "F3", "F4")]
    assert shapes == ["below", "about", "band", "above"]


def test_words_that_mean_the_same_are_one():
    assert words("American soldiers who are withdrawing") == words("US troops leaving")


def test_doubts_name_what_does_not_fit_the_case():
    assert ledger.doubts(ledger.Arguments(source="R9"), CASE)
    assert ledger.doubts(ledger.Arguments(source="R1", rows=("F6", "F99")), CASE) == [
        "rows: 'F6' is no figure of R1 in the key",
        "rows: 'F99' is no figure of R1 in the key",
    ]
    assert not ledger.doubts(ledger.Arguments(source="R1", rows=("F1",)), CASE)


def test_every_misconception_that_the_ledger_names_is_one():
    named = set(keys([{**row, "hedge": ""} for row in ALL])) | set(keys([{**PILOTS, "counted": "dockers"}]))
    assert {"hedge-dropped", "population-swapped"} <= named & set(misconceptions())
