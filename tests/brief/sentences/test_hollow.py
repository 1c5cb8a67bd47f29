"""Does what hides a claim, or only looks like a sourced sentence, get its answer, and never a pass?"""

from __future__ import annotations

import pytest

from dateline import check_brief
from dateline.brief.sentences.hollow import denied
from tests.brief.conftest import case_of, table

WORST = ("unsupported", "review", "supported", "not factual")


@pytest.mark.parametrize("row", table("cheats.tsv"), ids=lambda row: row["why"])
def test_a_cheat_has_its_answer(row):
    report = check_brief(row["sentence"], case_of(row["case"]))
    worst = min(report.sentences, key=lambda sentence: WORST.index(sentence.verdict))
    assert (worst.verdict, row["key"] in worst.keys) == (row["verdict"], True), worst.keys


def test_no_cheat_is_let_pass():
    assert {row["verdict"] for row in table("cheats.tsv")} == {"unsupported", "review"}


@pytest.mark.parametrize(
    "words", ["“It is not true that it rained,” he said.", "He said it is not true that it rained."]
)
def test_only_the_words_that_open_a_sentence_take_it_back(words):
    assert denied(words) is None
