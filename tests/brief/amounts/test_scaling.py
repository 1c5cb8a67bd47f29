"""What may come of one figure alone: a rest, another length of time, another unit, and nothing else?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.scaling import made_of_one
from dateline.quantities import read_quantities

CASES = [
    ("30 litres an hour is 720 litres a day", ["720"], "hours to days"),
    ("30 litres a day is 0.03 cubic metres a day", ["0.03"], "another unit"),
    ("30 litres a day make 300 litres in ten days", ["300"], "a length of time in words"),
    ("40 percent held, 60 percent missing", ["60"], "the rest of a whole"),
    ("40 percent came, 60 percent came", [], "nothing says that it is the rest"),
    ("30 litres here and 40 litres there", [], "no time"),
    ("30 litres a day and 40 tonnes a day", [], "not the same kind of thing"),
]


@pytest.mark.parametrize(("text", "made", "why"), CASES)
def test_one_figure_makes(text, made, why):
    one, other = [figure for figure in read_quantities(text) if figure.unit != "day"][:2]
    assert [each.bounds.describe() for each in made_of_one(one, other, text)] == made, why
