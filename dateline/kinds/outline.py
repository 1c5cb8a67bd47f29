"""The kind `outline`: the plan of a brief before it is written, a list of rows {part, text, cite}.

In exercises.yaml, under `with:`

    parts:                        # how many rows of each part: least, most
      bottom line: [1, 1]
      finding: [3, 5]
      gap: [1, 6]
    cited: [bottom line, finding]   # parts whose rows need a citation
    missing: {bottom line: no-bottom-line, gap: no-gaps-named}   # message when a part is missing

A row that needs a citation is read with it by the sentence checker. Notes need not be whole sentences, so
words
that the checker does not know, and an attribution left out, cost nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.brief import check_one
from dateline.brief.layout.citations import Citation, citations
from dateline.cases import Case
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds._shared import as_rows, choice_of, is_blank, listed, meant, message_doubts
from dateline.kinds._tally import right, tally, untried

COLUMNS = ("part", "text", "cite")
FORGIVEN = {"attribution-dropped", "uncited"}  # a note may leave these out; a sentence may not


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    parts: dict[str, tuple[int, int]] = Field(min_length=1)
    cited: list[str] = []
    missing: dict[str, str] = {}


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return rows of a part, a thought and what it rests on."""
    part = forms.one_of("part", arguments.parts)
    return forms.list_of("", forms.row(part, forms.long_text("text"), forms.text("cite")))


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark an outline: a point for each part in its number, one for each cited row, one for using every
    report.

    >>> mark("plan", None, Arguments(parts={"finding": (3, 5)}), {})[0].key
    'expected-rows'
    """
    rows, findings = as_rows(answer, COLUMNS)
    if findings:
        return findings
    if all(is_blank(row[column]) for row in rows for column in ("text", "cite")):
        return [untried("outline")]
    named = [(choice_of(row["part"], arguments.parts), row) for row in rows]
    findings = [
        _unknown(number, row, arguments) for number, (part, row) in enumerate(named, 1) if part is None
    ]
    findings += [
        _part(part, [row for name, row in named if name == part], arguments) for part in arguments.parts
    ]
    for number, (part, row) in enumerate(named, start=1):
        if part in arguments.cited:
            findings.append(_row(f"row {number}", row, case))
    return tally([*findings, _every_report(rows, case)])


def _unknown(number: int, row: Mapping[str, Any], arguments: Arguments) -> Finding:
    near = meant(row["part"], arguments.parts) if not is_blank(row["part"]) else ""
    params = {
        "given": str(row["part"] if not is_blank(row["part"]) else ""),
        "choices": listed(arguments.parts, "or"),
        "meant": f" Did you mean “{near}”?" if near else "",
    }
    return Finding("not-a-choice", part=f"row {number}", possible=1, params=params)


def _part(part: str, rows: list[Mapping[str, Any]], arguments: Arguments) -> Finding:
    """A part of the outline is there when it has the right number of rows with a text."""
    least, most = arguments.parts[part]
    written = [row for row in rows if isinstance(row["text"], str) and len(row["text"].split()) >= 3]
    if least <= len(written) <= most:
        return right(part)
    if not written and part in arguments.missing:
        return Finding(
            arguments.missing[part], part=part, possible=1, params={"what": f"There is no {part}."}
        )
    params = {"count": len(written), "least": least, "most": most, "what": part}
    return Finding("outline-part-count", part=part, possible=1, params=params)


def _row(part: str, row: Mapping[str, Any], case: Case) -> Finding:
    """Judge one row that needs a citation."""
    if is_blank(row["text"]):
        return untried(part)
    if is_blank(row["cite"]):
        return Finding("uncited", part=part, possible=1)
    sentence = check_one(f"{str(row['text']).rstrip(' .')} {_citation(row['cite'])}.", case)
    faults = (
        [f for f in sentence.findings if f.verdict == "wrong" and f.key not in FORGIVEN] if sentence else []
    )
    if faults:
        fault = faults[0]
        return Finding(fault.key, part=part, possible=1, params=fault.params, place=fault.place)
    return right(part)


def _citation(cite: Any) -> str:
    """Read a cell: "[@S2, para. 5]", "@S2, para. 5" and "S2, para. 5; S1, para. 7" are the same form of
    citation."""
    parts = cite if isinstance(cite, list) else str(cite).strip().strip("[]").split(";")
    return (
        "["
        + "; ".join(
            re.sub(r"^\W*@?", "@", str(part).strip().strip("[]")) for part in parts if str(part).strip()
        )
        + "]"
    )


def _cited(rows: list[Mapping[str, Any]], case: Case) -> list[Citation]:
    return [
        c
        for row in rows
        if not is_blank(row["cite"])
        for c in citations(_citation(row["cite"]), case.sources)
    ]


def _every_report(rows: list[Mapping[str, Any]], case: Case) -> Finding:
    cited = {citation.key for citation in _cited(rows, case) if not citation.problem}
    missing = [id for id in case.sources if id not in cited]
    if missing and len(case.sources) > 1:
        return Finding("one-source-only", part="cite", possible=1, params={"missing": listed(missing)})
    return right("cite")


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: parts that are not among the parts, ranges turned round, unknown messages."""
    found = [
        f"{part!r} is not among the parts"
        for part in [*arguments.cited, *arguments.missing]
        if part not in arguments.parts
    ]
    found += [f"{part!r}: at least {a} and at most {b}" for part, (a, b) in arguments.parts.items() if a > b]
    return found + message_doubts(arguments.missing.values())
