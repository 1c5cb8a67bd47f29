"""Is a sum that is written out in a sentence read: its figures, its signs and its result?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.expressions import expressions, worked
from dateline.quantities import Bounds


@pytest.mark.parametrize(
    ("text", "operands", "signs", "results", "why"),
    [
        ("90 less the 40 or so gone is 50.", ["90", "40 or so"], "-", ["50"], "words between"),
        ("210 minus 60 is 150.", ["210", "60"], "-", ["150"], "a sign as a word"),
        ("(7 × 500 = 3,500)", ["7", "500"], "×", ["3,500"], "signs"),
        ("60 divided by 15 is four", ["60", "15"], "÷", ["four"], "a quotient"),
        ("40 of 95 is about 42%", ["40", "95"], ["of"], ["about 42%"], "a share"),
        ("taking 7 from 10 leaves 3", ["7", "10"], ["from"], ["3"], "turned round"),
        ("7 taken from 10 leaves 3", ["7", "10"], ["from"], ["3"], "turned round"),
    ],
)
def test_a_written_sum_is_read(text, operands, signs, results, why):
    found = expressions(text)[0]
    assert [each.surface for each in found.operands] == operands, why
    assert list(found.signs) == list(signs), why
    assert [each.surface for each in found.results] == results, why


@pytest.mark.parametrize(
    "text", ["Fewer than 300 left.", "700 stayed, of whom 300 slept.", "22 to 17 is a majority of five."]
)
def test_other_figures_are_no_sum(text):
    assert not expressions(text)


def test_open_ends_stay_open():
    made, unit = worked(["of"], [Bounds(400, None), Bounds(950, 950)], ["", ""], "percent")
    assert (round(made.lower), made.upper, unit) == (42, None, "percent")
