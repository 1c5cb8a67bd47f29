"""Is a view that somebody holds told as a view, and not as a fact?"""

from __future__ import annotations

import pytest

from dateline.brief.people import held
from tests.brief.direct import keys, said

DAM, SYRIA = "tolvane-dam", "syria-withdrawal"
AS_FACT = [
    (DAM, "For years the dam was safe [@S1, para. 2].", "the ministry called it so"),
    (SYRIA, "The Kurdish forces are terrorists [@S2, para. 11].", "Turkey considers them so"),
    (
        SYRIA,
        "The outposts are an effort to protect Kurds from an attack [@S1, para. 13].",
        "seen so",
    ),
]
AS_VIEW = [
    (DAM, "For years the ministry has called the dam safe [@S1, para. 2].", "its holder speaks"),
    (SYRIA, "The Kurdish forces, to it, are terrorists [@S2, para. 11].", "to it"),
    (SYRIA, "Turkey looks on the Kurdish forces as terrorists [@S2, para. 11].", "looks on them as"),
    (SYRIA, "Turkey reads the outposts as an effort to protect Kurds [@S1, para. 13].", "reads as"),
    (SYRIA, "The Kurdish forces are “terrorists” [@S2, para. 11].", "seen to with the quotation"),
    (SYRIA, "The pullout abandons those allies [@S2, para. 12].", "the report's own words"),
    (SYRIA, "The outposts were put up along the border [@S1, para. 13].", "nothing of the view"),
    (SYRIA, "Islamic State couldn't rise again [@S1, para. 12].", "“see to it that” is no view"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "sentence", "why"), AS_FACT)
def test_a_view_told_as_a_fact_is_named(case, sentence, why):
    assert keys(held.judge(said(case, sentence))) == ["attribution-dropped"], why


@pytest.mark.parametrize(("case", "sentence", "why"), AS_VIEW)
def test_a_view_told_as_one_is_let_stand(case, sentence, why):
    assert held.judge(said(case, sentence)) == [], why
