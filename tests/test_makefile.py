"""Does make find a Python that can do it, say so when there is none, and install nothing twice?"""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

KIT = Path(__file__).resolve().parents[1]
TARGETS = ["lab", "test", "bench", "exercises", "outputs", "screenshots", "lock", "clean", "help"]
STAMPS = ["bin/python", "requirements.stamp", "package.stamp", "bench.stamp", "tests.stamp"]
TOOLS = ["sh", "echo", "touch", "mkdir", "rm", "find", "make"]

# What a program called python3.x may be. Each gets `-c CODE`, `--version` or `-m venv --clear .venv`.
GOOD = """case "$1" in
  -m) mkdir -p .venv/bin; echo "$0" > .venv/bin/python ;;
  --version) echo Python 3.12.1 ;;
esac"""
TOO_OLD = 'case "$2" in *version_info*) exit 1;; esac'
NO_VENV = 'case "$2" in *ensurepip*) exit 1;; esac'
STARTS_NOTHING = "exit 127"  # such as a version manager's name for a Python that is not chosen


@pytest.fixture
def clone(tmp_path):
    """Return a folder with the files that make looks at, and no .venv."""
    for name in (
        "Makefile",
        "pyproject.toml",
        "requirements.txt",
        "tests/requirements.txt",
        "bench/requirements.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(KIT / name, tmp_path / name)
    return tmp_path


def make(folder, *words, path=None):
    """Run make in a folder, with only some programs on its PATH if `path` names a folder of them."""
    settings = {**os.environ, "PATH": str(path or os.environ["PATH"]), "LC_ALL": "C"}
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):  # when these tests are run by make themselves
        settings.pop(name, None)
    command = [shutil.which("make"), *words]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture
def pythons(tmp_path):
    """Return the function that makes a folder of pretended Pythons beside the tools that make needs."""

    def pretend(**scripts):
        folder = tmp_path / "path"
        folder.mkdir()
        for tool in TOOLS:
            (folder / tool).symlink_to(shutil.which(tool))
        for name, script in scripts.items():
            program = folder / name.replace("_", ".")
            program.write_text(f"#!/bin/sh\n{script}\n")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return folder

    return pretend


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        ({"python3_11": GOOD, "python3_12": GOOD}, "python3.12"),
        ({"python3_13": STARTS_NOTHING, "python3_11": GOOD}, "python3.11"),
        ({"python3_12": NO_VENV, "python3": GOOD}, "python3"),
        ({"python3": TOO_OLD, "python": GOOD}, "python"),  # a conda environment has only `python`
    ],
)
def test_the_first_python_that_can_do_it_is_taken(clone, pythons, there, taken):
    ran = make(clone, ".venv/bin/python", path=pythons(**there))
    assert ran.returncode == 0, ran.stderr
    assert Path((clone / ".venv/bin/python").read_text().strip()).name == taken
    assert "Making .venv with Python 3.12.1." in ran.stdout


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({}, "Dateline needs Python 3.11 or later; none of these is: python3.13 python3.12 python3.11"),
        ({"python3": TOO_OLD}, "Dateline needs Python 3.11 or later"),
        ({"python3": NO_VENV}, "python3 cannot make virtual environments: install its venv package"),
    ],
)
def test_no_fit_python_is_told(clone, pythons, there, told):
    ran = make(clone, "lab", path=pythons(**there))
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "make lab PYTHON=" in ran.stderr
    assert not (clone / ".venv").exists()


def test_a_chosen_python_is_the_only_one_tried(clone, pythons):
    path = pythons(python3_13=GOOD, other=TOO_OLD)
    ran = make(clone, ".venv/bin/python", "PYTHON=other", path=path)
    assert (ran.returncode, "none of these is: other" in ran.stderr) == (2, True)


@pytest.fixture
def installed(clone):
    """Return a clone in which everything is installed, a second apart, after the files it depends on."""
    now = (clone / "Makefile").stat().st_mtime + 10
    (clone / ".venv/bin").mkdir(parents=True)
    for number, stamp in enumerate(STAMPS):
        (clone / ".venv" / stamp).touch()
        os.utime(clone / ".venv" / stamp, (now + number, now + number))
    return clone


def test_what_is_installed_is_not_installed_again(installed):
    for target in ("lab", "test", "bench", "exercises", "outputs", "lock"):
        assert " install " not in make(installed, "-n", target).stdout


@pytest.mark.parametrize(
    ("changed", "installs"),
    [
        ("requirements.txt", ["requirements.txt", ".", "tests/requirements.txt"]),
        ("pyproject.toml", [".", "tests/requirements.txt"]),
        ("tests/requirements.txt", ["tests/requirements.txt"]),
    ],
)
def test_a_changed_file_is_installed_anew(installed, changed, installs):
    later = (installed / ".venv" / STAMPS[-1]).stat().st_mtime + 10
    os.utime(installed / changed, (later, later))
    lines = [line for line in make(installed, "-n", "test").stdout.splitlines() if " install " in line]
    assert [line.split()[-1] for line in lines] == installs


def test_only_the_benches_need_what_they_compare_with(installed):
    later = (installed / ".venv" / STAMPS[-1]).stat().st_mtime + 10
    os.utime(installed / "bench/requirements.txt", (later, later))
    needing = [name for name in TARGETS if "bench/requirements.txt" in make(installed, "-n", name).stdout]
    assert needing == ["bench", "lock"]  # lock writes it


def test_pytest_is_run_once_and_last(installed):
    lines = make(installed, "-n", "test").stdout.splitlines()
    assert [number for number, line in enumerate(lines) if "pytest" in line] == [len(lines) - 1]
    for earlier in ("ruff check", "ruff format --check", "dateline build --check"):
        assert any(earlier in line for line in lines[:-1])


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], ""),
        (["PORT=8890"], " --port 8890"),
        (["BROWSER=no"], " --no-browser"),
        (["BROWSER=yes"], ""),
        (["PORT=8890", "BROWSER=no"], " --port 8890 --no-browser"),
    ],
)
def test_lab_passes_port_and_browser_on(installed, words, options):
    told = make(installed, "-n", "lab", *words).stdout.split()
    assert " ".join(told) == f".venv/bin/dateline lab{options}"


def test_help_names_every_target_and_is_the_default():
    told = make(KIT, "help").stdout
    assert make(KIT).stdout == told
    assert [target for target in TARGETS if target != "help" and f"make {target}" not in told] == []


def test_clean_leaves_answers(installed):
    answers = installed / "exercises/answers/04.json"
    answers.parent.mkdir(parents=True)
    answers.write_text("{}")
    assert make(installed, "clean").returncode == 0
    assert answers.exists()
    assert not (installed / ".venv").exists()
