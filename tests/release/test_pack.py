"""Is a pack written whole or not at all?"""

from __future__ import annotations

import zipfile

import pytest

from dateline.errors import KitError
from dateline.release.pack import staged, target_of


def test_what_is_written_becomes_the_folder(tmp_path):
    with staged(tmp_path / "pack") as inside:
        (inside / "a.txt").write_text("a")
        assert not (tmp_path / "pack").exists(), "nobody sees half a pack"
    assert [path.name for path in tmp_path.rglob("*")] == ["pack", "a.txt"]


def test_an_archive_holds_one_folder_of_its_name(tmp_path):
    with staged(tmp_path / "pack.zip", zipped=True) as inside:
        (inside / "data").mkdir()
        (inside / "data" / "a.txt").write_text("a")
    assert zipfile.ZipFile(tmp_path / "pack.zip").namelist() == ["pack/data/a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["pack.zip"]


def write_and_fail(target, fault):
    with staged(target) as inside:
        (inside / "a.txt").write_text("a")
        raise fault


@pytest.mark.parametrize("fault", [ValueError("a fault of ours"), OSError(28, "No space left on device")])
def test_a_fault_on_the_way_leaves_nothing(tmp_path, fault):
    with pytest.raises((ValueError, KitError)):
        write_and_fail(tmp_path / "pack", fault)
    assert list(tmp_path.iterdir()) == []


def test_what_comes_up_in_the_meantime_is_not_overwritten(tmp_path):
    with pytest.raises(KitError, match="is there already"), staged(tmp_path / "pack"):
        (tmp_path / "pack").mkdir()
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


@pytest.mark.parametrize(
    ("name", "zipped", "target"),
    [
        ("pack", False, "pack"),
        ("pack", True, "pack.zip"),
        ("pack.zip", True, "pack.zip"),
        ("class 4.b", True, "class 4.b.zip"),  # a dot in a name is no ending
    ],
)
def test_the_name_of_a_pack(tmp_path, name, zipped, target):
    assert target_of(tmp_path / name, zipped).name == target
