"""2.3: sentences that join two claims, to be rewritten as one claim each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.brief.language.reading import read_quantities
from dateline.cases import Case, ClaimRow
from dateline.drafting.clauses import Halves, halves, verb_at
from dateline.drafting.items import lettered, quoted, spread, where
from dateline.drafting.trial import Idea, works
from dateline.lexicon import load
from dateline.marks import words_of
from dateline.quantities import Quantity

MOST = 3
_SHORT = 4  # letters: shorter words tell no claim from another
_NOT = re.compile(r"\b(?:not|never|no|nobody|none)\b")


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 2.3."""
    yield "2.3", _split(case)


def _split(case: Case) -> Idea | None:
    found = [(row, both) for row in case.key.rows("claims") if (both := halves(row.statement))]
    fit = [pair for pair in found if works("2.3", _idea(case, [pair]), case)]
    return _idea(case, spread(fit, MOST)) if fit else None


def _idea(case: Case, pairs: list[tuple[ClaimRow, Halves]]) -> Idea:
    items = lettered(pairs)
    arguments = {"items": {letter: _item(case, *pair) for letter, pair in items.items()}}
    answer = {
        letter: [f"{both.first}{both.tail}.", f"{both.second}{both.tail}."]
        for letter, (_, both) in items.items()
    }
    told = tuple(f"**{letter}** {where(row)}: {quoted(row.statement)}" for letter, (row, _) in items.items())
    return Idea("split", arguments, answer, told)


def _item(case: Case, row: ClaimRow, both: Halves) -> dict[str, Any]:
    first, second = _telling(both.first), _telling(both.second)
    parts = [_part(case, row, both, both.first, [word for word in first if word not in second])]
    parts += [_part(case, row, both, both.second, [word for word in second if word not in first])]
    return {"source": row.source, "paragraphs": [row.paragraph], "parts": parts}


def _telling(clause: str) -> list[str]:
    """The words by which a clause is known again, from its verb on, with any ending."""
    verb = verb_at(clause)
    common = load("drafting")["english"]
    words = [word for word in words_of(clause[verb[0] if verb else 0 :]) if word.isalpha()]
    known = [word for word in words if len(word) >= _SHORT and word not in common]
    return list(dict.fromkeys(f"{word[: max(_SHORT, len(word) - 2)]}*" for word in known)) or words


def _part(case: Case, row: ClaimRow, both: Halves, clause: str, telling: list[str]) -> dict[str, Any]:
    needs = [need for figure in read_quantities(clause) for need in _kept(figure)]
    if both.tail and (row.speaker in case.people or row.speaker in case.organisations):
        needs.append({"any": [f"@{row.speaker}"], "message": "attribution-dropped"})
    if denied := _NOT.search(clause.lower()):
        needs.append({"any": [denied[0], "not", "n't", "never", "no", "without"], "message": "negation-lost"})
    return {"row": row.id, "core": [telling or ["#"]], "needs": needs}


def _kept(figure: Quantity) -> Iterator[dict[str, Any]]:
    """What a sentence must keep of a figure: the number, and the word before it."""
    if figure.not_a_count is not None or figure.vague:
        return
    number = figure.surface[len(figure.hedge) :].strip() if _leads(figure) else figure.surface
    yield {"any": [number, number.replace(",", "")], "message": "split-figure-changed"}
    if figure.hedge:
        yield {"any": [figure.hedge, *_likewise(figure.hedge)], "message": "hedge-dropped"}


def _leads(figure: Quantity) -> bool:
    return bool(figure.hedge) and figure.surface.lower().startswith(figure.hedge.lower())


def _likewise(hedge: str) -> list[str]:
    """The group of a hedge, as `~about`: every word that means the same keeps it."""
    groups = {**load("hedges")["before"], **load("hedges")["after"]}
    return [f"~{name}" for name, words in groups.items() if hedge in words]
