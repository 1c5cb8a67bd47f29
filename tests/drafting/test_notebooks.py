"""Do the notebooks of a drafted case run: solved ones right, unsolved ones not tried?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.build.notebook import read_notebook, source_of
from dateline.cases.load import load
from dateline.drafting.reports import read_reports
from dateline.drafting.write import new_case
from dateline.outputs import execute
from tests.drafting.marked import plain_files

SHOWN = re.compile(r"^(\d\.\d) · ([a-z ]+) · ([\d.]+) of ([\d.]+) point", re.MULTILINE)
LESSONS = [f"0{number}" for number in range(1, 8)]


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """A kit with nothing in it but a case drafted from two reports of a news agency."""
    root = tmp_path_factory.mktemp("kit")
    for part in ("data", "solutions", "exercises", "reports"):
        (root / part).mkdir()
    new_case(root, "karo", read_reports(plain_files("wire", root / "reports")))
    return root


def run(kit: Path, part: str, lesson: str) -> dict[str, tuple[str, float, float]]:
    """Run a notebook; return what each check says: status, points, possible points."""
    (path,) = (kit / part / "karo").glob(f"{lesson}-*.ipynb")
    outputs = [output for cell in execute(path).cells for output in cell.get("outputs", ())]
    assert "error" not in [output.output_type for output in outputs]
    told = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    return {id: (status, float(got), float(of)) for id, status, got, of in SHOWN.findall("\n".join(told))}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_solved_notebook_earns_every_point(kit, lesson):
    case = load(kit / "data/karo")
    marks = run(kit, "solutions", lesson)
    assert set(marks) == {id for id in case.exercises if id.startswith(f"{int(lesson)}.")}
    for id, (status, got, of) in marks.items():
        assert (status, got, of) == ("right", case.exercises[id].points, case.exercises[id].points), id


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_unsolved_notebook_runs_and_nothing_in_it_is_tried(kit, lesson):
    marks = run(kit, "exercises", lesson)
    assert marks
    assert {status for status, _, _ in marks.values()} == {"not tried"}


def test_every_desk_named_in_a_prompt_is_imported(kit):
    for path in (kit / "exercises/karo").glob("*.ipynb"):
        cells = {cell["id"]: source_of(cell) for cell in read_notebook(path)["cells"]}
        for desk in set(re.findall(r"`(\w+)\(case, ", "\n".join(cells.values()))):
            assert re.search(rf"import .*\b{desk}\b", cells["open"]), (path.name, desk)
