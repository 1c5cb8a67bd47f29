"""What a practice case says of itself: people, bodies, groups, places, and that all of it is invented."""

from __future__ import annotations

from dateline.cases import About
from dateline.practice.story import Person, Story

NOTICE = (
    "Invented for practice: the story, its places and its people do not exist. "
    "No real report stands behind it."
)
RIGHTS = "CC BY 4.0"


def about(story: Story) -> About:
    """Return the head of the case."""
    said, (place, town, far) = story.slots(), story.places
    return About(
        title=f"{said['title']}, {story.calendar.month:%Y} (an invented story)",
        question=f"What happened to the {said['units']} at {place} between the two reports, "
        "and how sure can we be?",
        cut_off=str(story.calendar.issued),
        sources=["S1", "S2"],
        invented=True,
        people={
            "leader": _party(story.leader, story.leader_post),
            "minister": _party(story.minister, said["post"]),
            "insider": _role(said["insider"]),
            "officials": {
                "name": "officials who know of the plan",
                "role": "unnamed; how many they are is not stated",
                "aliases": [
                    "officials",
                    "the officials",
                    "unnamed officials",
                    "officials close to the talks",
                    "officials with knowledge of the plan",
                ],
            },
        },
        organisations={
            "org": _body(said["org"]),
            "board": _body(said["board"]),
            "paper": {
                "name": story.paper,
                "role": "newspaper that published S1",
                "aliases": ["the first report", story.paper.removeprefix("The ")],
            },
            "agency": {
                "name": story.agency,
                "role": "news agency credited in S2",
                "aliases": [f"the {story.agency}", "the second report"],
            },
        },
        populations=_groups(said, place),
        places={id: {"name": name} for id, name in (("place", place), ("town", town), ("far", far))},
        rights=f"Both reports, every place and every person in them are invented. {RIGHTS}.",
    )


def _party(person: Person, post: str) -> dict[str, object]:
    named = [person.last, f"{person.title} {person.last}", f"{post} {person.last}", f"{post} {person.full}"]
    return {"name": person.full, "role": post, "aliases": [*named, f"the {post.lower()}"]}


def _role(name: str) -> dict[str, object]:
    bare = name.partition(" ")[2]
    return {"name": name, "role": "not named", "aliases": [f"the {bare}", bare, f"an unnamed {bare}"]}


def _body(name: str) -> dict[str, object]:
    return {"name": name, "aliases": [f"the {name}", f"the {name.split()[-1].lower()}"]}


def _groups(said: dict[str, str], place: str) -> dict[str, dict[str, object]]:
    """The groups that are counted; those who leave and those who stay are parts of the whole."""
    units, leaving, staying = said["units"], said["leaving"], said["staying"]
    everyone = [
        f"all {units}",
        f"{units} of {place}",
        f"{units} {said['still']}",
        f"{units} {said['still'].removeprefix('still ')}",
    ]
    return {
        "group": {"label": f"{units} at {place}", "aliases": everyone},
        "leaving": {
            "label": f"{units} {leaving}",
            "aliases": [f"{units} who are {leaving}", f"{units} who leave"],
            "part_of": "group",
        },
        "staying": {
            "label": f"{units} who are to {staying}",
            "aliases": [f"{units} who stay", f"{units} staying on"],
            "part_of": "group",
        },
        "things": {"label": said["thing"], "aliases": []},
        "others": {"label": said["others"], "aliases": []},
    }
