"""Which ledger row stands for which figure of the key, and which stand for none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.cases import Case, FigureRow
from dateline.kinds._ledger_bounds import judge_bounds
from dateline.kinds._ledger_rows import Entry, numerals_of
from dateline.kinds._ledger_words import judge_counted
from dateline.kinds._matching import best_pairs

PARAGRAPH, NUMBER, NOUN, HEDGE = 3.0, 3.0, 2.0, 0.5
ENOUGH = 3.0  # the paragraph alone, or the number alone, lets a row stand for a figure


@dataclass
class Pairs:
    """How rows stand to the key: figures `wanted` and `missing`, rows that count `nothing`, are doubled …"""

    source: str
    paragraphs: frozenset[int]
    wanted: list[tuple[FigureRow, Entry]] = field(default_factory=list)
    missing: list[FigureRow] = field(default_factory=list)
    nothing: list[tuple[Entry, FigureRow]] = field(default_factory=list)
    doubled: list[tuple[Entry, FigureRow]] = field(default_factory=list)
    spare: list[Entry] = field(default_factory=list)
    unknown: list[Entry] = field(default_factory=list)


def pair(
    entries: Sequence[Entry], wanted: Sequence[FigureRow], spare: Sequence[FigureRow], case: Case
) -> Pairs:
    """Pair the rows told with the key by the best sum of scores; what stays over is sorted by what it is."""
    targets = [*wanted, *spare]
    scores = [
        [score(entry, row, case, index < len(wanted)) for entry in entries]
        for index, row in enumerate(targets)
    ]
    matched = best_pairs(scores)
    source = targets[0].source if targets else ""
    numbers = range(1, len(case.sources[source].paragraphs) + 1) if source in case.sources else ()
    pairs = Pairs(source, frozenset(numbers))
    for index, row in enumerate(targets):
        if index in matched:
            _place(entries[matched[index]], row, index < len(wanted), pairs)
        elif index < len(wanted):
            pairs.missing.append(row)
    for entry in [entry for n, entry in enumerate(entries) if n not in matched.values()]:
        _left_over(entry, targets, case, pairs)
    return pairs


def _place(entry: Entry, row: FigureRow, is_wanted: bool, pairs: Pairs) -> None:
    if is_wanted:
        pairs.wanted.append((row, entry))
    elif row.is_figure or row.why_not == "article":
        (pairs.spare if _tells(entry, row) else pairs.unknown).append(entry)
    else:
        pairs.nothing.append((entry, row))


def _tells(entry: Entry, row: FigureRow) -> bool:
    """Whether a row for a further figure tells its number, or none where the text has none."""
    return not row.is_figure or entry.unbounded or judge_bounds(entry, row).share > 0


def _left_over(entry: Entry, targets: Sequence[FigureRow], case: Case, pairs: Pairs) -> None:
    """A row too many: the same again, another one for a figure already told, or one for no figure at all."""
    told = [other for _, other in pairs.wanted] + pairs.spare + [other for other, _ in pairs.nothing]
    if any(entry.same_as(other) for other in told) or entry.unbounded:
        pairs.spare.append(entry)
        return
    best = max(targets, key=lambda row: score(entry, row, case, False), default=None)
    if best is not None and score(entry, best, case, False) > ENOUGH:
        pairs.doubled.append((entry, best))
    else:
        pairs.unknown.append(entry)


def score(entry: Entry, row: FigureRow, case: Case, is_wanted: bool) -> float:
    """Return how well a row told fits a row of the key; 0 when it cannot stand for it.

    The paragraph alone is enough for a figure that is wanted, not for one that may be left out. A number
    that counts nothing is met only by a row with its paragraph and its very number.
    """
    here = PARAGRAPH if entry.paragraph == row.paragraph else 0.0
    number = NUMBER if _numbers(row) & _told(entry) else 0.0
    if not row.is_figure:
        return here + number if here and number else 0.0
    noun = NOUN if entry.counted and not judge_counted(entry.counted, row, case).key else 0.0
    hedge = HEDGE if entry.hedge and entry.hedge.lower() == row.hedge.lower() else 0.0
    if entry.unbounded and row.vague and here:
        number = NUMBER if hedge or noun else 0.0
    if not (number or noun or (is_wanted and not row.vague)):
        return 0.0
    total = here + number + noun + hedge
    return total if total >= ENOUGH and (here or noun) else 0.0


def _numbers(row: FigureRow) -> set[float]:
    if not row.is_figure:
        return set(numerals_of(row.anchor))
    return {n for n in (row.lower, row.upper) if n is not None and not row.vague}


def _told(entry: Entry) -> set[float]:
    """The numbers of a row, and those beside them, as "more than 700" may be told as 701 or more."""
    told = {n for n in (entry.lower, entry.upper) if n is not None}
    return told | {n - 1 for n in told if n > 12} | {n + 1 for n in told if n > 12}
