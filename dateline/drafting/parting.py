"""Parts of a whole: "700 of the 2,000 soldiers" makes a population of its own, which belongs to another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.brief.language.splitting import sentences
from dateline.cases import FigureRow
from dateline.drafting.clauses import verb_at
from dateline.drafting.comparing import bounds_of, hedge_of, said_of
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.naming import slug
from dateline.quantities import Quantity, add, relation, subtract

_WHOSE = r"(?:(?:the|its|his|her|their|these|those|all|[\w’']+[’']s)\s)"
_BETWEEN = re.compile(rf"\s(?:[\w-]+\s){{0,2}}of\s{_WHOSE}*(?:[\w-]+\s)?$", re.IGNORECASE)
_LEADS = re.compile(rf"(?:^|[.;,“]\s?|\band\s)(?:out\s)?of\s{_WHOSE}?$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s(?:[\w-]+\s){0,1}of\s(?:them|whom|these|those)\b", re.IGNORECASE)


def parts_in(text: str, figures: Sequence[Quantity]) -> dict[int, int]:
    """Return, by number, each figure that is a part of another of the same sentence, with that other.

    >>> from dateline.quantities import read_quantities
    >>> text = "About 700 of the 2,000 soldiers left; of those, 40 came back."
    >>> parts_in(text, read_quantities(text))
    {0: 1}
    """
    found: dict[int, int] = {}
    for start, end in sentences(text):
        inside = [n for n, figure in enumerate(figures) if start <= figure.start < end and _counts(figure)]
        for at, n in enumerate(inside):
            whole = _whole(text[start:end], start, [figures[m] for m in inside], at)
            if whole is not None and whole != at:
                found[n] = inside[whole]
    return found


def _counts(figure: Quantity) -> bool:
    return figure.not_a_count is None and not figure.vague and not figure.unit


def _whole(sentence: str, offset: int, figures: Sequence[Quantity], at: int) -> int | None:
    """The figure of the sentence that figure `at` is a part of: it has a noun, which the part may lack."""
    one = figures[at]
    behind = sentence[one.end - offset :]
    for other, figure in enumerate(figures):
        between = sentence[one.end - offset : figure.start - offset]
        if figure.counted and one.end < figure.start and _BETWEEN.fullmatch(between):
            return other
        led = _LEADS.search(sentence[: figure.start - offset])
        if figure.counted and led and figure.end < one.start and one.counted in ("", figure.counted):
            return other
    if _OF_THEM.match(behind):
        return next((n for n in range(at - 1, -1, -1) if figures[n].counted), None)
    return None


def part_row(part: Cells, whole: Cells) -> None:
    """Make a row a part of another: the noun of the whole, and a population of its own."""
    part["counted"] = part["counted"] or whole["counted"]
    part["unit"] = part["unit"] or whole["unit"]
    part["population"] = slug(label_of(part))


def label_of(part: Cells) -> str:
    """Call a part by its noun and what narrows it: "soldiers who are leaving"."""
    scope = " ".join(part["scope"].split()[:4])
    if not scope:
        return f"some of the {part['counted']}"
    verb = verb_at(scope)
    return f"{part['counted']} who {scope}" if verb and verb[0] == 0 else f"{part['counted']} {scope}"


def part_checks(rows: Sequence[FigureRow], part_of: dict[str, str]) -> Iterator[Cells]:
    """Yield, for each whole, whether its parts add up, and how many the others of each part are."""
    by_id = {row.id: row for row in rows}
    parts: dict[str, list[FigureRow]] = defaultdict(list)
    for part, whole in part_of.items():
        if part in by_id and whole in by_id and by_id[part].population:
            parts[whole].append(by_id[part])
    for id, found in parts.items():
        if len(found) > 1:
            yield _sum(by_id[id], found)
        yield from (rest_row(by_id[id], part) for part in found)


def _sum(whole: FigureRow, parts: list[FigureRow]) -> Cells:
    total = bounds_of(parts[0])
    for part in parts[1:]:
        total = add(total, bounds_of(part))
    fits = relation(total, bounds_of(whole)) != "contradicts"
    return {
        "left": parts[0].id,
        "right": whole.id,
        "question": f"Do {', '.join(map(said_of, parts))} make up {said_of(whole)}?",
        "verdict": "adds up" if fits else "does not add up",
        "verdict_accepted": "cannot tell",
        "unit": whole.unit,
        "reason": f"Together the parts are {total.describe()}; the whole is {bounds_of(whole).describe()}.",
        "note": to_confirm("are these all the parts that there are?"),
    }


def rest_row(whole: FigureRow, part: FigureRow) -> Cells:
    """Return the row that asks how many of a whole are not of its part."""
    rest = subtract(bounds_of(whole), bounds_of(part))
    return {
        "left": part.id,
        "right": whole.id,
        "question": f"{said_of(part)} of {said_of(whole)}: how many are the others?",
        "lower": "" if rest.lower is None else f"{max(rest.lower, 0):.10g}",
        "upper": "" if rest.upper is None else f"{rest.upper:.10g}",
        "hedge": hedge_of(rest),
        "unit": whole.unit,
        "reason": "The others are the whole less the part, limit by limit.",
        "note": to_confirm("a part of this whole, at the same time?"),
    }
