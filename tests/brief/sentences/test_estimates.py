"""Is a judgement free in what it guesses, and bound in what it says that it rests on?"""

from __future__ import annotations

import pytest

from dateline import check_brief, open_case
from dateline.brief import check_one
from dateline.brief.layout.judgements import basis_of
from tests.brief.conftest import table


@pytest.mark.parametrize("row", table("judgements.tsv"), ids=lambda row: row["sentence"][:60])
def test_a_judgement_stands_or_is_called_by_its_fault(row):
    checked = check_one(row["sentence"], open_case(row["case"]))
    assert checked.verdict == row["verdict"], (row["why"], checked.kind, checked.keys)
    assert not row["key"] or row["key"] in checked.keys, (row["why"], checked.keys)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("We judge it likely because he said so.", "he said so."),
        ("We judge it likely, for he said so.", "he said so."),
        ("Our confidence is low: one report says so.", "one report says so."),
        ("Since he said so, we judge it likely.", "he said so"),
        ("We judge it likely for the first time.", None),
        ("People may have left because of the crack.", None),
    ],
)
def test_the_basis_of_a_judgement_is_found(text, basis):
    span = basis_of(text)
    assert (text[slice(*span)] if span else None) == basis


def test_a_confidence_without_a_reason_is_asked_about_only_behind_a_cited_judgement():
    case = open_case("syria-withdrawal")
    judged = "We judge it likely that some will be left at the end of 2019, as some stay [@S2, para. 12]."
    led = check_brief(f"{judged} Our confidence in this is moderate.", case).sentences[-1]
    alone = check_brief("Our confidence in this is moderate.", case).sentences[-1]
    assert (led.verdict, led.keys) == ("review", ["judgement-without-basis"])
    assert (alone.verdict, alone.keys) == ("unsupported", ["judgement-without-basis"])
