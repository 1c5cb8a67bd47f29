"""Marks a set of ids picked from a list: which of these are of the kind asked for?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from dateline.cases import Case
from dateline.findings import Finding, Place, misconceptions
from dateline.kinds import _forms as forms
from dateline.kinds._ids import ids_in
from dateline.kinds._shared import as_list, choice_of, clipped, is_blank, listed, meant, yes_no
from dateline.marks import words_of

YesNo = Annotated[bool, BeforeValidator(lambda value: value if (said := yes_no(value)) is None else said)]


class Option(BaseModel):
    """One thing to pick or to leave: where it stands (`row` of the key) and what picking it wrongly means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    right: YesNo
    wrong: str = ""
    row: str = ""
    why: str = ""


class Arguments(BaseModel):
    """`options` by id; `of` says in the plural what is to be picked."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    options: dict[str, Option]
    of: str = "ids"


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return what is on offer, to be ticked; a fact card bears what it says."""
    facts = case.about.fact_cards
    cards = {each.id: f"{each.id} · {each.statement} ({each.publisher}, {each.date})" for each in facts}
    return forms.several_of("", arguments.options, cards)


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a list of ids: each right one earns a share, each wrong one costs at least as much.

    A wrong pick costs one share, or more where fewer options are wrong than right, so that picking
    everything earns nothing. Ids that are repeated count once; ids that are not on offer are a note.
    """
    options = arguments.options
    given, problem = as_list(ids_in(answer, options) or answer, arguments.of)
    if problem:
        return problem
    picked, notes = _picked(given, options)
    if not picked and not notes:
        return [Finding("part-untried", "untried", possible=1)]
    right = [id for id, option in options.items() if option.right]
    hits = [id for id in picked if options[id].right]
    findings = [_wrong(id, options[id], case, _cost(options)) for id in picked if not options[id].right]
    if hits:
        count = {"count": len(hits), "of": len(right)}
        findings.append(Finding("part-right", "right", earned=len(hits), possible=len(hits), params=count))
    return findings + _missed([id for id in right if id not in hits], options, case) + notes


def _picked(given: list[Any], options: Mapping[str, Option]) -> tuple[list[str], list[Finding]]:
    picked: dict[str, None] = {}
    notes = []
    for each in _split(given, options):
        known = _id_of(each, options)
        if known is not None:
            picked[known] = None
        elif not is_blank(each):
            near = meant(each, options)
            params = {"key": clipped(each), "meant": f" Did you mean “{near}”?" if near else ""}
            notes.append(Finding("unknown-key", "note", params=params))
    return list(picked), notes


def _id_of(told: Any, options: Mapping[str, Option]) -> str | None:
    """The id that a learner wrote: whole, or by words of it that no other id has."""
    if (known := choice_of(told, options)) or not isinstance(told, str):
        return known
    words = set(words_of(told))
    near = [id for id in options if words and words <= set(words_of(id.replace("-", " ").replace("_", " ")))]
    return near[0] if len(near) == 1 else None


def _split(given: list[Any], options: Mapping[str, Option]) -> list[Any]:
    """Take ids apart that stand together in one text: ["a b"] is ["a", "b"]."""
    return [id for each in given for id in (ids_in(each, options) or [each])]


def _cost(options: Mapping[str, Option]) -> float:
    right = sum(option.right for option in options.values())
    return max(1.0, right / max(len(options) - right, 1))


def _wrong(id: str, option: Option, case: Case, cost: float) -> Finding:
    key = option.wrong or "picked-wrongly"
    why = option.why or "It does not belong here."
    return Finding(key, part=id, earned=-cost, params={"given": id, "why": why}, place=_place(option, case))


def _missed(ids: list[str], options: Mapping[str, Option], case: Case) -> list[Finding]:
    """Say how many are missing and in which paragraphs, but not which ones they are."""
    if not ids:
        return []
    places = {(p.source, p.paragraph) for id in ids if (p := _place(options[id], case))}
    where = f" Look again at {listed(f'{s}, para. {n}' for s, n in sorted(places))}." if places else ""
    return [Finding("picks-missing", possible=len(ids), params={"count": len(ids), "where": where})]


def _place(option: Option, case: Case) -> Place | None:
    row = case.key.by_id.get(option.row)
    return case.place(row) if row else None


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """Return what does not fit: no right or no wrong option, unknown rows, keys that are no misconception."""
    found = []
    for wanted, name in ((True, "right"), (False, "wrong")):
        if not any(option.right is wanted for option in arguments.options.values()):
            found.append(f"options: none is {name}")
    for id, option in arguments.options.items():
        if option.row and option.row not in case.key.by_id:
            found.append(f"option {id}: there is no row {option.row!r} in the key")
        if option.wrong and option.wrong not in misconceptions():
            found.append(f"option {id}: there is no misconception {option.wrong!r}")
        if option.wrong and option.right:
            found.append(f"option {id}: it is right, so it cannot be a misconception")
    return found
