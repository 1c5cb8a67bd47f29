"""Is a time of day that no paragraph has finer than the text?"""

from __future__ import annotations

import pytest

from dateline.brief.timing import daytime
from tests.brief.direct import keys, work

DAM, SYRIA, DUNMERE = "tolvane-dam", "syria-withdrawal", "dunmere-meals"
ROWS = [
    # case, sentence, keys, why
    (SYRIA, "On Saturday evening they pulled out [@S2, para. 9].", ["too-precise"], "a part of the day"),
    (SYRIA, "Early on Saturday, at 5 a.m., they pulled out [@S2, para. 9].", ["too-precise"], "an hour"),
    (DAM, "On Saturday at 14:30 buses took them out [@S2, para. 6].", ["too-precise"], "by the clock"),
    (SYRIA, "On Saturday they pulled out [@S2, para. 9].", [], "no time of day"),
    (DAM, "Buses took residents out by night and by candlelight [@S2, para. 6].", [], "no date beside it"),
    (SYRIA, "On Saturday “evening” they pulled out [@S2, para. 9].", [], "a quotation"),
    (DUNMERE, "By Thursday night at least 96 had fallen ill [@S1, para. 2].", [], "the text has an evening"),
    (SYRIA, "On Saturday evening they were pulling out.", [], "no paragraph to hold it against"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "sentence", "expected", "why"), ROWS)
def test_times_of_day(case, sentence, expected, why):
    one = work(case, sentence)
    assert keys(daytime.judge(one.facts, one.cited)) == expected, why
