"""Are folders and archives read without unpacking, following or believing anything?"""

from __future__ import annotations

import io
import os
import zipfile

import pytest

from dateline.grading import store as module
from dateline.grading.store import RefusedError, Store, printable
from tests.grading.making import put, zipped


def entries(path):
    with Store() as store:
        return list(store.entries(path))


def test_files_in_folders_and_nested_archives_are_found(tmp_path):
    inner = zipped({"04.ipynb": b"{}"})
    put(tmp_path, {"a/04.ipynb": b"1", "b.zip": zipped({"deep/c.zip": inner})})
    with Store() as store:
        found = {str(entry): store.read(entry) for entry in store.entries(tmp_path)}
    assert found == {"a/04.ipynb": b"1", "b.zip/deep/c.zip/04.ipynb": b"{}"}


@pytest.mark.parametrize("left", [".ipynb_checkpoints/a.ipynb", "__MACOSX/a.ipynb", ".DS_Store"])
def test_what_systems_leave_behind_is_passed_over(tmp_path, left):
    put(tmp_path, {left: b"", "b.zip": zipped({left: b""})})
    assert entries(tmp_path) == []


def test_links_are_refused_and_never_followed(tmp_path):
    secret = tmp_path / "key.csv"
    secret.write_text("secret")
    folder = put(tmp_path / "in", {"a.ipynb": b"{}"})
    (folder / "b.ipynb").symlink_to(secret)
    (folder / "c").symlink_to(tmp_path)
    os.mkfifo(folder / "d.ipynb")
    with Store() as store:
        troubled = [entry for entry in store.entries(folder) if entry.trouble]
        assert sorted(map(str, troubled)) == ["b.ipynb", "c", "d.ipynb"]
        for entry in troubled:
            with pytest.raises(RefusedError, match="link or a device"):
                store.read(entry)


@pytest.mark.parametrize("name", ["../../evil.ipynb", "/etc/passwd", "a/../../b.ipynb", "..\\b.ipynb"])
def test_a_name_that_leads_out_of_an_archive_is_refused(tmp_path, name):
    put(tmp_path, {"a.zip": zipped({name: b"{}", "04.ipynb": b"{}"})})
    bad, good = entries(tmp_path)
    assert "leads out" in bad.trouble
    assert not good.trouble


def test_a_link_in_an_archive_is_refused(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo("04.ipynb")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    put(tmp_path, {"a.zip": data.getvalue()})
    (entry,) = entries(tmp_path)
    assert "link" in entry.trouble


def test_what_unpacks_to_more_than_it_says_is_cut_off(tmp_path):
    put(tmp_path, {"a.zip": zipped({"bomb.ipynb": b"0" * (module.LARGEST + 10)})})
    with Store() as store:
        (entry,) = store.entries(tmp_path)
        with pytest.raises(RefusedError, match="larger than 20 MB"):
            store.read(entry)


def test_archives_in_archives_end_somewhere(tmp_path):
    data = zipped({"04.ipynb": b"{}"})
    for _ in range(6):
        data = zipped({"a.zip": data})
    put(tmp_path, {"a.zip": data})
    (entry,) = entries(tmp_path)
    assert "more than 3 archives" in entry.trouble


def test_an_archive_with_an_endless_list_of_files_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_DIRECTORY", 500)
    many = zipped({f"{number}.ipynb": b"" for number in range(50)})
    put(tmp_path, {"a.zip": many, "b.zip": zipped({"c.zip": many})})
    assert [entry.trouble for entry in entries(tmp_path)] == ["it holds far too many files"] * 2


@pytest.mark.parametrize(
    "data",
    [b"", b"no zip at all", zipped({"04.ipynb": b"{}"})[:-9], zipped({"04.ipynb": b"{}" * 99})[40:]],
    ids=["empty", "text", "truncated", "beheaded"],
)
def test_a_damaged_archive_is_one_entry_with_its_trouble(tmp_path, data):
    put(tmp_path, {"a.zip": data, "b.ipynb": b"{}"})
    with Store() as store:
        damaged, sound = store.entries(tmp_path)
        assert store.read(sound) == b"{}"
        with pytest.raises(RefusedError):
            store.read(damaged)


def test_an_archive_locked_with_a_password_is_refused(tmp_path):
    data = bytearray(zipped({"04.ipynb": b"{}"}))
    data[6] |= 1  # the flag in the file's own head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the list at the end
    put(tmp_path, {"a.zip": bytes(data)})
    (entry,) = entries(tmp_path)
    assert "password" in entry.trouble


def test_times_come_from_the_archive_and_from_the_disk(tmp_path):
    put(tmp_path, {"a.ipynb": b"", "b.zip": zipped({"c.ipynb": b""}, (2026, 1, 2, 3, 4, 6))})
    os.utime(tmp_path / "a.ipynb", (0, 1_700_000_000))
    disk, packed = entries(tmp_path)
    assert disk.modified.timestamp() == 1_700_000_000
    assert packed.modified.isoformat() == "2026-01-02T03:04:06"


def test_a_name_that_is_no_text_can_still_be_written():
    assert printable(os.fsdecode(b"caf\xe9")) == "caf?"
