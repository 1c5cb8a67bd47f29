"""Phrases of a word list as one regular expression: their lists in braces are put in their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_LIST = re.compile(r"\{([!>]?)(\w+)\}")


def lists_of(rules: Mapping[str, Any]) -> dict[str, str]:
    """Return what each list of a word list file stands for in a phrase.

    "{unit}" is one of the list `words`, "{!question}" looks back and finds none of a list under `behind`,
    "{>hours}" finds one of a list under `right_behind`.

    >>> lists_of({"words": {"unit": "day|week"}, "behind": {"denied": "no"}})
    {'unit': '(?:day|week)', '!denied': '(?<!\\\\bno )'}
    """
    found: dict[str, str] = {}
    for name, text in rules["words"].items():
        found[name] = f"(?:{filled(text, found)})"
    found |= {f"!{name}": _behind("!", text) for name, text in rules.get("behind", {}).items()}
    return found | {f">{name}": _behind("=", text) for name, text in rules.get("right_behind", {}).items()}


def filled(phrase: str, lists: Mapping[str, str]) -> str:
    """Put the lists that a phrase names in their places; the "{0,3}" of a regular expression names none."""
    return _LIST.sub(lambda name: lists.get(name[1] + name[2], name[0]), phrase)


def any_of(phrases: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern that finds each of the phrases, a line each, as whole words; "#" begins a remark."""
    lines = (line.strip() for line in phrases.splitlines())
    each = [filled(line, lists) for line in lines if line and not line.startswith("#")]
    return re.compile(r"(?<!\w)(?<!\w-)(?:" + "|".join(each) + r")(?!\w)")


def _behind(sign: str, words: str) -> str:
    """An expression that looks back at one word of a list; each has a length of its own."""
    each = [f"(?<{sign}\\b{word} )" for word in words.split("|")]
    return "".join(each) if sign == "!" else f"(?:{'|'.join(each)})"
