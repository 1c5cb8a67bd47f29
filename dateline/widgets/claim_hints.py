"""What may be said of a claim: the words to choose from, and what the readers suggest for its words."""

from __future__ import annotations

from typing import Any, get_args

from dateline.brief.ground.facts import Facts, facts_of
from dateline.brief.ground.names import Names
from dateline.brief.people.tellings import governed
from dateline.brief.people.voices import OUTLET, Voice, attributions
from dateline.cases import Case, ClaimRow
from dateline.dates import is_edtf
from dateline.quantities import read_quantities
from dateline.sources import Paragraph
from dateline.widgets.report_text import sentence_at, units

KINDS = get_args(ClaimRow.model_fields["kind"].annotation)
STATUSES = ("denied", "discussed", "threatened", "planned", "ordered", "under way", "done")
LONGEST = 60  # characters of an attribution: longer ones are no longer only that


def labels_of(case: Case, column: str) -> list[str]:
    """Return what a claim's kind or status may be: as the case's own exercise on it has it, else the kit's.

    >>> from dateline import open_case
    >>> labels_of(open_case("syria-withdrawal"), "status")[:3]
    ['denied', 'discussed', 'threatened']
    """
    for exercise in case.exercises.values():
        if exercise.kind == "choices" and exercise.arguments.get("column") == column:
            return [str(label) for label in exercise.arguments["labels"]]
    return list({"kind": KINDS, "status": STATUSES}[column])


def speakers_of(case: Case) -> list[str]:
    """Return whom a claim may come from: the outlet, then the people and bodies of the case."""
    parties = {**case.people, **case.organisations}
    return [OUTLET, *(party.name for id, party in parties.items() if not id.startswith(OUTLET))]


def hints_of(case: Case, paragraph: Paragraph, names: Names) -> dict[str, list[list[Any]]]:
    """Return what the readers suggest for words of a paragraph, each with its span in UTF-16 units.

    `hedges` are [start, end, hedge] of each hedged figure; `voices` are [start, end, speaker, attribution],
    the span being what the attribution covers.

    >>> from dateline import open_case
    >>> case = open_case("syria-withdrawal")
    >>> hints = hints_of(case, case.sources["S1"].paragraph(4), Names(case))
    >>> [hint[2:] for hint in hints["voices"]]
    [['a U.S. official', 'said a U.S. official']]
    """
    text = paragraph.text
    figures = [each for each in read_quantities(text) if each.hedge and each.not_a_count is None]
    issued = case.sources[paragraph.source].date
    facts = facts_of(text, names, [issued] if is_edtf(issued) else [])
    voices = [_voice(case, facts, each) for each in attributions(facts, names)]
    return {
        "hedges": [[units(text, each.start), units(text, each.end), each.hedge] for each in figures],
        "voices": [[units(text, each[0]), units(text, each[1]), *each[2:]] for each in voices if each],
    }


def _voice(case: Case, facts: Facts, voice: Voice) -> list[Any]:
    """What one attribution covers, whose it is and its words; [] for people whom the case does not know."""
    party = {**case.people, **case.organisations}.get(voice.id)
    name = OUTLET if voice.id.startswith(OUTLET) else party.name if party else ""
    if not name:
        return []
    sentence = sentence_at(facts.text, voice.verb[0])
    start, end = min(voice.start, voice.verb[0]), max(voice.end, voice.verb[1])
    words = facts.text[start:end] if voice.end and start >= sentence[0] else ""
    return [*governed(facts, voice, sentence), name, words if len(words) <= LONGEST else ""]
