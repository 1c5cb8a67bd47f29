"""Does a disk that is really full, at any moment of `dateline grade`, cost a finished grade?"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.answer_sheets import KIT
from tests.grading.making import LESSON, answered, notebook, put

STUDENTS = 90
# Run in namespaces of its own, where anyone may mount: grade on a small disk, look, make room, grade again.
ON_A_SMALL_DISK = """
import json, os, subprocess, sys
from pathlib import Path

kit, class_, out, small, size = sys.argv[1:]
sys.path.insert(0, kit)
from dateline.grading.gradebook import Gradebook

os.makedirs(small, exist_ok=True)
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", small], check=True)
words = [sys.executable, "-m", "dateline", "grade", class_, "--out", out, "--only", "4", "--jobs", "2"]
surroundings = {**os.environ, "PYTHONPATH": kit}
told = []
for room in (None, "64m"):
    if room:
        subprocess.run(["mount", "-o", f"remount,size={room}", small], check=True)
    ran = subprocess.run(words, capture_output=True, text=True, env=surroundings)
    with Gradebook(Path(out) / "gradebook.db") as book:
        totals = {each.name: each.total for each in book.gradings()}
        rounds = [len(book.history(key)) for key, _ in book.students()]
    left = sorted(str(path.relative_to(out)) for path in Path(out).rglob("*") if path.suffix == ".tmp")
    pages = len(list((Path(out) / "feedback").glob("*.html")))
    told.append({"code": ran.returncode, "out": ran.stdout, "err": ran.stderr, "totals": totals,
                 "rounds": rounds, "left": left, "pages": pages})
print(json.dumps(told))
"""


def on_a_disk_of(tmp_path, size, folder="."):
    """What the first run, with a folder on a disk of so many kB, and the second, with room, said and left."""
    command = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", ON_A_SMALL_DISK]
    if subprocess.run([*command[:4], "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system has no namespaces for users, so no disk of its own can be mounted")
    class_ = {f"s{n:02}/{LESSON}": notebook(f"# {n}", *answered("4.1", "4.2")) for n in range(STUDENTS)}
    put(tmp_path / "in", class_)
    out = tmp_path / "out"
    words = [str(KIT), str(tmp_path / "in"), str(out), str(out / folder), str(size)]
    ran = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize("size", [400, 600, 900])
def test_a_gradebook_that_cannot_grow_keeps_what_is_in_it(tmp_path, size):
    full, again = on_a_disk_of(tmp_path, size)
    assert (full["code"], again["code"]) == (1, 0)
    assert full["err"].count("\n") == 1
    assert "Traceback" not in full["err"]
    assert "What is graded so far is kept" in full["err"]
    kept = len(full["totals"])
    assert 0 < kept < STUDENTS
    assert f"Graded now: {STUDENTS - kept} graded. Unchanged: {kept}." in again["out"]
    assert again["rounds"] == [1] * STUDENTS
    assert set(again["totals"].values()) == {10}


def test_pages_without_room_cost_no_grade(tmp_path):
    full, again = on_a_disk_of(tmp_path, 100, "feedback")
    assert (full["code"], again["code"]) == (1, 0)
    assert "All grades are kept" in full["err"]
    assert "Traceback" not in full["err"]
    assert len(full["totals"]) == STUDENTS
    assert 0 < full["pages"] < STUDENTS
    assert (full["left"], again["left"]) == ([], [])
    assert f"Unchanged: {STUDENTS}." in again["out"]
    assert again["pages"] == STUDENTS
