"""Does a parcel hold what the store held, for better or worse?"""

from __future__ import annotations

import pickle

import pytest

from dateline.grading import parcel
from dateline.grading.intake import gather
from dateline.grading.limits import Limits
from dateline.grading.parcel import packed
from dateline.grading.store import Entry, RefusedError, Store
from dateline.grading.student import fingerprint, grade_student
from tests.grading.making import LESSON, answered, notebook, paper, put, zipped


@pytest.mark.parametrize(
    "files",
    [
        {f"anna/{LESSON}": notebook(*answered("4.1"))},
        {"anna.zip": zipped({LESSON: notebook(*answered("4.2")), "answers/04.json": b"{}", "x.txt": b"x"})},
        {f"anna/{LESSON}": b"\xff"},
        {"anna.zip": zipped({"../04.ipynb": b"{}"})},  # refused, and so it stays
    ],
)
def test_what_is_sent_is_graded_like_what_lies_here(tmp_path, files):
    with Store() as store:
        (submission,) = gather(store, [put(tmp_path / "in", files)])
        sent = pickle.loads(pickle.dumps(packed(store, submission)))
        assert fingerprint(sent, submission, paper("4")) == fingerprint(store, submission, paper("4"))
        here, there = (grade_student(each, submission, paper("4"), None, Limits()) for each in (store, sent))
    assert here == there


def test_far_too_much_is_not_sent(tmp_path, monkeypatch):
    monkeypatch.setattr(parcel, "MOST", 10)
    files = {f"anna/0{n}-x.ipynb": b"12345678" for n in range(4)}
    with Store() as store:
        (submission,) = gather(store, [put(tmp_path, files)])
        assert len(packed(store, submission).files) == 2


def test_what_was_not_sent_is_refused():
    with pytest.raises(RefusedError, match="not sent"):
        parcel.Parcel().read(Entry(("a",), ("a",)))
