"""Are the figures of words that are selected offered as rows, and numerals that count nothing explained?"""

from __future__ import annotations

import pytest

from dateline import lexicon, open_case
from dateline.findings import known_message
from dateline.sources import Paragraph
from dateline.widgets.ledger_offers import is_recorded, offers


def offered(text, words=None):
    start = text.index(words) if words else 0
    return offers(Paragraph("S1", 3, text), start, start + len(words or text))


ROWS = [
    ("It has more than 40 ships.", (40, None, "more than", "ships", None), "an open bound"),
    ("It has fewer than 40 ships.", (None, 40, "fewer than", "ships", None), "open below"),
    ("It has 40 ships.", (40, 40, "", "ships", None), "no hedge is said as none"),
    ("Between 20 and 30 nurses came.", (20, 30, "between", "nurses", None), "a band"),
    ("It lost less than 2% of its land.", (None, "2 %", "less than", "land", None), "a share keeps its sign"),
    ("A five-day truce began.", (5, 5, "", "days", "truce"), "a unit is counted, its noun narrows it"),
]


@pytest.mark.parametrize(("text", "cells", "why"), ROWS)
def test_a_figure_becomes_a_row(text, cells, why):
    ((found,), _) = offered(text)
    row = found["row"]
    assert row["paragraph"] == 3
    assert (row["lower"], row["upper"], row["hedge"], row["counted"], row["scope"]) == cells, why
    assert row["as_of"] is None, "when it held is for the learner to say"


def test_a_hedge_counts_that_was_not_selected():
    ((found,), _) = offered("It has more than 40 ships.", "40 ships")
    assert found["row"]["hedge"] == "more than"


def test_figures_outside_the_selection_are_not_offered():
    ((found,), _) = offered("It has 40 ships and 30 boats.", "30 boats")
    assert found["row"]["counted"] == "boats"


def test_a_vague_word_is_offered_with_a_note():
    ((found,), _) = offered("It has dozens of ships.")
    assert "no number here" in found["note"]


REASONS = ["idiom", "ordinal", "year", "calendar day", "clock time", "one of", "list marker", "name", "score"]
REASONS += ["phone number", "rate base", "citation"]


@pytest.mark.parametrize("why", REASONS)
def test_every_reason_of_the_reader_has_words(why):
    assert known_message(f"ledger-why-{why.replace(' ', '-')}")


NOTHING = [
    ("On the one hand, it waits.", "turn of phrase"),
    ("It was the third time.", "place in an order"),
    ("It began in 2011.", "a year"),
    ("They met on 21 October.", "a date"),
    ("One of the ships sank.", "one of several"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_what_counts_nothing_is_explained_and_not_offered(text, why):
    found, (told,) = offered(text)
    assert found == []
    assert why in told


def test_every_figure_of_both_reports_is_offered_without_a_fault():
    for source in open_case("syria-withdrawal").sources.values():
        for paragraph in source.paragraphs:
            found, told = offers(paragraph, 0, len(paragraph.text))
            assert all(each["surface"] in paragraph.text for each in found)
            assert all("counts nothing" in each for each in told)


def test_units_are_counted_in_their_plural():
    assert lexicon.load("units")["after"]["day"][1] == "days"
    ((found,), _) = offered("The road is 40 km long.")
    assert found["row"]["counted"] == "km"


def test_a_row_like_an_offer_is_seen_whatever_else_it_says():
    row = {"paragraph": 7, "lower": 2000, "upper": None, "hedge": "more than"}
    assert is_recorded(row, [{**row, "scope": "in Syria"}])
    assert is_recorded({**row, "hedge": ""}, [{**row, "hedge": None}])
    assert not is_recorded(row, [{**row, "paragraph": 8}])
