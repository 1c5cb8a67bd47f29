"""The kind `voices`: who speaks, who is relayed, who is only mentioned, who is missing, each with a quote.

The answer is a dict from voice to {"status": ..., "quote": ...}; the quote is a short piece copied from the
report that shows the status, and stays empty for a voice that is missing. In exercises.yaml, under `with:`

    voices: {Mark Esper: V18, the residents: V32}     # name in the exercise: row of voices.csv
    statuses: [speaks, relayed, mentioned, missing]   # these four unless given
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case, VoiceRow
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._label import labelled
from dateline.kinds._label_words import label_of
from dateline.kinds._shared import as_mapping, choice_of, is_blank, kind_of, row_doubts, same
from dateline.kinds._tally import right, tally, untried
from dateline.marks import fold, spans_of, without_points

MISSING = "missing"
FEWEST_FOR_ONE_STATUS = 4
_IN_OTHER_WORDS = {  # the words by which the lesson explains the statuses
    "speaks": ("speaker", "quoted", "own words"),
    "mentioned": ("spoken about", "spoken of", "talked about", "named"),
    MISSING: ("absent", "not there", "does not appear"),
}
_SAID = {
    "speaks": "voice-not-speaking",
    "relayed": "voice-not-relayed",
    "mentioned": "voice-not-mentioned",
    MISSING: "voice-not-missing",
}


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    voices: dict[str, str] = Field(min_length=1)
    statuses: list[str] = ["speaks", "relayed", "mentioned", MISSING]


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a status and a quote for each voice."""
    each = [forms.one_of("status", arguments.statuses), forms.text("quote")]
    return forms.parts("", [forms.parts(voice, each) for voice in arguments.voices])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict from voice to its status and a quote; half for each, all for the status of a missing voice.

    >>> from dateline import open_case
    >>> about = Arguments(voices={"Mark Esper": "V18"})
    >>> answer = {"Mark Esper": {"status": "speaks", "quote": "Esper, talking to the reporters"}}
    >>> [f.params for f in mark(answer, open_case("syria-withdrawal"), about, {})]
    [{'count': 1, 'of': 1}]
    """
    told, notes = as_mapping(answer, list(arguments.voices))
    if not told:
        return notes
    forms = {voice: _form(told.get(voice)) for voice in arguments.voices}
    given = [_status(form.get("status"), arguments) for form in forms.values()]
    if len(given) >= FEWEST_FOR_ONE_STATUS and len(set(given)) == 1 and given[0]:
        return [*notes, Finding("choice-same-everywhere", possible=1, params={"given": given[0]})]
    findings = []
    for voice, row_id in arguments.voices.items():
        findings += _voice(voice, forms[voice], case.key.by_id[row_id], case, arguments)
    return [*tally(findings), *notes]


def _form(value: Any) -> dict[str, Any]:
    """The two blanks of one voice; a bare word counts as its status."""
    if isinstance(value, Mapping):
        return {choice_of(name, ["status", "quote"]) or name: each for name, each in value.items()}
    return {"status": value}


def _voice(
    voice: str, form: Mapping[str, Any], row: VoiceRow, case: Case, arguments: Arguments
) -> list[Finding]:
    """Mark one voice: its status, then its quote unless the voice is missing or is taken for missing."""
    if is_blank(form.get("status")) and _no_quote(form.get("quote")):
        return [untried(voice)]
    given = _status(form.get("status"), arguments)
    accepted = [row.status, *row.accepted]
    alone = given == MISSING or accepted == [MISSING]
    status = labelled(
        given or form.get("status"),
        arguments.statuses,
        accepted,
        part=voice,
        wrong=_wrong(row),
        share=1.0 if alone else 0.5,
        place=case.place(row),
    )
    if not alone:
        return [status, _quote(voice, form.get("quote"), row, case)]
    needless = given == MISSING and not _no_quote(form.get("quote"))
    return [status] if not needless else [status, Finding("quote-for-missing", "note", voice)]


def _status(value: Any, arguments: Arguments) -> str | None:
    """The status that a learner's words mean, or None."""
    ways = {way: each for each in arguments.statuses for way in (each, *_IN_OTHER_WORDS.get(each, ()))}
    return ways.get(label_of(value, list(ways)) or "")


def _wrong(row: VoiceRow) -> dict[str, str]:
    """Which message each wrong status gets; where somebody passes words on, "speaks" leaves a step out."""
    passed_on = "relayed" in (row.status, *row.accepted) or row.relayed_by
    return {**_SAID, **({"speaks": "relay-missed"} if passed_on else {})}


def _no_quote(value: Any) -> bool:
    return is_blank(value) or (
        isinstance(value, str) and (value.strip() in "-–—" or same(value, "none", "no quote"))
    )


def _quote(voice: str, quote: Any, row: VoiceRow, case: Case) -> Finding:
    """Mark a quote: it stands in the report word for word, in a paragraph in which this voice is found."""
    if _no_quote(quote):
        return untried(voice, 0.5)
    if not isinstance(quote, str):
        wanted = {"got": kind_of(quote), "of": "a quote"}
        return Finding("expected-text", part=voice, possible=0.5, params=wanted)
    place = Place(row.source, row.paragraph) if row.paragraph else None
    found = _paragraphs_with(quote, row.source, case)
    others = [source for source in case.sources if source != row.source]
    if not found and any(_paragraphs_with(quote, source, case) for source in others):
        return Finding("quote-other-report", "wrong", voice, 0, 0.5, {"source": row.source}, place)
    if not found:
        return Finding("paraphrase-as-quote", "wrong", voice, 0, 0.5, {"quote": quote[:80]}, place)
    if len(quote.split()) < 2 and not same(quote, *_names(row, case)):
        return Finding("quote-too-short", "wrong", voice, 0, 0.5, {"quote": quote}, place)
    if not any(_shows(number, row, case) for number in found):
        return Finding("quote-elsewhere", "wrong", voice, 0, 0.5, place=place)
    return right(voice, 0.5)


def _paragraphs_with(quote: str, source: str, case: Case) -> list[int]:
    """The paragraphs in which a quote stands; an ellipsis in it may leave words out."""
    bare = re.sub(r"^\W*(?:¶|para\.?\s*)\d+[:,]?\s*", "", fold(quote), flags=re.IGNORECASE)
    pieces = [_plain(piece).strip(" '.,;:!?()[]") for piece in re.split(r"\.{3}|…|\[\.+\]", bare)]
    pieces = [piece for piece in pieces if piece]
    return [
        paragraph.number
        for paragraph in case.sources[source].paragraphs
        if pieces and all(spans_of(piece, _plain(paragraph.text), ignore_case=True) for piece in pieces)
    ]


def _plain(text: str) -> str:
    """A text without quotation marks and without points in initials: both are form, not wording."""
    return without_points(fold(text).replace('"', ""))


def _shows(number: int, row: VoiceRow, case: Case) -> bool:
    """Tell whether a voice is found in a paragraph: by its row, a claim of its own, or one of its names."""
    if number == row.paragraph:
        return True
    claims = case.key.rows("claims")
    if any(
        (claim.source, claim.paragraph, claim.speaker) == (row.source, number, row.voice) for claim in claims
    ):
        return True
    text = case.sources[row.source].paragraph(number).text
    return any(spans_of(name, text, ignore_case=True) for name in _names(row, case))


def _names(row: VoiceRow, case: Case) -> list[str]:
    party = case.people.get(row.voice) or case.organisations.get(row.voice)
    return [row.label, *([party.name, *party.aliases] if party else [])]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List the rows that are not in voices.csv, and statuses that are not among those offered."""
    found = row_doubts(arguments.voices.values(), case)
    if found:
        return found
    for voice, id in arguments.voices.items():
        row = case.key.by_id[id]
        if not isinstance(row, VoiceRow):
            found.append(f"{voice}: {id} is not a row of voices.csv")
        elif row.status not in arguments.statuses:
            found.append(f"{voice}: {row.status!r} is not among the statuses")
    return found
