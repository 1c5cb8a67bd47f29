"""Is all of a piece of HTML read that somebody sees, and nothing else?"""

from __future__ import annotations

import pytest

from dateline.brief.layout.shown import shown

CASES = [
    ("<p>It rained.</p>", "It rained.", "a block"),
    ("<details><summary>More</summary>It rained.</details>", "More\nIt rained.", "each part on its line"),
    ("7<b></b>000", "7000", "a tag inside a number"),
    ("<!-- It rained. -->", "", "a comment"),
    ("<script>run()</script><style>p {}</style>It rained.", "It rained.", "what runs or paints"),
    ("<abbr title='heavily'>It rained</abbr>", "(heavily) It rained", "what is told when pointed at"),
    ("<p>It <b>rained", "It rained", "tags left open"),
    ("</p></script>It rained", "It rained", "tags closed that were not open"),
    ("9&#48;0 &lt; 1", "900 < 1", "signs for letters"),
]


@pytest.mark.parametrize(("html", "text", "why"), CASES)
def test_what_is_seen(html, text, why):
    assert shown(html) == text, why
