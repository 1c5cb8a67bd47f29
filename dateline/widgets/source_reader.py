"""The source reader: select words of the reports by mouse, by keyboard or from a list, and record claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import traitlets

from dateline.brief.ground.names import Names
from dateline.cases import Case
from dateline.errors import KitError
from dateline.findings import words
from dateline.widgets.claim_hints import hints_of, labels_of, speakers_of
from dateline.widgets.desk import Desk, RefusedError, page_of, style_of
from dateline.widgets.report_text import placed, reports_of, selector

ABOUT = ("kind", "speaker", "attribution", "status", "hedge")  # what a claim may say besides its words
FROM_A_LIST = ("kind", "status")
LONGEST = 300  # characters of a field that is written
_PLACE = ("source", "paragraph", "start", "end", "exact")
_FILES = ("report_text", "claim_marks", "report_view", "claim_form", "claim_list", "source_reader")


class SourceReader(Desk):
    """Reports in numbered paragraphs in which the learner marks claims and says what each is.

    `paragraphs` limits what is shown to (source, number) pairs, and `as_known` to the reports that were
    surely out on a day (ISO); nothing recorded is touched by either. Each row is a W3C text selector: source,
    paragraph, exact, prefix, suffix, and start and end in code points of the paragraph; kind, speaker,
    attribution, status and hedge are there where the learner gave them.
    """

    _esm = page_of(*_FILES)
    _css = style_of("report_text", "source_reader")
    reports = traitlets.List().tag(sync=True)
    choices = traitlets.Dict().tag(sync=True)
    as_known = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        case: Case,
        exercise: str = "",
        *,
        paragraphs: Iterable[tuple[str, int]] = (),
        as_known: str = "",
        folder: Path | None = None,
        **traits: Any,
    ) -> None:
        _refuse_other_exercises(case, exercise)
        wanted = set(paragraphs) or _asked_for(case, exercise)
        super().__init__(
            case,
            exercise,
            folder=folder,
            reports=_with_hints(case, reports_of(case, wanted)),
            choices={**{name: labels_of(case, name) for name in FROM_A_LIST}, "speaker": speakers_of(case)},
            as_known=as_known,
            **traits,
        )

    @traitlets.validate("as_known")
    def _a_day(self, proposal: Any) -> str:
        return _day(proposal["value"])

    def rows_of(self, answer: Any) -> list[Any]:
        """Return the claims kept before, each with the offsets that fit its words."""
        return [placed(self.case, row) for row in super().rows_of(answer) if isinstance(row, dict)]

    def changed(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        """Add a claim, say something of one, or remove one."""
        if message["do"] == "add":
            return self._added(rows, message)
        at = next((at for at, row in enumerate(rows) if _place(row) == _place(message)), None)
        if at is None:
            raise RefusedError("widget-claim-gone")
        if message["do"] == "remove":
            return [*rows[:at], *rows[at + 1 :]]
        if message["do"] == "edit" and message.get("field") in ABOUT:
            told = self._about({message["field"]: message.get("value")})
            kept = {name: value for name, value in rows[at].items() if name != message["field"]}
            return [*rows[:at], {**kept, **told}, *rows[at + 1 :]]
        raise RefusedError("widget-unknown-act")

    def _added(self, rows: list[dict[str, Any]], message: dict[str, Any]) -> list[dict[str, Any]]:
        claim = selector(self.case, message)
        if any(_place(row) == _place(claim) for row in rows):
            raise RefusedError("widget-recorded-already")
        about = message.get("about")
        claim |= self._about(about if isinstance(about, dict) else {})
        return sorted([*rows, claim], key=lambda row: [str(part).zfill(9) for part in _place(row)])

    def _about(self, told: Mapping[str, Any]) -> dict[str, str]:
        """What is said of a claim, blanks left out; RefusedError for a word that is not in the list."""
        clean = {name: " ".join(str(told.get(name) or "").split())[:LONGEST] for name in ABOUT}
        for name in FROM_A_LIST:
            if clean[name] and clean[name] not in self.choices[name]:
                raise RefusedError("widget-not-in-list", given=clean[name])
        return {name: value for name, value in clean.items() if value}


def _place(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in _PLACE)


def _with_hints(case: Case, reports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = Names(case)
    for report in reports:
        for each in report["paragraphs"]:
            each["hints"] = hints_of(case, case.sources[report["id"]].paragraph(each["number"]), names)
    return reports


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise KitError(words("widget-not-a-day", {"given": text}).found) from None


def _refuse_other_exercises(case: Case, exercise: str) -> None:
    if exercise in case.exercises and not _asked_for(case, exercise):
        raise KitError(words("widget-no-claims-asked", {"exercise": exercise}).found)


def _asked_for(case: Case, exercise: str) -> set[tuple[str, int]]:
    """The paragraphs in which the exercise asks for claims; none when it asks for something else."""
    asks = exercise in case.exercises and case.exercises[exercise].kind == "spans"
    named = case.exercises[exercise].arguments.get("within", []) if asks else []
    pairs = [(each.get("source"), each.get("paragraph")) for each in named if isinstance(each, dict)]
    return {pair for pair in pairs if all(pair)}
