"""Are the tables of a key written whole or not at all, and never over what somebody else wrote?"""

from __future__ import annotations

import os

import pytest

from dateline.cases.key_files import ChangedElsewhereError, KeyFiles
from dateline.errors import KitError

TEXT = "id,edtf,reason\r\nT01,2019,x\r\nT02,2020,y\r\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "dates.csv").write_bytes(TEXT.encode())
    (tmp_path / "checks.csv").write_text("id,left,question,reason\nK01,T01,why,x\n")
    return tmp_path


def changed(files, text="2021"):
    return files.having(files.tables["dates"].with_cells("T01", {"edtf": text}))


def test_only_the_table_that_differs_is_written(folder):
    before = KeyFiles.read(folder)
    os.utime(folder / "checks.csv", (1, 1))
    changed(before).save(before)
    assert (folder / "dates.csv").read_bytes() == TEXT.replace("T01,2019", "T01,2021").encode()
    assert (folder / "checks.csv").stat().st_mtime == 1
    assert sorted(path.name for path in folder.iterdir()) == ["checks.csv", "dates.csv"]


def test_what_was_written_elsewhere_is_not_overwritten(folder):
    before = KeyFiles.read(folder)
    (folder / "dates.csv").write_text("id,edtf,reason\nT01,1999,x\n")
    with pytest.raises(ChangedElsewhereError):
        changed(before).save(before)
    assert "1999" in (folder / "dates.csv").read_text()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(folder, monkeypatch):
    before = KeyFiles.read(folder)

    def refuse(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        changed(before).save(before)
    assert (folder / "dates.csv").read_bytes() == TEXT.encode()
    assert sorted(path.name for path in folder.iterdir()) == ["checks.csv", "dates.csv"]


def test_rights_and_links_of_a_file_stay(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "dates.csv"
    (folder / "dates.csv").rename(elsewhere)
    elsewhere.chmod(0o640)
    (folder / "dates.csv").symlink_to(elsewhere)
    before = KeyFiles.read(folder)
    changed(before).save(before)
    assert (folder / "dates.csv").is_symlink()
    assert "2021" in elsewhere.read_text()
    assert elsewhere.stat().st_mode & 0o777 == 0o640


def test_a_table_without_a_file_is_empty_and_written_when_it_has_a_row(folder):
    before = KeyFiles.read(folder)
    assert before.tables["voices"].rows == []
    after = before.having(before.tables["voices"].with_row({"id": "V01"}))
    after.save(before)
    assert KeyFiles.read(folder).table_of("V01").name == "voices"


def test_rows_are_found_by_id_in_whatever_table_they_stand(folder):
    files = KeyFiles.read(folder)
    assert files.table_of("K01").name == "checks"
    assert files.table_of("K02") is None
    assert [(name, cells["id"]) for name, cells in files.rows()] == [
        ("dates", "T01"),
        ("dates", "T02"),
        ("checks", "K01"),
    ]


def test_a_file_that_is_not_text_is_told(folder):
    (folder / "dates.csv").write_bytes(b"id\nT01\xff\n")
    with pytest.raises(KitError, match="not UTF-8"):
        KeyFiles.read(folder)
