"""Staying and going in a scope: whether its words count those who are there, or those who come or go."""

from __future__ import annotations

import re
from functools import cache

from dateline import lexicon
from dateline.cases import FigureRow
from dateline.dates.wording import MONTHS
from dateline.marks import fold

_NAME = r"\s+(?:the\s+)?(?:[a-z]+\s+)?([A-Z][\w'-]+)"
_FROM = re.compile(r"\b(?:[Ll]eav(?:e|es|ing)|[Ee]xit(?:s|ing)?|[Ff]rom|[Oo]ut of)" + _NAME)
_TO = re.compile(r"\b(?:[Tt]o|[Ii]nto|[Tt]owards?|bound for)" + _NAME)
_IN = re.compile(r"\b[Ii]n" + _NAME)
_MONTHS = "|".join(MONTHS)
# "in the harbour", "at Elm": where somebody is; not "at least", "in all", "in May", "in 2019".
_THERE = re.compile(
    rf"\b(?:in|at|on|near|inside|along)\s+(?!least|most|all|total|{_MONTHS}|\d)\w", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:will|to|would|shall) be \w+ed\b")
_NOT = re.compile(r"\b(?:not|never|nor|no longer)\b")


@cache
def _sign(name: str) -> re.Pattern[str]:
    phrases = sorted(lexicon.load("answers")[name], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def movement_of(text: str) -> str:
    """Return what words say of those counted: "flow" for those who come or go, "stock", or "" for neither.

    >>> movement_of("leaving Oslo"), movement_of("at the harbour"), movement_of("nurses in May")
    ('flow', 'stock', '')
    """
    text = fold(text)
    if _NOT.search(text):
        return ""  # only a person can tell how far a "not" reaches
    goes, stays = bool(_sign("scope_going").search(text)), bool(_sign("scope_staying").search(text))
    if goes and not stays and not _sign("scope_times").search(text):
        return "flow"
    return "stock" if stays or _THERE.search(text) else ""


def mixes_stock_and_flow(text: str, row: FigureRow) -> bool:
    """Tell whether a scope makes those who are there of those who go, or the reverse.

    A group that comes or goes may be named by its way ("to Iraq"), but not as being there ("based in
    Iraq"). A group that is there may be told by a time ("before it leaves"), but not as leaving.

    >>> cells = {"unit": "people", "stock_or_flow": "flow", "scope": "nurses leaving Oslo for Bergen"}
    >>> flow = FigureRow(id="F1", is_figure="yes", **cells)
    >>> mixes_stock_and_flow("stationed in Bergen", flow), mixes_stock_and_flow("to be sent to Bergen", flow)
    (True, False)
    """
    if row.unit != "people" or row.stock_or_flow not in ("flow", "stock"):
        return False
    text = fold(text)
    if _NOT.search(text):
        return False  # "not leaving" says the opposite; only a person can tell how far a "not" reaches
    goes, stays = bool(_sign("scope_going").search(text)), bool(_sign("scope_staying").search(text))
    if row.stock_or_flow == "stock":
        return goes and not stays and not _sign("scope_times").search(text)
    there = bool(set(_IN.findall(text)) & set(_TO.findall(_own(row))))
    moves = goes or any(way.search(text) for way in (_FROM, _TO, _AHEAD))
    return not moves and (stays or there)


def names_the_way(text: str, row: FigureRow) -> bool:
    """Tell whether a scope names the start or the goal of a group that comes or goes: "out of Syria"."""
    if row.stock_or_flow != "flow" or _NOT.search(text) or other_way(text, row):
        return False
    return any(set(way.findall(fold(text))) & set(way.findall(_own(row))) for way in (_FROM, _TO))


def other_way(text: str, row: FigureRow) -> bool:
    """Tell whether a scope names another start or goal than the figure's own words: "leaving Iraq"."""
    for way in (_FROM, _TO):
        told, own = set(way.findall(fold(text))), set(way.findall(_own(row)))
        if told and own and not told & own:
            return True
    return False


def _own(row: FigureRow) -> str:
    return fold(" · ".join((row.scope, *row.scope_accepted)))
