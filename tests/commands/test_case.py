"""Does `dateline case` make a case from files, say what is to be done, and refuse with exit code 2?"""

from __future__ import annotations

import json
import sys
from io import StringIO

import pytest

from dateline.cli import main

BODY = "The harbour is closed, and the mayor said that more than {} sailors had left it in the night.\n\n" * 4


@pytest.fixture
def kit(tmp_path, monkeypatch):
    for part in ("data", "solutions", "exercises"):
        (tmp_path / part).mkdir()
    (tmp_path / "a.txt").write_text(BODY.format(40, 40, 40, 40))
    (tmp_path / "b.txt").write_text(" date 2021-05 " + BODY.format(20, 20, 20, 20))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO())
    return tmp_path


def test_a_case_is_made_and_validated(kit, capsys):
    given = ["--date", "2021-03", "--publisher", "The Echo", "--publisher", "", "--headline", "Fire"]
    assert main(["case", "new", "fire", "a.txt", "b.txt", *given]) == 0
    assert "dateline case validate fire" in capsys.readouterr().out
    assert "publisher: The Echo" in (kit / "data/fire/sources/S1.md").read_text()
    assert "title: Fire" in (kit / "data/fire/sources/S1.md").read_text()
    assert "publisher: not stated" in (kit / "data/fire/sources/S2.md").read_text()
    assert main(["case", "validate", "fire"]) == 0
    assert "to confirm" in capsys.readouterr().out
    assert main(["case", "validate", "fire", "--strict"]) == 1
    capsys.readouterr()
    assert main(["case", "validate", "fire", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert {problem["grade"] for problem in told["problems"]} == {"to confirm"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fire", "a.txt"], "two reports"),
        (["fire", "a.txt", "b.txt"], "its date is not told"),
        (["fire", "a.txt", "none.txt", "--date", "2021-03"], "no such file"),
        (["fire", "a.txt", "b.txt", "--date", "2021-06"], "earliest report first"),
        (["fire", "a.txt", "b.txt", "--date", "1", "--date", "2", "--date", "3"], "--date stands 3 times"),
        (["Fire!", "a.txt", "b.txt", "--date", "2021-03"], "cannot name a case"),
    ],
)
def test_what_makes_no_case_is_refused_and_nothing_is_written(kit, capsys, words, told):
    before = sorted(kit.rglob("*"))
    assert main(["case", "new", *words]) == 2
    assert told in capsys.readouterr().err
    assert sorted(kit.rglob("*")) == before


def test_where_somebody_sits_there_the_origin_is_asked(kit, monkeypatch, capsys):
    answers = iter(["The Echo", "2021-03", "", "", "", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert main(["case", "new", "fire", "a.txt", "b.txt"]) == 0
    text = (kit / "data/fire/sources/S1.md").read_text()
    assert "publisher: The Echo" in text
    assert "2021-03" in text
