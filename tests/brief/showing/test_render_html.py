"""Is the brief shown in its own order, each sentence with its mark in words and its evidence beside it?"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from dateline import check_brief

BRIEF = """# Brief

Author: Kim

## Findings

- More than 700 US troops are leaving Syria [@S2, para. 5].
- 1,000 US troops were in Syria [@S2, para. 11].
- Pay rises are a good thing.
"""


def page(text, case):
    return check_brief(text, case)._repr_mimebundle_()["text/html"]


class Balanced(HTMLParser):
    """Counts what is opened and closed, and keeps every attribute."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes = [], set(), []

    def handle_starttag(self, tag, attrs):
        if tag != "br":  # it has no end
            self.open.append(tag)
        self.tags.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_headings_stand_where_the_writer_put_them(syria):
    shown = page(BRIEF, syria)
    order = [
        shown.index(words) for words in ("Brief</p>", "Author: Kim", "Findings</p>", "(1)", "(2)", "(3)")
    ]
    assert order == sorted(order)


def test_each_sentence_says_its_verdict_in_words(syria):
    said = re.findall(r"<strong>([^<]+)</strong> \((\d)\)", page(BRIEF, syria))
    assert said == [("Supported", "1"), ("Not supported", "2"), ("Not supported", "3")]


def test_the_evidence_marks_the_words_of_the_paragraph_and_is_shut_at_first(syria):
    shown = page(BRIEF, syria)
    assert "<mark>more than 700</mark>" in shown
    assert "<mark>about 1,000</mark>" in shown
    assert "<details><summary>What it rests on" in shown
    assert "<details><summary>What the paragraph says" in shown


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> said Esper [@S2, para. 1].",
        "Esper said <img src=x onerror=alert(1)> so [@S2, para. 1].",
        "# <b onclick=x>Title</b>",
        "“</li></ol><script>” [@S2, para. 1].",
        "| Value | Source |\n|---|---|\n| <i>700</i> | [@S2, para. 5] |",
        "It fell [@<b>S2</b>, para. 5].",
        "Author: <a href='javascript:x'>Kim</a>",
    ],
)
def test_nothing_that_a_writer_wrote_becomes_a_tag(syria, hostile):
    parser = Balanced()
    parser.feed(page(hostile, syria))
    assert parser.open == []
    allowed = {"section", "p", "strong", "small", "details", "summary", "ul", "ol", "li", "span", "div", "br"}
    assert parser.tags <= allowed | {"mark"}
    assert {name for name, _ in parser.attributes} <= {"role", "aria-label", "aria-hidden", "style", "open"}


def test_a_brief_cut_off_for_its_length_says_so(syria):
    assert "Only the first" in page("It rained. " * 7000, syria)
