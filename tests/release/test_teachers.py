"""Does a teacher's pack have all that it takes to teach and to grade?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from dateline.cli import main
from dateline.grading.roster import read_roster
from tests.release.packs import dateline


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    out = tmp_path_factory.mktemp("teachers") / "pack"
    assert main(["release", str(out), "--teachers"]) == 0
    return out


@pytest.mark.parametrize(
    "name",
    ["solutions/04-record-the-figures.ipynb", "data/syria-withdrawal/key/figures.csv", "data/rubric.md",
     "docs/teacher-guide.md", "TEACHERS.md", "roster.csv", "README.md", "tests/test_layers.py"],
)  # fmt: skip
def test_everything_is_in_it(pack, name):
    assert (pack / name).is_file()


def test_the_list_to_fill_in_is_one_that_grade_reads(pack, tmp_path):
    filled = tmp_path / "roster.csv"
    filled.write_text((pack / "roster.csv").read_text("utf-8") + "Anna Berg,4711,anna@example.org\n", "utf-8")
    (anna,) = read_roster(filled)
    assert (anna.name, anna.told["sis"], anna.told["email"]) == ("Anna Berg", "4711", "anna@example.org")


def test_it_can_make_a_students_pack_itself(pack, tmp_path):
    made = dateline(pack, "release", str(tmp_path / "students"))
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "students" / "exercises").is_dir()


def test_a_students_pack_cannot(pack, tmp_path):
    assert dateline(pack, "release", str(tmp_path / "students")).returncode == 0
    again = dateline(tmp_path / "students", "release", str(tmp_path / "more"))
    assert again.returncode == 2
    assert "There is no solutions in" in again.stderr
    assert not (tmp_path / "more").exists()


def test_it_says_how_to_grade(pack):
    told = (pack / "TEACHERS.md").read_text("utf-8")
    assert "dateline grade FOLDER --out GRADES --roster roster.csv" in told
    assert (
        subprocess.run(
            [sys.executable, "-m", "dateline", "grade", "--help"], cwd=pack, capture_output=True, check=False
        ).returncode
        == 0
    )
