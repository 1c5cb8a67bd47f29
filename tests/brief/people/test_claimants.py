"""May whoever is named in a brief be the one to whom a paragraph gives its words?"""

from __future__ import annotations

import pytest

from dateline.brief.people.claimants import accepts, of_unnamed, own_of
from tests.brief.direct import said

ACCEPTED = [
    # case, sentence, who is named, whether that party may have said it, why
    ("harl-strike", "Aske expected it [@S2, para. 4].", "aske", True, "he speaks"),
    ("harl-strike", "Aske expected it [@S2, para. 4].", "vollan", False, "she does not speak there"),
    ("orrin-strait", "It was so [@S2, para. 2].", "brandt", True, "the commander, as the case has it"),
    ("orrin-strait", "It was so [@S2, para. 2].", "vane", False, "no commander"),
    ("syria-withdrawal", "It was so [@S2, para. 11].", "turkey", True, "a state for its president"),
    ("corrie-mine", "It was so [@S2, para. 5].", "strand", False, "a ministry is not its minister"),
]
OWN = [
    # case, sentence, whether its speaker has a piece of the paragraph, why
    ("pellory-works", "The group's boss announced the closure [@S1, para. 1].", True, "another title"),
    ("pellory-works", "The union's boss announced the closure [@S1, para. 1].", False, "of nobody there"),
    ("lanne-spill", "The hoteliers counted fewer tourists [@S2, para. 12].", True, "kindred words"),
    ("lanne-spill", "The cooperative's chairman spoke of boats [@S2, para. 5].", True, "his post"),
    ("lanne-spill", "The harbourmaster spoke of boats [@S2, para. 5].", False, "another post"),
    ("sorrel-observers", "A diplomat said so [@S2, para. 5].", True, "unnamed people"),
    ("harl-strike", "A sailor said so [@S2, para. 4].", False, "nobody without a name speaks"),
]


@pytest.mark.parametrize(("case", "sentence", "id", "expected", "why"), ACCEPTED)
def test_a_party_of_the_case_may_have_said_it(case, sentence, id, expected, why):
    clause = said(case, sentence)
    assert any(accepts(piece, id, clause.ground) for piece in clause.tellings) is expected, why


@pytest.mark.parametrize(("case", "sentence", "expected", "why"), OWN)
def test_whose_pieces_they_are(case, sentence, expected, why):
    clause = said(case, sentence)
    assert bool(own_of(clause.spoken[0], clause.tellings, clause.ground)) is expected, why


@pytest.mark.parametrize(
    ("case", "sentence", "expected", "why"),
    [
        ("sorrel-observers", "It was so [@S2, para. 5].", True, "two diplomats"),
        ("syria-withdrawal", "It was so [@S1, para. 2].", True, "people of whom the case knows"),
        ("harl-strike", "It was so [@S2, para. 4].", False, "the minister"),
    ],
)
def test_people_without_a_name_say_it(case, sentence, expected, why):
    clause = said(case, sentence)
    assert any(of_unnamed(piece, clause.ground) for piece in clause.tellings) is expected, why
