"""Is every wrong variant of a sentence caught by its name, and every fair one let pass?"""

from __future__ import annotations

import pytest

from dateline.brief import check_one
from tests.brief.conftest import case_of, table


def named(row):
    return row["sentence"][:60]


@pytest.mark.parametrize("row", table("wrong.tsv"), ids=named)
def test_a_wrong_variant_is_never_accepted(row):
    checked = check_one(row["sentence"], case_of(row["case"]))
    assert checked.verdict == row["verdict"], row["why"]
    assert row["key"] in checked.keys, row["why"]


@pytest.mark.parametrize("row", table("fair.tsv"), ids=named)
def test_a_fair_variant_is_let_pass(row):
    checked = check_one(row["sentence"], case_of(row["case"]))
    assert checked.verdict in ("supported", "not factual"), (row["why"], checked.keys)


@pytest.mark.parametrize("row", table("wrong.tsv"), ids=named)
def test_a_fault_says_what_was_found_and_which_rule_it_is(row):
    from dateline.findings import words

    for finding in check_one(row["sentence"], case_of(row["case"])).findings:
        if finding.verdict == "wrong":
            params = {name: str(value).replace("…", "") for name, value in finding.params.items()}
            said = words(finding.key, params)
            assert "…" not in said.found, "a blank of the message was not filled"
            assert said.rule
