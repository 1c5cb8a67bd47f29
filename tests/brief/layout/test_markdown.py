"""Does every kind of block become plain text, so that nothing written is passed over?"""

from __future__ import annotations

import pytest

from dateline.brief.layout.markdown import blocks

CASES = [
    ("It *rained* `hard`.", [("text", "It rained hard.")], "marks"),
    ("# A\n\nb", [("heading", "A"), ("text", "b")], "a heading"),
    ("- a\n  - b\n1. c", [("item", "a"), ("item", "b"), ("item", "c")], "lists"),
    ("> a", [("quote", "a")], "a block quote"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", [("columns", "a | b"), ("row", "1 | 2")], "a table"),
    ("a[^1]\n\n[^1]: note", [("text", "a"), ("note", "note")], "a footnote"),
    ("---\nauthor: me\n---\n\na", [("head", "author: me"), ("text", "a")], "front matter"),
    ("a\nb", [("text", "a\nb")], "a line break"),
    ("[link](x) ![image](y)", [("text", "link image")], "links and images"),
    ("```\ncode\n\nmore\n```", [("text", "code"), ("text", "more")], "code is shown like any text"),
    ("<p>a</p>", [("text", "a")], "HTML"),
    ('[a](x "b") ![c](y "d")', [("text", "(b) a c (d)")], "titles"),
    ("a^[b] c", [("text", "a c"), ("note", "b")], "a footnote in its place that says something"),
    ("a.[^1]\n\n[^1]: [@S1, para. 2].", [("text", "a. [@S1, para. 2]")], "a footnote that only cites"),
    (
        "a.[^1]\n\n[^1]: b [@S1, para. 2].",
        [("text", "a. [@S1, para. 2]"), ("note", "b [@S1, para. 2].")],
        "a footnote",
    ),
    (
        "a [@S1, para. 1].[^1]\n\n[^1]: @S1",
        [("text", "a [@S1, para. 1].")],
        "its own citation",
    ),
    ("a^[See @S1, para. 2.] b", [("text", "a [@S1, para. 2] b")], "a footnote in its place"),
    ("<!-- hidden -->\n\na <script>b</script>", [("text", "a b")], "a comment and a script"),
    ("[@S1]: kept", [("text", "[@S1]: kept")], "no reference definition swallows a citation"),
]


@pytest.mark.parametrize(("markdown", "expected", "why"), CASES)
def test_blocks_are_read(markdown, expected, why):
    assert [(block.kind, block.text) for block in blocks(markdown)] == expected, why


def test_bold_words_that_open_a_paragraph_are_known():
    assert [b.lead for b in blocks("**The order.** It fell.\n\nIt **fell** far.")] == ["The order.", ""]
