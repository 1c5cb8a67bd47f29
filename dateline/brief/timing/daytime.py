"""Times of day: an evening or an hour that no cited paragraph has is finer than the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.ground.facts import Facts, is_quoted
from dateline.brief.ground.passages import Passage
from dateline.findings import Finding, Place

_TIME = re.compile(
    r"\b(?:early |late )?(?:morning|afternoon|evening|night|midnight|noon|midday|dawn|dusk|nightfall)\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s*(?:a\.?m\b|p\.?m\b|o['’]clock)|\bat \d{1,2}[:.]\d\d\b",
    re.IGNORECASE,
)

_NEAR = 30  # letters between a time of day and its date


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a time of day beside a date where no cited paragraph has any.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("syria-withdrawal")
    >>> check_one("On Saturday evening US troops were continuing their pullout [@S2, para. 9].", case).keys
    ['too-precise']
    """
    if not facts.dates or not cited:
        return []
    outside = [m for m in _TIME.finditer(facts.text) if not is_quoted(facts, m.start())]
    beside = (m for m in outside if any(abs(date.start - m.start()) < _NEAR for date in facts.dates))
    match = next(beside, None)  # "day and night" beside no date tells no time
    if match is None or any(_TIME.search(passage.text) for passage in cited):
        return []
    params = {"given": match[0], "means": match[0], "text": "", "phrase": match[0]}
    return [Finding("too-precise", possible=1, params=params, place=Place(*cited[0].place))]
