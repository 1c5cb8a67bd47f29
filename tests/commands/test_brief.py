"""Does `dateline brief check` tell people and programs what it found, by its exit code too?"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dateline.cli import main

GOOD = Path(__file__).parents[1] / "brief" / "good.md"


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "brief.md"
    path.write_text(
        GOOD.read_text(encoding="utf-8").replace("more than 2,000 in", "2,000 in", 1), encoding="utf-8"
    )
    return path


def test_a_good_brief_exits_with_0(capsys):
    assert main(["brief", "check", str(GOOD), "--case", "syria-withdrawal"]) == 0
    assert "A full score means that the brief is well sourced" in capsys.readouterr().out


def test_a_fault_exits_with_1_and_names_its_rule(faulty, capsys):
    assert main(["brief", "check", str(faulty), "--case", "syria-withdrawal"]) == 1
    assert "A hedge is part of the figure" in capsys.readouterr().out


def test_an_empty_brief_exits_with_1_and_tells_what_each_rule_asks(tmp_path, capsys):
    path = tmp_path / "empty.md"
    path.write_text("", encoding="utf-8")
    assert main(["brief", "check", str(path), "--case", "syria-withdrawal"]) == 1
    assert "Rule: The head names question, author and information cut-off." in capsys.readouterr().out


def test_json_is_for_programs(faulty, capsys):
    assert main(["brief", "check", str(faulty), "--case", "syria-withdrawal", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is False
    assert [f["key"] for s in report["sentences"] for f in s["findings"] if f["verdict"] == "wrong"] == [
        "hedge-dropped"
    ]


def test_standard_input_is_read(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("About 1,000 US troops were in Syria [@S2, para. 11]."))
    assert main(["brief", "check", "-", "--case", "syria-withdrawal"]) == 0


@pytest.mark.parametrize(
    ("file", "case", "told"),
    [("none.md", "syria-withdrawal", "cannot be opened"), (str(GOOD), "syria", "There is no case")],
)
def test_a_missing_file_or_case_is_told_in_a_sentence(file, case, told, capsys):
    assert main(["brief", "check", file, "--case", case]) == 1
    assert told in capsys.readouterr().err


def test_a_draft_is_compared_with_the_next(faulty, capsys):
    assert main(["brief", "check", str(GOOD), "--case", "syria-withdrawal", "--against", str(faulty)]) == 0
    said = capsys.readouterr().out
    assert "mended: 1" in said
    assert "before: → Not supported" in said


def test_a_comparison_is_part_of_the_json(faulty, capsys):
    options = ["--case", "syria-withdrawal", "--against", str(faulty), "--json"]
    assert main(["brief", "check", str(GOOD), *options]) == 0
    kinds = [change["kind"] for change in json.loads(capsys.readouterr().out)["against"]["changes"]]
    assert kinds.count("mended") == 1


def test_a_brief_is_written_as_a_page(tmp_path, capsys):
    page = tmp_path / "brief.html"
    assert main(["brief", "export", str(GOOD), "--case", "syria-withdrawal", "--to", str(page)]) == 0
    assert "Sources cited" in page.read_text(encoding="utf-8")
    assert main(["brief", "export", str(GOOD), "--case", "syria-withdrawal", "--to", str(page)]) == 1
    assert "is there already" in capsys.readouterr().err
