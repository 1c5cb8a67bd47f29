"""Does exercises/ become, and stay, what solutions/ says, without losing anybody's work?"""

import json

import pytest

from dateline.build import build


def in_folder(root):
    """Return every file below exercises/ with its bytes."""
    return {
        p.relative_to(root).as_posix(): p.read_bytes() for p in (root / "exercises").rglob("*") if p.is_file()
    }


def test_an_exercise_has_its_solutions_name(kit, notebook, write):
    write(kit / "solutions/bridge/02-claims.ipynb", notebook("# Lesson"))
    write(kit / "solutions/.ipynb_checkpoints/04-ledger.ipynb", notebook("# Lesson"))  # Jupyter's own
    report = build(kit)
    assert report.ok
    assert sorted(in_folder(kit)) == ["exercises/04-ledger.ipynb", "exercises/bridge/02-claims.ipynb"]
    assert sorted(report.written) == sorted(in_folder(kit))


def test_a_second_run_changes_nothing(kit):
    build(kit)
    before = in_folder(kit)
    report = build(kit)
    assert (report.written, report.removed, in_folder(kit)) == ([], [], before)
    assert build(kit, check=True).ok


def test_storing_outputs_in_a_solution_changes_no_exercise(kit):
    build(kit)
    path = kit / "solutions/04-ledger.ipynb"
    solution = json.loads(path.read_text())
    solution["cells"][3]["outputs"] = [{"name": "stdout", "output_type": "stream", "text": ["right\n"]}]
    path.write_text(json.dumps(solution))
    assert build(kit, check=True).ok


def change_text(exercise):
    exercise["cells"][2]["source"] = ["figures = [3]"]


def drop_cell(exercise):
    del exercise["cells"][3]


def add_cell(exercise):
    exercise["cells"].append({"cell_type": "markdown", "id": "new", "metadata": {}, "source": []})


def add_output(exercise):
    exercise["cells"][2]["execution_count"] = 3


def add_tag(exercise):
    exercise["cells"][2]["metadata"] = {"tags": ["hidden"]}


def swap_cells(exercise):
    exercise["cells"][0:2] = exercise["cells"][1::-1]


def add_version(exercise):
    exercise["metadata"]["language_info"]["version"] = "3.12"


@pytest.mark.parametrize(
    ("spoil", "row", "reason"),
    [
        (change_text, "cell c2", "stale: its text differs from the solution's"),
        (drop_cell, "cell c3", "stale: the cell is missing"),
        (add_cell, "cell new", "stale: the solution has no such cell"),
        (add_output, "cell c2", "stale: it holds the output of a run"),
        (add_tag, "cell c2", "stale: its metadata differs"),
        (swap_cells, "", "stale: its cells stand in another order"),
        (add_version, "", "stale: its metadata or form differs"),
    ],
)
def test_check_names_the_cell_that_differs(kit, spoil, row, reason):
    build(kit)
    path = kit / "exercises/04-ledger.ipynb"
    exercise = json.loads(path.read_text())
    spoil(exercise)
    path.write_text(json.dumps(exercise))
    before = in_folder(kit)
    report = build(kit, check=True)
    assert [(p.file, p.row, p.reason) for p in report.differences] == [
        ("exercises/04-ledger.ipynb", row, reason)
    ]
    assert in_folder(kit) == before, "check must change nothing"


def test_check_names_missing_and_extra_files(kit, notebook, write):
    write(kit / "exercises/05-other.ipynb", notebook("# Lesson"))
    found = {problem.file: problem.reason for problem in build(kit, check=True).differences}
    assert found == {
        "exercises/04-ledger.ipynb": "missing",
        "exercises/05-other.ipynb": "extra: there is no solutions/05-other.ipynb",
    }


def test_an_extra_exercise_goes_but_answers_stay(kit, write, notebook):
    unrun = notebook("# Lesson")
    write(kit / "exercises/05-other.ipynb", unrun)
    write(kit / "exercises/answers/04-mine.ipynb", unrun)
    (kit / "exercises/answers/04.json").write_text("{}")
    report = build(kit)
    assert report.removed == ["exercises/05-other.ipynb"]
    assert sorted(in_folder(kit)) == [
        "exercises/04-ledger.ipynb",
        "exercises/answers/04-mine.ipynb",
        "exercises/answers/04.json",
    ]


def test_work_in_an_exercise_is_kept(kit, notebook, write):
    for times in (1, 2):
        work = notebook("# Lesson", f"figures = [{times}]")  # as if run
        write(kit / "exercises/04-ledger.ipynb", work)
        report = build(kit)
        kept = f"exercises/answers/kept/04-ledger-{times}.ipynb"
        assert report.kept == [("exercises/04-ledger.ipynb", kept)]
        assert json.loads((kit / kept).read_text()) == work
    assert build(kit, check=True).ok


def test_a_faulty_solution_stops_only_itself(kit, notebook, write):
    build(kit)
    (kit / "solutions/04-ledger.ipynb").write_text("not a notebook")
    write(kit / "solutions/05-other.ipynb", notebook("## Exercise 5.1", "a, b = 1, 2", 'check("5.1", a)'))
    write(kit / "solutions/06-sound.ipynb", notebook("# Lesson"))
    report = build(kit)
    assert [(p.file, p.row) for p in report.faults] == [
        ("solutions/04-ledger.ipynb", ""),
        ("solutions/05-other.ipynb", "cell c1"),
    ]
    assert report.written == ["exercises/06-sound.ipynb"]
    assert report.removed == [], "the exercise of a faulty solution stays"


def test_a_kit_without_solutions_loses_nothing(tmp_path, notebook, write):
    write(tmp_path / "exercises/04-ledger.ipynb", notebook("# Lesson"))
    report = build(tmp_path)
    assert not report.ok
    assert list(in_folder(tmp_path)) == ["exercises/04-ledger.ipynb"]
