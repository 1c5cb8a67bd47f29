"""Whether whoever is named in a brief may be the one to whom a piece of a paragraph gives its words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.names import Names
from dateline.brief.passages import Ground
from dateline.brief.tellings import Telling, speaks_for
from dateline.brief.titles import akin, is_called
from dateline.brief.unnamed import kind_of
from dateline.brief.voices import Voice
from dateline.brief.wording import words

_BESIDE = 60  # letters: so near to a name stands what its bearer is


def accepts(piece: Telling, id: str, ground: Ground) -> bool:
    """Tell whether a party of the case may say what a piece of a paragraph tells."""
    names = ground.names
    return id in piece.speakers or any(
        speaks_for(id, other, names) or _is_so_called(id, other, names) for other in piece.speakers
    )


def _is_so_called(id: str, other: str, names: Names) -> bool:
    """Tell whether whom a paragraph only describes may be a party of the case: "the inspectors"."""
    party = names.organisations.get(id) or names.people.get(id)
    return party is not None and other.startswith("?") and is_called(other[1:].split(), party)


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
        return any(akin(word, other) for word in called for other in words(id[1:]))
    party = ground.names.people.get(id) or ground.names.organisations.get(id)
    if party is None or not called:
        return False
    return is_called(called, party) or (id in ground.names.people and _is_introduced(called, id, piece))


def _is_introduced(called: Sequence[str], id: str, piece: Telling) -> bool:
    """Tell whether a paragraph calls a person by some words, close to the name."""
    facts = piece.passage.facts
    places = [(m.start - _BESIDE, m.end + _BESIDE) for m in facts.names if m.id == id]
    near = [word for word in facts.words if any(a <= word.start < b for a, b in places)]
    return any(akin(called[-1], word) for word in near)


def of_unnamed(piece: Telling, ground: Ground) -> bool:
    """Tell whether people without a name say what a piece of a paragraph tells."""
    return any(id.startswith("?") or kind_of(id, ground.names) for id in piece.speakers)
