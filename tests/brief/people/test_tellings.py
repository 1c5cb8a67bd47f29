"""Is it known whose word each piece of a paragraph is, with the key and without it?"""

from __future__ import annotations

import pytest

from dateline.brief import check_one
from dateline.brief.ground.passages import ground_of
from dateline.brief.people.tellings import speaks_for, tellings
from tests.brief.conftest import case_of, table
from tests.brief.without_key import open_without_key

KEYS = {
    "speaker-swapped",
    "speaker-as-outlet",
    "outlet-as-speaker",
    "anonymous-multiplied",
    "attribution-dropped",
}
# These hang on the key: that a figure belongs to a speaker who is named a sentence before, and the like.
KEY_ONLY = {
    "Orrin admitted that the order breaks faith with families who have farmed there for years"
    " [@S2, para. 9].",
    "About 2,000 Islamic State fighters were holding out near the Iraqi border [@S1, para. 9].",
    "The campaign was against the “Islamic State” group [@S1, para. 3].",
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cases")
    return {name: open_without_key(name, folder) for name in ("syria-withdrawal", "tolvane-dam")}


def opened(bare, row):
    """The case of a row without its key; some have none to begin with."""
    return bare.get(row["case"]) or case_of(row["case"])


def said(ground, place):
    return {
        passage.text[slice(*piece.span)].strip()[:18]: sorted(piece.speakers)
        for passage in [ground.passages[place]]
        for piece in tellings(passage, ground)
    }


def test_a_view_is_its_holders_and_the_rest_the_reports(bare):
    ground = ground_of(bare["syria-withdrawal"])
    found = said(ground, ("S1", 6))
    assert found["as a terrorist for"] == ["erdogan"]
    assert found["Yet America has re"] == ["outlet"]


def test_a_quotation_goes_on_with_its_speaker(bare):
    found = said(ground_of(bare["syria-withdrawal"]), ("S2", 14))
    assert set(map(tuple, found.values())) == {("esper",)}


def test_the_key_adds_whom_it_accepts(ground):
    assert said(ground, ("S1", 2))["The step marks an "] == ["outlet", "people-familiar"]


def test_a_state_may_stand_for_its_president_and_for_nobody_else(ground):
    assert speaks_for("turkey", "erdogan", ground.names)
    assert speaks_for("us-government", "pentagon", ground.names)
    assert not speaks_for("us-government", "esper", ground.names)
    assert not speaks_for("us-government", "kurdish-forces", ground.names)
    assert not speaks_for("pentagon", "esper", ground.names)


@pytest.mark.parametrize(
    "row", [r for r in table("wrong.tsv") if r["key"] in KEYS], ids=lambda r: r["sentence"][:60]
)
def test_a_wrong_speaker_is_found_without_a_key(bare, row):
    if row["sentence"] not in KEY_ONLY:
        assert KEYS & set(check_one(row["sentence"], opened(bare, row)).keys), row["why"]


@pytest.mark.parametrize("row", table("fair.tsv"), ids=lambda r: r["sentence"][:60])
def test_a_fair_speaker_is_let_pass_without_a_key(bare, row):
    if row["sentence"] not in KEY_ONLY:
        assert not KEYS & set(check_one(row["sentence"], opened(bare, row)).keys), row["why"]
