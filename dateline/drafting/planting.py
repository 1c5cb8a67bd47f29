"""Errors planted in sentences of a report, such as a fluent summary makes: each one change, with its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.brief.language.reading import read_quantities
from dateline.cases import Case, ClaimRow
from dateline.dates import bounds, precision
from dateline.drafting.clauses import verb_at
from dateline.drafting.items import place_in
from dateline.drafting.telling import day_in_words, lowered
from dateline.lexicon import load

_TO_COME = re.compile(
    r"(?P<subject>\w+) (?P<step>(?:(?P<be>is|are) (?:to|planning to|preparing to|going to|expected to)"
    r"|intends? to|will) (?P<verb>\w+))\b"
)
_SOME = re.compile(
    r"(?<!bottom )(?<!upper )(?<!lower )(?<!top )\b(?:most|some|many|half|several|the bulk) of\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Planted:
    """A sentence with one error: the words that are wrong (`core`), and the kind of error."""

    text: str
    core: str
    kind: str


def _without_hedge(case: Case, row: ClaimRow) -> Iterator[Planted]:
    for figure in read_quantities(row.statement):
        surface = row.statement[figure.start : figure.end]
        bare = surface[len(figure.hedge) :].strip()
        if (
            figure.hedge not in ("", "between")
            and figure.counted
            and bare
            and surface.lower().startswith(figure.hedge.lower())
        ):
            yield _changed(row, figure.start, figure.end, bare, "hedge dropped")


def _too_precise(case: Case, row: ClaimRow) -> Iterator[Planted]:
    for told in case.key.rows("dates"):
        here = (told.source, told.paragraph) == (row.source, row.paragraph) and told.anchor
        at = place_in(told.anchor, row.statement) if here else -1
        if at < 0 or not told.edtf or _is_day(told.edtf) or None in bounds(told.edtf):
            continue
        lead = re.search(
            r"\b(in|during|on|over|at|within|throughout|since|by|until|from|before|after|for) (?:the )?$",
            row.statement[:at],
        )
        day = day_in_words(f"{_middle(told.edtf):%Y-%m-%d}")
        kept = lead and lead[1] in ("since", "by", "until", "from", "before", "after")
        start = at if kept or not lead else lead.start()
        if not (lead and lead[1] == "for"):
            yield _changed(
                row, start, at + len(told.anchor), day if kept else f"on {day}", "date too precise"
            )


def _is_day(edtf: str) -> bool:
    earliest, latest = bounds(edtf)
    return precision(edtf) == "day" and earliest == latest


def _middle(edtf: str) -> date:
    earliest, latest = bounds(edtf)
    return earliest + (latest - earliest) / 2


def _wider(case: Case, row: ClaimRow) -> Iterator[Planted]:
    if found := _SOME.search(row.statement):
        yield _changed(row, *found.span(), "all of", "wider scope")


def _told_as_done(case: Case, row: ClaimRow) -> Iterator[Planted]:
    found = _TO_COME.search(row.statement)
    past = _participle(found["verb"]) if found else ""
    if past and found["verb"] not in ("be", "have", "not"):
        verb = (
            "have"
            if found["be"] == "are" or (not found["be"] and _are_many(row.statement[: found.start("step")]))
            else "has"
        )
        yield _changed(row, found.start("step"), found.end(), f"{verb} {past}", "plan told as done")


def _are_many(subject: str) -> bool:
    """Say whether the words before a verb name several: by the first or last of them, or an "and"."""
    words = subject.split()
    return " and " in subject or _is_many(words[0]) or _is_many(words[-1])


def _is_many(noun: str) -> bool:
    return noun.lower() in ("they", "people", "police") or bool(re.search(r"[^su]s$", noun))


def _participle(verb: str) -> str:
    """The past participle of a plain verb: "move" as "moved"; of an irregular one, as the lexicon has it."""
    forms = load("irregular")
    known = [form for form, plain in forms["forms"].items() if plain == verb and form != verb]
    both = [form for form in known if form in forms["participles"]] if "participles" in forms else []
    if both or known:
        return (both or [""])[-1]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def _other_speaker(case: Case, row: ClaimRow) -> Iterator[Planted]:
    people = case.people
    mine = people.get(row.speaker)
    other = next((party for id, party in people.items() if id != row.speaker), None)
    if not mine or not other:
        return
    names = sorted([mine.name, *mine.aliases], key=len, reverse=True)
    name = next((name for name in names if row.statement.count(name) == 1), "")
    if name and other.name.split()[-1] not in row.statement:
        at = row.statement.find(name)
        yield _changed(row, at, at + len(name), other.name, "wrong speaker")


def _as_a_result(case: Case, row: ClaimRow) -> Iterator[Planted]:
    text = row.statement
    if verb_at(text) and not re.match(r"(?:On|In|At|Since|After|When|Until|Earlier|Last)\b", text):
        yield Planted(f"As a result, {lowered(text, case)}", "As a result", "cause not in the text")


def _other_number(case: Case, row: ClaimRow) -> Iterator[Planted]:
    for figure in read_quantities(row.statement):
        digits = re.search(r"\b[2-9](?=[\d,]*\b)", row.statement[figure.start : figure.end])
        if digits and figure.not_a_count is None and not re.search(r"\d\.\d", figure.surface):
            at = figure.start + digits.start()
            text = row.statement[:at] + str(int(digits[0]) - 1) + row.statement[at + 1 :]
            counted = text.find(figure.counted, figure.start) if figure.counted else -1
            end = max(figure.end, counted + len(figure.counted))
            yield Planted(text, text[figure.start : end], "number changed")


def _changed(row: ClaimRow, start: int, end: int, new: str, kind: str) -> Planted:
    core = new[0].upper() + new[1:] if start == 0 else new
    return Planted(row.statement[:start] + core + row.statement[end:], core, kind)


KINDS: dict[str, Callable[[Case, ClaimRow], Iterator[Planted]]] = {
    "hedge dropped": _without_hedge,
    "date too precise": _too_precise,
    "plan told as done": _told_as_done,
    "wrong speaker": _other_speaker,
    "wider scope": _wider,
    "number changed": _other_number,
    "cause not in the text": _as_a_result,
}
