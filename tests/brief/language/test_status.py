"""Does each construction give its act the rung that it tells?"""

from __future__ import annotations

import pytest

from dateline.brief.ground.acts import acts, reader_of
from dateline.brief.language.status import may_deny, read_noun, read_verb
from tests.brief.conftest import table


@pytest.mark.parametrize("row", table("statuses.tsv"), ids=lambda row: row["text"][:60])
def test_an_act_has_got_as_far_as_its_governors_say(read, row):
    facts = read(row["text"])
    act = [act for act in acts(facts) if facts.words[act.at].low == row["word"]][-1]
    assert (act.status, act.negated) == (row["status"], row["denied"] == "1"), row["why"]


@pytest.mark.parametrize("row", table("statuses.tsv"), ids=lambda row: row["text"][:60])
def test_nothing_is_denied_in_a_text_without_a_word_that_denies(read, row):
    facts = read(row["text"])
    reader = reader_of(facts)
    denied = [
        read_verb(reader, at).negated or read_noun(reader, at).negated for at in range(len(facts.words))
    ]
    assert may_deny(reader) or not any(denied)
