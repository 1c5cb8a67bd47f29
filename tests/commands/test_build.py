"""Does `dateline build` tell what it did, what differs and what is wrong?"""

import json

import pytest

from dateline.cli import main

SOUND = ["## Exercise 4.1", "figures = 1", 'check("4.1", figures)']
FAULTY = ["## Exercise 4.1", "a, b = 1, 2", 'check("4.1", a)']


@pytest.fixture
def kit(tmp_path, monkeypatch):
    """Return a kit to build in, with the function that writes its one solution."""
    for folder in ("data", "solutions"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)

    def solve(cells):
        made = [
            {"cell_type": "markdown", "id": f"c{n}", "metadata": {}, "source": source}
            | ({} if n == 0 else {"cell_type": "code", "outputs": [], "execution_count": None})
            for n, source in enumerate(cells)
        ]
        notebook = {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (tmp_path / "solutions/04-ledger.ipynb").write_text(json.dumps(notebook))

    return solve


def test_build_writes_and_check_agrees(kit, capsys):
    kit(SOUND)
    assert main(["build", "--check"]) == 1
    assert capsys.readouterr().err == "exercises/04-ledger.ipynb: missing; run `make exercises`\n"
    assert main(["build"]) == 0
    assert capsys.readouterr().out == "wrote exercises/04-ledger.ipynb\n"
    assert main(["build", "--check"]) == 0
    assert capsys.readouterr().out == "exercises/ is up to date\n"


def test_a_fault_names_file_and_cell(kit, capsys):
    kit(FAULTY)
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith(
        "solutions/04-ledger.ipynb, cell c1: answer cell of exercise 4.1: "
    )


def test_a_program_may_read_the_report(kit, capsys):
    kit(FAULTY)
    assert main(["build", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is False
    assert [fault["row"] for fault in report["faults"]] == ["cell c1"]
