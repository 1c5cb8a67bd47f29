"""Does the key of the default case reckon rightly, mark fairly and hang together?"""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from dateline import open_case

KIT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


# Bounds and days ----------

BOUNDS = [
    ("F07", 2000, None, False, "more than: open, and no ceiling is inferred"),
    ("F12", 2000, 2000, True, "about: the number with its hedge"),
    ("F14", None, 2, False, "less than: open above"),
    ("F23", 700, None, False, "more than: open, and no ceiling is inferred"),
    ("F30", 1000, 1000, True, "about: the number with its hedge"),
    ("F34", 200, 300, False, "both ends belong to a range with between"),
    ("F38", 5000, None, False, "more than: open, and no ceiling is inferred"),
    ("K03", 1000, None, None, "more than 2,000 less about 1,000"),
    ("K06", 700, 800, None, "about 1,000 less 200 to 300"),
    ("K29", 294, 324, None, "31 and 1 December 2018 to 21 October 2019"),
]


@pytest.mark.parametrize(("id", "lower", "upper", "approximate", "reason"), BOUNDS)
def test_bounds(case, id, lower, upper, approximate, reason):
    row = case.key.by_id[id]
    assert (row.lower, row.upper) == (lower, upper), reason
    if approximate is not None:
        assert row.approximate is approximate, reason
        assert row.lower_closed is (lower is not None and id not in ("F07", "F23", "F38")), reason
        assert row.upper_closed is (upper is not None and id != "F14"), reason


def test_computed_answers_follow_from_the_ledger(case):
    row = case.key.by_id
    assert row["K03"].lower == row["F07"].lower - row["F30"].lower
    assert row["K05"].lower == row["F23"].lower + row["F34"].lower
    assert (row["K06"].lower, row["K06"].upper) == (
        row["F30"].lower - row["F34"].upper,
        row["F30"].upper - row["F34"].lower,
    )
    assert row["K07"].upper == row["F30"].upper - row["F23"].lower
    assert row["K08"].lower == 100 * row["F23"].lower / row["F30"].lower
    assert row["K04"].lower == 100 * row["K03"].lower / row["F07"].lower
    issued = date.fromisoformat(row["T21"].edtf)
    assert row["K29"].lower == (issued - date(2018, 12, 31)).days
    assert row["K29"].upper == (issued - date(2018, 12, 1)).days


WEEKDAYS = [("T03", 2), ("T19", 4), ("T26", 2), ("T27", 5), ("T32", 4)]


@pytest.mark.parametrize(("id", "weekday"), WEEKDAYS)
def test_dates_fall_on_the_weekday_that_the_text_names(case, id, weekday):
    row = case.key.by_id[id]
    days = [date.fromisoformat(day) for day in row.edtf.strip("[]").split(",")]
    assert {day.weekday() for day in days} == {weekday}
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(days))


def test_last_friday_hangs_on_the_wednesday(case):
    wednesdays, fridays = (
        [date.fromisoformat(day) for day in case.key.by_id[id].edtf.strip("[]").split(",")]
        for id in ("T03", "T19")
    )
    assert fridays == [day - timedelta(days=5) for day in wednesdays]
    assert len(wednesdays) == 4, "December 2018 has four Wednesdays"


# Fair marking ----------

ACCEPTED = [
    ("T03", "[2018-12-12,2018-12-19,2018-12-26]", "the 5th is strained"),
    ("T03", "2018-12", "the honest month"),
    ("T03", "2018-12-XX", "a day of that month"),
    ("T15", "2018-03/2018-05", "the spring in months"),
    ("T30", "2019-10-22", "Friday counted as the first day"),
    ("T30", "2019-10-23", "counting begins the day after"),
    ("T31", "2019-10-18/2019-10-22", "Friday counted as the first day"),
    ("T06", "2018-12", "the month is all that the text gives"),
    ("T11", "2018-XX", "a month of that year"),
]


@pytest.mark.parametrize(("id", "edtf", "reason"), ACCEPTED)
def test_every_honest_date_is_accepted(case, id, edtf, reason):
    assert edtf in case.key.by_id[id].accepted, reason


OUTSIDE = [("T01", "2018-12-19"), ("T03", "2018-12-19"), ("T19", "2018-12-14"), ("T32", "2019-10-17")]


@pytest.mark.parametrize(("id", "edtf"), OUTSIDE)
def test_outside_dates_need_their_label(case, id, edtf):
    row = case.key.by_id[id]
    assert edtf in row.outside
    assert edtf not in [row.edtf, *row.accepted]


@pytest.mark.parametrize("id", ["F12", "F30"])
def test_about_accepts_a_band_of_ten_percent(case, id):
    row = case.key.by_id[id]
    assert (row.lower * 0.9, row.upper * 1.1) in row.accepted


def test_no_answer_is_both_right_and_wrong(case):
    for row in case.key.rows("dates"):
        assert not set(row.wrong) & {row.edtf, *row.accepted, *row.outside}, row.id
    for row in case.key.rows("checks"):
        right = {row.verdict, row.comparable, *row.verdict_accepted, *row.comparable_accepted}
        assert not set(row.wrong) & right, row.id


def promised():
    return set((KIT / "tests" / "promised_misconceptions.txt").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("table", ["dates", "checks"])
def test_wrong_answers_name_promised_misconceptions(case, table):
    assert {key for row in case.key.rows(table) for key in row.wrong.values()} <= promised()


TEMPTING = (
    "hedge-dropped hedge-reversed bound-as-value band-as-point population-swapped scope-widened "
    "stock-for-flow wrong-base base-reversed sum-forced as-of-is-publication-date idiom-counted "
    "same-numeral-same-thing publication-for-event too-precise wrong-week wrong-direction anchored-to-today "
    "fence-post outside-knowledge-unlabelled plan-as-outcome negation-lost speaker-as-outlet "
    "outlet-as-speaker anonymous-multiplied attribution-dropped quoted-is-true relay-missed "
    "change-as-contradiction sequence-as-cause absence-as-denial promise-missed-as-lie "
    "not-comparable-compared cannot-tell-refused repeat-counted-twice good-source-true-item hindsight "
    "opinion-as-fact certainty-raised"
)


@pytest.mark.parametrize("key", TEMPTING.split())
def test_every_tempting_answer_stands_somewhere(case, key):
    assert any(key in row.wrong.values() for table in ("dates", "checks") for row in case.key.rows(table))


# The key as a whole ----------

LABELS = {
    "comparable": {
        "", "yes", "other population", "other scope", "other date", "other definition", "flow against stock",
    },
    "verdict": {
        "", "agree", "changed", "conflict", "not comparable", "cannot tell", "adds up", "does not add up",
    },
}  # fmt: skip
STATUS = {
    "denied", "discussed", "threatened", "planned", "ordered", "under way", "done", "not a status",
}  # fmt: skip


def test_checks_use_the_labels_that_learners_see(case):
    for row in case.key.rows("checks"):
        for column, labels in LABELS.items():
            assert {getattr(row, column), *getattr(row, f"{column}_accepted")} <= labels, row.id


def test_claims_use_the_status_ladder(case):
    for row in case.key.rows("claims"):
        assert {row.status, *row.status_accepted} <= STATUS, row.id
    assert {row.status for row in case.key.rows("claims")} >= STATUS - {"denied"}


def test_checks_refer_to_rows_that_exist(case):
    for row in case.key.rows("checks"):
        for id in re.split(r"\s\+\s", row.left) + (re.split(r"\s\+\s", row.right) if row.right else []):
            assert id in case.key.by_id, f"{row.id}: {id}"


def test_speakers_speak_in_the_report_they_are_named_for(case):
    voices = {(row.source, row.voice) for row in case.key.rows("voices") if row.status != "missing"}
    for row in case.key.rows("claims"):
        for speaker in {row.speaker, *row.speaker_accepted} - {"outlet"}:
            assert (row.source, speaker) in voices, row.id


LEAST = [("sources", 16), ("voices", 30), ("claims", 45), ("figures", 40), ("dates", 40), ("checks", 45)]


@pytest.mark.parametrize(("table", "least"), LEAST)
def test_the_key_is_as_full_as_promised(case, table, least):
    ids = [row.id for row in case.key.rows(table)]
    assert len(ids) >= least
    assert ids == sorted(ids), "ids run on in the order of the file"
