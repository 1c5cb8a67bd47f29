"""Are shared runs of words found, and is what everyone may write no sign?"""

from __future__ import annotations

import pytest

from dateline.cases import open_case
from dateline.grading import alike
from dateline.grading.alike import pairs_alike

CASES = [open_case("syria-withdrawal")]
OWN = "nobody who reads these two pages side by side can fail to see how little of it was ever carried out"
OTHER = "between them lie ten months in which most of what had been announced was quietly taken back again"


def briefs(**texts):
    return pairs_alike(list(texts.items()), CASES)


def test_a_shared_run_is_found_with_its_words():
    (pair,) = briefs(anna=f"First. {OWN} And more.", ben=f"Quite another lead. {OWN.upper()}.", cleo=OTHER)
    assert (pair.first, pair.second, pair.words, pair.example) == ("anna", "ben", len(OWN.split()), OWN)


def test_a_run_that_stands_in_the_reports_is_no_sign():
    quoted = CASES[0].sources["S1"].paragraphs[6].text
    assert briefs(anna=quoted, ben=quoted) == []


def test_what_half_the_class_wrote_is_no_sign():
    assert pairs_alike([(f"s{n}", OWN) for n in range(alike.COMMON + 1)], CASES) == []


@pytest.mark.parametrize("text", ["", "short", " ".join(OWN.split()[:9])])
def test_a_few_words_are_no_sign(text):
    assert briefs(anna=text, ben=text) == []


@pytest.mark.parametrize("before", range(9))
def test_a_run_just_long_enough_is_found_wherever_it_stands(before):
    """Only some runs of a brief are looked up: those of a stretch of FEWEST words always meet."""
    shared = " ".join(OWN.split()[: alike.FEWEST])
    (pair,) = briefs(anna=f"{OTHER} {shared} {OTHER}", ben=f"{' '.join('abcdefghi'[:before])} {shared} end")
    assert (pair.words, pair.example) == (alike.FEWEST, shared)


def test_namesakes_are_two_students():
    (pair,) = pairs_alike([("Jo", OWN), ("Jo", OWN)], CASES)
    assert (pair.first, pair.second) == ("Jo", "Jo")


def test_among_thousands_only_who_shares_something_is_compared(monkeypatch):
    compared = []
    real = alike._pair
    monkeypatch.setattr(alike, "_pair", lambda *given: compared.append(given) or real(*given))
    many = [(f"s{n}", " ".join(f"word{n * 40 + k}" for k in range(40))) for n in range(3000)]
    pairs = pairs_alike([*many, ("anna", OWN), ("ben", OWN)], CASES)
    assert [(pair.first, pair.second) for pair in pairs] == [("anna", "ben")]
    assert len(compared) == 1
