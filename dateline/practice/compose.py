"""Putting the sentences of a story together: numbered paragraphs, and where each row of the key stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.practice.chance import Chance
from dateline.practice.story import Story, stock

_MARK = re.compile(r"\[([A-Z]\d\d)\|([^\[\]|]*)\]")
# What may be left out of a case unless a trap asks for it.
OPTIONAL = ("idiom", "open_door", "tasks", "truce", "contrast", "again_told", "elsewhere")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands: the words, and which occurrence of them in the paragraph is meant."""

    source: str
    paragraph: int
    anchor: str


def layout(chance: Chance, extras: frozenset[str]) -> dict[str, list[list[str]]]:
    """Return which sentences make up each paragraph of both reports, in a drawn order."""
    inner = [["crowd", "idiom"], ["twin"], ["vow"], ["meeting"], ["elsewhere"]]
    first = [["tell"], ["preparing", "turn"], ["again_told"], ["order"], *chance.several(inner, 5)]
    later = [["moving", "truce"], ["ordered"], ["kept", "tasks"], ["others", "past"]]
    body = [["host"], ["again", "contrast"], *chance.several(later, 4)]
    second = [["housed"], ["open_door"], *body]
    plan = {"S1": first, "S2": second}
    return {id: _without(paragraphs, extras) for id, paragraphs in plan.items()}


def _without(paragraphs: list[list[str]], extras: frozenset[str]) -> list[list[str]]:
    kept = [[name for name in names if name not in OPTIONAL or name in extras] for names in paragraphs]
    return [names for names in kept if names]


def compose(
    story: Story, chance: Chance, extras: frozenset[str]
) -> tuple[dict[str, list[str]], dict[str, Spot]]:
    """Write both reports: paragraphs by source, and the place of every row that the text carries."""
    slots, texts, spots = story.slots(), {}, {}
    for source, paragraphs in layout(chance, extras).items():
        texts[source] = []
        for number, names in enumerate(paragraphs, start=1):
            drawn = [chance.pick(stock("sentences")[name]) for name in names]
            text, marks = _read_marks(" ".join(_filled(each, slots) for each in drawn))
            texts[source].append(text)
            spots |= {id: Spot(source, number, _nth(text, start, end)) for id, (start, end) in marks.items()}
    return texts, spots


def _filled(sentence: str, slots: dict[str, str]) -> str:
    """Fill a sentence; its first letter, and the first of each sentence within it, becomes a capital."""
    text = sentence.format(**slots)
    begins = r"(^(?:\[[A-Z]\d\d\|)?[“]?(?:\[[A-Z]\d\d\|)?|[.?!]”? (?:\[[A-Z]\d\d\|)?[“]?)([a-z])"
    return re.sub(begins, lambda found: found[1] + found[2].upper(), text)


def _read_marks(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the marks out of a text and tell where what they enclose stands."""
    text, marks, done = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        marks[mark[1]] = (len(text), len(text) + len(mark[2]))
        text, done = text + mark[2], mark.end()
    return text + marked[done:], marks


def _nth(text: str, start: int, end: int) -> str:
    """Return the words as an anchor: with ` #2` when they stand there before."""
    phrase = text[start:end]
    before = len(re.findall(rf"(?<!\w){re.escape(phrase)}(?!\w)", text[:start]))
    return f"{phrase} #{before + 1}" if before else phrase
