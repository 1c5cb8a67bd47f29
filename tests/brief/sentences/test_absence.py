"""Is what a text does say caught when a brief calls it unsaid, and what it does not say let stand?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.brief import check_one

WHOLE = "[@S1, paras. 1-15; @S2, paras. 1-16]"
SYRIA, DAM = "syria-withdrawal", "tolvane-dam"
SAID = [
    # case, sentence, what the paragraph has
    (SYRIA, "How many troops are to remain at Al-Tanf is not stated [@S2, para. 12].", "a figure"),
    (SYRIA, "The first report gives no number of Islamic State fighters [@S1, para. 9].", "two sentences"),
    (SYRIA, "S2 does not say where the troops leaving Syria would go [@S2, para. 1].", "a name"),
    (SYRIA, "S2 does not mention the ceasefire agreement [@S2, para. 10].", "the thing"),
    (SYRIA, "S1 does not say that Erdogan opposes the partnership [@S1, para. 6].", "a that-clause"),
    (SYRIA, f"Neither report mentions a call between Trump and Erdogan {WHOLE}.", "a range"),
    (DAM, "When the dam was finished is not stated [@S2, para. 10].", "a date"),
    (DAM, "It is not stated what tasks residents who stay on have [@S2, para. 9].", "a relative who"),
]  # fmt: skip
UNSAID = [
    (SYRIA, f"Neither report says what happened to US troops in Syria {WHOLE}.", "nothing in particular"),
    (SYRIA, "The report gives no reason for keeping troops at Al-Tanf [@S2, para. 12].", "no cause"),
    (SYRIA, f"Neither text names the day of Trump's order {WHOLE}.", "no date"),
    (SYRIA, "No source is named for the 200 to 300 troops [@S2, para. 12].", "asks for a source"),
    (SYRIA, "Who the people familiar with the matter are is not stated [@S1, para. 2].", "unnamed people"),
    (DAM, "How many residents had left by 14 September 2017 is not given [@S2, paras. 1-10].", "later"),
    (DAM, "Neither report says when the other residents left [@S2, paras. 1-10].", "done, not begun"),
    (SYRIA, "The report does not say what reply Esper had from his counterpart [@S2, para. 5].", "no answer"),
    (DAM, "None of the engineers is named in the two reports [@S1, paras. 1-10].", "a place is no name"),
    (DAM, "The mayor's answer is not reported [@S2, para. 3].", "nobody is named as silent"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "sentence", "why"), SAID)
def test_what_the_text_says_is_not_called_unsaid_unseen(case, sentence, why):
    assert check_one(sentence, open_case(case)).keys == ["absence-doubtful"], why


@pytest.mark.parametrize(("case", "sentence", "why"), UNSAID)
def test_what_the_text_does_not_say_may_be_called_so(case, sentence, why):
    checked = check_one(sentence, open_case(case))
    assert (checked.kind, checked.verdict) == ("absence", "supported"), why
