"""Does a page stand alone, and is nothing on it what a student wants it to be?"""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from dateline.grading.page import bar, page, table, text


class Reader(HTMLParser):
    """Notes the tags of a page, and fails on what is not closed in order."""

    def __init__(self):
        super().__init__()
        self.tags, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "rect", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag != "rect":
            assert self.open.pop() == tag


def read(content):
    reader = Reader()
    reader.feed(content)
    assert reader.open == []
    return reader.tags


def test_a_page_has_a_language_a_title_and_a_policy_against_scripts():
    tags = dict(read(page("A & B", "<p>x</p>")))
    assert tags["html"] == {"lang": "en"}
    assert {"title", "main", "h1"} <= set(tags)
    assert "default-src 'none'" in page("A", "")
    assert "script" not in tags


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload='x'", "&quot; onload=&#x27;x&#x27;"),
        ("a\x00b\x1b[31m\u202ec", "a·b·[31m·c"),  # what hides or turns text round
        ("\ud800", "?"),
        (5, "5"),
    ],
)
def test_text_is_never_markup(value, shown):
    assert text(value) == shown


@pytest.mark.parametrize(("share", "width"), [(0, "0"), (0.5, "60.0"), (1, "120"), (7, "120"), (-1, "0")])
def test_a_bar_is_as_wide_as_its_share_and_says_so(share, width):
    tags = read(bar(share, "half of them"))
    assert tags[0][1]["aria-label"] == "half of them"
    assert tags[2][1]["width"] == width


def test_a_table_has_heads_and_numbers_stand_right():
    tags = read(table(["a", "b"], [["x", "1"]], 1))
    assert [each for each in tags if each[0] == "th"] == [
        ("th", {"scope": "col"}),
        ("th", {"scope": "col", "class": "number"}),
    ]
    assert ("td", {"class": "number"}) in tags
