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
    told = capsys.readouterr().out
    assert "to confirm" in told
    assert "exercises, 100 points: lesson 01 " in told
    assert main(["case", "validate", "fire", "--strict"]) == 1
    capsys.readouterr()
    assert main(["case", "validate", "fire", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert {problem["grade"] for problem in told["problems"]} == {"to confirm"}


def test_a_new_case_names_the_notebook_for_its_key_and_its_exercises_are_written_anew(kit, capsys):
    assert main(["case", "new", "fire", "a.txt", "b.txt", "--date", "2021-03"]) == 0
    assert "data/fire/key/confirm-the-key.ipynb" in capsys.readouterr().out
    assert (kit / "data/fire/key/confirm-the-key.ipynb").is_file()
    assert main(["case", "exercises", "fire"]) == 0
    told = capsys.readouterr().out
    assert "kept in" not in told, "nothing has changed"
    solution = next((kit / "solutions/fire").glob("*.ipynb"))
    solution.write_text(solution.read_text().replace("About ", "Some "))
    assert main(["case", "exercises", "fire"]) == 0
    assert "kept in solutions/fire/answers/before-1" in capsys.readouterr().out
    assert "Some " in (kit / "solutions/fire/answers/before-1" / solution.name).read_text()


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


PAGE = (
    '<html><head><script type="application/ld+json">{"isAccessibleForFree": false}</script></head>'
    "<body><article><p>The harbour is closed.</p></article></body></html>"
)
FRENCH = (
    "Le port est fermé depuis lundi, et la maire dit que quatre cents marins sont partis de la ville.\n\n"
)


@pytest.mark.parametrize(
    ("name", "content", "dates", "told"),
    [
        ("b.txt", b"", "2021-03 2021-05", "the file is empty"),
        ("b.txt", bytes(range(1, 9)) * 99, "2021-03 2021-05", "this is not a text file"),
        ("b.txt", b"\x89PNG\r\n\x00\x00", "2021-03 2021-05", "give the plain text"),
        ("b.txt", b"word " * 2_000_000, "2021-03 2021-05", "too many for one report"),
        ("b.txt", BODY.replace("\n\n", " ").encode(), "2021-03 2021-05", "it is one paragraph"),
        ("b.txt", (BODY + "caf\u00e9").encode("latin-1"), "2021-03 2021-05", "not UTF-8"),
        ("b.html", PAGE.encode(), "2021-03 2021-05", "for subscribers"),
        ("b.txt", BODY.encode(), "2021-03 2021-03", "the same date as a.txt"),
        ("b.txt", BODY.encode(), "2021-03 2021-01", "name the earliest report first"),
        ("b.txt", BODY.encode(), "2021-03", "its date is not told"),
        ("b.txt", (FRENCH * 6).encode(), "2021-03 2021-05", "does not seem to be English"),
        ("a.txt", None, "2021-03 2021-05", "it is the same text as a.txt"),
    ],
)
def test_a_report_that_cannot_be_used_is_refused_and_nothing_is_written(
    kit, capsys, name, content, dates, told
):
    if content is not None:
        (kit / "b.txt").unlink()
        (kit / name).write_bytes(content)
    before = sorted(kit.rglob("*"))
    given = [word for date in dates.split() for word in ("--date", date)]
    assert main(["case", "new", "fire", "a.txt", name, *given]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert name in said
    assert "Traceback" not in said
    assert sorted(kit.rglob("*")) == before


def test_a_case_that_is_there_is_kept(kit, capsys):
    given = ["case", "new", "fire", "a.txt", "b.txt", "--date", "2021-03"]
    assert main(given) == 0
    before = {path: path.read_bytes() for path in kit.rglob("*") if path.is_file()}
    assert main(given) == 2
    assert "is there already and is never overwritten" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in kit.rglob("*") if path.is_file()} == before


def test_a_kit_that_cannot_be_written_is_named(kit, capsys, monkeypatch):
    def refuse(*args, **options):
        raise PermissionError(13, "Permission denied", str(kit))

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    before = sorted(kit.rglob("*"))
    assert main(["case", "new", "fire", "a.txt", "b.txt", "--date", "2021-03"]) == 2
    assert f"{kit} cannot be written (Permission denied)" in capsys.readouterr().err
    assert sorted(kit.rglob("*")) == before


def test_two_reports_of_one_day_make_a_case_where_that_is_meant(kit, capsys):
    dates = ["--date", "2021-05-04", "--date", "2021-05-04"]
    assert main(["case", "new", "fire", "a.txt", "b.txt", *dates]) == 2
    assert main(["case", "new", "fire", "a.txt", "b.txt", *dates, "--despite", "same-date"]) == 0
    told = capsys.readouterr().out
    assert "S2, b.txt: 2021-05-04 · 4 paragraphs · publisher not stated" in told
    assert main(["case", "validate", "fire"]) == 0


def test_where_somebody_sits_there_the_origin_is_asked(kit, monkeypatch, capsys):
    answers = iter(["The Echo", "2021-03", "", "", "", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    assert main(["case", "new", "fire", "a.txt", "b.txt"]) == 0
    text = (kit / "data/fire/sources/S1.md").read_text()
    assert "publisher: The Echo" in text
    assert "2021-03" in text
