"""Are words of time found that name no date, and left alone where the same words tell none?"""

from __future__ import annotations

import pytest

from dateline.drafting.timing import hours_in, timed

TOLD = [
    # an event that something comes before, after or with
    ("The ferry has not sailed since the engine failed.", ["since the engine failed"]),
    ("She was at sea when the news reached her.", ["when the news reached her"]),
    ("It was dropped in the wake of the inquiry.", ["in the wake of the inquiry"]),
    ("Prices fell in the run-up to the vote.", ["in the run-up to the vote"]),
    ("On her return the house was empty.", ["On her return the house was"]),
    ("The moment the gates opened, it rained.", ["The moment the gates opened"]),
    ("The score was level at the time of the accident.", ["at the time of the accident"]),
    ("He was injured during a visit to the quarry.", ["during a visit to the"]),
    ("Following complaints from residents, it closed.", ["Following complaints from residents"]),
    ("As darkness fell, boats put out.", ["As darkness fell"]),
    # a stretch counted from an event
    ("Weeks after the launch it sank.", ["Weeks after the launch it"]),
    ("In the days following the flood, wells were tested.", ["In the days following the flood"]),
    ("Halfway through the concert the roof leaked.", ["Halfway through the concert the"]),
    ("For as long as the frost holds, it is safe.", ["For as long as the frost holds"]),
    # parts of a day, hours, seasons
    ("By nightfall the bridge was open.", ["By nightfall"]),
    ("They set out at first light.", ["at first light"]),
    ("The last bus leaves at half past nine.", ["at half past nine"]),
    ("He wakes at five in the morning.", ["at five in the morning"]),
    ("The talks lasted well into the night.", ["well into the night"]),
    # terms of schools, courts and businesses
    ("It will be paid in the coming financial year.", ["in the coming financial year"]),
    ("The bill was lost before the summer recess.", ["before the summer recess"]),
    ("Shares had recovered by the close.", ["by the close"]),
    # an order, a repetition, a stretch without an end
    ("At the outset there were doubts; in the end there were none.", ["At the outset", "in the end"]),
    ("The fleet has since been sold.", ["has since"]),
    ("Each time the answer was the same.", ["Each time"]),
    ("Then the money ran out.", ["Then"]),
    ("For now the road stays shut.", ["For now"]),
    ("The ferry runs day and night.", ["day and night"]),
]
SILENT = [
    "She did not say when the road would open.",  # a question
    "Nobody knows when it began.",
    "Neighbours look after the child.",  # after what is no time
    "The man appeared before magistrates.",  # before whom
    "Since it is a listed building, it cannot be pulled down.",  # a reason
    "Troops are based in the Middle East.",
    "The shares rose by a quarter.",
    "It put the number of rounds at six.",  # no hour
    "While the union agreed, the firm did not.",  # a contrast
    "The ferry carried just under 400 people.",
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_words_that_tell_a_time_are_found(sentence, wanted):
    assert [sentence[start:end] for start, end in timed(sentence)] == wanted


@pytest.mark.parametrize("sentence", SILENT)
def test_the_same_words_are_left_alone_where_they_tell_no_time(sentence):
    assert [sentence[start:end] for start, end in timed(sentence)] == []


def test_nothing_is_read_inside_what_is_known_already():
    text = "It shut three weeks before the vote."
    taken = text.index("three"), text.index(" before")
    assert [text[start:end] for start, end in timed(text, [taken])] == ["before the vote"]


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("He was home by eight, as ever.", ["home by eight"]),
        ("The doors close at ten in the evening.", ["at ten in the evening"]),
        ("The toll stood at five, police said.", []),
        ("They lost by eight, a record.", []),
    ],
)
def test_an_hour_is_told_from_a_count(sentence, hours):
    assert [sentence[start:end] for start, end in hours_in(sentence)] == hours
