"""Voices and claims of a draft key: who is heard in each sentence, and how far what it claims has got."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.names import Names
from dateline.brief.language.reading import read_quantities
from dateline.brief.language.splitting import sentences
from dateline.brief.people.voices import Voice, attributions, is_outlet
from dateline.cases import Case
from dateline.drafting.confirm import Cells, to_confirm
from dateline.drafting.figuring import anchor_at
from dateline.drafting.naming import slug
from dateline.lexicon import load
from dateline.marks import fold
from dateline.sources import Paragraph, Source

FEWEST_WORDS = 5  # a shorter sentence is rarely a claim by itself
ANCHOR_WORDS = 8
STATUSES = ("denied", "threatened", "ordered", "discussed", "planned", "under way", "done")


@dataclass
class Said:
    """The voices and the claims of a case, as they are found."""

    voices: dict[tuple[str, str], Cells] = field(default_factory=dict)
    claims: list[Cells] = field(default_factory=list)
    quotations: int = 0
    heard: dict[tuple[str, int], str] = field(default_factory=dict)  # the last voice of each paragraph


def said_in(case: Case) -> Said:
    """Return a row for each voice of each report and for each sentence that may be a claim."""
    said, names = Said(), Names(case)
    for source in case.sources.values():
        before = ""
        for paragraph in source.paragraphs:
            for start, end in sentences(paragraph.text):
                before = _sentence(said, source, paragraph, (start, end), names, before)
        _mentioned(said, source, names)
    for number, row in enumerate(said.voices.values(), start=1):
        row["id"] = f"V{number:02}"
    return said


def _sentence(
    said: Said, source: Source, paragraph: Paragraph, span: tuple[int, int], names: Names, before: str
) -> str:
    """Add what one sentence says; return whom a pronoun in the next one means."""
    text = paragraph.text[span[0] : span[1]]
    facts = facts_of(text, names, source.date)
    speaker = "outlet"
    for voice in attributions(facts, names, before):
        if is_outlet(voice.id, names):
            continue
        id = _heard(said, source, paragraph, span[0], text, voice, names)
        speaker = id if speaker == "outlet" else speaker
    where = (source.id, paragraph.number)
    if speaker == "outlet" and text.startswith("“"):
        speaker = said.heard.get(where, speaker)  # a quotation that goes on is still of the voice before it
    if speaker != "outlet":
        said.heard[where] = speaker
    said.quotations += len(facts.quotations)
    if len(text.split()) >= FEWEST_WORDS and not text.rstrip("”\"'").endswith("?"):
        said.claims.append(_claim(f"C{len(said.claims) + 1:02}", source, paragraph, span, speaker))
    people = [mention.id for mention in facts.names if mention.person]
    return people[-1] if people else before


def _heard(
    said: Said, source: Source, paragraph: Paragraph, at: int, text: str, voice: Voice, names: Names
) -> str:
    """Add the voice of an attribution; return its id."""
    start, end = _described(text, voice)
    label = text[start:end]
    id = voice.id or f"{slug(label)}-{source.id.lower()}"
    row = {
        "source": source.id,
        "voice": id,
        "label": label if not voice.id else _called(voice.id, names),
        "status": "relayed" if voice.how == "view" else "speaks",
        "accepted": "speaks" if voice.how == "view" else "relayed",
        "named": "yes" if voice.id else "no",
        "first_hand": "cannot tell",
        "paragraph": str(paragraph.number),
        "anchor": anchor_at(paragraph.text, at + start, at + end),
        "note": to_confirm("speaks, relayed or only mentioned; named or not; at first hand or not"),
    }
    said.voices.setdefault((source.id, id), row)
    return id


def _described(text: str, voice: Voice) -> tuple[int, int]:
    """Where a voice stands, with its article and up to two words before it."""
    if voice.id:
        return voice.start, voice.end
    ahead = re.search(
        r"(?:\b(?:an?|the|two|three|several|some)\s)(?:[\w.’-]+\s){0,2}$", text[: voice.start], re.I
    )
    return (ahead.start() if ahead else voice.start), voice.end


def _called(id: str, names: Names) -> str:
    party = names.people.get(id) or names.organisations.get(id)
    return party.name if party else id


def _mentioned(said: Said, source: Source, names: Names) -> None:
    """Add everyone who is named in a report and heard nowhere in it."""
    for paragraph in source.paragraphs:
        for mention in names.find(paragraph.text):
            row = {
                "source": source.id,
                "voice": mention.id,
                "label": _called(mention.id, names),
                "status": "mentioned",
                "accepted": "",
                "named": "yes",
                "first_hand": "no",
                "paragraph": str(paragraph.number),
                "anchor": anchor_at(paragraph.text, mention.start, mention.end),
                "note": to_confirm("no words of it were found in this report"),
            }
            said.voices.setdefault((source.id, mention.id), row)


def _claim(id: str, source: Source, paragraph: Paragraph, span: tuple[int, int], speaker: str) -> Cells:
    text = paragraph.text[span[0] : span[1]]
    status, kind = _status(text), _kind(text)
    first = re.match(rf"\W*((?:\S+\s+){{0,{ANCHOR_WORDS - 1}}}\S+)", text)
    start, end = first.span(1)
    end = start + len(text[start:end].rstrip("“”\"'.,;:"))
    return {
        "id": id,
        "source": source.id,
        "paragraph": str(paragraph.number),
        "anchor": anchor_at(paragraph.text, span[0] + start, span[0] + end),
        "statement": text,
        "kind": kind,
        "speaker": speaker,
        "named": "" if speaker == "outlet" else "cannot tell",
        "first_hand": "cannot tell",
        "hedge": _hedge(text),
        "status": "not a status" if kind in ("opinion", "background") else status,
        "checkable": "no" if kind == "opinion" else "yes",
        "note": to_confirm("one claim or several; kind, speaker and status"),
    }


def _status(text: str) -> str:
    low = fold(text).lower()
    return next((one for one in STATUSES if re.search(load("drafting")["status"][one], low)), "not a status")


def _kind(text: str) -> str:
    low, rules = fold(text).lower(), load("drafting")
    if re.search(rules["opinion"], low):
        return "opinion"
    if any(figure.not_a_count is None and not figure.vague for figure in read_quantities(text)):
        return "figure"
    if re.search(rules["background"], low):
        return "background"
    return "plan" if _status(text) in ("planned", "ordered", "threatened", "discussed") else "event"


def _hedge(text: str) -> str:
    return next(iter(_hedges(text)), "")


def _hedges(text: str) -> Iterator[str]:
    for figure in read_quantities(text):
        if figure.hedge:
            yield figure.hedge
