"""Is a sealed case the same case, and is nothing of its key lying open?"""

from __future__ import annotations

import shutil

import pytest

from dateline.cases.load import load
from dateline.cases.sealed import SEALED, seal, unsealed
from dateline.errors import ProblemsError
from tests.answer_sheets import KIT

NAMES = sorted(path.parent.name for path in (KIT / "data").glob("*/case.yaml"))


@pytest.fixture
def sealed(tmp_path):
    folder = tmp_path / "syria-withdrawal"
    shutil.copytree(KIT / "data" / folder.name, folder, ignore=shutil.ignore_patterns("originals"))
    seal(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_sealed_case_is_the_same_case(name, tmp_path):
    shutil.copytree(KIT / "data" / name, tmp_path / name, ignore=shutil.ignore_patterns("originals"))
    seal(tmp_path / name)
    there, here = load(tmp_path / name), load(KIT / "data" / name)
    assert there.key.by_id == here.key.by_id
    assert (there.exercises, there.about, there.sources) == (here.exercises, here.about, here.sources)


def test_no_answer_can_be_read_by_opening_the_files(sealed):
    assert sorted(path.name for path in sealed.iterdir()) == ["case.yaml", SEALED, "sources"]
    row = load(KIT / "data" / sealed.name).key.rows("figures")[0]
    assert row.note not in (sealed / SEALED).read_text("utf-8")


def test_the_file_says_itself_that_it_is_no_lock(sealed):
    assert "It is no lock" in (sealed / SEALED).read_text("utf-8")


def test_the_line_ends_of_another_system_do_no_harm(sealed):
    path = sealed / SEALED
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(sealed).exercises


def test_without_a_seal_the_folder_itself_is_read(tmp_path):
    assert unsealed(tmp_path) == tmp_path


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text[:-2000],  # cut short
        lambda text: text.partition("\n\n")[0],  # only its head is left
        lambda text: text.replace("e", "é"),  # saved by something that meant well
        lambda text: "\n\n",
    ],
)
def test_a_damaged_seal_is_told_and_not_taken_for_an_empty_key(sealed, broken):
    path = sealed / SEALED
    path.write_text(broken(path.read_text("utf-8")), "utf-8")
    with pytest.raises(ProblemsError, match=r"sealed key is damaged .* get a fresh copy"):
        load(sealed)
