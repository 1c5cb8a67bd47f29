"""Does the reader take any string, in one pass, and keep its places?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dateline
from dateline.quantities import Quantity, read_quantities

# Pieces of figures, so that random texts hit the rules and not only the letters.
WORDS = """more than about no fewer at least between and to from - – 2,000 300 1.5 million k % per cent $ €
    US$ one two of the a half third dozen hundred dozens several most troops days day October Oct. 7 2011
    Highway . , “ ” ½ 3/4 9/11 5:30 p.m. th or so plus + twice in is US ( ) not over year-old 's m F
    magnitude within hours scores but per 100 10,000 them others aged 40s he both wide 10- half- past 0600"""
ODD = ["[@S2, para. 5]", "\n\n", "\u202f", "\ud800", "\x00", "🙂", "ב", "٣", "the one hand", "number of"]
PIECES = st.sampled_from([*WORDS.split(), *ODD])
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


def check_places(text: str, found: list[Quantity]) -> None:
    end = 0
    for q in found:
        assert text[q.start : q.end] == q.surface != ""
        assert q.start >= end, "figures stand in order and do not overlap"
        assert q.counted in text
        end = q.end


@given(TEXTS)
def test_any_string_is_read_and_keeps_its_places(text):
    check_places(text, read_quantities(text))


@given(TEXTS)
def test_bounds_are_in_order_and_open_ends_are_open(text):
    for q in read_quantities(text):
        assert q.lower is None or q.upper is None or q.lower <= q.upper
        assert not (q.lower is None and q.lower_closed)
        assert not (q.upper is None and q.upper_closed)
        assert not any(isinstance(end, float) and end.is_integer() for end in (q.lower, q.upper))
        assert q.not_a_count or q.vague or q.lower is not None or q.upper is not None
        if q.not_a_count:
            assert (q.lower, q.upper, q.hedge, q.unit, q.counted) == (None, None, "", "", "")


@given(TEXTS, TEXTS)
def test_a_blank_line_keeps_paragraphs_apart(first, second):
    """No hedge, range or noun reaches over the end of a paragraph."""
    apart = [q.surface for part in (first, second) for q in read_quantities(part)]
    assert [q.surface for q in read_quantities(f"{first}\n\n{second}")] == apart


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\x00\x01\x02",
        "\ud800\udfff",
        "שלום 300 חיילים",
        "🙂 300 🙂",
        "\u202e300",
        "९९ लोग",
        "; .5) a",
        ": .5. a",
    ],
)
def test_odd_strings_are_read(text):
    check_places(text, read_quantities(text))


def test_code_points_not_bytes_nor_utf16():
    (q,) = read_quantities("🙂🙂 about 300 men")
    assert (q.start, q.end) == (3, 12)


LONG = 1_000_000
ADVERSARIAL = [
    "9",
    "9 ",
    "1,",
    "1.",
    "-",
    "one hundred and ",
    "a ",
    "between 1 and ",
    "[@a",
    "\n ",
    "the ",
    "5 of the ",
    "at least 5 but ",
    "more than 5, and ",
    "+1 000 ",
    "+1-",
    "[1,",
    "half-",
    "17 per 100 ",
    "10- to ",
    "6 of them ",
    "in his 40s ",
    "A 5 ",
]


def test_a_million_characters_of_prose_are_read():
    sentence = "More than 2,000 troops and about 300 others left in 2011, he said. "
    found = read_quantities(sentence * (LONG // len(sentence)))
    assert len(found) == 3 * (LONG // len(sentence))


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_long_repeats_come_to_an_end(piece):
    """These would take hours if any rule looked back over all it had read; no time is asserted."""
    text = piece * (30_000 // len(piece))
    check_places(text, read_quantities(text))


def test_reader_is_offered_by_the_package():
    assert dateline.read_quantities is read_quantities
