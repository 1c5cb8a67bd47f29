"""Are head lines, headlines and block quotations told from the sentences of a brief?"""

from __future__ import annotations

import pytest

from dateline.brief.layout.heads import head_lines
from dateline.brief.layout.page import clauses, read_page

HEADS = [
    ("By Noor Haddad.", ["author"], "a byline"),
    ("To: the editor. From: Ines Duarte. Cut-off: October 2019.", ["other", "author", "cut_off"], "a memo"),
    ("Author: Kim · Question: What happened?", ["author", "question"], "divided by dots"),
    ("Information up to 21 October 2019.", ["cut_off"], "no label"),
    ("By March all had left.", [], "a sentence"),
    ("On 21 October 2019.", [], "a date alone"),
    ("Status: the report says that all of the troops have left by now.", [], "a sentence behind a label"),
    ("To: Esper [@S2, para. 1]", [], "a citation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "why"), HEADS)
def test_head_lines_are_told(text, names, why):
    assert [name for _, name, _ in head_lines(text)] == names, why


PAGES = [
    ("**The order.** It fell [@S1].", [("heading", "The order."), ("text", "It fell [@S1].")], "bold"),
    ("**All 700 left.** It fell [@S1].", [("text", "All 700 left."), ("text", "It fell [@S1].")], "a figure"),
    ("He said:\n\n> Go. Now. [@S1]", [("text", "He said: “Go. Now.” [@S1]")], "a block quotation"),
    ("It fell. He said:\n\n> “Go.”", [("text", "It fell."), ("text", "He said: “Go.”")], "two"),
    ("> “Go.” [@S1, para. 2]", [("quote", "“Go.” [@S1, para. 2]")], "a block quotation alone"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "lines", "why"), PAGES)
def test_a_page_is_read(markdown, lines, why):
    assert [(line.kind, line.text) for line in read_page(markdown, {})] == lines, why


def test_clauses_have_a_citation_each():
    (line,) = read_page("It fell a long way [@S1, para. 2], and it rose a bit [@S1, para. 3].", {})
    assert [[c.paragraphs for c in part.citations] for part in clauses(line)] == [[(2,)], [(3,)]]
    (line,) = read_page("It fell a long way [@S1, para. 2; @S1, para. 3].", {})
    assert clauses(line) == []
