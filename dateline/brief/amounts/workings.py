"""A working in brackets behind a result: "(2,000 − 1,000 = 1,000)" shows bare numerals of hedged figures."""

from __future__ import annotations

import re

from dateline.marks import fold

_NUMBER = r"\d[\d,]*(?:\.\d+)?\s*%?"
_SUM = rf"{_NUMBER}(?:\s*[-+*/×x÷−–]\s*{_NUMBER})+(?:\s*[=≈]\s*{_NUMBER})?"
_BRACKET = re.compile(rf"\(\s*(?:[a-z ]{{3,30}}:\s*)?(?:{_SUM})(?:\s*(?:to|and|or|,|;)\s*(?:{_SUM}))*\s*\)")
# "(2014 − 2011 = 3)": the years are dates, and only the difference is reckoned.
_YEARS = re.compile(
    r"(?<![\d.,])(?P<last>\d{4})\s*[-−–]\s*(?P<first>\d{4})(?P<made>\s*=\s*(?P<years>\d{1,3}))(?![\d.,]*\d)"
)
_STEPS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else 0.0,
}
_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*", "x": "*", "÷": "/"})


def find(text: str) -> list[tuple[int, int]]:
    """Return the places of the workings of a text that come out and use only numerals that it has outside.

    >>> find("About 9 less about 5 leaves about 4 (9 - 5 = 4).")
    [(36, 47)]
    >>> find("About 9 less about 5 leaves about 4 (9 - 5 = 3).")
    []
    """
    years = _YEARS.finditer(text) if "=" in text else ()
    sums = _BRACKET.finditer(text) if "(" in text else ()
    spans = [match.span("made") for match in years if _are_so_many(match)]
    return spans + [match.span() for match in sums if _holds(match, text)]


def blanked(text: str) -> str:
    """Return a text with its sound workings blanked out, every other place kept.

    >>> blanked("About 9 less 5 is 4 (9-5=4).")
    'About 9 less 5 is 4        .'
    """
    for start, end in find(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _are_so_many(match: re.Match[str]) -> bool:
    return int(match["last"]) - int(match["first"]) == int(match["years"])


def _holds(match: re.Match[str], text: str) -> bool:
    outside = {_value(n) for n in re.findall(_NUMBER, text[: match.start()] + " " + text[match.end() :])}
    for each in re.finditer(_SUM, match[0]):
        left, _, right = each[0].replace("≈", "=").partition("=")
        if any(_value(number) not in outside for number in re.findall(_NUMBER, left)):
            return False
        if right and not _comes_out(left, right):
            return False
    return True


def _comes_out(left: str, right: str) -> bool:
    wanted = _value(right) / (100 if "%" in right else 1)
    return abs(_worked(left) - wanted) <= 0.006 * max(1.0, abs(wanted))


def _worked(left: str) -> float:
    parts = re.split(r"([-+*/])", fold(left).translate(_SIGNS))
    made = _value(parts[0])
    for sign, number in zip(parts[1::2], parts[2::2], strict=True):
        made = _STEPS[sign](made, _value(number))
    return made


def _value(number: str) -> float:
    return float(number.strip(" %").replace(",", "") or 0)
