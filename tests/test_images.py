"""Is every picture there that the pages show, small, named in words, and is every widget among them?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from dateline import widgets
from tests.browser.screenshots import IMAGES, first_openings, image_of

KIT = Path(__file__).resolve().parents[1]
PAGES = ["README.md", "docs/teacher-guide.md"]
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s#]+)\)")


def shown_on(page):
    """Return (words, file) of each picture on a page."""
    path = KIT / page
    return [(words, path.parent / file) for words, file in SHOWN.findall(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES)
def test_pictures_are_there_and_said_in_words(page):
    assert [file for words, file in shown_on(page) if not file.is_file() or len(words.split()) < 3] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_widget_has_its_picture(page):
    files = {file.resolve() for _, file in shown_on(page)}
    assert {widget for widget in widgets.__all__ if IMAGES / image_of(widget) not in files} == set()


def test_pictures_are_small_and_none_is_left_over():
    files = {path.name: path for path in IMAGES.glob("*")}
    assert set(files) == {image_of(widget) for widget in first_openings()}
    for path in files.values():
        with Image.open(path) as image:
            assert image.format == "PNG"
            assert image.width >= 500
        assert path.stat().st_size < 150_000, path.name


def test_links_of_the_teacher_guide_lead_somewhere():
    links = LINK.findall((KIT / "docs/teacher-guide.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (KIT / "docs" / link).exists()] == []
