"""Are messages put back into their order, and is none done twice?"""

from __future__ import annotations

import random

import pytest

from dateline.widgets import turns
from dateline.widgets.turns import Replies, Turns


def sent(view, count):
    return [{"do": "set", "view": view, "turn": turn} for turn in range(1, count + 1)]


@pytest.mark.parametrize("seed", range(20))
def test_messages_of_two_views_are_done_each_in_its_order_however_they_come(seed):
    messages = [*sent("a", 8), *sent("b", 5)]
    random.Random(seed).shuffle(messages)
    queue, done = Turns(), []
    for message in messages:
        done.extend(queue.due(message))
    assert [each for each in done if each["view"] == "a"] == sent("a", 8)
    assert [each for each in done if each["view"] == "b"] == sent("b", 5)


ODD = [
    ({"do": "undo"}, "a message that names no view"),
    ({"do": "undo", "view": "a"}, "a view that does not count"),
    ({"do": "undo", "view": "a", "turn": "2"}, "a turn that is no number"),
    ({"do": "undo", "view": ["a"], "turn": 2}, "a view that is no name"),
    ({"do": "undo", "view": "a", "turn": 0}, "a turn that is past"),
]


@pytest.mark.parametrize(("message", "why"), ODD)
def test_what_has_no_turn_is_done_at_once(message, why):
    assert list(Turns().due(message)) == [message], why


def test_a_message_that_fails_keeps_no_other_waiting():
    first, second, third = sent("a", 3)
    queue = Turns()
    assert list(queue.due(second)) == []
    failing = queue.due(first)
    assert next(failing) is first
    failing.close()  # what an error in between does
    assert list(queue.due(third)) == [second, third]


def test_a_reply_is_remembered_for_a_while_and_a_refusal_is_not(monkeypatch):
    monkeypatch.setattr(turns, "MOST", 2)
    replies = Replies()
    replies.keep({"re": "refused", "ok": False})
    for re in "abc":
        replies.keep({"re": re, "ok": True})
    assert [re for re in ("refused", "a", "b", "c") if replies.given({"re": re})] == ["b", "c"]
