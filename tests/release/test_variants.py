"""Does each student get a case of their own, and is each marked by their own and by no other?"""

from __future__ import annotations

import csv
import json
import shutil
import zipfile

import pytest

from dateline.cases.load import load
from dateline.cli import main
from dateline.grading.roster import Enrolled
from dateline.outputs import execute
from dateline.practice import make
from dateline.practice.learners import model_answers
from dateline.release.variants import draw
from tests.grading.making import notebook
from tests.release.packs import code_of, dateline, fill_in, graded, texts

CLASS = "name,student id,email\nAnna Berg,11,anna@example.org\nBen Ode,12,ben@example.org\nCleo Din,13,\n"
POINTS = {"9.1": "3", "9.2": "3", "9.3": "3", "9.4": "3", "9.5": "4", "9.6": "4"}
SECRET = b"a secret that only the teacher has"


def students(count):
    return [(str(number), Enrolled(f"Student {number}", {"sis": str(number)})) for number in range(count)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A class of three, for which the practice cases are made."""
    folder = tmp_path_factory.mktemp("variants")
    (folder / "class.csv").write_text(CLASS, "utf-8")
    assert main(["release", str(folder / "v"), "--variants", str(folder / "class.csv"), "--level", "2"]) == 0
    return folder / "v"


def codes(made):
    with (made / "variants.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["variant"] for row in csv.DictReader(file)}


def hand_in(made, whose, folder, name=None, changed=lambda text: text):
    """The archive of a student who answers the case of `whose` rightly, as they would hand it in."""
    code = codes(made)[whose]
    with zipfile.ZipFile(next((made / "students").glob(f"{whose} *.zip"))) as archive:
        archive.extractall(folder / "kit")
    answers = model_answers(load(made / "cases" / code))
    path = folder / "kit" / "exercises" / code / f"09-{code}.ipynb"
    fill_in(path, answers)
    path.write_text(changed(path.read_text("utf-8")), "utf-8")
    packed = folder / f"hand-in {name or whose}.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(path.name, path.read_bytes())
    shutil.rmtree(folder / "kit")
    return packed


@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_two_of_a_class_are_alike(level):
    cases = [variant.case for variant in draw(students(120), SECRET, level)]
    assert len({case.id for case in cases}) == 120
    for part in ("S1", "S2"):
        assert len({case.sources[part].text for case in cases}) == 120
    for exercise in ("9.3", "9.4"):
        assert len({json.dumps(model_answers(case)[exercise], default=str) for case in cases}) == 120


def test_a_case_that_is_like_another_is_drawn_again(monkeypatch):
    drawn = []

    def few(seed, level):
        drawn.append(seed)
        return make(len(drawn) // 2, level)  # every second case is the one before

    monkeypatch.setattr("dateline.release.variants.make", few)
    variants = list(draw(students(4), SECRET, 1))
    assert len({each.case.sources["S1"].text for each in variants}) == 4
    assert len(drawn) > 4


def test_the_same_secret_gives_the_same_case_whoever_else_is_in_the_class():
    whole = {each.student.name: each for each in draw(students(9), SECRET, 1)}
    part = {each.student.name: each for each in draw(students(9)[4:], SECRET, 1)}
    assert {name: (each.seed, each.case.id) for name, each in part.items()} == {
        name: (whole[name].seed, whole[name].case.id) for name in part
    }
    other = list(draw(students(9), b"another secret of another teacher", 1))
    assert not {each.seed for each in other} & {each.seed for each in whole.values()}


def test_a_class_can_be_made_again_from_its_secret(made, tmp_path):
    (tmp_path / "class.csv").write_text(CLASS + "Dora Eng,10,\n", "utf-8")
    words = ["--variants", str(tmp_path / "class.csv"), "--secret", str(made / "secret.txt"), "--level", "2"]
    assert main(["release", str(tmp_path / "v"), *words]) == 0
    again = codes(tmp_path / "v")
    assert again.pop("Dora Eng") not in codes(made).values()
    assert again == codes(made)


def test_the_seed_and_the_key_stay_with_the_teacher(made):
    with (made / "variants.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3
    for row in rows:
        (path,) = (made / "students").glob(f"{row['name']} *.zip")
        with zipfile.ZipFile(path) as archive:
            told = "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
            assert not [name for name in archive.namelist() if "/key/" in name or "solutions" in name]
        assert row["seed"] not in told
        assert "practice(" not in told
        case = make(int(row["seed"]), 2)
        assert load(made / "cases" / row["variant"]).sources["S1"].text == case.sources["S1"].text


def test_each_student_earns_full_points_by_their_own_case(made, tmp_path, capsys):
    packed = [hand_in(made, name, tmp_path) for name in ("Anna Berg", "Ben Ode")]
    rows = graded(packed, tmp_path / "grades", "--variants", str(made), "--only", "9")
    for name in ("Anna Berg", "Ben Ode"):
        assert {id: rows[name][id] for id in POINTS} == POINTS
    assert rows["Cleo Din"]["state"] == "missing", "the list of the class is known"
    assert "handed in the practice case" not in capsys.readouterr().out


def test_who_hands_in_the_case_of_another_is_named_and_earns_by_their_own_key(made, tmp_path, capsys):
    packed = [hand_in(made, "Ben Ode", tmp_path, name="Anna Berg"), hand_in(made, "Ben Ode", tmp_path)]
    rows = graded(packed, tmp_path / "grades", "--variants", str(made), "--only", "9")
    assert {id: rows["Ben Ode"][id] for id in POINTS} == POINTS
    assert float(rows["Anna Berg"]["total"]) < 10
    assert "another student's case" in rows["Anna Berg"]["notes"]
    assert "Anna Berg handed in the practice case of Ben Ode" in capsys.readouterr().out
    (page,) = (tmp_path / "grades" / "feedback").glob("Anna*.html")
    assert "Ben Ode" not in page.read_text("utf-8"), "students are not told each other's names"


def test_another_code_in_the_notebook_helps_nobody(made, tmp_path):
    """Ben's right answers, with Anna's code written in their place, are answers to another question."""
    theirs, mine = codes(made)["Ben Ode"], codes(made)["Anna Berg"]
    packed = hand_in(made, "Ben Ode", tmp_path, "Anna Berg", lambda text: text.replace(theirs, mine))
    rows = graded([packed], tmp_path / "grades", "--variants", str(made), "--only", "9")
    assert float(rows["Anna Berg"]["total"]) < 10


def test_a_forged_manifest_decides_nothing(made, tmp_path, capsys):
    packed = hand_in(made, "Ben Ode", tmp_path, name="Anna Berg")
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("hand-in.json", json.dumps({"name": "Ben Ode", "variant": codes(made)["Ben Ode"]}))
        archive.writestr("variants.csv", f"name,student id,variant\nAnna Berg,11,{codes(made)['Ben Ode']}\n")
    rows = graded([packed], tmp_path / "grades", "--variants", str(made), "--only", "9")
    assert float(rows["Anna Berg"]["total"]) < 10
    assert rows["Ben Ode"]["state"] == "missing"
    assert "Anna Berg handed in the practice case of Ben Ode" in capsys.readouterr().out


def test_feedback_quotes_the_students_own_reports(made, tmp_path):
    code = codes(made)["Anna Berg"]
    case = load(made / "cases" / code)
    wrong = model_answers(case)["9.4"]
    wrong[0] = {**wrong[0], "hedge": "", "upper": wrong[0]["lower"]}
    packed = tmp_path / "hand-in Anna Berg.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        cells = ["from dateline import check", f"second_ledger = {wrong!r}", 'check("9.4", second_ledger)']
        archive.writestr(f"09-{code}.ipynb", notebook(*cells))
    graded([packed], tmp_path / "grades", "--variants", str(made), "--only", "9")
    (page,) = (tmp_path / "grades" / "feedback").glob("Anna*.html")
    quoted = case.sources["S2"].paragraphs[wrong[0]["paragraph"] - 1].text
    assert quoted.split(".")[0][:40].replace("'", "&#x27;") in page.read_text("utf-8").replace(
        "<mark>", ""
    ).replace("</mark>", "")


def test_model_answers_are_those_of_the_students_own_case(made, tmp_path):
    packed = [hand_in(made, name, tmp_path) for name in ("Anna Berg", "Ben Ode")]
    graded(packed, tmp_path / "grades", "--variants", str(made), "--only", "9", "--show-solutions")
    for name in ("Anna Berg", "Ben Ode"):
        case = load(made / "cases" / codes(made)[name])
        (page,) = (tmp_path / "grades" / "feedback").glob(f"{name}*.html")
        model = page.read_text("utf-8").split("A model answer:")[1]
        assert f"&#x27;author&#x27;: &#x27;{case.sources['S2'].byline}&#x27;" in model.replace('"', "&#x27;")


def test_a_student_without_a_case_is_told_and_the_rest_counts(made, tmp_path):
    packed = hand_in(made, "Ben Ode", tmp_path, name="Nobody Known")
    rows = graded([packed], tmp_path / "grades", "--variants", str(made))
    assert rows["Nobody Known"]["9.1"] == ""
    assert "has no practice case for this name" in rows["Nobody Known"]["notes"]


def test_a_teachers_change_to_one_key_counts_for_that_student(made, tmp_path):
    changed = tmp_path / "changed"
    shutil.copytree(made, changed)
    packed = [hand_in(made, name, tmp_path) for name in ("Anna Berg", "Ben Ode")]
    words = ["--variants", str(changed), "--only", "9"]
    graded(packed, tmp_path / "grades", *words)
    path = changed / "cases" / codes(made)["Anna Berg"] / "exercises.yaml"
    path.write_text(path.read_text("utf-8").replace("points: 3.0", "points: 6.0"), "utf-8")
    rows = graded(packed, tmp_path / "grades", *words)
    assert (rows["Anna Berg"]["9.1"], rows["Ben Ode"]["9.1"]) == ("6", "3")


def test_a_student_works_in_the_kit_and_hands_in(made, tmp_path, monkeypatch):
    kit = tmp_path / "kit"
    assert main(["release", str(kit), "--keys", "none"]) == 0
    code = codes(made)["Cleo Din"]
    with zipfile.ZipFile(next((made / "students").glob("Cleo*.zip"))) as archive:
        archive.extractall(kit)
    monkeypatch.setenv("PYTHONPATH", str(kit))
    path = kit / "exercises" / code / f"09-{code}.ipynb"
    assert "..." in code_of(path)
    fill_in(
        path, {id: answer for id, answer in model_answers(load(made / "cases" / code)).items() if id < "9.4"}
    )
    shown = texts(execute(path))
    assert "9.3 · right · 3 of 3 points" in shown
    assert "9.4 · not tried" in shown
    packed = dateline(kit, "hand-in", f"exercises/{code}", "--name", "Cleo Din")
    assert packed.returncode == 0, packed.stderr
    assert "Answered: 3 of 6 exercises" in packed.stdout, "the rest of the course is not asked here"
    row = graded([kit / "hand-in Cleo Din.zip"], tmp_path / "grades", "--variants", str(made))["Cleo Din"]
    assert [row[id] for id in POINTS] == ["3", "3", "3", "", "", ""]


def test_without_the_key_only_the_form_is_told(tmp_path, monkeypatch):
    (tmp_path / "class.csv").write_text(CLASS, "utf-8")
    words = ["--variants", str(tmp_path / "class.csv"), "--keys", "none"]
    assert main(["release", str(tmp_path / "v"), *words]) == 0
    for path in (tmp_path / "v" / "students").iterdir():
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "kit")
    from dateline.exercises import mark

    for code in codes(tmp_path / "v").values():
        case = load(tmp_path / "kit" / "data" / code)
        for id, answer in model_answers(load(tmp_path / "v" / "cases" / code)).items():
            assert mark(id, answer, case).status == "to be marked"
