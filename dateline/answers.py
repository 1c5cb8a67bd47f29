"""Answers as plain data: what a learner gives, made JSON-like, and what widgets save beside the notebook."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import os
import tempfile
import weakref
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

MAX_ITEMS = 5_000
MAX_TEXT = 200_000
MAX_DEPTH = 8
MAX_BITS = 1_300  # of a whole number: nearly 400 digits
PATIENCE = 10  # seconds to wait for another notebook that writes the same file


class Follower(Protocol):
    """What wants to know of each thing that this process saves."""

    def saved(self, path: Path, section: str, name: str) -> None:
        """Hear that `name` of `section` was written to the file `path`."""


_followers: weakref.WeakSet[Follower] = weakref.WeakSet()


def follow(follower: Follower) -> None:
    """Tell a follower of each thing saved from now on, for as long as it is in use elsewhere.

    >>> class Ear:
    ...     def saved(self, path, section, name):
    ...         print(path.name, section, name)
    >>> ear = Ear()
    >>> follow(ear)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Saved("04", Path(folder)).put("answers", "4.1", [])
    04.json answers 4.1
    """
    _followers.add(follower)


class ShapeError(ValueError):
    """The answer cannot be plain data; the text says why in words for a learner."""


def is_untried(answer: Any) -> bool:
    """Tell whether nothing has been answered yet: `...`, None, or a form in which every blank is still `...`.

    >>> is_untried({"S1": {"publisher": ...}}), is_untried([]), is_untried("")
    (True, False, False)
    """
    if answer is None or answer is ...:
        return True
    if isinstance(answer, Mapping) and answer:
        return all(is_untried(value) for value in answer.values())
    if isinstance(answer, (list, tuple)) and answer:
        return all(is_untried(value) for value in answer)
    return False


def plain(answer: Any) -> Any:
    """Return `answer` as dicts, lists, strings, numbers, True/False and None only.

    A DataFrame becomes its rows, a set a sorted list, a date its ISO text, NaN and `...` None.
    Raises ShapeError when it is too large, too deep, or of a type that is not data.

    >>> plain({"days": {3, 1}, "when": dt.date(2019, 10, 21), "gap": float("nan")})
    {'days': [1, 3], 'when': '2019-10-21', 'gap': None}
    """
    budget = [MAX_ITEMS]
    return _plain(answer, budget, 0)


def _plain(value: Any, budget: list[int], depth: int) -> Any:
    budget[0] -= 1
    if budget[0] < 0 or depth > MAX_DEPTH:
        raise ShapeError("the answer is far larger than this exercise needs")
    if value is None or value is ... or isinstance(value, (bool, int)):
        if isinstance(value, int) and value.bit_length() > MAX_BITS:
            raise ShapeError("a number in it has far more digits than this exercise needs")
        return None if value is ... else value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (dt.date, dt.datetime)):
        # pandas' NaT counts as a date and differs from itself
        return value.isoformat() if value == value else None
    if isinstance(value, Mapping):
        return {_name(key): _plain(item, budget, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, budget, depth + 1) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(item, budget, depth + 1) for item in value), key=str)
    return _plain(_unboxed(value), budget, depth)


def _text(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise ShapeError("the text is far longer than this exercise needs")
    return value.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be saved


def _name(key: Any) -> str:
    return _text(key) if isinstance(key, str) else str(_plain(key, [10], MAX_DEPTH))


def _unboxed(value: Any) -> Any:
    """Turn what pandas and numpy hold into plain Python; known by name, so that neither is imported."""
    home = type(value).__module__.split(".")[0]
    if home == "pandas" and hasattr(value, "columns"):
        return value.to_dict("records")
    if home in ("pandas", "numpy") and hasattr(value, "tolist"):
        return value.tolist()
    if home == "pandas":
        return None if str(value) in ("NaT", "<NA>") else str(value)
    raise ShapeError(f"it is a {type(value).__name__}, which is not plain data")


def digest(answer: Any) -> str:
    """Return a short fingerprint of a plain answer, to see whether it changed."""
    return hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()[:16]


def lesson_of(exercise: str) -> str:
    """Return the two digits of the lesson that an exercise belongs to.

    >>> lesson_of("4.1")
    '04'
    """
    return exercise.split(".")[0].zfill(2)


class Saved:
    """What is kept for one lesson in `answers/NN.json` beside the notebook: answers, checks, hints.

    A file that cannot be read is kept aside under another name, never overwritten; `kept_aside` names it.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Saved("04", Path(folder)).put("answers", "4.1", [{"lower": 2000}])
    ...     Saved("04", Path(folder)).get("answers", "4.1")
    [{'lower': 2000}]
    """

    def __init__(self, lesson: str, folder: Path | None = None) -> None:
        self.path = (folder if folder is not None else Path.cwd() / "answers") / f"{lesson}.json"
        self.kept_aside: Path | None = None

    def get(self, section: str, name: str) -> Any:
        """Return what is saved under `section` ("answers", "checks", "hints", "drafts"), or None."""
        try:
            return self._read().get(section, {}).get(name)
        except OSError:  # a folder that cannot be read holds nothing that could be used
            return None

    def put(self, section: str, name: str, value: Any) -> None:
        """Save `value` at once and atomically; OSError when the disk or folder refuses it.

        What other notebooks, and other threads of this one, save meanwhile in the same file stays.
        """
        with self._alone():
            content = self._read()
            content.setdefault(section, {})[name] = value
            self._write(content)
        for follower in list(_followers):
            follower.saved(self.path, section, name)

    def _alone(self) -> AbstractContextManager[Any]:
        """Wait until nobody else reads the file in order to write it; TimeoutError after some seconds."""
        from filelock import FileLock  # not needed by those who only read

        self.path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self.path.with_name(f".{self.path.stem}.lock"), timeout=PATIENCE)

    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return {"schema": 1}
        except (ValueError, RecursionError):
            content = None
        if _is_ours(content):
            return content
        self._keep_aside()
        return {"schema": 1}

    def _keep_aside(self) -> None:
        for number in range(1, 1000):
            aside = self.path.with_name(f"{self.path.stem}.broken-{number}.json")
            if not aside.exists():
                os.replace(self.path, aside)
                self.kept_aside = aside
                return

    def _write(self, content: dict[str, Any]) -> None:
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        handle, temporary = tempfile.mkstemp(
            dir=self.path.parent, prefix=f".{self.path.stem}-", suffix=".tmp"
        )
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def _is_ours(content: Any) -> bool:
    return isinstance(content, dict) and all(
        isinstance(content.get(section, {}), dict) for section in ("answers", "checks", "hints", "drafts")
    )
