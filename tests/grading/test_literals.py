"""Is an answer read without running only where running could give nothing else?"""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.answers import plain
from dateline.build.notebook import read_notebook, source_of
from dateline.build.parts import find_exercises
from dateline.grading.cells import run_cells
from dateline.grading.literals import read_answers
from tests.answer_sheets import KIT

UNKNOWN = "has to be run"


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        (["a = [1]", "check('4.1', a)"], [1]),
        (["check('4.1', a)", "a = [1]"], [1]),  # reordered: found by its name
        (["a = [1]", "a = [2]"], [2]),  # the last one counts
        (["a = [1]", "a = ..."], [1]),  # a copy of the blank takes nothing away
        (["a = [1]", "a"], [1]),
        (["a = [1]", "print(len(a), a == [2])"], [1]),
        (["a = [1]", "t = pd.DataFrame([] if a is ... else a)"], [1]),
        (["a = [3, 1]", "b = sorted(a)\nb.append(1)"], [3, 1]),
        (["a = [1]", "def b(c):\n    return c"], [1]),
        (["a = (", "a = [1]"], [1]),
        (["a: list = [1]"], [1]),
        (["%matplotlib inline\na = [1]", "%%bash\na=2"], [1]),
        (["b = 1"], None),
        (["a = ..."], ...),
        # what follows may change it
        (["a = [1]", "a.append(2)"], UNKNOWN),
        (["a = [1]", "a += [2]"], UNKNOWN),
        (["a = [1]", "a[0] = 2"], UNKNOWN),
        (["a = [1]", "b = a"], UNKNOWN),
        (["a = [1]", "b = [a]"], UNKNOWN),
        (["a = [1]", "for b in a: b"], UNKNOWN),
        (["a = [1]", "del a"], UNKNOWN),
        (["a = [1]", "f(a)"], UNKNOWN),
        (["a = [1]", "print(*a)"], UNKNOWN),
        (["a = [{}]", "b = sorted(a, key=len)\nb[0]['x'] = 1"], UNKNOWN),
        (["a = [[1]]", "b = max(a)\nb.append(1)"], UNKNOWN),
        (["a = [{'x': [1]}]", "t = pd.DataFrame(a)\nt.x[0].append(1)"], UNKNOWN),
        (["a = 1", "if True:\n    a = 2"], UNKNOWN),
        (["a = 1", "import os as a"], UNKNOWN),
        (["a = 1", "[a := 2]"], UNKNOWN),
        (["a = 1", "class a: pass"], UNKNOWN),
        (["a = 1", "match 2:\n    case a: pass"], UNKNOWN),
        # a function made before it may do so later
        (["def f():\n    global a\n    a = 2", "a = 1", "f()"], UNKNOWN),
        (["def f():\n    a.append(2)", "a = [1]", "f()"], UNKNOWN),
        (["f = lambda: a.append(2)", "a = [1]", "f()"], UNKNOWN),
        # names bound where nobody sees it
        (["a = 1", "exec('a = 2')"], UNKNOWN),
        (["g = globals()", "a = 1", "g['a'] = 2"], UNKNOWN),
        (["import sys\nm = sys.modules['__main__']", "a = 1", "m.a = 2"], UNKNOWN),
        (["import __main__ as m", "a = 1", "m.a = 2"], UNKNOWN),
        (["from x import *", "a = 1"], UNKNOWN),
        (["exec('a = 1')"], UNKNOWN),
        # readers that are no readers any more
        (["check = lambda i, x: x.append(3)", "a = [1]", "check('4.1', a)"], UNKNOWN),
        (["from evil import check", "a = [1]", "check('4.1', a)"], UNKNOWN),
        (["import evil as pd", "a = pd.DataFrame([{'x': 1}])"], UNKNOWN),
        (["pd.DataFrame = list.clear", "a = [1]", "pd.DataFrame(a)"], UNKNOWN),
        # no literals
        (["a = 1 + 1"], UNKNOWN),
        (["a = b = [1]"], UNKNOWN),
        (["a, b = 1, 2"], UNKNOWN),
        (["for a in [1]: pass"], UNKNOWN),
    ],
)  # fmt: skip
def test_what_is_read(cells, answer):
    read = read_answers(cells, ["a"])
    assert ("a" in read.to_run) == (answer == UNKNOWN)
    if answer != UNKNOWN:
        assert read.answers.get("a") == answer


def test_a_cell_that_is_no_python_is_told_by_its_number():
    assert "code cell 2" in read_answers(["a = 1", "a = ("], ["a"]).notes[0]


STATEMENTS = r"""
a = [1, 2] ; a = [{'x': 1}] ; a = ... ; a = {'x': [1]} ; b = a ; b = [3] ; b.append(4) ; a.append(5) ; a = b
del b ; a[0] = 9 ; a['x'] = 7 ; b = sorted(a) ; b = max(a) ; print(len(a)) ; a == b ; for a in [7]: pass
if a: a = [8] ; def f(): a.append(6) ; f() ; def g():\n    global a\n    a = 0 ; g()
f = lambda: b.append(1) ; c = [a for a in [1]] ; a += [1] ; a, b = [1], [2] ; sorted(a) ; check('4.1', a)
from math import * ; import sys\nm = sys.modules['__main__'] ; m.a = 'm' ; globals()['b'] = 1 ; exec('a = 5')
b['x'] = 1 ; %time 1 ; print = b.append ; print(a) ; a = {1, 2} ; list = sorted ; a = list() ; b[0]['x'] = 2
with open('/dev/null') as a: pass ; try:\n    1/0\nexcept Exception as b: pass
"""
STATEMENTS = [
    each.strip().replace("\\n", "\n")
    for line in STATEMENTS.split("\n")
    for each in line.split(" ; ")
    if each.strip()
]


@given(st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=9))
@settings(max_examples=1500)
def test_what_is_read_is_what_running_gives(cells):
    read = read_answers(cells, ["a", "b"])
    held = {}
    before = sys.modules["__main__"]
    try:
        run_cells(
            cells, ["a", "b"], lambda said: held.update({said["name"]: said}) if "name" in said else None
        )
    finally:
        sys.modules["__main__"] = before
    for name in {"a", "b"} - read.to_run:
        if name in read.answers:
            assert held[name].get("answer") == plain(read.answers[name]), name
        else:
            assert name not in held


@pytest.mark.parametrize("path", sorted(KIT.glob("solutions/*.ipynb")), ids=lambda path: path.stem)
def test_no_notebook_of_the_course_has_to_be_run(path):
    notebook = read_notebook(path)
    exercises, _ = find_exercises(notebook)
    names = [each.name for each in exercises]
    code = [source_of(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    read = read_answers(code, names)
    assert names
    assert (sorted(read.answers), read.to_run) == (sorted(names), set())
