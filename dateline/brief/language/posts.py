"""What people are called by post: "the union's leader", "a company spokesman", "the health minister"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from dateline.lexicon import load

_OF = re.compile(r"\s+(?:of|for|at)\s+(?:the\s+)?", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:in|at|for)\s+[A-Z][\w ]*$")  # "director of the Relief Council in Ketmar"
# "Minister of finance until May 2024", "interior minister in 2021".
_WHEN = re.compile(r"\s+(?:(?:until|since|after|before)\s.*|in\s+\d{4})$")
_OF_LAND = re.compile(r"(?P<said>(?:[\w-]+ )+(?P<post>[\w-]+)) of (?:the )?(?P<land>[\w -]+)")
_IN_FIELD = re.compile(
    r"(?P<said>(?P<post>[\w-]+(?: [\w-]+)?) of [\w -]+?) (?P<link>at|for|in) (?:the )?(?P<body>[\w' -]+)"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def names(people: Mapping[str, Any], organisations: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Return (id, name) for every name that the post of a person in case.yaml gives.

    Only people with a name of their own are meant, and no post that two of them share.

    >>> from types import SimpleNamespace as Party
    >>> people = {"dahl": Party(name="Levin Dahl", role="spokesman for Norrick Lines", aliases=[])}
    >>> lines = {"norrick": Party(name="Norrick Lines", role="", aliases=["the company"])}
    >>> found = {name for _, name in names(people, lines)}
    >>> found >= {"company's spokesman", "Norrick Lines spokesman", "its spokesman"}
    True
    """
    found = [(id, name) for id, party in people.items() for name in _of(party, organisations)]
    holders = Counter(name.lower() for _, name in set(found))
    for id, name in found:
        # "its head" needs a body of the case, and nobody else who heads one
        loose = name.startswith(("its ", "their ")) and not body_of(people[id].role, organisations)
        if holders[name.lower()] == 1 and not loose:
            yield id, name


def body_of(role: str, organisations: Mapping[str, Any]) -> str:
    """Return the organisation of the case for which somebody speaks or which he leads, "" for none.

    >>> from types import SimpleNamespace as Party
    >>> body_of("leader of the union", {"u": Party(name="Coastal Workers' Union", aliases=["the union"])})
    'u'
    """
    parts = (_split(_WHEN.sub("", part)) for part in role.split(","))  # "colonel, spokesman of the army"
    for post, _, body in parts:
        own = _body(body, organisations) if post in known() else ""
        if own := own or (post == "minister" and _body(f"{body} ministry", organisations)):
            return own
    return ""


def _of(party: Any, organisations: Mapping[str, Any]) -> Iterator[str]:
    if party.name[:1].isupper():
        for role in (party.role or "").split(","):
            plain = _ARTICLE.sub("", _WHEN.sub("", role.strip()))
            yield from _of_post(plain, organisations)
            yield from _in_full(plain, organisations)


def _in_full(role: str, organisations: Mapping[str, Any]) -> Iterator[str]:
    """A post as the case has it, and with its land or field: "interior minister of Tarvia" is Tarvia's
    interior minister, "head of education at the council" the council's head of education."""
    if land := _OF_LAND.fullmatch(role):
        if land["post"] in known():
            yield from (role, land["said"], f"{_owning(land['land'])} {land['said']}")
    elif (field := _IN_FIELD.fullmatch(role)) and field["post"] in known():
        yield role
        own = organisations.get(_body(field["body"], organisations))
        for name in _called(own, field["body"]):
            yield from (f"{_owning(name)} {field['said']}", f"{field['said']} {field['link']} the {name}")


def _of_post(role: str, organisations: Mapping[str, Any]) -> Iterator[str]:
    post, link, body = _split(role)
    if post not in known():
        return
    if post == "minister":
        yield from (
            f"head of the {body} ministry",
            f"{body} ministry's head",
            f"minister responsible for {body}",
        )
    own = organisations.get(_body(body, organisations))
    for title in _same(post):
        yield from (f"its {title}", f"their {title}")
        for name in _called(own, body):
            yield from (f"{_owning(name)} {title}", f"{name} {title}", f"{title} {link} {name}")
            if own:
                yield f"{title} {link} the {name}"


def _split(role: str) -> tuple[str, str, str]:
    """The post, the word that joins it, and what it is a post of: "Health Minister" is minister of health."""
    plain = _ARTICLE.sub("", role.split(",")[0].strip())
    if match := _OF.search(plain):
        return plain[: match.start()].lower(), match[0].split()[0].lower(), plain[match.end() :]
    body, _, post = plain.rpartition(" ")
    return (post.lower(), "of", body.lower()) if body and post.lower() in known() else ("", "", "")


@cache
def known() -> frozenset[str]:
    """Return every post that the lexicon names (`posts` of `reporting`).

    >>> "chief executive" in known()
    True
    """
    return frozenset(post for group in load("reporting")["posts"] for post in group)


def _same(post: str) -> list[str]:
    """A post and the others that may be said for it: "leader" and "head"."""
    return next((list(group) for group in load("reporting")["posts"] if post in group), [post])


def _body(said: str, organisations: Mapping[str, Any]) -> str:
    for low in (said.lower(), _WHERE.sub("", said).lower()):
        for id, party in organisations.items():
            if any(low == name.lower() for name in _called(party)):
                return id
    return ""


def _called(party: Any, said: str = "") -> list[str]:
    """All names of an organisation, without articles."""
    called = (party.name, *party.aliases) if party else (said,)
    return [name for each in called if (name := _ARTICLE.sub("", each)) and len(name.split()) < 4]


def _owning(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
