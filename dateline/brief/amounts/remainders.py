"""What "30 of the 45" and "all but two" in a paragraph make: a share in words, and how many the rest are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from dateline.brief.amounts.hedging import bounds_of
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Passage
from dateline.brief.language.reading import read_quantities
from dateline.brief.language.verbs import is_participle, is_past
from dateline.brief.language.wording import Word, has_phrase, ideas, is_light, words
from dateline.lexicon import load
from dateline.quantities import Quantity, share
from dateline.quantities.relations import relation

_OF = re.compile(
    r"\s+of\s+(?:(?:the|those|these|its|their|all)\s+)*(?:[\w-]+(?:\s[\w-]+)?['’]s?\s+)?", re.IGNORECASE
)
_BUT = re.compile(r"\b(?:all|everyone|everybody)\s+(?:but|except)\s+(?:for\s+)?(?:the\s+)?", re.IGNORECASE)
_OF_THE = re.compile(r"(?:^|[.;!?]\s+)Of\s+(?:(?:the|those|these|its|their|all)\s+)*$")
_OTHERS = re.compile(r"\W*(?:The|All)\s+(?:the\s+)?(?:others?|rest|remainder|remaining)\b")
_STOP = re.compile(r"[.;!?]\s")
_PERCENT = re.compile(r"%|per\s?cent|pct", re.IGNORECASE)


def follows(mine: Counted, facts: Facts, cited: Iterable[Passage]) -> bool:
    """Tell whether a figure that no cited paragraph has follows at sight from what one of them has.

    "More than half of the 45 villages" follows from "more than 30 of the 45"; "seven" where nine were held
    and "all but two" let go. A share in percent is reckoned, and its working has to be shown, unless it is
    exact: "60%" for "three of five".
    """
    if mine.figure.unit == "percent":
        plain = not _PERCENT.search(mine.figure.surface)
        return any(_is_share(mine, facts, p, plain) or _is_lost(mine, facts, p) for p in cited)
    if any(_is_of_the_others(mine, facts, passage) for passage in cited):
        return True
    point = mine.figure.lower == mine.figure.upper is not None and not mine.figure.approximate
    return point and not mine.figure.unit and any(_is_rest(mine, facts, passage) for passage in cited)


def _is_share(mine: Counted, facts: Facts, passage: Passage, rounded: bool) -> bool:
    for first, second in pairwise(passage.facts.figures):
        one, whole = (second, first) if _leads(first, second, facts, passage) else (first, second)
        between = passage.text[one.figure.end : whole.figure.start]
        if one.figure.unit or whole.figure.unit or one.figure.vague:
            continue
        if one is first and not _OF.fullmatch(between):
            continue
        noun = words(whole.figure.counted or one.figure.counted)[-1:]
        told = bool(noun) and bool(ideas(noun[0].stem) & facts.every_idea)
        allowed = ("same", "weaker") if rounded else ("same",)
        if told and relation(mine.figure, share(one.figure, whole.figure)) in allowed:
            return True
    return False


def _is_lost(mine: Counted, facts: Facts, passage: Passage) -> bool:
    """ "Had lost more than 98% of it" where less than 2% of it was left."""
    if not has_phrase(facts.text, load("reckoning")["losing"]):
        return False
    shares = [c.figure for c in passage.facts.figures if c.figure.unit == "percent" and not c.figure.vague]
    return any(bounds_of(mine.figure, _complement(figure)) in ("fine", "weaker") for figure in shares)


def _complement(figure: Quantity) -> Quantity:
    """What is left of a hundred per cent."""
    lower, upper = (None if end is None else 100 - end for end in (figure.upper, figure.lower))
    closed = {"lower_closed": figure.upper_closed, "upper_closed": figure.lower_closed}
    return replace(figure, lower=lower, upper=upper, hedge="", **closed)


def _leads(whole: Counted, part: Counted, facts: Facts, passage: Passage) -> bool:
    """ "Of the 45 villages that it asked, 30 have answered", where a sentence tells of the answers."""
    ahead, between = passage.text[: whole.figure.start], passage.text[whole.figure.end : part.figure.start]
    if not _OF_THE.search(ahead) or "," not in between or _STOP.search(between):
        return False
    end = next(b for a, b in passage.sentences if part.figure.start < b)
    told = frozenset().union(*facts.wide)
    deed = [at for at, word in enumerate(passage.facts.words) if part.figure.end <= word.start < end]
    deed = [at for at in deed if not is_light(passage.facts.words[at])]
    return bool(deed) and bool(passage.facts.wide[deed[0]] & told)


def _is_of_the_others(mine: Counted, facts: Facts, passage: Passage) -> bool:
    """ "Those not over 55 get less" where some "are over 55 and get more. The others get less."."""
    if not mine.figure.hedge.startswith("not ") or mine.figure.upper is None:
        return False
    same = [c.figure for c in passage.facts.figures if c.figure.lower == mine.figure.upper and c.figure.hedge]
    rest = [span for span in passage.sentences if _OTHERS.match(passage.text, *span)]
    if not same or not rest:
        return False
    told = frozenset().union(*facts.wide)
    spans = [next(s for s in passage.sentences if same[0].start < s[1]), rest[0]]
    first, second = (_shared(passage, span, told) for span in spans)
    return second > first


def _shared(passage: Passage, span: tuple[int, int], told: frozenset[str]) -> int:
    """How many content words of a sentence are told."""
    inside = [at for at, word in enumerate(passage.facts.words) if span[0] <= word.start < span[1]]
    return sum(not is_light(passage.facts.words[at]) and bool(passage.facts.wide[at] & told) for at in inside)


def _is_rest(mine: Counted, facts: Facts, passage: Passage) -> bool:
    """ "Seven were freed" of nine where "all but two were released"; seven were not held."""
    told = frozenset().union(*facts.wide)
    for number, behind in _rests(passage):
        deed = next((at for at, word in enumerate(passage.facts.words) if _tells(word, behind)), None)
        if mine.figure.lower == number and deed is not None and passage.facts.wide[deed] & told:
            return True
    return False


def _tells(word: Word, behind: int) -> bool:
    return word.start >= behind and not is_light(word) and (is_past(word) or is_participle(word))


def _rests(passage: Passage) -> Iterator[tuple[int | float, int]]:
    """Yield how many are left where a paragraph counts some and goes on "all but two", and where it does."""
    counted = [each.figure for each in passage.facts.figures if _is_point(each.figure)]
    for match in _buts(passage.text):
        left = next(iter(excepted(passage.text[match.start() : match.end() + 20])), None)
        ahead = [figure for figure in counted if figure.end <= match.start()]
        behind = [figure for figure in counted if match.end() < figure.start <= match.end() + 24]
        whole = next(iter(behind[1:] or ahead[::-1]), None)
        if left and whole and _is_point(left) and whole.lower > left.lower:
            yield whole.lower - left.lower, match.end() + left.end


def rests(passage: Passage) -> set[int | float]:
    """Return how many are left where a paragraph counts some and goes on "all but two"."""
    return {number for number, _ in _rests(passage)}


def excepted(text: str) -> list[Quantity]:
    """Return the figures that a text excepts.

    >>> [figure.lower for figure in excepted("All but two of the nine were freed.")]
    [2]
    """
    behind = (read_quantities(text[match.end() : match.end() + 20]) for match in _buts(text))
    return [figures[0] for figures in behind if figures]


def _buts(text: str) -> Iterator[re.Match[str]]:
    """Each "all but" of a text; most texts have none."""
    low = text.lower()
    return _BUT.finditer(text) if "but" in low or "except" in low else iter(())


def all_but(figure: Quantity, text: str) -> int:
    """Return where the "all but" ahead of a figure begins, -1 where there is none.

    >>> text = "All but two of the nine were freed."
    >>> [all_but(figure, text) for figure in read_quantities(text)]
    [0, -1]
    """
    ends = (match.start() for match in _buts(text) if match.end() == figure.start)
    return next(ends, -1)


def _is_point(figure: Quantity) -> bool:
    return figure.lower == figure.upper is not None and not (figure.unit or figure.approximate)
