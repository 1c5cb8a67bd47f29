"""6.1 and 6.2: who stands behind a statement, and how good the source and the item are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dateline.cases import Case, ClaimRow
from dateline.drafting.items import lettered, listed, spread
from dateline.drafting.trial import Idea

OUTLET = "outlet"
ONE, MANY, UNTOLD = "one source", "more than one", "cannot tell"


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 6.1 and 6.2."""
    yield "6.1", _graph(case)
    yield "6.2", _grades(case)


def _graph(case: Case) -> Idea | None:
    names = _names(case)
    claims = case.key.rows("claims")
    said = [row for row in claims if row.speaker in names and row.speaker != OUTLET]
    own = [row for row in claims if row.speaker == OUTLET and row.kind in ("figure", "event")]
    rows = lettered([*spread(said, 4), *spread(own, 1)])
    if len({row.speaker for row in rows.values()}) < 2:
        return None
    statements = {letter: _statement(case, row, names[row.speaker]) for letter, row in rows.items()}
    spellings = {names[id]: _spellings(case, id, names[id]) for id in names}
    answer = [
        {"statement": letter, "rests_on": names[row.speaker], "independent": told["independent"][0]}
        for (letter, row), told in zip(rows.items(), statements.values(), strict=True)
    ]
    arguments = {"voices": spellings, "counts": [ONE, MANY, UNTOLD], "statements": statements}
    words = (("voices", ", ".join(f'`"{name}"`' for name in spellings)),)
    return Idea("graph", arguments, answer, listed(rows), words)


def _names(case: Case) -> dict[str, str]:
    """How each voice is called in the exercise: by its label, with its report where two have one label."""
    rows = {row.voice: row for row in case.key.rows("voices") if row.status != "mentioned"}
    labels = Counter(row.label for row in rows.values())
    told = {
        id: row.label if labels[row.label] == 1 else f"{row.label} of {row.source}"
        for id, row in rows.items()
    }
    return {**told, OUTLET: OUTLET}


def _spellings(case: Case, id: str, name: str) -> list[str]:
    party = case.people.get(id) or case.organisations.get(id)
    if id == OUTLET:
        return ["the report", "the reporter", "the newspaper", "nobody", "nobody is named"]
    return [alias for alias in (party.aliases if party else []) if alias != name]


def _statement(case: Case, row: ClaimRow, name: str) -> dict[str, Any]:
    """Several voices that are not named may have it from each other, so nobody can count them."""
    told = {"row": row.id, "rests_on": [[name]]}
    if row.speaker == OUTLET:
        return {**told, "independent": [UNTOLD, ONE]}
    if row.speaker in case.people or row.speaker in case.organisations:
        return {**told, "independent": [ONE], "too_many": "repeat-counted-twice"}
    return {**told, "independent": [ONE, UNTOLD], "too_many": "anonymous-multiplied"}


def _grades(case: Case) -> Idea | None:
    said = [row for row in case.key.rows("claims") if row.speaker not in ("", OUTLET)]
    rows = lettered(spread(said, 5))
    if len(rows) < 2:
        return None
    items, answer = {}, {}
    for letter, row in rows.items():
        named = row.speaker in case.people or row.speaker in case.organisations
        letters = ["A", "B", "C"] if named else ["B", "C", "D", "F"]
        items[letter] = {"row": row.id, "source": letters, "information": ["2", "3", "6"]}
        answer[letter] = {"source": "B" if named else "D", "information": 3}
    return Idea("grades", {"items": items}, answer, listed(rows))
