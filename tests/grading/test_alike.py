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
    return pairs_alike(texts, CASES)


def test_a_shared_run_is_found_with_its_words():
    (pair,) = briefs(anna=f"First. {OWN} And more.", ben=f"Quite another lead. {OWN.upper()}.", cleo=OTHER)
    assert (pair.first, pair.second, pair.words, pair.example) == ("anna", "ben", len(OWN.split()), OWN)


def test_a_run_that_stands_in_the_reports_is_no_sign():
    quoted = CASES[0].sources["S1"].paragraphs[6].text
    assert briefs(anna=quoted, ben=quoted) == []


def test_what_half_the_class_wrote_is_no_sign():
    assert pairs_alike({f"s{n}": OWN for n in range(alike.COMMON + 1)}, CASES) == []


@pytest.mark.parametrize("text", ["", "short", " ".join(OWN.split()[:9])])
def test_a_few_words_are_no_sign(text):
    assert briefs(anna=text, ben=text) == []


def test_a_large_class_is_looked_at_in_part_and_long_runs_are_found_all_the_same(monkeypatch):
    monkeypatch.setattr(alike, "MANY", 1)
    both = f"{OWN} {OTHER}"
    (pair,) = briefs(anna=both, ben=both)
    assert pair.words == len(both.split())
