"""Does .ci/run install only what is missing, ask for the browser, and pass the tests' exit code on?"""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / ".ci/run"
SYSTEM = ["bash", "env", "dirname"]  # what any system has
PRESENT = {
    "make": 'echo "make $* CI=$CI browser=$DATELINE_REQUIRE_BROWSER"; read -r line && echo open; exit 7',
    "bwrap": "",
    "chromium": "",
    "fc-list": "echo DejaVu Sans",
    "python3": "",
    "id": "echo 0",
    "apt-get": 'echo "apt-get $*"',
}


@pytest.fixture
def run(tmp_path):
    """Return the function that runs the script where some programs are missing and others pretended."""

    def run(missing=(), **other):
        for name in SYSTEM:
            (tmp_path / name).symlink_to(shutil.which(name))
        for name, script in ({**PRESENT, **other}).items():
            if name not in missing:
                program = tmp_path / name
                program.write_text(f"#!{shutil.which('bash')}\n{script}\n")
                program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return subprocess.run(
            [SCRIPT], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
        )

    return run


def test_what_is_there_is_not_installed_and_the_exit_code_passes_through(run):
    ran = run()
    assert ran.stdout.splitlines() == ["make --no-print-directory test CI=true browser=1"]
    assert ran.returncode == 7


@pytest.mark.parametrize(
    ("missing", "other", "packages"),
    [
        (["bwrap"], {}, "bubblewrap"),
        (["bwrap", "chromium"], {}, "bubblewrap chromium"),
        (["fc-list"], {}, "fontconfig fonts-dejavu-core fonts-liberation"),
        ([], {"fc-list": ""}, "fontconfig fonts-dejavu-core fonts-liberation"),  # no font at all
        ([], {"python3": "exit 1"}, "python3-venv"),  # too old, or without venv
    ],
)
def test_what_is_missing_is_installed_by_name(run, missing, other, packages):
    told = run(missing, **other).stdout.splitlines()
    assert told[0].startswith("apt-get update")
    assert told[1].startswith("apt-get install --yes")
    assert told[1].endswith(f" {packages}")
    assert told[2].startswith("make ")


def test_a_failed_installation_stops_it(run):
    ran = run(["chromium"], **{"apt-get": 'echo "apt-get $*"; exit 100'})
    assert ran.returncode == 100
    assert "make" not in ran.stdout


def test_it_can_be_run():
    assert os.access(SCRIPT, os.X_OK)
