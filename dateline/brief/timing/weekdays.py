"""Judge weekdays: one without a date must be that of the text, one with a date must fall on that day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.happened import Dated
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.anchoring import weekday_of
from dateline.brief.language.wording import has_phrase
from dateline.brief.timing.dating import claim_of, finding_of, whereabouts
from dateline.dates import DateMention, days, is_edtf
from dateline.findings import Finding
from dateline.lexicon import load


def judge_weekday(
    mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground, judged: bool
) -> list[Finding]:
    """Judge a weekday without a date: it must be that of the text; one that is bare is noted."""
    one_of_many = facts.text[: mention.start].rstrip().lower().endswith((" a", " one", " some", " the"))
    if not cited or judged:
        told = one_of_many or weekday_of(mention.surface) in weekdays_in(cited)
        return [] if told else [finding_of("unanchored-now", mention)]
    claim = claim_of(mention, facts, cited, ground)
    number = weekday_of(mention.surface)
    named = [
        (score, passage) for score, passage, dated in claim.ranked if number in _weekdays(passage, dated)
    ]
    rival = [(s, p) for s, p, d in claim.ranked if d.told and d.span and _weekdays(p, d) - {number}]
    if named and (not rival or rival[0][0] - named[0][0] < 2):
        return [] if one_of_many else [finding_of("weekday-undated", mention, named[0][1], verdict="note")]
    if has_phrase(facts.text, load("absence")["labels_outside"]):
        return []
    if any(is_edtf(p.issued) and {day.weekday() for day in days(p.issued) or ()} == {number} for p in cited):
        return [finding_of("publication-for-event", mention, *whereabouts(claim))]
    if weekdays_in(cited):
        return [finding_of("wrong-week", mention, *whereabouts(claim))]
    return [finding_of("too-precise", mention, cited[0])]


def _weekdays(passage: Passage, dated: Dated) -> set[int]:
    """The weekdays of a date of the text: the one that it names, or that of its day."""
    named = weekday_of(passage.text[slice(*dated.span)]) if dated.span else None
    if named is not None:
        return {named}  # of "by Friday" too
    if not dated.span or not dated.named:
        return set()
    return {day.weekday() for edtf in dated.accepted[:1] for day in days(edtf) or ()}


def weekdays_in(passages: Sequence[Passage]) -> set[int]:
    return {number for p in passages for dated in p.dated for number in _weekdays(p, dated)}


def is_another_weekday(mention: DateMention) -> bool:
    """Tell whether a full date is given with a weekday that it does not fall on."""
    number, found = weekday_of(mention.surface), days(mention.edtf)
    return bool(
        number is not None
        and found
        and re.search(r"\d", mention.surface)
        and not re.search(r"\b(?:after|before|from)\b", mention.surface)  # "five days after Friday the 18th"
        and number not in {day.weekday() for day in found}
    )


def is_weekday(mention: DateMention) -> bool:
    """Tell whether a date is a bare weekday."""
    return mention.surface.capitalize() in load("anchors")["weekdays"]
