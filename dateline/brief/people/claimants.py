"""Whether whoever is named in a brief may be the one to whom a piece of a paragraph gives its words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.ground.names import Names
from dateline.brief.ground.passages import Ground
from dateline.brief.language.once import once
from dateline.brief.language.wording import Word, ideas, stem, words
from dateline.brief.people.tellings import Telling, speaks_for
from dateline.brief.people.titles import akin, is_called
from dateline.brief.people.unnamed import kind_of
from dateline.brief.people.voices import Voice
from dateline.lexicon import load


def accepts(piece: Telling, id: str, ground: Ground) -> bool:
    """Tell whether a party of the case may say what a piece of a paragraph tells."""
    return id in piece.speakers or any(_may_be(ground.names, id, other) for other in piece.speakers)


@once
def _may_be(names: Names, id: str, other: str) -> bool:
    """Tell whether a party of the case may stand for whom a paragraph has for it."""
    return speaks_for(id, other, names) or _is_so_called(id, other, names)


def _is_so_called(id: str, other: str, names: Names) -> bool:
    """Tell whether whom a paragraph only describes may be a party of the case: "the inspectors"."""
    if not other.startswith("?") or not other[1:]:
        return False
    if id in names.people:
        return has_post(other[1:].split()[0], names.people[id].role)
    return id in names.organisations and is_called(other[1:].split(), names.organisations[id])


def own_of(voice: Voice, pieces: Sequence[Telling], ground: Ground) -> list[Telling]:
    """Return the pieces that whoever is named may have said."""
    if voice.id:
        return [piece for piece in pieces if accepts(piece, voice.id, ground)]
    called = voice.called or ((voice.someone.head,) if voice.someone else ())
    own = [p for p in pieces if any(_is_meant(called, id, p, ground) for id in p.speakers)]
    if voice.called:
        return own
    # whether they are the right unnamed people is seen to elsewhere
    return own + [piece for piece in pieces if of_unnamed(piece, ground)]


def _is_meant(called: Sequence[str], id: str, piece: Telling, ground: Ground) -> bool:
    """ "The director" for "Renn, Fairwatt's director"; "the hoteliers" for "the hotel association"."""
    if id.startswith("?"):
        told = words(id[1:])
        return any(akin(word, other) for word in called for other in told) or (
            _is_one_post(called, told) and _is_known_there(called[1:], piece)
        )
    if not called:
        return False
    if id in ground.names.people:
        role = ground.names.people[id].role
        rest = [low for low in called[1:] if not any(akin(low, word) for word in words(role))]
        return has_post(called[0], role) and _is_known_there(rest, piece)
    party = ground.names.organisations.get(id)
    return party is not None and is_called(called, party)


def _is_one_post(called: Sequence[str], told: Sequence[Word]) -> bool:
    """ "The group's boss" for "its chief executive"."""
    rows = ([name.split()[-1] for name in row] for row in load("reporting")["posts"])
    return any(called[0] in row and word.low in row for row in rows if called for word in told)


def _is_known_there(called: Sequence[str], piece: Telling) -> bool:
    """ "The firm's boss" where the paragraph speaks of a company, and not "the union's boss"."""
    return all(ideas(stem(low)) & piece.passage.known for low in called)


def has_post(low: str, role: str) -> bool:
    """Tell whether a word stands in what the case says that a person is, or may be said for such a post.

    >>> has_post("colonel", "colonel, spokesman of the army"), has_post("major", "colonel")
    (True, False)
    >>> has_post("chief", "director of the bank"), has_post("director", "chief of the bank")
    (True, False)
    """
    own = {word.stem for word in words(role)}
    return stem(low) in own or any(low in row and row[0] in own for row in load("reporting")["posts"])


def of_unnamed(piece: Telling, ground: Ground) -> bool:
    """Tell whether people without a name say what a piece of a paragraph tells."""
    return any(id.startswith("?") or kind_of(id, ground.names) for id in piece.speakers)
