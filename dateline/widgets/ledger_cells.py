"""The cells of a figure ledger: what a learner means by one, and what a reader of the row would doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from dateline import lexicon
from dateline.cases import Case
from dateline.findings import words
from dateline.kinds._dating import told
from dateline.kinds._hedges import signs_of
from dateline.kinds._ledger_bounds import BAND
from dateline.kinds._ledger_rows import COLUMNS, Entry, entry_of, numerals_of
from dateline.kinds._shared import clipped, is_blank, number_of, same
from dateline.marks import words_of
from dateline.quantities import Quantity, read_quantities

BOUNDS = ("lower", "upper")
NO_HEDGE = ("none", "no hedge")
LONGEST = 300  # characters in one cell
_PERCENT = re.compile(r"(?<=\d)\s*(?:%|per ?cent\b)\s*$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:S\d+\W*)?(?:¶|§|para(?:graph)?s?\.?)?\s*(\d{1,4})", re.IGNORECASE)

Doubt = tuple[str, str]  # the column, and why in words


def read_cell(column: str, value: Any) -> Any:
    """Return what a learner means by a cell typed or pasted; what cannot be read stays as it is typed.

    None is a blank cell: for a bound, the text sets no limit on that side. A hedge of "" says that there is
    none, as a row written in the answer cell would.

    >>> [read_cell("lower", text) for text in ("2,000", "two", "2%", "open", "x")]
    [2000, 2, '2 %', None, 'x']
    >>> read_cell("paragraph", "S1 ¶7"), read_cell("hedge", "none")
    (7, '')
    """
    text = " ".join(str("" if value is None else value).split())[:LONGEST].rstrip()
    if column == "hedge":
        return "" if same(text, *NO_HEDGE) else None if is_blank(text) else text
    if is_blank(text) or text.casefold() == "none":
        return None
    if column == "paragraph":
        found = _PARAGRAPH.fullmatch(text)
        return int(found[1]) if found else text
    return _bound(text) if column in BOUNDS else text


def _bound(text: str) -> Any:
    if same(text, *lexicon.load("answers")["open_bound"]):
        return None
    text = _PERCENT.sub(" %", text)
    number = number_of(text)
    if number is None:
        return _in_words(text)
    return text if text.endswith("%") else number  # the unit belongs to the number


def _in_words(text: str) -> Any:
    """Return the number that is written in words alone, "two" or "2 million"; else the text as it is."""
    found = read_quantities(text)
    if len(found) != 1 or found[0].surface != text or found[0].hedge or found[0].unit or found[0].vague:
        return text
    return found[0].lower if found[0].lower == found[0].upper and found[0].lower is not None else text


def shown(value: Any) -> str:
    """Return a cell as the page shows it: thousands parted by commas, a hedge of "" as a word.

    >>> shown(2000), shown(1.5), shown(None), shown("2 %"), shown("")
    ('2,000', '1.5', '', '2 %', 'none')
    """
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,}"
    return words("widget-no-hedge").found if value == "" else str(value)


def doubts(row: Mapping[str, Any], case: Case, source: str = "") -> list[Doubt]:
    """Return what a reader of a row would stumble over, column by column, in words.

    `source` is the report of which the ledger is kept; without one, a paragraph may be of any report.
    """
    entry = entry_of({name: row.get(name) for name in COLUMNS}, 1)
    return [*_numbers(row), *_hedge(entry), *_paragraph(row, entry, case, source), *_date(row)]


def _numbers(row: Mapping[str, Any]) -> Iterable[Doubt]:
    for column in BOUNDS:
        value = row.get(column)
        if value is not None and number_of(value) is None:
            yield column, _not_a_number(value)
    lower, upper = (number_of(row.get(name)) for name in BOUNDS)
    if lower is not None and upper is not None and lower > upper:
        yield "upper", words("ledger-bounds-crossed", {"lower": shown(lower), "upper": shown(upper)}).found


def _not_a_number(value: Any) -> str:
    hedges = [each.hedge for each in read_quantities(str(value)) if each.hedge]
    if hedges:
        return words("ledger-hedge-in-bound", {"given": clipped(value), "hedge": hedges[0]}).found
    return words("ledger-not-a-number", {"given": clipped(value)}).found


def _hedge(entry: Entry) -> Iterable[Doubt]:
    """Whether the hedge says the same as the bounds; a hedge that is not known says nothing."""
    signs, low, high = signs_of(entry.hedge or ""), entry.lower, entry.upper
    if len(signs) != 1 or entry.unbounded:
        return
    (sign,) = signs
    point = low is not None and low == high
    fits = {
        "more": low is not None and high is None,
        "less": high is not None and low in (None, 0),
        "about": low is not None and high is not None,
        "exact": point,
        "range": low is not None and high is not None and not point,
    }[sign]
    if not fits:
        yield "hedge", words(f"ledger-hedge-{sign}", {"hedge": clipped(entry.hedge)}).found


def _paragraph(row: Mapping[str, Any], entry: Entry, case: Case, source: str) -> Iterable[Doubt]:
    number = row.get("paragraph")
    if number is None:
        return
    sources = [case.sources[source]] if source in case.sources else list(case.sources.values())
    longest = max(len(each.paragraphs) for each in sources)
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        yield "paragraph", words("ledger-not-a-paragraph", {"given": clipped(number)}).found
    elif not 1 <= number <= longest or number != int(number):
        yield "paragraph", words("ledger-no-paragraph", {"longest": longest}).found
    else:
        texts = [each.paragraph(int(number)).text for each in sources if number <= len(each.paragraphs)]
        if not any(_stands_in(entry, text) for text in texts):
            said = " – ".join(shown(n) for n in dict.fromkeys([entry.lower, entry.upper]) if n is not None)
            yield "paragraph", words("ledger-not-there", {"number": said, "paragraph": int(number)}).found


def _stands_in(entry: Entry, text: str) -> bool:
    """Tell whether a number of the row is one of the text's, or its reading of a vague word there."""
    numbers = [n for n in (entry.lower, entry.upper) if n is not None]
    figures, numerals = _figures(text)
    own = set(words_of(f"{entry.hedge or ''} {entry.counted}"))
    if not numbers or any(each.vague and own & set(words_of(each.surface)) for each in figures):
        return True
    return any(n in numerals or any(_is_end(n, each) for each in figures) for n in numbers)


@lru_cache(maxsize=64)  # every row is looked over after each change
def _figures(text: str) -> tuple[list[Quantity], set[int]]:
    return [each for each in read_quantities(text) if not each.not_a_count], numerals_of(text)


def _is_end(number: float, figure: Quantity) -> bool:
    """Tell whether a number may stand for an end of a figure: its own, the next whole one, or its band's."""
    for end in (figure.lower, figure.upper):
        if end is None:
            continue
        room = end * BAND if figure.approximate else 0 if figure.unit else 1
        if abs(number - end) <= room or (figure.unit == "percent" and number * 100 == end):
            return True
    return False


def _date(row: Mapping[str, Any]) -> Iterable[Doubt]:
    given = row.get("as_of")
    if not is_blank(given):
        date = told(given)
        if not date.edtf and not date.no_date:
            yield "as_of", words("ledger-not-a-date", {"given": clipped(given)}).found
