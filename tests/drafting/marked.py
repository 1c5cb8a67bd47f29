"""The pairs of reports in which figures and expressions of time are marked by hand; see their README."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.cases import Case
from dateline.findings import Place

FOLDER = Path(__file__).resolve().parents[1] / "data/drafting"
STYLES = ("wire", "local", "official", "blog")
LATER = ("agency", "business", "health", "magazine")  # marked by another hand, after the drafting was built
LAST = ("broadcast", "court", "dispatch", "defence")  # by a third hand, later still
_MARK = re.compile(r"\[\[(f|t|ft) ([^\]]+)\]\]")


def plain_files(style: str, folder: Path) -> list[Path]:
    """Write the two reports of a style without their marks, as a teacher would have them."""
    paths = []
    for marked in _reports(style):
        paths.append(folder / marked.name)
        paths[-1].write_text(_MARK.sub(r"\2", marked.read_text(encoding="utf-8")), encoding="utf-8")
    return paths


def _reports(style: str) -> list[Path]:
    return sorted((FOLDER / style).glob("*.*"))


def marks_of(style: str, case: Case) -> dict[str, list[Place]]:
    """Return what was marked as a figure ("f") and as a time ("t"), by its place in the case's paragraphs."""
    found: dict[str, list[Place]] = {"f": [], "t": []}
    for source, marked in zip(case.sources.values(), _reports(style), strict=True):
        text, at = marked.read_text(encoding="utf-8"), 0
        plain = _MARK.sub(r"\2", text)
        for paragraph in source.paragraphs:
            start = plain.index(paragraph.text[:25], at)
            at = start + len(paragraph.text)
            for kind, begin, end in _marks(text):
                if start <= begin < at:
                    place = Place(source.id, paragraph.number, begin - start, end - start)
                    for one in kind:
                        found[one].append(place)
    return found


def _marks(text: str) -> list[tuple[str, int, int]]:
    """Every mark: its kind, and where its words stand in the text without marks."""
    found, shift = [], 0
    for mark in _MARK.finditer(text):
        begin = mark.start() - shift
        shift += len(mark[0]) - len(mark[2])
        found.append((mark[1], begin, begin + len(mark[2])))
    return found
