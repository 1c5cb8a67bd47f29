"""Read the dates that a text mentions: find the expressions, join them, resolve them, write them in EDTF."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dateline.dates.combine import combine
from dateline.dates.expressions import (
    Anchored,
    AnchoredSeason,
    Bounded,
    Exact,
    Found,
    Now,
    Open,
    Shift,
    Stretch,
    Unit,
    Yearless,
)
from dateline.dates.grammar import begin_at, names_at, openings
from dateline.dates.mention import DateMention
from dateline.dates.notation import Part
from dateline.dates.precision import bounds, precision
from dateline.dates.resolve import resolve
from dateline.dates.setting import Issue, NeedsAnchorError, Setting, issue_of
from dateline.dates.story import Story
from dateline.dates.tense import direction, lasting
from dateline.dates.tokens import Tokens
from dateline.dates.vocabulary import word_set
from dateline.dates.writer import kind_of, merge

_ANCHOR_REACH = 500  # code points back to the date from which "two days later" may be counted
_TENSELESS = (Exact, Now, Open, Unit, Shift, Stretch, Anchored, AnchoredSeason)
_NO_DATE = Part("", None, None, "none")


def read_dates(
    text: str, issued: str | date | None = None, *, vague: bool = False, told: str = ""
) -> list[DateMention]:
    """Return the dates that a text mentions, in order, each as precise as text and issue date allow.

    `issued` is the date of the text in EDTF and may be imprecise; ValueError names one that is no date.
    Without it, what must be counted from it ("last Friday") is of kind "needs anchor". A weekday looks back
    or ahead with the verb beside it; where several days fit, the answer is a set and not a guess. With
    `vague`, bare adverbs such as "recently" and "soon" are given too, as open stretches. `told` is a date in
    EDTF that was given just before the text: "two days later" is counted from it.

    >>> [m.edtf for m in read_dates("They said Wednesday they would leave in 2019.", issued="2018-12")]
    ['[2018-12-05,2018-12-12,2018-12-19,2018-12-26]', '2019']
    """
    issue = issue_of(issued)
    tokens, expressions = _expressions(text)
    mentions: list[DateMention] = []
    previous = (0, Part(told, *bounds(told), precision(told))) if told else None
    story = Story(tokens, issue)
    for found in map(story.follow, expressions):
        if not vague and _is_bare_adverb(text, found):
            continue
        anchor = previous[1] if previous and found.start - previous[0] <= _ANCHOR_REACH else None
        part = _resolved(tokens, found, issue, anchor)
        if part is _NO_DATE:
            continue
        mentions.append(_mention(text, found, part))
        if part and not isinstance(found.expression, (Now, Open, Stretch, Bounded)):
            previous = found.end, part
    return mentions


@lru_cache(maxsize=256)  # a sentence is read with the dates of several reports
def _expressions(text: str) -> tuple[Tokens, list[Found]]:
    """The words of a text, and the expressions in it with what bounds or joins them, not yet resolved."""
    tokens = Tokens(text)
    return tokens, combine(tokens, find(tokens))


def find(tokens: Tokens) -> list[Found]:
    """Return the expressions in a text, in order and without overlap, not yet joined or resolved."""
    found: list[Found] = []
    free = 0  # the first word that no expression holds yet
    for number in openings(tokens):
        if number < free:
            continue
        end = names_at(tokens, number)
        if end is None and (begun := begin_at(tokens, number)):
            if begun.expression is not None:
                found.append(begun)
            end = begun.end
        free = number + 1 if end is None else max(tokens.at(end), number + 1)
    return found


def _is_bare_adverb(text: str, found: Found) -> bool:
    bare = word_set("bare_adverbs")
    return (
        isinstance(found.expression, Open) and " ".join(text[found.start : found.end].lower().split()) in bare
    )


def _resolved(tokens: Tokens, found: Found, issue: Issue | None, previous: Part | None) -> Part | None:
    """Return the date, None when it needs an anchor, _NO_DATE when the calendar has no such date."""
    try:
        return merge(resolve(found.expression, Setting(issue, _tense(tokens, found), previous)))
    except NeedsAnchorError:
        return None
    except (ValueError, OverflowError, IndexError):  # before year 1 or after 9999, or a range run backwards
        return _NO_DATE


def _tense(tokens: Tokens, found: Found) -> str | None:
    """Return which way the verbs point, None too where the expression says it by itself ("last week")."""
    if isinstance(found.expression, _TENSELESS):
        return None
    tense = direction(tokens, found.start, found.end)
    if tokens.words[tokens.at(found.start)] in ("since", "ever"):
        return "past"
    if isinstance(found.expression, Bounded) and found.expression.opens == "before":
        until = tokens.words[tokens.at(found.start)] in ("until", "till", "up")
        lasts = lasting(tokens, found.start, tense, until=until)
        return lasts or (None if isinstance(found.expression.inner, Yearless) else "future")
    return tense


def _mention(text: str, found: Found, part: Part | None) -> DateMention:
    surface = text[found.start : found.end]
    if part is None:
        return DateMention("", None, None, "needs anchor", surface, found.start, found.end)
    kind = kind_of(found.expression, part)
    return DateMention(part.text, part.first, part.last, kind, surface, found.start, found.end)
