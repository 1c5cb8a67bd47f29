"""Is what is wrong with a date called by the most telling name?"""

from __future__ import annotations

import pytest

from dateline.brief.timing.dating import claim_of
from dateline.brief.timing.misdated import name_fault
from tests.brief.direct import work

DAM, SYRIA, HARL = "tolvane-dam", "syria-withdrawal", "harl-strike"
ROWS = [
    # case, sentence, key, why
    (DAM, "The dam was finished in 1978 [@S2, para. 10].", "unsupported-date", "the text has another year"),
    (DAM, "Marrak spoke on 18 September 2017 [@S2, para. 4].", "wrong-direction", "by the key"),
    (DAM, "Marrak spoke on 28 August 2017 [@S2, para. 4].", "wrong-week", "weeks off"),
    (DAM, "Marrak spoke on 12 September 2017 [@S2, para. 4].", "wrong-week", "a day off"),
    (DAM, "They agreed on 24 September 2017 [@S2, para. 7].", "publication-for-event", "by the key"),
    (DAM, "The dam was finished on 3 May 1988 [@S2, para. 10].", "too-precise", "the text has the year"),
    (DAM, "Surveyors were sent on 9 March 2017 [@S1, para. 10].", "too-precise", "the text has the month"),
    (DAM, "Marrak spoke on Tuesday, 5 September 2017 [@S2, para. 4].", "wrong-week", "another weekday"),
    (HARL, "The strike of 2014 ended in 2016 [@S1, para. 11].", "unsupported-date", "no such year"),
    (HARL, "They voted on 3 August 2023 [@S1, para. 9].", "hindsight", "behind the cut-off"),
    (
        SYRIA,
        "In October 2019 more than 2,000 service members were in Syria [@S1, para. 7; @S2, para. 11].",
        "as-of-is-publication-date",
        "a figure of one report, the date of another",
    ),
]


@pytest.mark.parametrize(("case", "sentence", "key", "why"), ROWS)
def test_the_fault_has_its_name(case, sentence, key, why):
    one = work(case, sentence)
    claim = claim_of(one.facts.dates[-1], one.facts, one.cited, one.ground)
    assert name_fault(claim, one.cited, one.ground).key == key, why
