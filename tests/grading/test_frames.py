"""Does plain JSON pass through a pipe, and nothing else?"""

from __future__ import annotations

import io

import pytest

from dateline.grading import frames
from dateline.grading.frames import FrameError, decoded, read_frame, write_frame


def test_what_is_written_is_read():
    pipe = io.BytesIO()
    for content in ({"a": [1, "ä", None]}, []):
        write_frame(pipe, content)
    pipe.seek(0)
    assert [read_frame(pipe) for _ in range(3)] == [{"a": [1, "ä", None]}, [], None]


@pytest.mark.parametrize("data", [b"\0\0", b"\xff\xff\xff\xff", b"\0\0\0\5{}", b"\0\0\0\2{]"])
def test_what_is_no_frame_is_refused(data):
    with pytest.raises(FrameError):
        read_frame(io.BytesIO(data))


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "9" * 401, "[" * 100_000, "'a'", '{"a": 1,}'], ids=lambda text: text[:9]
)
def test_what_is_no_plain_json_is_refused(text):
    with pytest.raises(FrameError):
        decoded(text.encode(), len(text))


def test_what_is_too_large_is_not_sent(monkeypatch):
    monkeypatch.setattr(frames, "LARGEST", 10)
    with pytest.raises(FrameError, match="larger"):
        write_frame(io.BytesIO(), "x" * 20)
