"""What happens in a practice story: its people, places, figures and days, drawn from a seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.practice.calendar import DAYS, MONTHS, WEEKDAYS, Calendar, draw_calendar
from dateline.practice.chance import Chance
from dateline.practice.hedged import Hedged, hedged, ranged
from dateline.yaml12 import read_yaml_text


@cache
def stock(name: str) -> Any:
    """Return a store of words: "frames", "names" or "sentences"."""
    return read_yaml_text((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a story, with the forms in which a report names them."""

    first: str
    last: str
    title: str
    pronoun: str

    @property
    def full(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Story:
    """The facts of a story; `figures` by the id of their row in the key."""

    frame: Mapping[str, Any]
    places: tuple[str, str, str]
    leader: Person
    minister: Person
    writer: Person
    leader_post: str
    host: str
    paper: str
    agency: str
    calendar: Calendar
    figures: Mapping[str, Hedged]

    def slots(self) -> dict[str, str]:
        """Return what stands in the slots of the sentences."""
        frame, when, (place, town, far) = self.frame, self.calendar, self.places
        names = {"place": place, "town": town, "far": far}
        own = {key: text.format(**names) for key, text in frame.items() if isinstance(text, str)}
        numbers = {f"n_{name}": self.figures[id].words for id, name in FIGURES.items()}
        return {
            **own,
            **names,
            **numbers,
            "thing": frame["thing"][0],
            "thing_does": frame["thing"][1],
            "others": frame["others"][0],
            "others_in": frame["others"][1],
            "task_one": frame["tasks"][0],
            "task_two": frame["tasks"][1],
            "leader_post": self.leader_post,
            "leader": self.leader.full,
            "leader_short": f"{self.leader.title} {self.leader.last}",
            "minister_post": frame["post"],
            "minister": self.minister.full,
            "minister_last": self.minister.last,
            "minister_he": self.minister.pronoun,
            "host": self.host,
            "told_on": WEEKDAYS[when.told_on],
            "met_on": WEEKDAYS[when.met_on],
            "vowed_in": MONTHS[when.vowed_in.month - 1],
            "vow_on": WEEKDAYS[when.vow_on.weekday()],
            "set_out_on": WEEKDAYS[when.set_out_on.weekday()],
            "agreed_on": WEEKDAYS[when.agreed_on.weekday()],
            "days_word": DAYS[when.days],
            "built": str(when.built),
        }


FIGURES = {"F01": "first", "F02": "twin", "F03": "leave", "F04": "second", "F05": "stay", "F06": "other"}


def draw_story(chance: Chance, level: int, twin: bool) -> Story:
    """Draw a story; with `twin`, the first report has one numeral for two different things."""
    names, frame = stock("names"), chance.pick(stock("frames"))
    places = tuple(chance.several(names["places"], 3))
    lasts = chance.several(names["last"], 3)
    people = [_person(chance, *each) for each in zip(("she", "he"), lasts[:2], strict=True)]
    people = [*chance.several(people, 2), _person(chance, chance.pick(("she", "he")), lasts[2])]
    post = chance.pick(names["posts"])
    return Story(
        frame=frame,
        places=places,
        leader=people[0],
        minister=people[1],
        writer=people[2],
        leader_post=post,
        host=f"the {chance.pick(names['hosts'])} of {places[1]}",
        paper=f"The {places[0]} {chance.pick(names['papers'])}",
        agency=chance.pick(names["agencies"]),
        calendar=draw_calendar(chance, frame["months"]),
        figures=draw_figures(chance, frame["size"], level, twin),
    )


def _person(chance: Chance, pronoun: str, last: str) -> Person:
    return Person(chance.pick(stock("names")[pronoun]), last, {"she": "Ms", "he": "Mr"}[pronoun], pronoun)


def draw_figures(chance: Chance, size: list[int], level: int, twin: bool) -> dict[str, Hedged]:
    """Draw figures that fit: those who leave and those who stay lie within those who were there."""
    step = 10 if size[1] < 1000 else 50
    first = _round(chance.between(size[0], size[1]), step)
    second = _round(first * chance.between(40, 65) / 100, step)
    few = _round(second * chance.between(8, 14) / 100, step)
    many = few + step * chance.between(1, 2)
    leave = _round(second - many - step * chance.between(1, 2), step)
    other = _round(first * chance.between(15, 30) / 100, step)
    while other in (few, many, leave, second):
        other += step
    count = first if twin else _round(first * chance.between(120, 180) / 100, step)
    return {
        "F01": hedged(first, chance, ("above",), level),
        "F02": hedged(count, chance, ("about",), level),
        "F03": hedged(leave, chance, ("above",), level),
        "F04": hedged(second, chance, ("about",), level),
        "F05": ranged(few, many, chance),
        "F06": hedged(other, chance, ("above", "below", "about"), level),
    }


def _round(number: float, step: int) -> int:
    return max(step, int(number / step + 0.5) * step)
