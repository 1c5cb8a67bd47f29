"""Is a faulty sentence taken for repaired only when it is right and still about the same thing?"""

from __future__ import annotations

import pytest

from dateline import open_case
from dateline.kinds.citations import Arguments, doubts, mark

FAULTY = "Esper spoke of the plan to move the 700 troops leaving Syria [@S2, para. 5]."
ITEM = {"row": "F23", "fault": "hedge-dropped", "faulty": FAULTY}
ARGUMENTS = Arguments(items={"a": ITEM})
CASES = [
    # the answer, share of the point, key of the first finding, why
    (
        "Esper spoke of the plan to move more than 700 troops leaving Syria [@S2, para. 5].",
        1,
        "part-right",
        "repaired",
    ),
    (
        "The plan was to move over 700 troops leaving Syria, Esper said [@S2, para. 5].",
        1,
        "part-right",
        "reworded",
    ),
    (FAULTY, 0, "hedge-dropped", "left as it was"),
    (f"  {FAULTY.lower()}", 0, "hedge-dropped", "the same in small letters"),
    ("More than 700 troops are leaving Syria, Esper said.", 0, "uncited", "another fault instead"),
    (
        "The US keeps more than 5,000 forces in Iraq [@S2, para. 15].",
        0,
        "repair-lost-the-matter",
        "true, of something else",
    ),
    ("The two reports are ten months apart.", 0, "repair-says-nothing", "nothing to check"),
    ("", 0, "part-untried", "blank"),
    (None, 0, "part-untried", "blank"),
    (7, 0, "expected-text", "a number"),
]


@pytest.mark.parametrize(("answer", "share", "key", "why"), CASES)
def test_a_repair_earns_what_it_deserves(answer, share, key, why):
    findings = mark({"a": answer}, open_case("syria-withdrawal"), ARGUMENTS, {})
    assert sum(f.earned for f in findings) == share, why
    assert findings[0].key == key, why


def test_two_faults_share_one_point():
    answer = {"a": "Trump spoke of the plan to move the 700 troops leaving Syria [@S2, para. 5]."}
    findings = mark(answer, open_case("syria-withdrawal"), ARGUMENTS, {})
    assert sum(f.possible for f in findings) == pytest.approx(1)
    assert {f.key for f in findings} >= {"hedge-dropped"}


def test_a_doubtful_repair_goes_to_a_person_without_cost():
    answer = {"a": "Esper lauded the plan to move more than 700 troops leaving Syria [@S2, para. 5]."}
    (finding,) = mark(answer, open_case("syria-withdrawal"), ARGUMENTS, {})
    assert (finding.verdict, finding.possible) == ("review", 0)


def test_the_arguments_are_checked_against_the_case():
    case = open_case("syria-withdrawal")
    assert doubts(ARGUMENTS, case) == []
    wrong = Arguments(
        items={"a": {**ITEM, "row": "F99", "fault": "uncited", "also": [{"source": "S1", "paragraph": 99}]}}
    )
    assert len(doubts(wrong, case)) == 3
