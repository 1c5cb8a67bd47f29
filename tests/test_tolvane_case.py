"""Is the invented case said to be invented, whole, and does it hold a trap of every main kind?"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from dateline import open_case, read_dates, read_quantities
from dateline.dates import days, is_edtf, same
from dateline.exercises import hint, mark
from dateline.findings import known_message

KIT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def case():
    return open_case("tolvane-dam")


@pytest.fixture(scope="module")
def rows(case):
    return case.key.by_id


def placed(case):
    return [row for row in case.key.by_id.values() if getattr(row, "anchor", "")]


# Invented, and said so ----------


def test_the_case_says_that_it_is_invented(case):
    assert case.about.invented
    assert "invented" in case.title
    assert "invented" in case._repr_markdown_().lower()


@pytest.mark.parametrize("source", ["S1", "S2"])
def test_each_report_says_so_wherever_it_is_shown(case, source):
    report = case.sources[source]
    assert "invented" in report.title
    assert report.retold.startswith("Invented for the kit")
    assert "invented" in report._repr_markdown_().split("\n")[0]


@pytest.mark.parametrize("folder", ["notebooks", "exercises", "solutions"])
def test_the_notebook_says_so(folder):
    text = (KIT / folder / "08-on-your-own.ipynb").read_text(encoding="utf-8")
    assert "case of this lesson is invented" in text or "The case is invented" in text


def test_hints_wait_for_the_hand_in(case):
    assert case.about.hints_after_hand_in


# The text and its readers ----------


@pytest.mark.parametrize("source", ["S1", "S2"])
def test_a_report_is_short(case, source):
    assert 8 <= len(case.sources[source].paragraphs) <= 10


def test_anchors_are_short_phrases(case):
    assert [row.id for row in placed(case) if len(row.anchor.split()) > 7] == []


FIGURES = [
    ("F06", 3000, None, "more than: no ceiling is inferred"),
    ("F08", 3000, 3000, "about: the same numeral, of water"),
    ("F09", None, 40, "less than, of what the reservoir was built to hold"),
    ("F14", 900, None, "those who leave"),
    ("F15", 10, 10, "a length of time"),
    ("F17", 1200, 1200, "those who were there"),
    ("F20", 150, 200, "a range with both ends"),
    ("F24", 400, None, "other people"),
]


@pytest.mark.parametrize(("id", "lower", "upper", "why"), FIGURES)
def test_the_reader_and_the_key_agree_on_a_figure(case, rows, id, lower, upper, why):
    place = case.place(rows[id])
    text = case.sources[place.source].paragraph(place.paragraph).text
    (found,) = [q for q in read_quantities(text) if q.start < place.end and q.end > place.start]
    assert (found.lower, found.upper) == (rows[id].lower, rows[id].upper) == (lower, upper), why


DATES = ["T02", "T07", "T09", "T10", "T12", "T16", "T17", "T19", "T21", "T28", "T29"]


@pytest.mark.parametrize("id", DATES)
def test_the_reader_gives_a_date_that_the_key_accepts(case, rows, id):
    place = case.place(rows[id])
    report = case.sources[place.source]
    text = report.paragraph(place.paragraph).text
    (found,) = [
        m for m in read_dates(text, issued=report.date) if m.start < place.end and m.end > place.start
    ]
    assert any(same(found.edtf, form) for form in (rows[id].edtf, *rows[id].accepted))


# The key reckons rightly ----------


WEEKDAYS = [("T02", 1), ("T10", 4), ("T17", 0), ("T19", 5), ("T21", 6)]


@pytest.mark.parametrize(("id", "weekday"), WEEKDAYS)
def test_dates_fall_on_the_weekday_of_the_text(rows, id, weekday):
    assert {day.weekday() for day in days(rows[id].edtf)} == {weekday}


def test_last_friday_hangs_on_the_tuesday(rows):
    tuesdays, fridays = (sorted(days(rows[id].edtf)) for id in ("T02", "T10"))
    assert fridays == [day - timedelta(days=4) for day in tuesdays]


def test_computed_answers_follow_from_the_figures(rows):
    assert rows["K03"].lower == rows["F06"].lower - rows["F17"].lower
    assert rows["K04"].lower == 100 * rows["K03"].lower / rows["F06"].lower
    assert rows["K05"].lower == rows["F14"].lower + rows["F20"].lower
    assert rows["K05"].lower <= rows["F17"].upper, "the parts fit the whole"
    assert (rows["K06"].lower, rows["K06"].upper) == (1200 - 200, 1200 - 150)
    assert rows["K09"].lower == rows["F24"].lower + rows["F14"].lower
    second = date(2017, 9, 14)
    assert rows["K28"].lower == (second - date(2017, 3, 31)).days
    assert rows["K28"].upper == (second - date(2017, 3, 1)).days


def test_no_answer_is_both_right_and_wrong(case):
    for row in case.key.rows("dates"):
        assert not set(row.wrong) & {row.edtf, *row.accepted}, row.id
        assert all(is_edtf(form) for form in row.wrong), row.id
    for row in case.key.rows("checks"):
        right = {row.verdict, row.comparable, *row.verdict_accepted, *row.comparable_accepted}
        assert not set(row.wrong) & right, row.id


def test_wrong_answers_name_misconceptions_that_have_words(case):
    named = {
        key for table in ("dates", "checks") for row in case.key.rows(table) for key in row.wrong.values()
    }
    assert [key for key in named if not known_message(key)] == []


def test_checks_refer_to_rows_that_exist(case, rows):
    for row in case.key.rows("checks"):
        for id in re.split(r"\s\+\s", row.left) + (re.split(r"\s\+\s", row.right) if row.right else []):
            assert id in rows, f"{row.id}: {id}"


TRAPS = (
    "same-numeral-same-thing change-as-contradiction sum-forced stock-for-flow wrong-base base-reversed "
    "bound-as-value hedge-reversed band-as-point scope-widened idiom-counted too-precise wrong-week "
    "wrong-direction fence-post publication-for-event as-of-is-publication-date plan-as-outcome "
    "negation-lost speaker-as-outlet anonymous-multiplied repeat-counted-twice quoted-is-true "
    "absence-as-denial sequence-as-cause promise-missed-as-lie cannot-tell-refused good-source-true-item "
    "certainty-raised"
)


@pytest.mark.parametrize("trap", TRAPS.split())
def test_every_main_trap_stands_somewhere(case, trap):
    assert any(trap in row.wrong.values() for table in ("dates", "checks") for row in case.key.rows(table))


# The exercises say what the key says ----------


def test_the_points_of_lesson_8_are_twenty(case):
    assert sum(row.points for row in case.exercises.values()) == 20


VOICES = {
    "outlet": "outlet", "officials": "officials", "engineer": "engineer at the dam",
    "orrin": "Orrin", "marrak": "Marrak", "dam-safety-board": "Dam Safety Board",
}  # fmt: skip


def test_voices_and_steps_are_those_of_the_key(case, rows):
    for name, item in case.exercises["8.2"].arguments["items"].items():
        claim = rows[item["row"]]
        assert item["said_by"]["right"] == [VOICES[claim.speaker]], name
        assert set(item["status"]["right"]) <= {claim.status, *claim.status_accepted}, name


def test_hints_are_refused_in_words(tmp_path, monkeypatch, case):
    monkeypatch.chdir(tmp_path)
    assert hint("8.1").rung == 0
    assert "until you have handed in" in hint("8.1").text


# What is not yet a brief does not earn the points of one ----------


SENTENCE = "More than 3,000 residents live in Lower Quell [@S1, para. 5]."
LITTLE = [
    ("\n...\n", "not tried", 0, "the blank of the form, and nothing else"),
    ("# ...\n\n## Bottom line\n\n...\n\n## Findings\n\n- ...\n", "not yet", 0, "a form with its blanks"),
    ("It rained on Lower Quell.", "not yet", 0, "nothing that a report bears out"),
    (SENTENCE, "partly", 0.5, "one good sentence"),
    (SENTENCE * 20, "partly", 1.5, "one good sentence, twenty times"),
]


@pytest.mark.parametrize(("text", "status", "most", "why"), LITTLE)
def test_little_work_earns_little(case, text, status, most, why):
    result = mark("8.6", text, case)
    assert (result.status, result.points <= most) == (status, True), f"{why}\n{result}"
