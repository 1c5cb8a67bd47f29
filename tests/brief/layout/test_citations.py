"""Is every form of a Pandoc citation read, and each that leads nowhere named?"""

from __future__ import annotations

import pytest

from dateline.brief.layout.citations import citations, without

CASES = [
    # text, (source, paragraphs, problem) of each citation, why
    ("[@S2, para. 5]", [("S2", (5,), "")], "one paragraph"),
    ("[@S1, para. 7; @S2, paras. 11-12]", [("S1", (7,), ""), ("S2", (11, 12), "")], "two sources, a range"),
    ("[@S2, paras. 1, 5 and 7–9]", [("S2", (1, 5, 7, 8, 9), "")], "a list with an en dash"),
    ("@S2 [para. 5] says", [("S2", (5,), "")], "in the text"),
    ("@S2, para. 5 says", [("S2", (5,), "")], "in the text, without brackets"),
    ("[-@S2, para. 5]", [("S2", (5,), "")], "author suppressed"),
    ("[see @S2, ¶5]", [("S2", (5,), "")], "a prefix and a paragraph sign"),
    ("[@s2, paragraph 5]", [("S2", (5,), "")], "small letters, the word in full"),
    ("[@S2, para. 5, of 21 October]", [("S2", (5,), "")], "a suffix with a number of its own"),
    ("[@S2, {paras. 5 & 7}]", [("S2", (5, 7), "")], "a locator in braces"),
    ("@S2 (para. 5) says", [("S2", (5,), "")], "in the text, in round brackets"),
    ("[@S2, para. 5", [("S2", (5,), "form")], "not closed"),
    ("@S2, para. 5]", [("S2", (5,), "form")], "not opened"),
    ("[@S2]", [("S2", (), "")], "no paragraph"),
    ("[@S2, page 5]", [("S2", (), "form")], "a page is no paragraph"),
    ("[@S2, para. five]", [("S2", (), "form")], "no number"),
    ("[@S2, paras. 9-2]", [("S2", (), "form")], "a range turned round"),
    ("[@S9, para. 5]", [("S9", (5,), "source")], "no such source"),
    ("[@S2, para. 99]", [("S2", (99,), "paragraph")], "no such paragraph"),
    ("write to me@example.org", [], "an address"),
    ("[a note]", [], "brackets without a key"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_a_citation_is_read(syria, text, expected, why):
    found = citations(text, syria.sources)
    assert [(c.key, c.paragraphs, c.problem) for c in found] == expected, why
    assert all(text[c.start : c.end] for c in found)


def test_blanking_citations_keeps_offsets(syria):
    text = "It fell [@S1, para. 7], S2 says @S2 [para. 5]."
    bare = without(text, citations(text, syria.sources))
    assert len(bare) == len(text)
    assert "@" not in bare
    assert bare.index("says") == text.index("says")
