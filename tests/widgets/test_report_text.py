"""Are reports shown with what they say of themselves, and do selectors find their words again?"""

import pytest

from dateline import open_case
from dateline.cases import Case, Key
from dateline.sources import Source, paragraphs_of
from dateline.widgets.desk import RefusedError
from dateline.widgets.report_text import placed, reports_of, selector

SYRIA = open_case("syria-withdrawal")


def case_of(*texts, **about):
    return Case("odd", SYRIA.about, {"S1": Source("S1", paragraphs_of("S1", texts), **about)}, Key({}))


DATES = [
    ("2018-12", "December 2018", "2018-12-31", "within a month no earlier day is sure"),
    ("2019-10-21", "21 October 2019", "2019-10-21", "a day is as precise as it gets"),
    ("2018", "2018", "2018-12-31", "a year"),
    ("2018-12-05/..", "from 5 December 2018 on, with no end given", "", "an open end is never surely past"),
    ("", "not stated", "", "no date at all"),
]


@pytest.mark.parametrize(("edtf", "dated", "known_from", "why"), DATES)
def test_a_report_is_surely_known_from_the_end_of_its_date(edtf, dated, known_from, why):
    (report,) = reports_of(case_of("It rained.", date=edtf))
    assert (report["dated"], report["known_from"]) == (dated, known_from), why


def test_what_a_report_does_not_say_is_shown_as_not_stated():
    origin = dict(reports_of(SYRIA)[0]["origin"])
    assert origin["publisher"] == origin["dateline_place"] == origin["title"] == "not stated"


SENTENCES = [
    ("One. Two.", ["One.", "Two."]),
    ("The U.S. Army left. Mr. Roe stayed.", ["The U.S. Army left.", "Mr. Roe stayed."]),
    ("About 2.5 percent.", ["About 2.5 percent."]),
    ("🚁 One. 🚁🚁 Two. Three.", ["🚁 One.", "🚁🚁 Two.", "Three."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_are_offered_whole_in_the_units_of_the_page(text, expected):
    raw = text.encode("utf-16-le")
    (report,) = reports_of(case_of(text))
    cuts = report["paragraphs"][0]["sentences"]
    assert [raw[2 * start : 2 * end].decode("utf-16-le") for start, end in cuts] == expected


@pytest.mark.parametrize(
    ("before", "units"), [("", 0), ("🚁", 2), ("שלום ", 5), ("e\u0301", 2), ("👩‍👩‍👧 ", 9), ("\U0001d7d8", 2)]
)
def test_offsets_of_the_page_become_code_points(before, units):
    text = f"{before}more than 700 left."
    chosen = {"source": "S1", "paragraph": 1, "start": units, "end": units + 13}
    row = selector(case_of(text), chosen)
    assert text[row["start"] : row["end"]] == row["exact"] == "more than 700"


def test_words_cut_within_an_emoji_are_refused_or_whole():
    chosen = {"source": "S1", "paragraph": 1, "start": 0, "end": 1}
    with pytest.raises(RefusedError, match="Nothing is selected"):
        selector(case_of("🚁 left."), chosen)


TWICE = case_of("It left. It came. It left.", "“Go,” he said.")
PLACES = [
    ({"paragraph": 1, "exact": "It came."}, (9, 17), "words typed by hand"),
    ({"paragraph": "1", "exact": "It came."}, (9, 17), "a number typed as text"),
    ({"paragraph": 1, "exact": "It came.", "start": 1, "end": 5}, (9, 17), "offsets of another edition"),
    ({"paragraph": 1, "exact": "It left.", "start": 18, "end": 26}, (18, 26), "offsets tell which is meant"),
    ({"paragraph": 1, "exact": "It left.", "prefix": "came. "}, (18, 26), "what stands before tells it"),
    ({"paragraph": 1, "exact": "It left."}, (None, None), "twice there, and nothing tells which"),
    ({"paragraph": 2, "exact": '"Go," he said'}, (0, 13), "plain quotation marks"),
    ({"paragraph": 1, "exact": "It snowed."}, (None, None), "not in the text"),
    ({"paragraph": 9, "exact": "It left."}, (None, None), "no such paragraph"),
    ({"paragraph": None, "exact": None}, (None, None), "a row left blank"),
]


@pytest.mark.parametrize(("row", "span", "why"), PLACES)
def test_a_row_is_placed_where_its_words_stand(row, span, why):
    found = placed(TWICE, {"source": "S1", "kind": "event", **row})
    assert (found["start"], found["end"]) == span, why
    assert (found["exact"], found["kind"]) == (row["exact"], "event"), "what was written is kept"
