"""Is a cell read as it is meant, and is only what a reader would stumble over doubted?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.widgets.ledger_cells import doubts, read_cell, shown

CELLS = [
    ("lower", "2,000", 2000, "separators are fine"),
    ("lower", " 2 000 ", 2000, "so are spaces"),
    ("lower", "1.000", 1000, "in much of the world dots part the thousands"),
    ("lower", "1,5", 1.5, "and commas the tenths"),
    ("lower", "two", 2, "a number in words"),
    ("lower", "2 million", 2_000_000, "or partly so"),
    ("upper", "", None, "empty means an open end"),
    ("upper", "None", None, "as a cell would say it"),
    ("upper", "no limit", None, "or in words"),
    ("upper", "x", "x", "kept as typed, and doubted"),
    ("upper", "more than 5", "more than 5", "a hedge has a column of its own"),
    ("upper", "2%", "2 %", "the unit belongs to the number"),
    ("upper", "2 percent", "2 %", "in words too"),
    ("hedge", "more  than", "more than", "single spaces"),
    ("hedge", "none", "", "the learner says that there is none"),
    ("hedge", "", None, "nothing is said yet"),
    ("paragraph", "¶7", 7, "as the text numbers it"),
    ("paragraph", "S1, para. 7", 7, "as a citation does"),
    ("paragraph", "seven or so", "seven or so", "kept as typed, and doubted"),
    ("scope", "x" * 1000, "x" * 300, "no cell grows without end"),
    ("counted", None, None, "nothing at all"),
]


@pytest.mark.parametrize(("column", "typed", "kept", "why"), CELLS)
def test_a_cell_keeps_what_was_meant(column, typed, kept, why):
    assert read_cell(column, typed) == kept, why


@pytest.mark.parametrize(("column", "typed", "kept", "why"), CELLS)
def test_what_a_cell_shows_is_read_as_the_same(column, typed, kept, why):
    assert read_cell(column, shown(kept)) == kept, why


DOUBTS = [
    ({"lower": "x"}, "lower", "“x” is not a number"),
    ({"lower": "more than 5"}, "lower", "“more than” in the column Hedge"),
    ({"lower": 5, "upper": 2}, "upper", "below the lower bound"),
    ({"lower": "5 %", "upper": "2 %"}, "upper", "below the lower bound"),
    ({"lower": 2000, "upper": 2000, "hedge": "more than"}, "hedge", "none above"),
    ({"upper": 2000, "hedge": "at least"}, "hedge", "none above"),
    ({"lower": 2000, "hedge": "less than"}, "hedge", "none below"),
    ({"lower": 2000, "hedge": "about"}, "hedge", "both sides"),
    ({"lower": 200, "upper": 200, "hedge": "between"}, "hedge", "two different bounds"),
    ({"lower": 2000, "hedge": "exactly"}, "hedge", "one number"),
    ({"paragraph": "9 %"}, "paragraph", "“9 %” is not the number of a paragraph"),
    ({"paragraph": 40}, "paragraph", "numbered 1 to 15"),
    ({"paragraph": 8, "lower": 2000}, "paragraph", "Paragraph 8 has no figure 2,000"),
    ({"paragraph": 10, "upper": "3 %"}, "paragraph", "has no figure 3"),
    ({"as_of": "Dec 2018"}, "as_of", "is not a date"),
]


@pytest.mark.parametrize(("cells", "column", "told"), DOUBTS)
def test_a_doubtful_cell_is_named_in_words(cells, column, told):
    ((found, why),) = doubts(cells, open_case("syria-withdrawal"), "S1")
    assert found == column
    assert told in why


def accepted_rows():
    """Every way in which the keys accept a figure: the row of the key, other bounds, other dates."""
    for name in ("syria-withdrawal", "tolvane-dam"):
        case = open_case(name)
        for row in case.key.rows("figures"):
            if row.is_figure:
                limits = [(row.lower, row.upper), *row.accepted]
                dates = [row.as_of, *row.as_of_accepted]
                for lower, upper in limits:
                    cells = {
                        "paragraph": row.paragraph,
                        "lower": lower,
                        "upper": upper,
                        "counted": row.counted,
                    }
                    yield case, row, {**cells, "hedge": row.hedge, "as_of": row.as_of}
                for date in dates:
                    yield case, row, {"paragraph": row.paragraph, "as_of": date}


def test_no_answer_that_a_key_accepts_is_doubted():
    found = [
        (row.id, cells, told)
        for case, row, cells in accepted_rows()
        if (told := doubts(cells, case, row.source))
    ]
    assert found == []


def test_without_a_report_a_paragraph_may_be_of_any():
    case = open_case("syria-withdrawal")
    assert doubts({"paragraph": 16}, case) == []
    assert doubts({"paragraph": 5, "lower": 700}, case) == []
    assert doubts({"paragraph": 5, "lower": 701}, case) == [], "more than 700 people: 701 at the least"
    assert doubts({"paragraph": 5, "lower": 800}, case) != []
