"""Is what a class handed in put together by student, whatever way it was collected?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.errors import KitError
from dateline.grading.intake import gather
from dateline.grading.store import Store
from tests.grading.making import LESSON, notebook, put, zipped


def gathered(*paths):
    with Store() as store:
        return {each.student.name: each for each in gather(store, paths)}


@pytest.mark.parametrize(
    "files",
    [
        {f"anna/{LESSON}": b"", f"ben/{LESSON}": b""},
        {f"anna/exercises/{LESSON}": b"", f"ben/exercises/{LESSON}": b""},
        {f"class/week 1/anna/{LESSON}": b"", f"class/week 1/ben/{LESSON}": b""},
        {f"04-record-the-figures-{name}.ipynb": b"" for name in ("anna", "ben")},
        {f"hand-in {name}.zip": zipped({f"exercises/{LESSON}": b""}) for name in ("anna", "ben")},
        {"class.zip": zipped({f"{name}_{name}.zip": zipped({LESSON: b""}) for name in ("x", "y")})},
    ],
    ids=["folders", "kits", "deep", "files", "hand-ins", "zip of zips"],
)
def test_every_student_is_found_once(tmp_path, files):
    names = list(gathered(put(tmp_path, files)))
    assert names in (["anna", "ben"], ["x_x", "y_y"])


def test_a_moodle_download(tmp_path):
    data = zipped(
        {
            f"Anna Berg_11_assignsubmission_file_/{LESSON}": b"",
            f"Ben Core_12_assignsubmission_file_/exercises/{LESSON}": b"",
            "Ben Core_12_assignsubmission_file_/exercises/answers/04.json": b"",
            "Cleo Dean_13_assignsubmission_onlinetext_/onlinetext.html": b"",
        }
    )
    found = gathered(put(tmp_path, {"course.zip": data}) / "course.zip")
    assert {name: each.student.key for name, each in found.items()} == {
        "Anna Berg": "moodle 11",
        "Ben Core": "moodle 12",
        "Cleo Dean": "moodle 13",
    }
    assert len(found["Ben Core"].answers) == 1
    assert [len(found["Cleo Dean"].notebooks), len(found["Cleo Dean"].others)] == [0, 1]


def test_several_moodle_assignments_in_one_folder(tmp_path):
    files = {f"week {n}/Anna Berg_11_assignsubmission_file_/0{n}.ipynb": b"" for n in (4, 5)}
    (anna,) = gathered(put(tmp_path, files)).values()
    assert len(anna.notebooks) == 2


def test_a_canvas_download_with_a_second_attempt(tmp_path):
    data = zipped(
        {
            "berganna_11_901_04-record-the-figures.ipynb": b"first",
            "berganna_11_955_04-record-the-figures-1.ipynb": b"second",
            "coreben_LATE_12_902_work.zip": zipped({LESSON: b""}),
        }
    )
    found = gathered(put(tmp_path, {"submissions.zip": data}))
    assert [each.student.key for each in found.values()] == ["canvas 11", "canvas 12"]
    assert "955" in found["berganna"].notebooks[0].name


def test_a_file_named_like_anothers_download_stays_with_its_folder(tmp_path):
    evil = zipped({f"Ben Core_12_assignsubmission_file_/{LESSON}": b"" for _ in range(1)})
    files = {f"{name}/{LESSON}": b"" for name in ("anna", "ben", "cleo")} | {"eve/a.zip": evil}
    assert list(gathered(put(tmp_path, files))) == ["anna", "ben", "cleo", "eve"]


def test_the_last_in_time_comes_first_and_the_others_are_kept(tmp_path):
    put(
        tmp_path,
        {"anna/04.ipynb": b"", "anna/04 (1).ipynb": b"", "anna/old/04.ipynb": b"", "ben/04.ipynb": b""},
    )
    for when, name in enumerate(["04.ipynb", "old/04.ipynb", "04 (1).ipynb"]):
        os.utime(tmp_path / "anna" / name, (0, 1_700_000_000 - when * 60))
    anna = gathered(tmp_path)["anna"]
    assert [str(each) for each in anna.notebooks] == [
        "anna/04.ipynb",
        "anna/old/04.ipynb",
        "anna/04 (1).ipynb",
    ]
    assert anna.handed_in.timestamp() == 1_700_000_000


def test_copies_of_the_same_second_are_told_apart_by_their_number(tmp_path):
    put(tmp_path, {f"anna/04{copy}.ipynb": b"" for copy in ("", " (1)", " (10)", " (2)")})
    for path in (tmp_path / "anna").iterdir():
        os.utime(path, (0, 1_700_000_000))
    names = [each.name for each in gathered(tmp_path / "anna").popitem()[1].notebooks]
    assert names == ["04 (10).ipynb", "04 (2).ipynb", "04 (1).ipynb", "04.ipynb"]


def checking(*ids):
    return notebook(*(f'check("{id}", answer)' for id in ids))


@pytest.mark.parametrize(
    ("files", "names"),
    [
        # renamed at will, but each of another lesson: a class would have the same lesson
        ({"my work.ipynb": checking("4.1", "4.2"), "the other.ipynb": checking("5.1")}, ["lin"]),
        ({"my work.ipynb": checking("4.1"), "figures.ipynb": checking("4.1", "4.2")}, ["figures", "my work"]),
        ({"anna.ipynb": checking("4.1"), "ben.ipynb": b"{"}, ["anna", "ben"]),  # nobody knows: not guessed
        ({"anna.ipynb": checking("4.1")}, ["anna"]),
        ({"anna/x.ipynb": checking("4.1"), "ben/y.ipynb": checking("5.1")}, ["anna", "ben"]),
        ({"4.ipynb": checking("4.1"), "answers/05.json": b"{}"}, ["lin"]),
    ],
)
def test_an_archive_alone_is_one_students_or_a_classs(tmp_path, files, names):
    found = gathered(put(tmp_path, {"lin.zip": zipped(files)}) / "lin.zip")
    assert list(found) == names
    guessed = names == ["lin"] and len(files) == 2 and "answers/05.json" not in files
    assert [bool(each.doubt) for each in found.values()] == [guessed] * len(names)


def test_one_notebook_alone_is_its_file_names(tmp_path):
    path = put(tmp_path, {"04-record-the-figures-anna.ipynb": b""}) / "04-record-the-figures-anna.ipynb"
    assert list(gathered(path)) == ["anna"]


def test_a_path_that_is_not_there_is_named():
    with pytest.raises(KitError, match=r"no-such-folder cannot be read: No such file"):
        gathered(Path("no-such-folder"))


def test_a_name_that_is_no_text_is_no_obstacle(tmp_path):
    os.makedirs(os.fsencode(tmp_path) + b"/caf\xe9")
    with open(os.fsencode(tmp_path) + b"/caf\xe9/04.ipynb", "wb"):
        pass
    put(tmp_path, {"ben/04.ipynb": b""})
    assert list(gathered(tmp_path)) == ["ben", "caf?"]
