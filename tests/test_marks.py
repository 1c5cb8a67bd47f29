"""Are phrases found whatever marks and spaces a text uses, and only as whole words?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.marks import fold, spans_of, words_of

FOUND = [
    ("It's time", "“It’s time to go”", [(1, 10)], "curly marks count as straight ones"),
    ("200-300", "Between 200–300 stay", [(8, 15)], "a dash counts as a hyphen"),
    ("2%", "less than 2% of it", [(10, 12)], "a sign may end a phrase"),
    ("more than 700", "no more than 7000", [], "700 is not 7000"),
    ("700", "1,700 and 0.700", [], "a part of a longer number is not the number"),
    ("one", "One of them; no one", [(16, 19)], "capitals matter unless told otherwise"),
    ("IS", "This IS it", [(5, 7)], "inside a word it does not count"),
    ("", "anything", [], "an empty phrase is nowhere"),
]


@pytest.mark.parametrize(("phrase", "text", "spans", "why"), FOUND)
def test_phrases_are_found_as_whole_words(phrase, text, spans, why):
    assert spans_of(phrase, text) == spans, why


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_spans_lie_in_the_text_whatever_it_holds(phrase, text):
    assert all(0 <= start < end <= len(text) for start, end in spans_of(phrase, text))


def test_words_are_compared_without_marks_and_separators():
    assert words_of("Esper’s “2,000” troops") == ["espers", "2000", "troops"]
