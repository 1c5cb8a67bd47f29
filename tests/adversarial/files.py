"""What students may hand in, and what each of them deserves."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.grading.making import LESSON, answered, notebook, zipped

FULL = {"4.1": 5.0}


@dataclass(frozen=True)
class HandedIn:
    """What a student hands in, and the state and points that it deserves."""

    name: str
    files: Callable[[], dict[str, bytes]]
    state: str = "graded"
    points: dict[str, float] = field(default_factory=lambda: FULL)
    why: str = ""


def good(*ids: str) -> bytes:
    return notebook(*answered(*(ids or ("4.1",))))


def with_format(**changes) -> bytes:
    return json.dumps({**json.loads(good()), **changes}).encode()


def cells(change) -> bytes:
    return notebook(*change(answered("4.1")))


def linked(target: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo("04-record-the-figures (9).ipynb")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, target)
        archive.writestr(LESSON, good())
    return data.getvalue()


def nested(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zipped({"more.zip": data})
    return data


def answers(content) -> bytes:
    return json.dumps(content).encode()


NOT = {"state": "not gradable", "points": {}}
HANDED_IN = [
    HandedIn("malformed", lambda: {LESSON: b"{'cells': []}"}, **NOT),
    HandedIn("truncated", lambda: {LESSON: good()[:-30]}, **NOT),
    HandedIn("nested json", lambda: {LESSON: b'{"cells": ' + b"[" * 10**6}, **NOT),
    HandedIn("not utf-8", lambda: {LESSON: good().replace(b"check", "chéck".encode("latin-1"))}, **NOT),
    HandedIn("old format", lambda: {LESSON: b'{"worksheets": [], "nbformat": 3}'}, **NOT),
    HandedIn(
        "strange format", lambda: {LESSON: with_format(nbformat=99, metadata=[])}, why="its cells can be read"
    ),
    HandedIn("empty file", lambda: {LESSON: b""}, **NOT),
    HandedIn("a million brackets", lambda: {LESSON: notebook(*answered("4.1"), "x = " + "(" * 10**5)}),
    HandedIn("cells copied", lambda: {LESSON: cells(lambda each: [*each, *each, *answered()])}),
    HandedIn("cells deleted", lambda: {LESSON: cells(lambda each: each[1:2])}),
    HandedIn("cells reordered", lambda: {LESSON: cells(lambda each: each[::-1])}),
    HandedIn("renamed", lambda: {"Final FINAL (3).ipynb": good()}),
    HandedIn(
        "zip slip",
        lambda: {"a.zip": zipped({f"../../aaa honest/{LESSON}": good("4.3"), LESSON: good()})},
        "partly run",
    ),
    HandedIn("link in a zip", lambda: {"a.zip": linked("/etc/passwd")}, "partly run"),
    HandedIn(
        "zip bomb", lambda: {"a.zip": zipped({"04 (9).ipynb": b"0" * 10**8}), LESSON: good()}, "partly run"
    ),
    HandedIn("zips in zips", lambda: {"a.zip": nested(zipped({LESSON: b"0"}), 9), LESSON: good()}),
    HandedIn("broken zip", lambda: {"a.zip": zipped({LESSON: good()})[:-40], LESSON: good()}),
    HandedIn(
        "forged manifest",
        lambda: {
            "hand-in.json": answers({"name": "aaa honest", "points": 100, "state": "graded"}),
            LESSON: good(),
        },
    ),
    HandedIn(
        "forged name",
        lambda: {"a.zip": zipped({f"aaa honest_1_assignsubmission_file_/{LESSON}": good()})},
        why="a name in a student's own archive makes no other student",
    ),
    HandedIn(
        "forged checks",
        lambda: {
            "answers/04.json": answers({"checks": {"4.2": {"points": 5, "status": "right"}}, "answers": {}}),
            LESSON: good(),
        },
    ),
    HandedIn(
        "forged outputs",
        lambda: {
            LESSON: with_format(
                cells=[
                    {
                        "cell_type": "code",
                        "source": cell,
                        "metadata": {"points": 5},
                        "outputs": [{"text": "4.2 right"}],
                    }
                    for cell in answered("4.1")
                ]
            )
        },
        why="what stands below a cell is not looked at",
    ),
    HandedIn("=cmd|'x'!A1", lambda: {LESSON: good()}, why="a formula for a name"),
    HandedIn("<script>alert(1)<", lambda: {LESSON: good()}, why="a page for a name"),
    HandedIn("aaa honest ", lambda: {LESSON: good()}, why="called like another, but for a space"),
    HandedIn("ааа honest", lambda: {LESSON: good()}, why="called like another, in Cyrillic letters"),
    HandedIn(
        "script in an answer",
        lambda: {LESSON: notebook("figures = [{'counted': '<script>alert(1)</script>', 'lower': '=1+1'}]")},
        points={"4.1": 0.0},
    ),
]
