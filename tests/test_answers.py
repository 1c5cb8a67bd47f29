"""Is every answer made plain data, and is nothing that was saved ever lost?"""

import datetime as dt
import gc
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import ClassVar

import numpy as np
import pandas as pd
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from dateline.answers import Saved, ShapeError, digest, follow, is_untried, plain

PLAIN = [
    (pd.DataFrame({"a": [1, float("nan")]}), [{"a": 1.0}, {"a": None}], "a table is its rows, NaN is empty"),
    (pd.Series([1, 2]), [1, 2], "a column is a list"),
    (np.int64(5), 5, "numpy's numbers are numbers"),
    (np.array([1.5]), [1.5], "so are arrays"),
    (pd.Timestamp("2019-10-21"), "2019-10-21T00:00:00", "a timestamp is ISO text"),
    (pd.NaT, None, "no time is empty"),
    (pd.NA, None, "no value is empty"),
    (dt.date(2019, 10, 21), "2019-10-21", "a date is ISO text"),
    ({"b", "a"}, ["a", "b"], "a set is a sorted list"),
    ((1, ...), [1, None], "a blank inside is empty"),
    (float("inf"), None, "no bound"),
    ("\ud800", "?", "half a surrogate cannot be saved"),
    ({1: "x"}, {"1": "x"}, "keys are text"),
]


@pytest.mark.parametrize(("answer", "expected", "why"), PLAIN)
def test_answers_become_plain_data(answer, expected, why):
    assert plain(answer) == expected, why
    json.dumps(plain(answer))


def endless():
    answer = []
    answer.append(answer)
    return answer


@pytest.mark.parametrize(
    "answer", [endless(), list(range(10_000)), "x" * 300_000, object(), len, open, {1: endless()}]
)
def test_what_is_not_plain_data_is_refused_in_words(answer):
    with pytest.raises(ShapeError):
        plain(answer)


UNTRIED = [
    (..., True),
    (None, True),
    ([], False),
    ({}, False),
    ("", False),
    ({"a": ...}, True),
    ([{"a": ...}], True),
]


@pytest.mark.parametrize(
    ("answer", "untried"), [*UNTRIED, ({"a": ..., "b": 1}, False), (0, False), (False, False)]
)
def test_untried_means_that_nothing_was_filled_in(answer, untried):
    assert is_untried(answer) is untried


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(json_like)
def test_what_is_saved_is_read_again_as_it_was(tmp_path_factory, answer):
    folder = tmp_path_factory.mktemp("answers")
    Saved("04", folder).put("answers", "4.1", plain(answer))
    assert Saved("04", folder).get("answers", "4.1") == plain(answer)


@pytest.mark.parametrize("broken", ["{", "[]", '{"answers": 5}', "\0", "[" * 100_000])
def test_a_broken_file_is_kept_aside_and_said_so(tmp_path, broken):
    (tmp_path / "04.json").write_text(broken)
    saved = Saved("04", tmp_path)
    saved.put("answers", "4.1", "new")
    assert saved.kept_aside.read_text() == broken
    assert saved.kept_aside.name == "04.broken-1.json"
    assert Saved("04", tmp_path).get("answers", "4.1") == "new"


def test_a_second_broken_file_does_not_replace_the_first(tmp_path):
    for text in ("{1", "{2"):
        (tmp_path / "04.json").write_text(text)
        Saved("04", tmp_path).get("answers", "4.1")
    assert sorted(p.read_text() for p in tmp_path.glob("04.broken-*.json")) == ["{1", "{2"]


def test_a_save_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    Saved("04", tmp_path).put("answers", "4.1", "old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        Saved("04", tmp_path).put("answers", "4.1", "new")
    monkeypatch.undo()
    assert Saved("04", tmp_path).get("answers", "4.1") == "old"
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == ["04.json"]


WRITER = """
import sys
from pathlib import Path
from dateline.answers import Saved
for number in range(20):
    Saved("04", Path(sys.argv[1])).put("answers", f"{sys.argv[2]}.{number}", number)
"""


def test_what_several_notebooks_save_in_one_file_at_the_same_time_all_stays(tmp_path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in "ab"]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda n: Saved("04", tmp_path).put("checks", str(n), n), range(40)))
    assert [writer.wait() for writer in writers] == [0, 0]
    content = json.loads((tmp_path / "04.json").read_text())
    assert (len(content["answers"]), len(content["checks"])) == (40, 40)


def test_a_file_that_another_notebook_keeps_in_use_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.answers.PATIENCE", 0.1)
    with FileLock(tmp_path / ".04.lock"), pytest.raises(TimeoutError):
        Saved("04", tmp_path).put("answers", "4.1", "new")
    assert Saved("04", tmp_path).get("answers", "4.1") is None


def test_a_fingerprint_does_not_depend_on_the_order_of_keys():
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 1})


def test_a_folder_that_cannot_be_read_holds_nothing_and_is_never_overwritten(tmp_path):
    (tmp_path / "04.json").mkdir()
    saved = Saved("04", tmp_path)
    assert saved.get("answers", "4.1") is None
    with pytest.raises(OSError, match="directory"):
        saved.put("answers", "4.1", "new")


def test_who_follows_hears_of_each_save_and_is_forgotten_when_gone(tmp_path):
    class Ear:
        heard: ClassVar[list[tuple[str, str, str]]] = []

        def saved(self, path, section, name):
            self.heard.append((path.name, section, name))

    ear = Ear()
    follow(ear)
    Saved("04", tmp_path).put("answers", "4.1", [])
    assert Ear.heard == [("04.json", "answers", "4.1")]
    del ear
    gc.collect()
    Saved("04", tmp_path).put("answers", "4.1", [1])
    assert len(Ear.heard) == 1


def test_what_could_not_be_saved_is_not_heard_of(tmp_path):
    class Ear:
        def saved(self, path, section, name):
            raise AssertionError("nothing was saved")

    ear = Ear()
    follow(ear)
    (tmp_path / "file").write_text("")
    with pytest.raises(FileExistsError):
        Saved("04", tmp_path / "file").put("answers", "4.1", [])
    del ear
