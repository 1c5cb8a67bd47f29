"""Is a practice case written into a folder whole, the same as in memory, and never in anyone's way?"""

from __future__ import annotations

import json

import pytest

from dateline import practice
from dateline.cases.load import read_case
from dateline.errors import KitError
from dateline.exercises import doubts
from dateline.practice.write import write_case
from tests.practice.seeds import made

CALL = "practice(seed=7, level=2)"


def read_back(case, out):
    write_case(case, out, CALL)
    return read_case(out / "data" / case.id)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_written_is_read_back_without_a_fault(tmp_path, seed):
    case = made(seed)
    again, problems = read_back(case, tmp_path)
    assert problems == []
    assert doubts(again) == []


def test_what_is_read_back_is_what_was_written(tmp_path):
    case = made(2)
    again, _ = read_back(case, tmp_path)
    assert again.key.by_id == case.key.by_id
    assert again.about == case.about
    assert again.exercises == case.exercises
    assert {id: source.paragraphs for id, source in again.sources.items()} == {
        id: source.paragraphs for id, source in case.sources.items()
    }


@pytest.mark.parametrize(("folder", "status"), [("exercises", "not tried"), ("solutions", "right")])
def test_its_notebooks_run(tmp_path, monkeypatch, folder, status):
    case = practice(seed=7, level=2)
    write_case(case, tmp_path, CALL)
    (path,) = (tmp_path / folder).glob("*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    monkeypatch.chdir(tmp_path)
    names, results = {}, []
    for cell in (cell for cell in cells if cell["cell_type"] == "code"):
        if cell["source"].startswith("check("):
            results.append(eval(cell["source"], names))
        else:
            exec(cell["source"], names)
    assert [result.status for result in results] == [status] * len(case.exercises)


def test_nothing_is_overwritten(tmp_path):
    case = practice(seed=7, level=2)
    write_case(case, tmp_path, CALL)
    mine = tmp_path / f"exercises/09-{case.id}.ipynb"
    mine.write_text("my work")
    with pytest.raises(KitError, match="there already"):
        write_case(case, tmp_path, CALL)
    assert mine.read_text() == "my work"


def test_nothing_is_left_half_written(tmp_path):
    (tmp_path / "solutions").write_text("a file where a folder must be")
    with pytest.raises(KitError, match="cannot be written"):
        write_case(practice(seed=7), tmp_path, CALL)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "solutions"]
