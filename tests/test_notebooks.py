"""Are the lessons whole, in good style, and run: solved ones right, unsolved ones not tried?

That stored outputs are what a run shows is proved by nbval, which pytest runs on notebooks/ and solutions/
(see pyproject.toml). nbval compares only what is stored, so here it is proved that it is stored.
"""

from __future__ import annotations

import ast
import configparser
import json
import re
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from dateline.build.files import notebooks_below
from dateline.build.notebook import read_notebook, source_of
from dateline.build.parts import find_exercises
from dateline.outputs import execute

KIT = Path(__file__).resolve().parents[1]
FOLDERS = ("notebooks", "exercises", "solutions")
READ = [path for folder in ("notebooks", "solutions") for path in notebooks_below(KIT / folder)]
SOLUTIONS = notebooks_below(KIT / "solutions")
EXERCISES = notebooks_below(KIT / "exercises")

LONGEST, USUAL, RUN = 12, 6, 4  # lines of the longest cell, of 9 in 10, and code cells in a row
ALLOWED = re.compile(r"dateline(\.\w+)*|pandas|matplotlib\.pyplot")
DRAWS = re.compile(r"plot\w*|draw\w*|show|bar\w*|hist|errorbar|scatter")
SHOWN = re.compile(r"(?P<id>\S+) · (?P<status>[a-z ]+) · (?P<points>[\d.]+) of (?P<possible>[\d.]+) points?")


def name_of(path: Path) -> str:
    """Return a notebook's path in the kit, as pytest shows it."""
    return path.relative_to(KIT).as_posix()


def code_cells(path: Path) -> list[dict]:
    """Return the code cells of a notebook that hold code."""
    return [
        cell
        for cell in read_notebook(path)["cells"]
        if cell["cell_type"] == "code" and source_of(cell).strip()
    ]


def answer_cells(path: Path) -> set[str]:
    """Return the ids of the cells that assign an exercise's answer as plain data."""
    notebook = read_notebook(path)
    cells = [notebook["cells"][exercise.answer] for exercise in find_exercises(notebook)[0]]
    return {cell["id"] for cell in cells if is_data(source_of(cell))}


def is_data(source: str) -> bool:
    """Say whether a cell only assigns data: what a learner found, not steps to be understood."""
    return all(isinstance(node, ast.Assign) and is_literal(node.value) for node in ast.parse(source).body)


def is_literal(value: ast.expr) -> bool:
    """Say whether a value is a literal, or made of literals by one call such as `pd.DataFrame([…])`."""
    if isinstance(value, ast.Call):
        return all(map(is_literal, [*value.args, *(keyword.value for keyword in value.keywords)]))
    try:
        ast.literal_eval(value)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("figures = [{'lower': 2000, 'upper': None}]", True),
        ("drawn = pd.DataFrame([{'lower': 2000}])", True),
        ("draft = 'One.'", True),
        ("figures = [row for row in table]", False),
        ("figures = []\nfigures.append(3)", False),
        ("def share(part, whole):\n    return part / whole", False),
    ],
)
def test_what_is_data(source, data):
    assert is_data(source) is data


def shown_text(cell: dict) -> str:
    """Return a cell's stored text, without pictures and HTML."""
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell["outputs"]]
    return "".join("".join(text) for text in texts)


def checks(path: Path, cells: list[dict]) -> list[tuple[str, dict]]:
    """Return (exercise id, check cell) for each exercise of a notebook, from cells that were run."""
    return [(one.id, cells[one.answer + 1]) for one in find_exercises(read_notebook(path))[0]]


# The three folders


def test_lesson_exercise_and_solution_share_their_names():
    names = {folder: {p.name for p in (KIT / folder).glob("*.ipynb")} for folder in FOLDERS}
    assert names["notebooks"], "there are no lessons"
    assert names["notebooks"] == names["solutions"] == names["exercises"]


def test_numbers_run_from_00():
    numbers = [path.name.split("-")[0] for path in sorted((KIT / "notebooks").glob("*.ipynb"))]
    assert numbers == [f"{number:02}" for number in range(len(numbers))]


# What must be stored


@pytest.mark.parametrize("path", READ, ids=name_of)
def test_every_cell_was_run_and_shows_what_it_must(path):
    cells = code_cells(path)
    assert [cell["id"] for cell in cells if cell["execution_count"] is None] == [], "not run: make outputs"
    silent = [cell["id"] for cell in cells if must_show(source_of(cell)) and not shown_forms(cell)]
    assert silent == [], "these show nothing: make outputs, or let them show something"
    blind = [c["id"] for c in cells if must_draw(source_of(c)) and "image/png" not in shown_forms(c)]
    assert blind == [], "these draw, but no picture is stored"


def must_show(source: str) -> bool:
    """Say whether a cell ends in an expression, whose value Jupyter shows."""
    return isinstance(ast.parse(source).body[-1], ast.Expr)


def must_draw(source: str) -> bool:
    """Say whether a cell calls something that draws."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = [call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls]
    return any(DRAWS.fullmatch(name) for name in names)


def shown_forms(cell: dict) -> set[str]:
    """Return the forms in which a cell's outputs are stored: text/plain, image/png, stream …"""
    return {form for output in cell["outputs"] for form in output.get("data", {output["output_type"]: ""})}


@pytest.mark.parametrize(
    ("source", "shows", "draws"),
    [
        ("figures = 3", False, False),
        ("figures = 3\nfigures", True, False),
        ('check("4.1", figures)', True, False),
        ("import matplotlib.pyplot as plt", False, False),
        ("table.plot(kind='bar')", True, True),
        ("ax = plot_figures(table)", False, True),
        ("plt.errorbar(x, y)\nplt.show()", True, True),
    ],
)
def test_what_a_cell_must_show(source, shows, draws):
    assert (must_show(source), must_draw(source)) == (shows, draws)


def test_the_sanitiser_touches_no_date_and_no_figure():
    rules = configparser.ConfigParser()
    rules.read(KIT / "tests/nbval.cfg")
    text = "2018-12-19, 19 December 2018, 12:30, more than 2,000 troops, 0 of 5 points, 2018-12-XX, 10x5"
    for rule in rules.sections():
        text = re.sub(rules[rule]["regex"], rules[rule]["replace"], text)
    assert (
        text == "2018-12-19, 19 December 2018, 12:30, more than 2,000 troops, 0 of 5 points, 2018-12-XX, 10x5"
    )
    assert len(rules.sections()) == 2


# Both halves of every exercise


@pytest.mark.parametrize("path", SOLUTIONS, ids=name_of)
def test_every_solution_earns_full_points(path):
    for exercise, cell in checks(path, read_notebook(path)["cells"]):
        shown = SHOWN.match(shown_text(cell))
        assert shown, f"{cell['id']}: the check's stored output is {shown_text(cell)!r}"
        assert (shown["id"], shown["status"], shown["points"]) == (exercise, "right", shown["possible"])


@pytest.mark.parametrize("path", EXERCISES, ids=name_of)
def test_every_unsolved_exercise_runs_and_is_not_tried(path, tmp_path):
    """A copy elsewhere is run, away from answers that a learner has saved beside the notebook."""
    copy = Path(shutil.copy(path, tmp_path))
    ran = json.loads(json.dumps(execute(copy)))
    for exercise, cell in checks(path, ran["cells"]):
        shown = SHOWN.match(shown_text(cell))
        assert shown, f"{cell['id']}: the check shows {shown_text(cell)!r}"
        assert (shown["id"], shown["status"], float(shown["points"])) == (exercise, "not tried", 0)


def test_the_course_has_exercises_and_a_hundred_points():
    possible = {}
    for path in sorted((KIT / "solutions").glob("0[1-7]-*.ipynb")):
        for exercise, cell in checks(path, read_notebook(path)["cells"]):
            assert exercise not in possible, f"{exercise} is in two notebooks"
            possible[exercise] = float(SHOWN.match(shown_text(cell))["possible"])
    assert sum(possible.values()) == 100, possible


# Style


@pytest.mark.parametrize("folder", ["notebooks", "solutions"])
def test_code_cells_are_short(folder):
    lengths = {}
    for path in notebooks_below(KIT / folder):
        data = answer_cells(path)
        lengths |= {
            (name_of(path), cell["id"]): len(source_of(cell).strip().splitlines())
            for cell in code_cells(path)
            if cell["id"] not in data
        }
    assert lengths
    assert {cell: lines for cell, lines in lengths.items() if lines > LONGEST} == {}
    over = {cell: lines for cell, lines in lengths.items() if lines > USUAL}
    assert len(over) <= len(lengths) / 10, over


@pytest.mark.parametrize("path", READ, ids=name_of)
def test_prose_comes_before_code_and_between(path):
    cells = read_notebook(path)["cells"]
    assert cells[0]["cell_type"] == "markdown"
    assert source_of(cells[0]).startswith("# "), "a lesson opens with its title"
    runs = [list(run) for kind, run in groupby(cells, key=lambda cell: cell["cell_type"]) if kind == "code"]
    assert [run[0]["id"] for run in runs if len(run) > RUN] == [], f"more than {RUN} code cells in a row"


@pytest.mark.parametrize("path", READ, ids=name_of)
def test_lessons_import_only_what_is_taught(path):
    for cell in code_cells(path):
        for node in ast.walk(ast.parse(source_of(cell))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert [name for name in names if not ALLOWED.fullmatch(name)] == [], cell["id"]


@pytest.mark.parametrize("path", READ, ids=name_of)
def test_no_cell_ends_in_a_semicolon(path):
    """nbval sees the value that a semicolon hides, so it differs from what is stored: use `plt.show()`."""
    assert [cell["id"] for cell in code_cells(path) if source_of(cell).rstrip().endswith(";")] == []
