"""Is a folder there while its process is, and gone soon after, however the process ended?"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile

import pytest

from dateline.grading import workroom
from dateline.grading.intake import gather
from dateline.grading.papers import PaperSpec
from dateline.grading.pool import Setup, Task, grade_all
from dateline.grading.sandbox import Sandbox
from dateline.grading.store import Store
from dateline.grading.workroom import PREFIX, Workroom, clear_left
from tests.grading.making import LESSON, notebook, put

HOLD = f"""
import sys
from {workroom.__name__} import Workroom
room = Workroom()
(room.path / "kept").mkdir()
print(room.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def rooms(tmp_path, monkeypatch):
    """The folder in which rooms are made, and nothing else is."""
    home = tmp_path / "rooms"
    home.mkdir()
    monkeypatch.setenv("TMPDIR", str(home))
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    return home


def test_a_room_is_there_until_it_is_closed(rooms):
    room = Workroom()
    clear_left()
    assert list(rooms.iterdir()) == [room.path]
    room.close()
    room.close()
    assert list(rooms.iterdir()) == []


def test_the_room_of_a_process_that_lives_stays_and_that_of_a_killed_one_goes(rooms):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    path = process.stdout.readline().strip()
    clear_left()
    assert [str(each) for each in rooms.iterdir()] == [path]
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert rooms.joinpath(path, "kept").is_dir()
    clear_left()
    assert list(rooms.iterdir()) == []


def test_what_is_no_room_is_left_alone(rooms):
    (rooms / "other").mkdir()
    (rooms / f"{PREFIX}file").write_text("mine")
    (rooms / f"{PREFIX}link").symlink_to(rooms / "other")
    clear_left()
    assert len(list(rooms.iterdir())) == 3


def test_a_class_that_is_graded_leaves_no_room(rooms, tmp_path):
    """Workers are ended at once when all is done; what they had made for their sandboxes must go too."""
    class_ = put(tmp_path / "in", {f"s{n}/{LESSON}": notebook("figures = [0 + 1]") for n in range(4)})
    with Store() as store:
        tasks = [Task(each) for each in gather(store, [class_])]
    assert len(list(grade_all(tasks, Setup(PaperSpec(only=("4",))), 2))) == 4
    assert list(rooms.glob(f"{PREFIX}*")) == []


def test_a_sandbox_clears_away_what_a_killed_one_left(rooms):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    left = process.stdout.readline().strip()
    process.kill()
    process.communicate()
    with Sandbox() as sandbox:
        assert sandbox.run(["a = 1 + 1"], ["a"]).answers == {"a": 2}
        assert left not in map(str, rooms.iterdir())
    assert list(rooms.iterdir()) == []
