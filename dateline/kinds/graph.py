"""The kind `graph`: who stands behind a statement, and whether that is one source or several.

The answer is a list of rows {statement, rests_on, independent}. `rests_on` is one voice or a list of voices.
In exercises.yaml, under `with:`

    voices:                               # what may be named, each with other ways to write it
      people-familiar: [people familiar with the matter, the people]
      us-official: [a U.S. official, unnamed official]
    counts: [one source, more than one, cannot tell]
    statements:
      a:
        rests_on: [[people-familiar]]     # sets of voices that are right; any one of them
        independent: [one source, cannot tell]
        row: C03                          # where to look
        wrong: {standfirst: repeat-counted-twice}        # a voice too many beside the right ones
        too_many: repeat-counted-twice                   # message for counting more sources than there are

A voice that does not belong costs as much as one that does; the same row twice counts once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._label import label_doubts, labelled, not_a_choice
from dateline.kinds._label_words import label_of
from dateline.kinds._shared import (
    as_rows,
    choice_of,
    clipped,
    is_blank,
    message_doubts,
    number_of,
    row_doubts,
    tidy,
)
from dateline.kinds._tally import place_of, right, tally, untried
from dateline.marks import spans_of, words_of

MOST = 300  # characters: voices are named, not described
_NUMBERS = {"one": 1, "single": 1, "two": 2, "both": 2, "three": 3, "several": 3, "many": 3}
_BESIDE_A_NUMBER = (
    "a",
    "the",
    "only",
    "just",
    "at",
    "least",
    "source",
    "sources",
    "voice",
    "voices",
    "independent",
)
REPEAT = "repeat-counted-twice"
EXTRA = "voice-not-behind-it"
SPARE_WORDS = 3  # "the US military estimates" still names one voice


class Statement(BaseModel):
    """One statement: the sets of voices that carry it, and how many independent sources that makes."""

    model_config = ConfigDict(extra="forbid")
    rests_on: list[list[str]] = Field(min_length=1)
    independent: list[str] = Field(min_length=1)
    row: str = ""
    wrong: dict[str, str] = {}
    too_many: str = ""
    too_few: str = ""


class Arguments(BaseModel):
    """The `with:` block; see the head of this module. `counts` runs from one to many, then the doubt."""

    model_config = ConfigDict(extra="forbid")
    voices: dict[str, list[str]]
    counts: list[str] = ["one source", "more than one", "cannot tell"]
    statements: dict[str, Statement]


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return, for each statement, its voices and how many independent sources they make."""
    each = [forms.several_of("rests_on", arguments.voices), forms.one_of("independent", arguments.counts)]
    return forms.parts("", [forms.parts(n, each) for n in arguments.statements], rows_by="statement")


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark rows of statement, rests_on and independent; half of each row is for the voices.

    >>> about = Arguments(
    ...     voices={"esper": ["Mark Esper"]},
    ...     statements={"a": {"rests_on": [["esper"]], "independent": ["one source"]}},
    ... )
    >>> row = {"statement": "a", "rests_on": "Mark Esper", "independent": "more than one"}
    >>> [f.key for f in mark([row], None, about, {})]
    ['part-right', 'choice-not-this']
    """
    rows, problem = as_rows(answer, ["statement", "rests_on", "independent"])
    if not rows:
        return problem
    told, findings = _by_statement(rows, arguments)
    for name, about in arguments.statements.items():
        if name not in told:
            findings.append(untried(name, 2))
            continue
        place = place_of(case, about.row) if about.row else None
        row = told[name]
        count = _count(row["independent"], name, about, arguments, place)
        carriers = _carriers(row["rests_on"], name, about, arguments, place)
        if carriers.key == REPEAT and count.verdict == "right" and _said(row["independent"], arguments) == 1:
            carriers = right(carriers.part)  # who names the repetition and counts one source has seen it
        findings += _joined(carriers, count, name, row, arguments)
    return tally(findings)


def _joined(
    carriers: Finding, count: Finding, name: str, row: Mapping[str, Any], arguments: Arguments
) -> list[Finding]:
    """A voice too many makes a source too many: that is one slip, told once, at the price of both."""
    many = count.verdict == "wrong" and _said(row["independent"], arguments) == 2
    if many and carriers.verdict == "wrong" and carriers.key in (REPEAT, EXTRA, *_slips(name, arguments)):
        return [replace(carriers, part=name, possible=carriers.possible + count.possible)]
    return [carriers, count]


def _slips(name: str, arguments: Arguments) -> Iterable[str]:
    return arguments.statements[name].wrong.values()


def _said(value: Any, arguments: Arguments) -> int:
    """What a learner's count says: 1 for one source, 2 for more than one, 0 for anything else."""
    label = label_of(_as_count(value, arguments), arguments.counts)
    return {arguments.counts[0]: 1, arguments.counts[-2]: 2}.get(label or "", 0)


def _by_statement(rows: list[dict[str, Any]], arguments: Arguments) -> tuple[dict[str, Any], list[Finding]]:
    told: dict[str, Any] = {}
    notes = []
    for number, row in enumerate(rows, start=1):
        name = choice_of(row["statement"], arguments.statements)
        if name is None and not all(is_blank(cell) for cell in row.values()):
            params = {"key": clipped(row["statement"] or "") or f"row {number}", "meant": ""}
            notes.append(Finding("unknown-key", "note", params=params))
        elif name in told:
            notes.append(Finding("statement-twice", "note", name))
        elif name and not (is_blank(row["rests_on"]) and is_blank(row["independent"])):
            told[name] = row
    return told, notes


def _carriers(value: Any, name: str, about: Statement, arguments: Arguments, place: Place | None) -> Finding:
    part = f"{name}, rests_on"
    given = [each for each in (value if isinstance(value, list) else [value]) if not is_blank(each)]
    if not given:
        return untried(part)
    named = {voice for each in given for voice in _voices(each, arguments)}
    unknown = [each for each in given if not _voices(each, arguments)]
    if unknown:
        return not_a_choice(unknown[0], _names(arguments), part)
    if named in [set(each) for each in about.rests_on]:
        return right(part)
    params = {"given": ", ".join(sorted(named))}
    extra = named - {voice for each in about.rests_on for voice in each}
    beside = any(set(each) <= named for each in about.rests_on)  # a slip in counting, not in reading
    known = [about.wrong[voice] for voice in sorted(extra) if voice in about.wrong] if beside else []
    key = (known or [EXTRA if extra else "voice-missing"])[0]
    return Finding(key, part=part, possible=1, params=params, place=place)


def _voices(value: Any, arguments: Arguments) -> list[str]:
    """The voices in one cell: a name, or several with commas, "and" or "+" between them."""
    if not isinstance(value, str) or len(value) > MOST:
        return []
    whole = _voice(value, arguments)
    if whole:
        return [whole]
    pieces = [piece for part in re.split(r"[+;,/&]", value) for piece in part.split(" and ")]
    found = [_voice(piece, arguments) for piece in pieces if piece.strip()]
    return [voice for voice in found if voice] if all(found) else []


def _voice(value: str, arguments: Arguments) -> str | None:
    for id, spellings in arguments.voices.items():
        if choice_of(value, [id, *spellings]):
            return id
    found = {
        id: [each for each in [id, *spellings] if spans_of(each, value, ignore_case=True)]
        for id, spellings in arguments.voices.items()
    }
    named = [id for id, spellings in found.items() if spellings]
    short = len(value.split()) <= SPARE_WORDS + max(
        (len(s.split()) for id in named for s in found[id]), default=0
    )
    return named[0] if len(named) == 1 and short else None


def _names(arguments: Arguments) -> list[str]:
    return [id.replace("-", " ") for id in arguments.voices]


def _count(value: Any, name: str, about: Statement, arguments: Arguments, place: Place | None) -> Finding:
    many, doubt = arguments.counts[-2], arguments.counts[-1]
    wrong = {many: about.too_many} if about.too_many else {}
    if about.independent == [doubt]:
        wrong = {**dict.fromkeys(arguments.counts[:-1], "cannot-tell-refused"), **wrong}
    if about.too_few:
        wrong[arguments.counts[0]] = about.too_few
    part = f"{name}, independent"
    told = _as_count(value, arguments)
    return labelled(told, arguments.counts, about.independent, part=part, wrong=wrong, place=place)


def _as_count(value: Any, arguments: Arguments) -> Any:
    """A number of sources as the label for it, and anything else as it is."""
    told = words_of(tidy(value)) if isinstance(value, str) else [str(value)]
    told = [word for word in told if word not in _BESIDE_A_NUMBER]
    number = number_of(_NUMBERS.get(told[0], told[0])) if len(told) == 1 else None
    if not number or (number == 1 and "least" in words_of(str(value))):
        plain = " ".join(told)
        return plain if label_of(plain, arguments.counts) else value
    return arguments.counts[0] if number == 1 else arguments.counts[-2]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: voices, counts, rows and messages that are not there."""
    found = []
    for name, about in arguments.statements.items():
        used = [*(voice for each in about.rests_on for voice in each), *about.wrong]
        reasons = [f"{voice!r} is not among the voices" for voice in used if voice not in arguments.voices]
        reasons += row_doubts([about.row], case)
        keys = [*about.wrong.values(), *filter(None, [about.too_many, about.too_few])]
        reasons += message_doubts(keys) + label_doubts(arguments.counts, about.independent)
        found += [f"statement {name}: {reason}" for reason in reasons]
    return found
