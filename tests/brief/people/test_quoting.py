"""Is a quotation held to its words, and to what was cut away beside it?"""

from __future__ import annotations

import pytest

from dateline.brief.people import quoting
from dateline.brief.people.cuts import cut_degree, cut_words

SAID = "“I want to get out. Things may change, but that is where we stand. Nobody will have to leave.”"
CUTS = [
    ("get out", "She said she would “get out”.", "want to", "a wish"),
    ("get out", "She said she wanted to “get out”.", "", "the wish stands outside"),
    ("that is where we stand", "She said “that is where we stand”.", "may", "the other half turns it"),
    (
        "that is where we stand",
        "It could change, she said, but “that is where we stand”.",
        "",
        "told in kin words",
    ),
    ("where we stand", "She told us “where we stand”.", "", "a phrase says nothing by itself"),
    ("have to leave", "People “have to leave”, she said.", "Nobody", "a negation"),
    ("have to leave", "No one would “have to leave”, she said.", "", "the negation in another form"),
]


@pytest.mark.parametrize(("quoted", "sentence", "lost", "why"), CUTS, ids=lambda value: str(value)[:30])
def test_what_was_cut_away_is_named(quoted, sentence, lost, why):
    at = SAID.index(quoted)
    assert cut_words(SAID, [(at, at + len(quoted))], (0, len(SAID)), sentence, f"“{quoted}”") == lost, why


def test_what_an_ellipsis_leaves_out_is_looked_at():
    start = SAID.index("Things")
    spans = [(start, start + 6), (SAID.index("change"), SAID.index("change") + 6)]
    assert cut_words(SAID, spans, (0, len(SAID)), "“Things … change”", "“Things … change”") == "may"


def test_a_word_of_degree_before_prose_is_looked_at():
    text = "The task is all but complete."
    assert cut_degree(text, (20, 28), "It is “complete”.") == "all but"
    assert cut_degree(text, (20, 28), "It is all but “complete”.") == ""


def test_brackets_may_change_the_size_of_a_letter_and_leave_words_out():
    assert quoting.segments("“[T]hings may [soon] change”") == ["things may", "change"]


def test_words_of_two_letters_are_worth_checking():
    assert quoting.is_worth_checking("“get out”")
    assert not quoting.is_worth_checking("“it”")
