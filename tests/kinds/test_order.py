"""Is an order of events marked by what the text settles, and by nothing else?"""

import pytest

from dateline.findings import result_of
from dateline.kinds import order
from tests.kinds.port import port

CASE = port()
# As it happened: fifty (2015), january (2020-01), storm (8 March), end (12 or 13 March).
ARGUMENTS = order.Arguments(events={"storm": "T2", "end": "T3", "fifty": "T5", "january": "T6"})
HAPPENED = ["fifty", "january", "storm", "end"]
REPORTED = ["january", "fifty", "storm", "end"]


def marked(answer, arguments=ARGUMENTS):
    return result_of("9.9", "Order", 4, order.mark(answer, CASE, arguments, {}))


@pytest.mark.parametrize(
    ("happened", "reported", "points", "why"),
    [
        (HAPPENED, REPORTED, 4, "both right"),
        (HAPPENED, ["january", "fifty", "end", "storm"], 4, "two of one paragraph: either order"),
        (HAPPENED, ["january", "fifty", ["end", "storm"]], 4, "or side by side"),
        (["Fifty", "JANUARY", "storm", "end"], REPORTED, 4, "letter case does not count"),
        ([*HAPPENED, "storm"], REPORTED, 4, "the first mention counts"),
        (HAPPENED[::-1], REPORTED, 2, "all reversed earns nothing"),
        (["fifty", "january", "end", "storm"], REPORTED, 3.3, "one pair of six turned round"),
        (HAPPENED[:2], REPORTED, 2.3, "one pair of six told"),
        ([HAPPENED], REPORTED, 2, "all tied says nothing"),
        (None, REPORTED, 2, "one list left blank"),
    ],
)
def test_points(happened, reported, points, why):
    assert marked({"happened": happened, "reported": reported}).points == points, why


@pytest.mark.parametrize(
    ("happened", "keys"),
    [
        (REPORTED, ["told-order"]),
        (["fifty", "january", "end", "storm"], ["pair-reversed"]),
        (HAPPENED[:3], ["events-missing"]),
        ([["fifty", "january"], "storm", "end"], ["order-tied"]),
        (["x"], ["not-a-choice"]),
        ("fifty came first", ["expected-list"]),
        ("fifty > january > end > storm", ["pair-reversed"]),
        ([], ["empty-answer"]),
    ],
)
def test_what_a_wrong_order_shows(happened, keys):
    wrong = [
        f.key for f in marked({"happened": happened, "reported": REPORTED}).findings if f.verdict == "wrong"
    ]
    assert wrong == keys


def test_no_more_than_three_pairs_are_named():
    findings = marked({"happened": HAPPENED[::-1], "reported": REPORTED}).findings
    assert [f.key for f in findings].count("pair-reversed") == 3


def test_what_overlaps_is_settled_only_by_words():
    events = {"storm": "T2", "over": "T4"}
    free = order.Arguments(events=events)
    tied = order.Arguments(events=events, before=(("storm", "over"),))
    assert order.happened(free, CASE) == set()
    assert order.happened(tied, CASE) == {("storm", "over")}


def test_what_follows_from_two_pairs_is_settled_too():
    chain = order.Arguments(
        events={"storm": "T2", "over": "T4", "end": "T3"}, before=(("storm", "over"), ("over", "end"))
    )
    assert ("storm", "end") in order.happened(chain, CASE)


def test_a_guess_at_random_earns_about_nothing():
    from itertools import permutations

    pairs = order.happened(ARGUMENTS, CASE)
    shares = [
        sum(told.index(a) < told.index(b) for a, b in pairs) / len(pairs) for told in permutations(HAPPENED)
    ]
    assert sum(shares) / len(shares) == pytest.approx(0.5)
    points = [marked({"happened": list(told)}).points for told in permutations(HAPPENED)]
    assert sum(points) / len(points) < 0.25 * 4


@pytest.mark.parametrize(
    "value", ["x", [], {}, 3, True, [[]], [{}], [[["storm"]]], [1, None], {"happened": {}}]
)
def test_no_answer_makes_the_check_fail(value):
    assert marked(value).points == 0
    assert marked({"happened": value, "reported": value}).findings


def test_doubts_name_what_does_not_fit_the_case():
    assert order.doubts(order.Arguments(events={"a": "F1"}), CASE)
    assert order.doubts(order.Arguments(events={"a": "T2"}, before=(("a", "z"),)), CASE)
    circle = order.Arguments(events={"a": "T2", "b": "T4"}, before=(("a", "b"), ("b", "a")))
    assert order.doubts(circle, CASE)
    assert not order.doubts(ARGUMENTS, CASE)
