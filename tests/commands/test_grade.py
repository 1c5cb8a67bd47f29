"""Does `dateline grade` do the whole work, say what it did, and lose nothing when it is stopped?"""

from __future__ import annotations

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from dateline.cli import main
from dateline.grading.gradebook import Gradebook
from tests.grading.making import LESSON, answered, notebook, put


@pytest.fixture
def class_(tmp_path):
    names = {"anna": ("4.1", "4.2"), "ben": ()}
    return put(
        tmp_path / "in", {f"{name}/{LESSON}": notebook(*answered(*ids)) for name, ids in names.items()}
    )


def grade(class_, *options):
    return main(["grade", str(class_), "--out", str(class_.parent / "out"), "--only", "4", *options])


def rows(class_):
    with open(class_.parent / "out/gradebook.csv", encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_a_class_is_graded(class_, capsys):
    assert grade(class_) == 0
    told = capsys.readouterr()
    assert "Graded now: 2 graded. Unchanged: 0." in told.out
    assert told.err == "", "no line of progress where nobody watches"
    assert {name: (row["4.1"], row["4.2"], row["total"]) for name, row in rows(class_).items()} == {
        "anna": ("5", "5", "10"),
        "ben": ("", "", "0"),
    }
    assert grade(class_) == 0
    assert "Graded now: nobody. Unchanged: 2." in capsys.readouterr().out


def test_who_has_no_points_is_named(class_, capsys):
    put(class_, {"cleo/essay.docx": b"x", "dan/04.ipynb": b'{"cells": ['})
    (class_.parent / "class.csv").write_text("name\nAnna\nBen\nCleo\nDan\nEve\n")
    assert grade(class_, "--roster", str(class_.parent / "class.csv")) == 0
    said = capsys.readouterr().out
    assert "Not gradable: Cleo, Dan.\n" in said
    assert "Missing: Eve.\n" in said
    assert rows(class_)["Cleo"]["notes"] == "no notebook was handed in, only cleo/essay.docx"
    assert "no notebook, or only a part of one" in rows(class_)["Dan"]["notes"]


def test_json_is_for_programs(class_, capsys):
    assert grade(class_, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["graded"], told["doubts"]) == (True, {"graded": 2}, [])


def test_pseudonyms_show_no_name_anywhere_but_in_the_gradebook(class_):
    put(class_, {"anna/05.ipynb": b"{"})  # which a note tells, by its path
    assert grade(class_) == 0
    assert grade(class_, "--pseudonyms") == 0
    out = class_.parent / "out"
    assert not (out / "canvas.csv").exists()
    for path in out.rglob("*"):
        if path.is_file() and not path.name.startswith("gradebook.db"):
            assert "anna" not in path.read_text("utf-8"), path
            assert "anna" not in path.name


def test_late_rules_and_a_roster(class_, capsys):
    os.utime(class_ / "anna" / LESSON, (0, 1_700_000_000))
    (class_.parent / "late.yaml").write_text("due: 2023-11-10T00:00\nper_day: 10\ncap: 30\n")
    (class_.parent / "class.csv").write_text("name\nAnna\nBen\nCleo\n")
    options = ["--late", str(class_.parent / "late.yaml"), "--roster", str(class_.parent / "class.csv")]
    assert grade(class_, *options) == 0
    found = rows(class_)
    assert (found["Anna"]["late (% off)"], found["Anna"]["total"]) == ("30", "7")
    assert (found["Cleo"]["state"], found["Cleo"]["total"]) == ("missing", "")


def test_who_cannot_be_run_here_is_named_and_the_others_are_graded(class_, capsys, monkeypatch):
    put(class_, {f"cleo/{LESSON}": notebook("figures = [0 + 1]")})
    monkeypatch.setenv("PATH", "/nowhere")
    assert grade(class_) == 1
    assert "Not graded: cleo. There is no bubblewrap" in capsys.readouterr().out
    assert rows(class_)["anna"]["total"] == "10"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--only", "4.99"], "no exercise or lesson '4.99'"),
        (["--case", "syria"], "There is no case"),
        (["--jobs", "0"], "no whole number"),
        (["--timeout", "soon"], "no number of seconds"),
        (["--regrade", "Zoe"], "Nobody here is called 'Zoe'"),
        (["--roster", "nowhere.csv"], "nowhere.csv"),
        (["--no-sandbox"], "asks before it runs anything; add --yes"),
    ],
)
def test_what_cannot_be_done_is_told(class_, capsys, options, told):
    assert grade(class_, *options) != 0
    assert told in capsys.readouterr().err


def test_without_a_sandbox_it_says_what_is_not_protected(class_, capsys):
    put(class_, {f"anna/{LESSON}": notebook("figures = [0 + 1]")})
    assert grade(class_, "--no-sandbox", "--yes") == 0
    assert "read, change and delete every\nfile that you can" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "code", "graded"), [("y\n", 0, 1), ("yes\n", 0, 1), ("\n", 1, 0), ("n\n", 1, 0), ("", 1, 0)]
)
def test_without_a_sandbox_a_person_is_asked_first(class_, capsys, monkeypatch, typed, code, graded):
    """Only a yes lets anything run; the warning stands before the question."""
    put(class_, {f"anna/{LESSON}": notebook("figures = [0 + 1]")})
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert grade(class_, "--no-sandbox") == code
    said = capsys.readouterr().err
    for danger in (
        "with your own rights",
        "read, change and delete",
        "network",
        "Only its time and its memory",
    ):
        assert danger in said
    assert said.index("own rights") < said.index("[y/N]")
    assert ("nothing was run" in said) == (not graded)
    assert graded_in(class_.parent / "out") == graded * 2


def test_a_persons_remarks_are_taken_without_grading_anew(class_, capsys):
    assert grade(class_) == 0
    remarks = class_.parent / "remarks.csv"
    remarks.write_text("student,exercise,points,comment\nanna,4.1,2.5,Look again.\n")
    assert main(["grade", "--out", str(class_.parent / "out"), "--only", "4", "--remarks", str(remarks)]) == 0
    assert rows(class_)["anna"]["4.1"] == "2.5"
    (page,) = (class_.parent / "out/feedback").glob("anna*.html")
    assert "Look again." in page.read_text("utf-8")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_has_lost_no_finished_grade(tmp_path, how):
    slow = "import time\ntime.sleep(0.15)\nfigures = [0 + 1]"
    class_ = put(tmp_path / "in", {f"s{n:02}/{LESSON}": notebook(slow) for n in range(30)})
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "dateline",
        "grade",
        str(class_),
        "--out",
        str(out),
        "--only",
        "4",
        "--jobs",
        "2",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 30
    while graded_in(out) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(how)
    told = process.communicate(timeout=30)[1]
    assert "Traceback" not in told
    kept = graded_in(out)
    assert 3 <= kept < 30
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"Graded now: {30 - kept} graded. Unchanged: {kept}." in ran.stdout


@pytest.mark.parametrize("seed", range(4))
def test_ctrl_c_at_any_moment_leaves_whole_files_and_the_next_run_goes_on(tmp_path, seed):
    """While it starts, grades or writes: what is there is whole, and nobody is graded twice."""
    delay = random.Random(time.time_ns() + seed).uniform(0.1, 0.6 + seed * 0.7)
    class_ = put(
        tmp_path / "in", {f"s{n:03}/{LESSON}": notebook(f"# {n}", *answered("4.1")) for n in range(150)}
    )
    out = tmp_path / "out"
    command = [sys.executable, "-m", "dateline", "grade", str(class_), "--out", str(out), "--only", "4"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes
    told = process.communicate(timeout=60)
    assert process.returncode in (0, 130, -signal.SIGINT), (delay, told)
    assert process.returncode == -signal.SIGINT or "Traceback" not in told[1], (delay, told[1])
    for page in out.rglob("*.html"):
        assert page.read_text("utf-8").endswith("</html>\n"), (delay, page)
    kept = graded_in(out)
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"Unchanged: {kept}." in ran.stdout, delay
    with Gradebook(out / "gradebook.db") as book:
        assert {len(book.history(key)) for key, _ in book.students()} == {1}
    assert len(list((out / "feedback").glob("*.html"))) == 150
    assert list(out.rglob("*.tmp")) == []


def graded_in(out):
    if not (out / "gradebook.db").exists():
        return 0
    with Gradebook(out / "gradebook.db") as book:
        return sum(each.state == "graded" for each in book.gradings())
