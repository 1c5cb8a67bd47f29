"""Does nbgrader itself mark the course that is written for it as `dateline grade` does?"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from dateline.cases.load import load
from dateline.cli import main
from tests.answer_sheets import KIT, model_answers
from tests.release.packs import code_of, fill_in, graded

PINNED = Path(__file__).parent / "nbgrader.txt"
LESSONS = ("04-record-the-figures", "08-on-your-own")
RIGHT = model_answers()
# What each student answers. Partial points, nothing tried, everything right, wrong in form, code that fails.
STUDENTS = {
    "anna": RIGHT,
    "ben": {
        "4.1": RIGHT["4.1"][:3],
        "4.2": [{**row, "hedge": ""} for row in RIGHT["4.2"]],
        "4.3": RIGHT["4.3"][:2],
        "8.1": {"S1": RIGHT["8.1"]["S1"]},
        "8.3": RIGHT["8.3"],
        "8.5": {**RIGHT["8.5"], "a": "cannot tell"},
        "8.6": RIGHT["8.6"].replace("about ", ""),
    },
    "cleo": {},
    "dora": {"4.1": "2,000 troops", "4.3": RIGHT["4.3"], "8.2": 7, "8.4": RIGHT["8.4"]},
}


@pytest.fixture(scope="module")
def nbgrader():
    """The folder of an environment with nbgrader, which sees the kit and what it needs behind its own."""
    mark = hashlib.sha256(PINNED.read_bytes()).hexdigest()[:12]
    home = Path(sys.prefix) / "peers" / f"nbgrader-{mark}"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        (site,) = home.glob("lib/python*/site-packages")
        (site / "zz-kit.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n")
        pip = [home / "bin/python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        ran = subprocess.run(
            [*pip, "--require-hashes", "-r", PINNED], check=False, capture_output=True, text=True
        )
        if ran.returncode and not os.environ.get("CI"):
            pytest.skip("nbgrader could not be installed here")  # without a network; in CI this is a failure
        assert ran.returncode == 0, ran.stderr[-600:]
        (home / "ready").touch()
    return home


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    out = tmp_path_factory.mktemp("nbgrader") / "course"
    assert main(["release", str(out), "--nbgrader", "--keys", "none"]) == 0
    return out


def run(home, course, *words):
    """Run nbgrader in the course, as a teacher does who has installed the kit beside it."""
    surroundings = {**os.environ, "PYTHONPATH": str(KIT), "PATH": f"{home / 'bin'}:{os.environ['PATH']}"}
    surroundings.pop("DATELINE_DATA", None)
    command = [home / "bin" / "nbgrader", *words]
    ran = subprocess.run(command, cwd=course, env=surroundings, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-1500:]
    return ran.stderr


@pytest.fixture(scope="module")
def marked(nbgrader, course):
    """The course after students have handed in and nbgrader has marked."""
    for lesson in LESSONS:
        run(nbgrader, course, "generate_assignment", lesson)
        for name, answers in STUDENTS.items():
            given = course / "submitted" / name / lesson
            shutil.copytree(course / "release" / lesson, given)
            fill_in(given / f"{lesson}.ipynb", answers)
        run(nbgrader, course, "autograde", lesson)
    return course


def points_of(course):
    """The points that nbgrader gave, by student and cell."""
    asked = """select s.student_id, b.name, g.auto_score from grade g
        join submitted_notebook n on g.notebook_id = n.id
        join submitted_assignment s on n.assignment_id = s.id
        join grade_cells c on g.cell_id = c.id join base_cell b on c.id = b.id"""
    with sqlite3.connect(course / "gradebook.db") as book:
        return {(student, cell): score for student, cell, score in book.execute(asked)}


def test_the_points_are_those_of_dateline_grade(marked, tmp_path):
    given = points_of(marked)
    ours = graded([marked / "submitted"], tmp_path, "--only", "4,8")
    seen = {}
    for lesson in LESSONS:
        for cell in json.loads((marked / "source" / lesson / f"{lesson}.ipynb").read_text())["cells"]:
            about = cell["metadata"].get("nbgrader", {})
            if about.get("grade"):
                id = "".join(cell["source"]).split('"')[1]
                for name in STUDENTS:
                    seen[name, id] = (given[name, about["grade_id"]], float(ours[name][id] or 0))
    assert len(seen) == len(STUDENTS) * 9
    assert {key: pair for key, pair in seen.items() if pair[0] != pair[1]} == {}
    assert seen["anna", "4.1"][0] == 5
    partly = [name for (name, _id), (score, _) in seen.items() if score % 1]
    assert "ben" in partly, "points that are no whole numbers come through as well"


def test_students_get_no_solution_no_marking_and_no_key(marked):
    for lesson in LESSONS:
        code = code_of(marked / "release" / lesson / f"{lesson}.ipynb")
        assert "SOLUTION" not in code
        assert "HIDDEN" not in code
        assert "outcome" not in code
        assert code_of(KIT / "exercises" / f"{lesson}.ipynb").split() == code.split()
    assert not load(marked / "release" / LESSONS[0] / "data" / "syria-withdrawal").key.rows("figures")


def test_answers_given_in_a_widget_count_as_in_the_notebook(nbgrader, marked, tmp_path):
    lesson = LESSONS[0]
    given = marked / "submitted" / "eve" / lesson
    shutil.copytree(marked / "release" / lesson, given)
    (given / "answers").mkdir()
    (given / "answers" / "04.json").write_text(json.dumps({"schema": 1, "answers": {"4.3": RIGHT["4.3"]}}))
    run(nbgrader, marked, "autograde", lesson, "--student", "eve")
    assert sum(score for (name, _), score in points_of(marked).items() if name == "eve") == 3
    assert graded([marked / "submitted"], tmp_path, "--only", "4")["eve"]["4.3"] == "3"


def test_every_lesson_is_an_assignment_and_every_point_is_in_it(course):
    assert sorted(path.name for path in (course / "source").iterdir()) == [
        path.stem for path in sorted((KIT / "solutions").glob("*.ipynb"))
    ]
    points = 0
    for path in (course / "source").glob("*/*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            points += cell["metadata"].get("nbgrader", {}).get("points", 0)
    assert points == 120


def test_its_readme_says_what_it_gives_and_what_it_does_not_protect(course):
    told = (course / "README.md").read_text("utf-8")
    assert "nbgrader autograde 00-start-here" in told
    assert "can change" in " ".join(told.split())
