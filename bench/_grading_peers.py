"""nbgrader and otter-grader on our own exercise notebooks, each in a virtual environment of its own.

The environments are made once, under .venv/peers; they see the kit and what it needs behind their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable
from pathlib import Path

from bench._grading_work import LESSON

HERE = Path(__file__).resolve().parents[1]
PEERS = HERE / ".venv" / "peers"
QUESTIONS = {"4.1": ("figures", 5), "4.2": ("later_figures", 5), "4.3": ("not_figures", 3)}


def environment(package: str) -> Path | None:
    """Return the folder of an environment that has a package; None, and a line about it, without."""
    home = PEERS / package
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        pip = [home / "bin/python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet", package]
        if subprocess.run(pip, check=False, capture_output=True).returncode:
            print(f"  {package} could not be installed here, so it is not compared.")
            return None
        (site,) = home.glob("lib/python*/site-packages")
        (site / "zz-kit.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n")
        (home / "ready").touch()
    return home


def _run(home: Path, words: list[str], folder: Path) -> float:
    surroundings = {
        **os.environ,
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "JUPYTER_PATH": str(home / "share/jupyter"),
        "PYTHONPATH": str(HERE),
    }
    before = time.perf_counter()
    ran = subprocess.run(
        [str(home / "bin" / words[0]), *words[1:]],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"{words[0]} failed: {ran.stderr[-600:]}")
    return time.perf_counter() - before


def nbgrader_rate(folder: Path, work: Callable[[int], bytes], count: int) -> float | None:
    """Return the students a second of `nbgrader autograde`, None when it cannot be installed."""
    home = environment("nbgrader")
    if home is None:
        return None
    course = folder / "nbgrader"
    for place, number in [("source", 0), *((f"submitted/s{n}", n) for n in range(1, count + 1))]:
        path = course / place / "hw" / LESSON
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(_for_nbgrader(json.loads(work(number)))))
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'bench'\n")
    _run(home, ["nbgrader", "generate_assignment", "hw"], course)
    return count / _run(home, ["nbgrader", "autograde", "hw"], course)


def _for_nbgrader(notebook: dict) -> dict:
    """Mark the check cells as tests worth points, as nbgrader has it."""
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"cell-{number}"
        id = _checks(cell)
        if id:
            cell["source"] += f'\nassert check("{id}", {QUESTIONS[id][0]}).points == {QUESTIONS[id][1]}'
            cell["metadata"] = {"nbgrader": {
                "grade": True, "grade_id": f"check-{number}", "locked": True, "points": QUESTIONS[id][1],
                "schema_version": 3, "solution": False, "task": False, "cell_type": "code",
            }}  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        **notebook,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
    }


def _checks(cell: dict) -> str:
    return next((id for id in QUESTIONS if cell["source"].startswith(f'check("{id}"')), "")


def otter_rate(folder: Path, work: Callable[[int], bytes], count: int) -> float | None:
    """Return the students a second of `otter run`, one after the other, None when it cannot be installed."""
    home = environment("otter-grader")
    if home is None:
        return None
    course = folder / "otter"
    (course / "tests").mkdir(parents=True)
    for id, (name, points) in QUESTIONS.items():
        code = f'>>> check("{id}", {name}).points == {points}\nTrue'
        case = {"code": code, "hidden": False, "locked": False}
        suite = {
            "cases": [case],
            "scored": True,
            "setup": "from dateline import check",
            "teardown": "",
            "type": "doctest",
        }
        test = {"name": f"q{id.replace('.', '_')}", "points": points, "suites": [suite]}
        (course / "tests" / f"{test['name']}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n")
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    for number in range(count):
        notebook = {**json.loads(work(number)), "metadata": {"kernelspec": kernel}}
        (course / f"s{number}.ipynb").write_text(json.dumps(notebook))
    _run(
        home,
        ["otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-requirements", "--no-environment"],
        course,
    )
    took = sum(
        _run(home, ["otter", "run", f"s{n}.ipynb", "-a", "autograder.zip", "--no-logo"], course)
        for n in range(count)
    )
    return count / took


if __name__ == "__main__":
    sys.exit(__doc__)
