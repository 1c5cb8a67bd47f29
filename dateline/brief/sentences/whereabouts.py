"""Where it happens: a place that no cited paragraph has, a wider place, a whole for a part, another side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.facts import Counted, Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.ground.places import REGION, WORLD, Places, Spot
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import has_phrase
from dateline.findings import Finding, Place
from dateline.lexicon import load

_BETWEEN = re.compile(r"(?:\bbetween\s+(?:the\s+)?|^)[A-Z][\w’']*\s+and\s+$")
_IN_THE_EYES = re.compile(
    r"\b(?:eyes|view|opinion|mind|reading|thinking) of (?:the )?$"
    r"|\b(?:his|her|its|their|the) (?:counterpart|opposite number|colleague) in $",
    re.IGNORECASE,
)
_ALLIED = re.compile(r"\b(?:allied|loyal|friendly|hostile) to $", re.IGNORECASE)
_NEAR = 4  # words between a figure and where those are whom it counts


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Name the first place of a sentence that the cited paragraphs do not bear out.

    A coarser place is fine for where something is ("outposts in Syria" for its northeast), but not for a
    number, nor for what people leave: who left Syria has not left the Middle East.
    """
    places = _places(ground)
    spots = [spot for spot in places.find(facts.text) if not _is_aside(spot, facts)]
    if not spots:
        return []
    told = Told(
        {place for passage in cited for place in _named(passage, ground, places)},
        [spot for passage in cited for spot in _spots(passage, ground, places)],
        _home(ground, places),
        frozenset(side for low, side in load("places")["sides"].items() for p in cited if low in p.forms),
    )
    for at, spot in enumerate(spots):
        beside = [other for other in spots[max(0, at - 1) : at + 2] if spot.joined or other.joined]
        key = _fault(spot, beside, told, _counts(spot, facts), places)
        key = key or ("population-swapped" if _is_of_another(spot, facts, cited, ground, places) else "")
        if key:
            params = {"given": facts.text[spot.start : spot.end], "words": facts.text[spot.start : spot.end]}
            return [Finding(key, possible=1, params=params, place=Place(*cited[0].place))]
    return []


def _is_of_another(
    spot: Spot, facts: Facts, cited: Sequence[Passage], ground: Ground, places: Places
) -> bool:
    """ "More than 3,000 live in Reed Landing", where they live in Lower Quell and another cited paragraph has
    Reed Landing."""
    counted = _before(spot, facts)
    if counted is None or spot.lead != "in":
        return False
    found = [(p, c) for p in cited for c in p.facts.figures if shares_numeral(counted.figure, c.figure)]
    if not found or any(spot.id == id for p, _ in found for id, _ in _named(p, ground, places)):
        return False
    return all(
        any(_before(s, p.facts) is c and s.lead == "in" for s in _spots(p, ground, places)) for p, c in found
    )


def _before(spot: Spot, facts: Facts) -> Counted | None:
    """The figure right before a place, a few words between them: "3,000 residents live in …"."""
    figure = next((c for c in reversed(facts.figures) if c.figure.end <= spot.start), None)
    between = [w for w in facts.words if figure and figure.figure.end <= w.start < spot.start]
    return figure if figure and not figure.figure.unit and len(between) <= _NEAR else None


def _is_aside(spot: Spot, facts: Facts) -> bool:
    """Tell whether a place stands in a quotation or in a longer name: "The Quell Valley Courier"."""
    quoted = any(a <= spot.start < b for a, b in facts.quotations)
    hedge = any(c.figure.start <= spot.start < c.figure.end for c in facts.figures)  # "anywhere from 5 to 9"
    return (
        quoted
        or hedge
        or any(m.person and m.start < spot.end < m.end for m in facts.names)  # "the US defence secretary"
        or _is_government(spot, facts)
        or facts.text[spot.end : spot.end + 2].strip().istitle()
    )


def _is_government(spot: Spot, facts: Facts) -> bool:
    """Tell "Washington sent teams", "agreed with Washington" from "teams sent to Washington": a capital that
    acts is its government."""
    if not any(m.start <= spot.start < m.end and not m.person for m in facts.names):
        return False
    behind = next((word for word in facts.words if word.start >= spot.end), None)
    ahead = next((word.low for word in reversed(facts.words) if word.end <= spot.start), "")
    acts = behind is not None and (behind.low.endswith(("s", "ed")) or is_past(behind))
    # "For Washington they were the best fighters", "in the eyes of Ankara"
    holds = facts.text[: spot.start].strip().lower() == "for" or _IN_THE_EYES.search(
        facts.text, 0, spot.start
    )
    # "Washington, he said, has left"; "Baghdad and Washington have agreed"
    opens = spot.start == 0 and facts.text.startswith((",", " and "), spot.end)
    sides = ahead in ("with", "by", "between", "lets", "let", "helps", "helped") or (
        ahead == "and" and _BETWEEN.search(facts.text[: spot.start])
    )
    allied = _ALLIED.search(facts.text, 0, spot.start)  # "forces allied to Washington"
    return bool(holds or allied or (not spot.lead and (acts or opens or sides)))


def _places(ground: Ground) -> Places:
    if "places" not in ground.kept:
        ground.kept["places"] = (Places(ground.case),)
    return ground.kept["places"][0]


def _named(passage: Passage, ground: Ground, places: Places) -> frozenset[tuple[str, str]]:
    """The places that a paragraph names, with those of the key's rows for it."""
    key = "places", passage.place
    if key not in ground.kept:
        texts = [passage.text]
        for table in ("claims", "figures", "dates"):
            for row in ground.case.key.rows(table):
                if (row.source, row.paragraph) == passage.place:
                    told = (getattr(row, name, "") for name in ("statement", "scope", "counted", "event"))
                    texts += [text for text in told if text]
        ground.kept[key] = (frozenset().union(*map(places.named, texts)),)
    return ground.kept[key][0]


def _spots(passage: Passage, ground: Ground, places: Places) -> tuple[Spot, ...]:
    key = "spots", passage.place
    if key not in ground.kept:
        ground.kept[key] = tuple(places.find(passage.text))
    return ground.kept[key]


def _home(ground: Ground, places: Places) -> set[str]:
    """The places that the whole case is about: those of its title and question, and those named most."""
    if "home" not in ground.kept:
        about = places.named(f"{ground.case.title}. {ground.case.question}")
        counts: dict[str, int] = {}
        for passage in ground.passages.values():
            for id, _ in _named(passage, ground, places):
                counts[id] = counts.get(id, 0) + 1
        most = {id for id, count in counts.items() if count == max(counts.values())}
        ground.kept["home"] = ({id for id, _ in about} - {WORLD, REGION} | most,)
    return ground.kept["home"][0]


@dataclass(frozen=True, slots=True)
class Told:
    """What the cited paragraphs say of places: all they name, those they place things at; the case's own;
    and the sides of which they speak ("the north")."""

    known: set[tuple[str, str]]
    spots: list[Spot]
    home: set[str]
    sides: frozenset[str]

    def has(self, id: str) -> bool:
        """Tell whether a place is named at all or is what the case is about."""
        return id in self.home or any(id == known for known, _ in self.known)


def _fault(spot: Spot, beside: Sequence[Spot], told: Told, counted: bool, places: Places) -> str:
    """The message key for one place of a sentence, "" when it is borne out."""
    swapped = "population-swapped" if counted or not spot.lead else "place-swapped"
    ways = {other.id for other in told.spots if other.lead == spot.lead}
    if (
        spot.lead == "from"
        and ways
        and spot.id not in ways
        and not any(places.holds(w, spot.id) for w in ways)
    ):
        return "scope-widened" if any(places.holds(spot.id, way) for way in ways) else swapped
    if spot.id == WORLD and not told.has(WORLD):
        return "scope-widened"
    sides = {side for id, side in told.known if id == spot.id}
    if sides:
        return _side_fault(spot, sides, told, swapped)
    if any(places.holds(spot.id, id) for id, _ in told.known):
        wide = spot.whole or spot.lead == "from" or (counted and spot.lead == "in") or spot.id == WORLD
        return "scope-widened" if wide else ""
    if any(other is not spot and told.has(other.id) for other in beside):
        return "scope-widened"
    if spot.id in told.home and not spot.side:
        return swapped if counted and spot.lead == "in" and ways else ""  # counted in another place
    if spot.id in told.home and spot.side in told.sides:
        return ""  # "the north of Selmara" for "the north"
    if any(places.holds(spot.id, id) for id in told.home) and counted:
        return "scope-widened"
    return swapped


def _side_fault(spot: Spot, sides: set[str], told: Told, swapped: str) -> str:
    """The same place: another side of it, or all of it for a side."""
    other = sides - {""}
    if spot.side and other and not any(_meets(spot.side, side) for side in other):
        return swapped
    partly = [each.side for each in told.spots if each.id == spot.id]
    return "scope-widened" if spot.whole and partly and all(partly) else ""


def _meets(one: str, other: str) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _counts(spot: Spot, facts: Facts) -> bool:
    """Tell whether a figure of people or things stands in the clause of a place."""
    clause = next((word.clause for word in facts.words if word.end > spot.start), 0)
    inside = [word.start for word in facts.words if word.clause == clause]
    start, end = (inside[0], inside[-1]) if inside else (0, 0)
    return any(start <= c.figure.start <= end and c.figure.unit in ("", "percent") for c in facts.figures)


def wrong_base(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """A share of "the land it once held" may not become a share of the land."""
    shares = [c for c in facts.figures if c.figure.unit == "percent" and not c.figure.vague]
    for mine in shares:
        for passage in cited:
            theirs = next((c for c in passage.facts.figures if _is_alike(mine.figure, c.figure)), None)
            lost = theirs and next(
                (
                    base
                    for base in load("places")["bases"]
                    if has_phrase(passage.text[theirs.figure.end :], base["in_source"])
                    and not has_phrase(facts.text, base["in_sentence"])
                ),
                None,
            )
            if lost:
                place = Place(*passage.place, theirs.figure.start, theirs.figure.end, theirs.figure.surface)
                return [Finding("wrong-base", possible=1, params={"given": mine.figure.surface}, place=place)]
    return []


def _is_alike(a, b) -> bool:
    return b.unit == "percent" and not b.vague and bool({a.lower, a.upper} & {b.lower, b.upper} - {None})
