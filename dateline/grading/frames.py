"""Plain JSON in frames over a pipe: a length, then so many bytes; nothing else is taken."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

LARGEST = 8 * 2**20  # bytes of a frame
DIGITS = 400  # of a whole number
_LENGTH = struct.Struct(">I")


class FrameError(ValueError):
    """What came over the pipe is no frame; the text says why."""


def write_frame(pipe: BinaryIO, content: Any) -> None:
    """Write one frame and send it off."""
    data = json.dumps(content, ensure_ascii=True, allow_nan=False).encode("ascii")
    if len(data) > LARGEST:
        raise FrameError("it is larger than a frame may be")
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Any:
    """Return the content of the next frame, None at the end; FrameError when it is none.

    Whole numbers of more than DIGITS digits, NaN and what is nested too deep to be read are refused.
    """
    head = pipe.read(_LENGTH.size)
    if not head:
        return None
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else LARGEST + 1
    if length > LARGEST:
        raise FrameError("it is no frame")
    return decoded(pipe.read(length), length)


def decoded(data: bytes, length: int) -> Any:
    """Return what the bytes of a frame say; FrameError when they are cut off or no plain JSON."""
    if len(data) != length:
        raise FrameError("it is cut off")
    try:
        return json.loads(data, parse_int=_whole, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise FrameError(f"it is no plain JSON ({fault})") from None


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise ValueError(f"a number has more than {DIGITS} digits")
    return int(digits)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
