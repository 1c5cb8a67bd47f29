"""The order of what pages ask: a kernel with subshells hands the messages of one widget to several threads.

ipykernel takes those that come before a widget's first answer to its main thread and later ones to another.
So each view of a widget numbers what it sends, and what comes before its turn waits.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from threading import RLock
from typing import Any

MOST = 500  # replies remembered
ONE_AT_A_TIME = RLock()  # for all widgets of a kernel: they read and write the same files


class Turns:
    """Brings the messages of each view back into the order in which it sent them.

    A message names its `view` and its `turn`, from 1; one without them is due at once.

    >>> turns = Turns()
    >>> list(turns.due({"view": "v", "turn": 2, "do": "later"}))
    []
    >>> [each["do"] for each in turns.due({"view": "v", "turn": 1, "do": "first"})]
    ['first', 'later']
    """

    def __init__(self) -> None:
        self._next: dict[str, int] = {}
        self._early: dict[str, dict[int, dict[str, Any]]] = {}

    def due(self, message: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield what is to be done now, in its order; nothing while an earlier message is still to come."""
        view, turn = message.get("view"), message.get("turn")
        if not isinstance(view, str) or not isinstance(turn, int) or turn < self._next.get(view, 1):
            yield message
            return
        early = self._early.setdefault(view, {})
        early[turn] = message
        while (first := self._next.setdefault(view, 1)) in early:
            self._next[view] = first + 1  # before it is done: a message that fails keeps no other waiting
            yield early.pop(first)


class Replies:
    """The last replies of this kernel by what they answer, so that what a page sends again is not done twice.

    >>> replies = Replies()
    >>> replies.keep({"re": "a-1", "ok": True})
    >>> replies.given({"re": "a-1", "do": "add"}), replies.given({"do": "add"})
    ({'re': 'a-1', 'ok': True}, None)
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def given(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """Return what was replied to a message before; None if nothing was."""
        re = message.get("re")
        return self._kept.get(re) if isinstance(re, str) else None

    def keep(self, reply: dict[str, Any]) -> None:
        """Remember that something was done; a refusal is not kept, since the same may be possible later."""
        if reply.get("ok") and isinstance(reply.get("re"), str):
            self._kept[reply["re"]] = reply
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


REPLIES = Replies()  # a cell that is run again has another widget, which is sent what the last did not answer
