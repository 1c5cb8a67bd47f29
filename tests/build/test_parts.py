"""Is each exercise found, and each fault named with its cell and what to do?"""

import pytest

from dateline.build.parts import Exercise, find_exercises

PROMPT = "## Exercise 4.1 Keep a ledger"
ANSWER = "figures = [1]"
CHECK = 'check("4.1", figures)'


def test_the_three_parts_are_found(notebook):
    solved = notebook(
        "# Lesson 4", PROMPT, "helper = 3", ANSWER, CHECK, "## Exercise 4.2", "x = 1", 'check("4.2", x)'
    )
    exercises, faults = find_exercises(solved)
    assert faults == []
    assert exercises == [Exercise("4.1", "figures", 3), Exercise("4.2", "x", 6)]


@pytest.mark.parametrize(
    ("cells", "cell", "told"),
    [
        ((PROMPT, ANSWER), "c0", "exercise 4.1 has no check cells: put one cell"),
        ((PROMPT, ANSWER, CHECK, CHECK), "c0", "exercise 4.1 has 2 check cells"),
        ((PROMPT, CHECK), "c1", "exercise 4.1 has no answer cell: put a code cell that assigns `figures`"),
        ((PROMPT, ANSWER, "*Note*", CHECK), "c3", "exercise 4.1 has no answer cell"),  # not directly before
        ((PROMPT, "figures, rows = 1, 2", CHECK), "c1", "assigns `figures`, `rows`: keep `figures` only"),
        ((PROMPT, "import re\nfigures = 1", CHECK), "c1", "assigns `re`, `figures`: keep `figures` only"),
        ((PROMPT, "rows = 1", CHECK), "c1", "assigns `rows`, but the check names `figures`"),
        ((PROMPT, "print(1)", CHECK), "c1", "it assigns nothing: assign `figures`"),
        ((PROMPT, "figures = (", CHECK), "c1", "it is not Python ('(' was never closed, line 1)"),
        ((PROMPT, ANSWER, 'check("4.2", figures)'), "c2", "checks 4.2 under the heading of exercise 4.1"),
        ((PROMPT, ANSWER, 'check("4.1", figures);print(1)'), "c2", "a check cell holds one line"),
        ((ANSWER, CHECK), "c1", "put a heading `## Exercise 4.1 …` above this check"),
        ((PROMPT + "\n\n## Exercise 4.2", ANSWER, CHECK), "c0", "the headings of 4.1 and 4.2"),
        ((PROMPT, ANSWER, CHECK, "## Exercise 4.2", ANSWER, 'check("4.2", figures)'), "c4",
         "the answer name `figures` was used before, by exercise 4.1"),
        ((PROMPT, ANSWER, CHECK, PROMPT, "x = 1", 'check("4.1", x)'), "c4",
         "the exercise id `4.1` was used before"),
    ],
)  # fmt: skip
def test_a_fault_is_named(notebook, cells, cell, told):
    _, faults = find_exercises(notebook(*cells))
    assert any(fault.cell == cell and told in fault.message for fault in faults), faults


def test_two_cells_with_one_id(notebook):
    solved = notebook(PROMPT, ANSWER, CHECK)
    solved["cells"][2]["id"] = "c1"
    assert [(f.cell, f.message.split(":")[0]) for f in find_exercises(solved)[1]] == [
        ("c1", "two cells have this id")
    ]


def test_all_faults_come_at_once(notebook):
    _, faults = find_exercises(
        notebook(PROMPT, "a, b = 1, 2", CHECK, "## Exercise 4.2", "## Exercise 4.3", "x = 1")
    )
    assert [fault.cell for fault in faults] == ["c1", "c3", "c4"]
