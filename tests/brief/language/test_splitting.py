"""Do sentence boundaries survive abbreviations, decimals, times, quotations and citations?"""

from __future__ import annotations

import pytest

from dateline.brief.language.splitting import quotations, sentences

CASES = [
    # the sentences of one text, why
    (["The U.S. sent troops.", "They left."], "an abbreviation inside"),
    (["They left the U.S.", "The others stayed."], "an abbreviation at the end"),
    (["Mr. Hale met Gen. Roe.", "Both spoke."], "titles"),
    (["It fell by 2.5 percent.", "Prices rose."], "a decimal"),
    (["See para. 5 and paras. 7-9.", "It is there."], "paragraph numbers"),
    (["He came at 4 p.m. on Monday.", "She left at 5 p.m.", "The door closed."], "times"),
    (["In Dec. 2018 it was cold.", "No. 5 was empty."], "a month and a number"),
    (["“Go. Now. Please,” he said.", "They went."], "a quotation of several sentences"),
    (["It rained [@S1, para. 2].", "It stopped [@S2, para. 3]."], "citations inside"),
    (["It rained. [@S1, para. 2]", "It stopped."], "a citation behind the full stop"),
    (["Why?", "Nobody knows!", "So it is."], "other marks"),
    (["J. R. Dee wrote it.", "I agree."], "initials"),
    (["It went on … and on.", "Then it ended."], "an ellipsis"),
    (["About 1,000 stayed (see @S2, para. 11).", "700 left."], "brackets, and a numeral at the start"),
    (["no full stop"], "no end"),
]


@pytest.mark.parametrize(("expected", "why"), CASES)
def test_a_text_is_cut_where_its_sentences_end(expected, why):
    text = " ".join(expected)
    assert [text[a:b] for a, b in sentences(text)] == expected, why


@pytest.mark.parametrize("text", ["", " ", "...", "?!", "\n\n", "“", "”“"])
def test_a_text_without_words_has_no_sentence(text):
    assert sentences(text) == []


QUOTED = [
    ("He said “go”.", ["“go”"], "curly"),
    ('He said "go".', ['"go"'], "straight"),
    ("He said 'go now'.", ["'go now'"], "single"),
    ("It's the troops' home.", [], "apostrophes"),
    ("He said “it’s time”.", ["“it’s time”"], "an apostrophe inside"),
    ("He said „go“ and «stay».", ["„go“", "«stay»"], "other marks"),
    ("He said “go.", [], "never closed"),
]


@pytest.mark.parametrize(("text", "expected", "why"), QUOTED)
def test_quotations_are_found_by_their_marks(text, expected, why):
    assert [text[a:b] for a, b in quotations(text)] == expected, why
