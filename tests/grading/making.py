"""What the tests of grading hand in: notebooks, archives, and the model answers to fill them with."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dateline.grading.papers import PaperSpec
from tests.answer_sheets import KIT, model_answers

LESSON = "04-record-the-figures.ipynb"
NAMES = {"4.1": "figures", "4.2": "later_figures", "4.3": "not_figures"}


@cache
def paper(*only):
    """The paper of some lessons; the whole course without any."""
    return PaperSpec(only=only).paper()


def notebook(*cells: str) -> bytes:
    """A notebook file with these code cells."""
    made = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def answered(*ids: str) -> list[str]:
    """The cells of lesson 04 in which these exercises are answered rightly and the others not at all."""
    cells = ["from dateline import check, open_case"]
    for id, name in NAMES.items():
        cells += [
            f"{name} = {model_answers()[id]!r}" if id in ids else f"{name} = ...",
            f'check("{id}", {name})',
        ]
    return cells


def solved(lesson: str) -> bytes:
    """The model solution of a lesson, as a file: solved("04")."""
    (path,) = (KIT / "solutions").glob(f"{lesson}-*.ipynb")
    return path.read_bytes()


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files below a folder; return the folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def zipped(files: Mapping[str, bytes], when: tuple[int, ...] = (2026, 11, 20, 12, 0, 0)) -> bytes:
    """An archive of files, as bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, when), content)
    return data.getvalue()


def points(grading: Any) -> dict[str, float]:
    """The points of a grading by exercise, without those that were not tried."""
    return {id: result.points for id, result in grading.results.items() if result.status != "not tried"}
