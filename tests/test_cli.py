"""Does every command answer, and every fault end in one message and an exit code?"""

import argparse
import subprocess
import sys
from types import SimpleNamespace

import pytest

from dateline import cli
from dateline.errors import KitError

COMMANDS = cli.find_commands()


def test_commands_are_found_by_their_files():
    assert {"build", "lab"} <= {command.NAME for command in COMMANDS}
    assert [c.NAME for c in COMMANDS] == [c.__name__.rsplit(".")[-1].replace("_", "-") for c in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.NAME)
def test_every_command_has_help(command, capsys):
    assert cli.main([command.NAME, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: dateline {command.NAME}")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--help"], 0, "COMMAND"),
        (["--version"], 0, "dateline 0."),
        ([], 2, "required: COMMAND"),
        (["biuld"], 2, "invalid choice: 'biuld'"),
        (["build", "--chekc"], 2, "unrecognized arguments: --chekc"),
    ],
)
def test_usage(words, code, told, capsys):
    assert cli.main(words) == code
    shown = capsys.readouterr()
    assert told in shown.out + shown.err


def raising(fault):
    """Return a command `told` whose run raises a fault."""

    def run(options: argparse.Namespace) -> int:
        raise fault

    return SimpleNamespace(NAME="told", HELP="", __doc__="", add_arguments=lambda parser: None, run=run)


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (KitError("There is no case 'x'."), 1, "dateline: There is no case 'x'.\n"),
        (
            FileNotFoundError(2, "No such file or directory", "a.md"),
            1,
            "dateline: a.md: No such file or directory\n",
        ),
        (PermissionError(13, "Permission denied", "out"), 1, "dateline: out: Permission denied\n"),
        (KeyboardInterrupt(), 130, "dateline: stopped.\n"),
        (
            ValueError("odd"),
            2,
            "dateline: a fault of its own, ValueError: odd. DATELINE_DEBUG=1 shows where.\n",
        ),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_a_fault_is_told_without_traceback(fault, code, told, monkeypatch, capsys):
    monkeypatch.setattr(cli, "find_commands", lambda word: [raising(fault)])
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # put back after a broken pipe
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    assert cli.main(["told"]) == code
    assert capsys.readouterr().err == told


def test_debugging_shows_where(monkeypatch):
    monkeypatch.setattr(cli, "find_commands", lambda word: [raising(ValueError("odd"))])
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ValueError, match="odd"):
        cli.main(["told"])


@pytest.mark.parametrize("words", [["-c", "import dateline"], ["-m", "dateline", "build", "--help"]])
def test_starting_loads_nothing_heavy(words):
    heavy = {"pandas", "numpy", "matplotlib", "ipywidgets", "IPython", "pydantic"}
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", *words], capture_output=True, text=True, check=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in ran.stderr.splitlines()}
    assert "dateline" in loaded
    assert heavy & loaded == set()
