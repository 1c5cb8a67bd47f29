"""Can a student work in an unpacked pack, and does the teacher's key give the right points?"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from dateline.build.files import notebooks_below
from dateline.cases.load import load
from dateline.cli import main
from dateline.outputs import execute
from dateline.release.kitfiles import WHOLE, copy_kit
from dateline.release.students import write_students
from tests.answer_sheets import KIT, model_answers
from tests.release.packs import dateline, fill_in, graded, texts

LESSON = "04-record-the-figures.ipynb"
MODES = ("sealed", "none")


@pytest.fixture(scope="module", params=MODES)
def pack(request, tmp_path_factory):
    """A pack as a student has it: unpacked from a zip into a bare folder."""
    out = tmp_path_factory.mktemp(request.param)
    assert main(["release", str(out / "course"), "--keys", request.param, "--zip"]) == 0
    zipfile.ZipFile(out / "course.zip").extractall(out / "bare")
    return out / "bare" / "course"


def python(code, folder, package):
    """What a piece of Python prints on a machine where the kit is installed in `package`."""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout + ran.stderr


def mode(pack):
    return "none" if (pack / "data" / "syria-withdrawal" / "exercises.yaml").exists() else "sealed"


def test_there_is_no_solution_in_it(pack):
    assert not (pack / "solutions").exists()
    assert not list(pack.rglob("rubric.md"))
    for path in notebooks_below(KIT / "exercises"):
        assert (pack / "exercises" / path.relative_to(KIT / "exercises")).read_bytes() == path.read_bytes()
    kinds = (".yaml", ".csv", ".sealed", ".ipynb")
    told = "\n".join(path.read_text("utf-8") for path in pack.rglob("*") if path.suffix in kinds)
    rows = load(KIT / "data" / "syria-withdrawal").key.by_id.values()
    reasons = [reason for row in rows if len(reason := getattr(row, "reason", "")) > 30]
    assert len(reasons) > 50
    assert not [reason for reason in reasons if reason in told]


def test_a_student_works_hands_in_and_gets_the_right_points(pack, tmp_path, monkeypatch):
    work = tmp_path / "course"
    shutil.copytree(pack, work)
    monkeypatch.setenv("PYTHONPATH", str(work))  # as it is once the pack is installed
    right = {id: model_answers()[id] for id in ("4.1", "4.3")}
    fill_in(work / "exercises" / LESSON, {**right, "4.2": [{**model_answers()["4.2"][0], "lower": 1}]})

    shown = texts(execute(work / "exercises" / LESSON))
    if mode(pack) == "sealed":
        assert "4.1 · right · 5 of 5 points" in shown
        assert "4.2 · partly" in shown
    else:
        assert "4.1 · to be marked by your teacher · 5 points" in shown
        assert "4.2 · to be marked by your teacher · 5 points" in shown

    packed = dateline(work, "hand-in", "--name", "Anna Berg")
    assert packed.returncode == 0, packed.stderr
    assert "Answered: 3 of" in packed.stdout

    row = graded([work / "hand-in Anna Berg.zip"], tmp_path / "grades")["Anna Berg"]
    assert (row["4.1"], row["4.3"]) == ("5", "3")
    assert 0 < float(row["4.2"]) < 5
    assert row["4.2"] == graded([work / "exercises"], tmp_path / "again")["exercises"]["4.2"]


def test_nobody_is_graded_where_the_key_is_not(pack, tmp_path):
    ran = dateline(pack, "grade", "exercises", "--out", str(tmp_path / "grades"))
    if mode(pack) == "none":
        assert ran.returncode == 1
        assert "There is no key to syria-withdrawal, tolvane-dam at hand" in ran.stderr
        assert not (tmp_path / "grades").exists()
        told = python(
            "from dateline.exercises import outcome\noutcome('4.3', ['b'])", pack / "exercises", pack
        )
        assert "4.3 cannot be marked" in told, "in nbgrader this is an error to see, and no silent zero"
    else:
        assert ran.returncode == 0, ran.stderr


def test_who_packs_again_as_the_readme_says_is_still_one_student(pack, tmp_path):
    work = tmp_path / "course"
    shutil.copytree(pack, work)
    (line,) = [line for line in (pack / "README.md").read_text("utf-8").splitlines() if "--out" in line]
    out = line.partition('--out "')[2].partition('"')[0]
    for words in ([], ["--out", out]):
        assert dateline(work, "hand-in", "--name", "Anna Berg", *words).returncode == 0
        fill_in(work / "exercises" / LESSON, {"4.3": model_answers()["4.3"]})
    handed_in = tmp_path / "class"
    handed_in.mkdir()
    for path in work.glob("hand-in*.zip"):
        shutil.copy2(path, handed_in)
    rows = graded([handed_in], tmp_path / "grades")
    assert list(rows) == ["Anna Berg"]
    assert rows["Anna Berg"]["4.3"] == "3"


def test_the_pack_can_be_installed(pack, tmp_path):
    here = tmp_path / "here"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    ran = subprocess.run([*pip, "--target", here, pack], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-600:]
    code = "import dateline; print(dateline.__file__); dateline.check('8.2')"
    told = python(code, pack / "exercises", here)
    assert str(here) in told
    assert "8.2 · not tried" in told


def test_make_does_what_the_readme_says_and_offers_nothing_else(pack):
    for words, told in ((["-n", "lab"], "dateline lab"), (["help"], "make lab")):
        ran = subprocess.run(
            ["make", "--no-print-directory", *words], cwd=pack, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        assert told in ran.stdout
        assert "make test" not in ran.stdout


def test_the_readme_says_how_to_start_what_a_check_tells_and_how_to_hand_in(pack):
    told = (pack / "README.md").read_text("utf-8")
    for part in ("make lab", "conda env create", "dateline hand-in", "exercises/04-record-the-figures.ipynb"):
        assert part in told
    if mode(pack) == "sealed":
        assert "a determined student can open it" in told
    else:
        assert "does not say whether the answer is right" in told


def test_the_last_hint_sends_to_the_teacher(pack):
    code = "from dateline import hint, check\nfor tried in ('a', 'ab', 'abc', 'abd'):"
    code += "\n    check('4.3', list(tried))\n    print(hint('4.3'))"
    told = python(code, pack / "exercises", pack)
    shutil.rmtree(pack / "exercises" / "answers")
    assert "hint 4 of 4" in told
    assert "Ask your teacher for it" in told


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """A teacher's kit in which there is more than the kit."""
    kit = tmp_path_factory.mktemp("kit")
    copy_kit(KIT, [name for name in WHOLE if name not in ("tests", "bench")], kit)
    (kit / "data" / "syria-withdrawal" / "originals").mkdir()
    (kit / "data" / "syria-withdrawal" / "originals" / "S1.md").write_text("under copyright")
    (kit / "notebooks" / "answers").mkdir()
    (kit / "notebooks" / "answers" / "00.json").write_text("{}")
    (kit / "exercises" / LESSON).write_text("the teacher's own try")
    (kit / "GRADES").mkdir()
    (kit / "GRADES" / "gradebook.csv").write_text("student,total")
    return kit


def test_what_a_teacher_keeps_beside_the_kit_stays_there(kit, tmp_path):
    write_students(kit, tmp_path, [], "sealed")
    names = {path.name for path in tmp_path.rglob("*")}
    assert not names & {"originals", "answers", "GRADES", "gradebook.csv"}
    assert (tmp_path / "exercises" / LESSON).read_bytes() == (KIT / "exercises" / LESSON).read_bytes()


def test_a_key_that_is_a_draft_is_told_to_the_teacher(tmp_path, monkeypatch, capsys):
    kit = tmp_path / "kit"
    kit.mkdir()
    copy_kit(KIT, [name for name in WHOLE if name not in ("tests", "bench")], kit)
    table = kit / "data" / "tolvane-dam" / "key" / "figures.csv"
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    rows[0]["note"] = rows[1]["note"] = "to confirm: read as a point"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    monkeypatch.chdir(kit)
    assert main(["release", str(tmp_path / "pack"), "--case", "tolvane-dam"]) == 0
    told = capsys.readouterr().out
    assert "2 rows of the key to tolvane-dam are still to confirm" in told
    readme = (tmp_path / "pack" / "README.md").read_text("utf-8")
    assert "Tolvane" in readme
    assert "US troops" not in readme, "what only a lesson opens is no case of this pack"


@pytest.mark.parametrize("where", ["notebooks/pack", "data/pack", "dateline/pack", "pack"])
def test_a_pack_may_be_made_in_the_midst_of_the_kit(kit, monkeypatch, where):
    monkeypatch.chdir(kit)
    for words in ([], ["--teachers"]):
        assert main(["release", where, *words]) == 0
        assert not [
            path
            for path in (kit / where).rglob("*")
            if path.name == "pack" or path.name.startswith(".dateline-")
        ]
        shutil.rmtree(kit / where)


def test_one_case_alone_brings_the_lessons_and_what_they_open(kit, tmp_path):
    packed = write_students(kit, tmp_path, ["tolvane-dam"], "none")
    assert packed.exercises == ["08-on-your-own.ipynb"]
    assert "8.1" in load(tmp_path / "data" / "tolvane-dam").exercises
    assert list(load(tmp_path / "data" / "syria-withdrawal").exercises) == ["0.1"], "what lesson 00 checks"
    assert (tmp_path / "notebooks" / "00-start-here.ipynb").is_file()
