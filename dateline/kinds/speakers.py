"""The kind `speakers`: who says so, for each claim.

The answer has one row a claim: `claim`, `speaker`, `role`, `named` (yes or no), `first_hand` (yes, no or
cannot tell) and `relayed_by` (nobody, or whoever passes the words on). In exercises.yaml, under `with:`

    claims: {a: C07, b: C38}              # name in the exercise: row of claims.csv
    roles: {esper: [Pentagon chief]}      # further words for a voice's role

A role that shares no word with these or with the key goes to a person. Where the outlet speaks in its own
voice, only the speaker is marked: the rest has no answer there. One speaker for every claim earns nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case, ClaimRow, VoiceRow
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds._label import labelled
from dateline.kinds._naming import OUTLET, multiplies, names_nobody, voices_named
from dateline.kinds._origin_rules import is_silent
from dateline.kinds._shared import as_rows, choice_of, is_blank, kind_of, listed, row_doubts, tidy
from dateline.kinds._tally import right, tally, untried
from dateline.marks import words_of

COLUMNS = ["claim", "speaker", "role", "named", "first_hand", "relayed_by"]
SHARES = {"speaker": 0.4, "role": 0.15, "named": 0.15, "first_hand": 0.15, "relayed_by": 0.15}
FEWEST_FOR_ONE_SPEAKER = 4
NOBODY_ELSE = "-"  # for all but the speaker, where the report says it in its own voice
FIRST_HAND = ["yes", "no", "cannot tell"]
_PLAIN = frozenset(words_of("the a an of in for to not stated whom who with and his her it is on"))


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    claims: dict[str, str] = Field(min_length=1)
    roles: dict[str, list[str]] = {}


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return who says so, for each claim; "-" where the report speaks for itself."""
    each = [
        forms.text("speaker"),
        forms.text("role"),
        forms.one_of("named", ["yes", "no", NOBODY_ELSE]),
        forms.one_of("first_hand", [*FIRST_HAND, NOBODY_ELSE]),
        forms.text("relayed_by"),
    ]
    return forms.parts("", [forms.parts(claim, each) for claim in arguments.claims], rows_by="claim")


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark rows of claim, speaker, role, named, first_hand and relayed_by.

    >>> from dateline import open_case
    >>> row = {"claim": "a", "speaker": "AP", "role": "US Secretary of Defense", "named": "yes"}
    >>> row |= {"first_hand": "yes", "relayed_by": "nobody"}
    >>> found = mark([row], open_case("syria-withdrawal"), Arguments(claims={"a": "C41"}), {})
    >>> [f.key for f in found]
    ['part-half-right', 'outlet-as-speaker']
    """
    rows, problem = as_rows(answer, COLUMNS)
    if problem:
        return problem
    told, notes = _by_claim(rows, arguments)
    if same := _one_speaker(told, case, arguments):
        return [*notes, Finding("choice-same-everywhere", possible=1, params={"given": same})]
    findings = []
    for name, id in arguments.claims.items():
        findings += _claim(name, told.get(name), case.key.by_id[id], case, arguments)
    return [*tally(findings), *notes]


def _by_claim(rows: list[dict[str, Any]], arguments: Arguments) -> tuple[dict[str, Any], list[Finding]]:
    """The first row of each claim; a second one, or one for a claim not asked for, is only noted."""
    told: dict[str, Any] = {}
    notes = []
    for row in rows:
        name = choice_of(row["claim"], arguments.claims)
        if name is None:
            notes.append(Finding("unknown-key", "note", params={"key": row["claim"], "meant": ""}))
        elif name in told:
            notes.append(Finding("row-twice", "note", part=name))
        else:
            told[name] = row
    return told, notes


def _one_speaker(told: Mapping[str, Any], case: Case, arguments: Arguments) -> str:
    """The speaker named for every claim alike; "" when there are several, or too few claims to say."""
    given = {tidy(row["speaker"]) for row in told.values()}
    if len(arguments.claims) < FEWEST_FOR_ONE_SPEAKER or len(told) < len(arguments.claims) or len(given) > 1:
        return ""
    keys = {case.key.by_id[id].speaker for id in arguments.claims.values()}
    return str(next(iter(told.values()))["speaker"]) if len(keys) > 1 else ""


def _claim(name: str, told: Any, row: ClaimRow, case: Case, arguments: Arguments) -> list[Finding]:
    """Mark the row of one claim."""
    if told is None:
        return [untried(name)]
    place = case.place(row)
    speaker, voice = _speaker(name, told["speaker"], row, case, place)
    if voice == OUTLET:  # nothing else is asked, so all hangs on the speaker
        return [right(name)] if speaker.verdict == "right" else [replace(speaker, possible=1.0)]
    fits = _facts(row, voice, case)
    marked = {
        "role": _role(name, told["role"], voice, row.source, case, arguments, place),
        "named": _named(name, told["named"], fits["named"], voice, case, place),
        "first_hand": _first_hand(name, told["first_hand"], fits["first_hand"], place),
        "relayed_by": _relay(name, told["relayed_by"], fits["relayed_by"], row.source, case, place),
    }
    if speaker.verdict == "wrong":  # the rest was written of another voice: it may earn, but is not talked of
        good = [finding for finding in marked.values() if finding.verdict == "right"]
        return [replace(speaker, possible=1 - sum(finding.possible for finding in good)), *good]
    blank = [column for column in marked if marked[column].verdict == "untried"]
    findings = [speaker, *(marked[column] for column in marked if column not in blank)]
    return findings + ([_half_filled(name, blank)] if blank else [])


def _half_filled(name: str, blank: list[str]) -> Finding:
    columns = listed(column.replace("_", " ") for column in blank) + (" is" if len(blank) == 1 else " are")
    share = sum(SHARES[column] for column in blank)
    return Finding("half-filled", "untried", part=name, possible=share, params={"columns": columns})


def _speaker(name: str, given: Any, row: ClaimRow, case: Case, place: Place | None) -> tuple[Finding, str]:
    """Mark the speaker, and say by which voice the rest of the row is to be judged."""
    # the one who passes words on is not the one who holds them, though the row of the key may have both
    share, accepted = SHARES["speaker"], {row.speaker, *row.speaker_accepted} - {row.relayed_by}
    if is_blank(given):
        return untried(name, share), row.speaker
    if not isinstance(given, str):
        wanted = {"got": kind_of(given), "of": "the name of the speaker"}
        return Finding("expected-text", part=name, possible=share, params=wanted), row.speaker
    voices = {OUTLET} if is_silent(given) and row.speaker == OUTLET else voices_named(given, row.source, case)
    unnamed = [voice for voice in sorted(accepted - {OUTLET}) if not _is_named(voice, row.source, case)]
    if any(multiplies(given, voice, case) for voice in unnamed):
        key = "anonymous-multiplied"
    elif voices & accepted:
        best = row.speaker if row.speaker in voices else sorted(voices & accepted)[0]
        return right(name, share), best
    elif OUTLET in voices:
        key = "outlet-as-speaker"
    else:
        key = "speaker-as-outlet" if row.speaker == OUTLET and voices else "speaker-other"
    params = {"given": given[:60]}
    return Finding(key, part=name, possible=share, params=params, place=place), row.speaker


def _voice_row(voice: str, source: str, case: Case) -> Any:
    rows = [row for row in case.key.rows("voices") if row.voice == voice]
    return next((row for row in rows if row.source == source), rows[0] if rows else None)


def _is_named(voice: str, source: str, case: Case) -> bool:
    row = _voice_row(voice, source, case)
    return bool(row and row.named)


def _facts(row: ClaimRow, voice: str, case: Case) -> dict[str, str]:
    """What is right beside the speaker: of the claim's row, or for another speaker of that voice's row."""
    if voice == row.speaker:
        return {"named": row.named, "first_hand": row.first_hand, "relayed_by": row.relayed_by}
    other = _voice_row(voice, row.source, case)
    if other is None:
        return {"named": "", "first_hand": "", "relayed_by": ""}
    named = {True: "yes", False: "no", None: ""}[other.named]
    return {"named": named, "first_hand": other.first_hand, "relayed_by": other.relayed_by}


def _states_role(row: VoiceRow, case: Case) -> bool:
    """Tell whether a report gives the role of a voice that it names; an unnamed one is its description."""
    told = [word for word in words_of(row.role) if len(word) > 3]
    text = words_of(case.sources[row.source].text)
    return bool(row.named) and not row.role.startswith("not stated") and any(word in text for word in told)


def _role(
    name: str, given: Any, voice: str, source: str, case: Case, arguments: Arguments, place: Place | None
) -> Finding:
    """A role in free words: right when it shares a word with the key's, else for a person to read."""
    share = SHARES["role"]
    if is_blank(given):
        return untried(name, share)
    row, party = _voice_row(voice, source, case), case.people.get(voice) or case.organisations.get(voice)
    known = [row.role if row else "", *arguments.roles.get(voice, [])]
    known += [party.role, party.name, *party.aliases] if party else []
    words = {word for each in known for word in words_of(each)} - _PLAIN
    if is_silent(given) and row:
        stated = Finding("role-stated", part=name, possible=share, place=place)
        return stated if _states_role(row, case) else right(name, share)
    if words & set(words_of(str(given))):
        return right(name, share)
    params = {"given": str(given)[:60]}
    return Finding("role-not-known", "review", part=name, possible=share, params=params)


def _named(name: str, given: Any, wanted: str, voice: str, case: Case, place: Place | None) -> Finding:
    """Named or not; a body may count as named or, since no person speaks for it by name, as not named."""
    accepted = ["yes", "no"] if voice in case.organisations or not wanted else [wanted]
    wrong = {"yes": "speaker-not-named", "no": "speaker-is-named"}
    share = SHARES["named"]
    return labelled(given, ["yes", "no"], accepted, part=name, wrong=wrong, share=share, place=place)


def _first_hand(name: str, given: Any, wanted: str, place: Place | None) -> Finding:
    accepted = [wanted] if wanted else FIRST_HAND
    key = "first-hand-shown" if wanted == "yes" else "first-hand-not-shown"
    wrong = dict.fromkeys(FIRST_HAND, key)
    share = SHARES["first_hand"]
    return labelled(given, FIRST_HAND, accepted, part=name, wrong=wrong, share=share, place=place)


def _relay(name: str, given: Any, wanted: str, source: str, case: Case, place: Place | None) -> Finding:
    """Who passes the words on: nobody, or the voice that the key names."""
    share = SHARES["relayed_by"]
    if is_blank(given):
        return untried(name, share)
    if names_nobody(given) and not wanted:
        return right(name, share)
    if names_nobody(given):
        return Finding("relay-missed", part=name, possible=share, place=place)
    voices = voices_named(str(given), source, case)
    if wanted and wanted in voices:
        return right(name, share)
    key = "relay-other" if wanted else "relay-added"
    return Finding(key, part=name, possible=share, params={"given": str(given)[:60]}, place=place)


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List the rows that are not in claims.csv, and roles of voices that nobody has."""
    found = row_doubts(arguments.claims.values(), case)
    if found:
        return found
    odd = [id for id in arguments.claims.values() if not isinstance(case.key.by_id[id], ClaimRow)]
    found += [f"{id} is not a row of claims.csv" for id in odd]
    voices = {row.voice for row in case.key.rows("voices")}
    unknown = [voice for voice in arguments.roles if voice not in voices]
    return found + ([f"roles: there is no voice {listed(unknown)}"] if unknown else [])
