"""Cut a text into words, and look at the words around a place."""

from __future__ import annotations

import re
from bisect import bisect_left

from dateline.dates.vocabulary import word_set

# Thin blanks as no-break ones: in the set of a gap they would make each of its many patterns slow to compile.
_THIN = str.maketrans("\u2009\u202f", "\u00a0\u00a0")
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[!?;\u2026]|\n[ \t]*\n|[.:](?=[\s\"'”’)])")


class Tokens:
    """The words of a text, with their places in code points.

    >>> Tokens("Two days later").words
    ['two', 'days', 'later']
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # For patterns with a gap in them; places are the same.
        self.plain = text if text.isascii() else text.translate(_THIN)
        places = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]
        self.words = [text[start:end].lower() for start, end in places]
        self.cues: dict[int, str | None] = {}  # what tense.py found each word to say, by its number
        self._breaks: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self.words)

    def at(self, place: int) -> int:
        """Return the number of the first word that starts at `place` or after it."""
        return bisect_left(self.starts, place)

    def before(self, place: int, back: int = 1) -> str:
        """Return the word `back` words before `place`, "" when there is none."""
        number = self.at(place) - back
        return self.words[number] if number >= 0 else ""

    def after(self, place: int, on: int = 0) -> str:
        """Return the word `on` words after the first one from `place`, "" when there is none."""
        number = self.at(place) + on
        return self.words[number] if number < len(self.words) else ""

    def raw_after(self, place: int) -> str:
        """Return the first word from `place` as it is spelt."""
        number = self.at(place)
        return self.text[self.starts[number] : self.ends[number]] if number < len(self.words) else ""

    def breaks(self, number: int) -> bool:
        """Tell whether a sentence ends between word `number` and the next."""
        if number not in self._breaks:
            self._breaks[number] = self._breaks_at(number)
        return self._breaks[number]

    def _breaks_at(self, number: int) -> bool:
        if number + 1 >= len(self.words):
            return True
        stop = _STOP.search(self.text, self.ends[number], self.starts[number + 1])
        if not stop or stop.group() not in ".:":
            return bool(stop)
        short = len(self.words[number]) == 1 or self.words[number] in word_set("tense", "before_a_full_stop")
        return not short and not self.text[self.starts[number + 1]].islower()
