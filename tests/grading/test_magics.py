"""Does a cell mean to the grader what it means in a notebook?"""

from __future__ import annotations

import ast

import pytest

from dateline.grading.magics import LONGEST, CellError, parse_cell


@pytest.mark.parametrize(
    ("cell", "python"),
    [
        ("a = 1", "a = 1"),
        ("%matplotlib inline\na = 1", "None\na = 1"),
        ("!rm -rf /\na = 1", "None\na = 1"),
        ("a?\na = 1", "None\na = 1"),
        ("%%time\na = 1", "a = 1"),
        ("%%capture out\n%%time\na = 1", "a = 1"),
        ("%%bash\na=1", ""),  # another language binds nothing here
        ("%%html", ""),
        ("files = !ls\na = 1", "files = None\na = 1"),
        # a text keeps its lines, whatever they begin with
        ('%matplotlib inline\na = """x\n%y\n!z"""', "None\na = 'x\\n%y\\n!z'"),
        ('a = """x\n%y"""', "a = 'x\\n%y'"),
        ("", ""),
    ],
)
def test_what_is_left_is_python(cell, python):
    assert ast.unparse(parse_cell(cell)) == python


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("a = (", "not Python"),
        ("a = 1 ! 2", "not Python"),
        ("a = " + "9" * 5000, "not Python"),
        ("a = " + "(" * 300, "not Python"),
        ("a = " + "-" * 60_000 + "1", "not Python"),
        ("a" + ".b" * 100_000, "not Python"),
        ("a = 'x\x00y'", "not Python"),
        ("a = '" + "x" * LONGEST + "'", "longer than"),
    ],
    ids=["open bracket", "stray mark", "digits", "brackets", "minus", "dots", "null", "long"],
)
def test_what_is_no_python_is_told(cell, why):
    with pytest.raises(CellError, match=why):
        parse_cell(cell)
