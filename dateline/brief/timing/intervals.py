"""Judge dates that bound a stretch ("by", "since", "until"), and distances between two dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.brief.amounts.hedging import bounds_of
from dateline.brief.ground.happened import agrees, covers, own_words
from dateline.brief.language.cued import Cued
from dateline.brief.language.reading import read_quantities
from dateline.brief.language.wording import has_phrase
from dateline.dates import bounds, elapsed, is_edtf
from dateline.lexicon import load

_AIMED = re.compile(
    r"\b(?:will|would|shall|should|must|(?:is|are|was|were|has|have|had) to\b"
    r"|(?:order|plan|hope|hoping|wants?|wish|seek|vow|promis|pledg|threat|aim|deadline)\w*"
    r"|(?:intend|expect|schedul|prepar)\w*|to be|due)\b",
    re.IGNORECASE,
)
_DEADLINE = Cued(
    r"\b(?:deadline|time limit|cut-?off|target date|due date)s?\b",
    cues="deadline|time limit|cut|target date|due date",
    flags=re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:\w+ of )?(?:which|whom|who|whose)\b[^,]*,")  # ", five of which were to close,"
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366), "decade": (3650, 3653)}


def open_ended(claim: Any) -> str | None:
    """Return the fault of a date that is one end of a stretch, "" when it is sound, None when it is no end.

    What happened before a day has happened by any later one. A deadline or a beginning must be in the text.
    """
    start, slash, end = claim.mine.partition("/")
    if _is_deadline(claim):
        return ""
    if not slash or (start != "..") == (end != ".."):
        return None
    if _named(claim, start) == "too-precise":
        return (
            "too-precise"  # "since October" for "since the autumn", where a key of exercises may take either
        )
    if any(claim.mine == edtf for _, _, dated in claim.ranked for edtf in dated.accepted):
        return ""
    if start == ".." and _ends_alike(claim, end):
        return ""
    if end == ".." and _begins_where_it_ends(claim, start):
        return ""
    return _by(claim, end) if start == ".." else _since(claim, start)


def _named(claim: Any, edtf: str) -> str:
    """The fault that the key names for a date, "" for none."""
    return next((key for _, _, dated in claim.ranked if (key := dict(dated.wrong).get(edtf))), "")


def _ends_alike(claim: Any, end: str) -> bool:
    """ "By the end of August" for "by 31 August"; which year, a date without one leaves to the text."""
    last, low = bounds(end)[1], claim.mention.surface.lower()
    if last is None or (low.startswith("before ") and not _is_over(low)):
        return False
    given = [edtf[3:] for _, _, dated in claim.ranked for edtf in dated.accepted if edtf.startswith("../")]
    ends = [day for edtf in given if (day := bounds(edtf)[1])]
    dated = re.search(r"\d{4}", low)
    return any(day == last or (not dated and (day.month, day.day) == (last.month, last.day)) for day in ends)


def _begins_where_it_ends(claim: Any, start: str) -> bool:
    """ "Nothing may be cut until April" for "bars any cut before April"; which year, the text tells."""
    low = claim.mention.surface.lower()
    if not low.startswith(("until ", "till ", "before ")) or re.search(r"\d{4}", low):
        return False
    ends = (edtf for _, _, dated in claim.ranked for edtf in dated.accepted if edtf.startswith("../"))
    return bool(start[4:]) and any(edtf[7:] == start[4:] for edtf in ends)


def _is_deadline(claim: Any) -> bool:
    """ "The deadline was 31 December" for "by 31 December"."""
    named = _DEADLINE.search(claim.facts.text)
    return bool(named) and any(
        f"../{claim.mine}" == edtf for _, _, dated in claim.ranked for edtf in dated.accepted
    )


def _by(claim: Any, end: str) -> str:
    if _is_another_deadline(claim):
        return "unsupported-date"
    issued = [passage.issued for passage in claim.home if is_edtf(passage.issued)]
    last, first = bounds(end)[1], bounds(end)[0]
    named = _named(claim, end)
    aimed = _is_aim(claim) and last >= max((bounds(each)[1] for each in issued), default=last)
    if aimed and end not in issued:
        if _is_how_long(claim, end):
            return ""
        set_there = any(e.startswith("../") for _, _, d in _likeliest(claim) for e in d.accepted)
        return named or ("unsupported-date" if set_there else "too-precise")  # another deadline, or none
    if any(covers(end, each) for each in issued):
        if _is_as_of_earlier(claim, last):
            return "as-of-is-publication-date"
        return "" if not _strictly_before(claim) or not _falls_in(end, claim) else "wrong-direction"
    if _strictly_before(claim) and _falls_in(end, claim):
        return "wrong-direction"
    if any(agrees(end, dated) for _, _, dated in claim.ranked):
        return ""
    limit = first if _strictly_before(claim) else last
    done = [b for _, _, dated in _likeliest(claim) for e in dated.accepted if (b := bounds(e)[1])]
    return "" if done and min(done) <= limit else named or "unsupported-date"


def _is_as_of_earlier(claim: Any, last: date) -> bool:
    """ "By 11 May it had cost 385 million" where the report of that day has "by the end of March"."""
    if _is_of_report(claim):
        return False
    inside = {claim.facts.words[at].start for at in own_words(claim.mention, claim.facts)}
    mine = [c.figure for c in claim.facts.figures if c.figure.start in inside and not c.figure.vague]
    mine = [figure for figure in mine if figure.upper is not None]  # "at least" stays true
    for _, passage, dated in _likeliest(claim):
        ends = [day for edtf in dated.accepted if edtf.startswith("../") and (day := bounds(edtf)[1])]
        if not ends or max(ends) >= last or not dated.span:
            continue
        start, end = next(span for span in passage.sentences if dated.span[0] < span[1])
        told = [c.figure for c in passage.facts.figures if start <= c.figure.start < end]
        if any(one.unit == each.unit and bounds_of(one, each) == "fine" for one in mine for each in told):
            return True
    return False


def _is_how_long(claim: Any, end: str) -> bool:
    """ "Was to last until 23 October" for five days from the 18th: when a span ends is no deadline."""
    lasts = claim.mention.surface.lower().startswith(("until ", "till ", "to "))
    lasts = lasts and has_phrase(claim.facts.text, load("reckoning")["lasting"])
    if not lasts:
        return False
    told = [
        dated for _, passage, dated in claim.ranked if dated.span and _is_length(passage.text, dated.span)
    ]
    return any(bounds(each)[1] == bounds(end)[1] for dated in told for each in dated.accepted)


def _is_length(text: str, span: tuple[int, int]) -> bool:
    return any(figure.unit in _DAYS for figure in read_quantities(text[slice(*span)]))


def _is_another_deadline(claim: Any) -> bool:
    """ "Until 15 December" where the text has "until 15 November": what lasts until a day may not last on."""
    if not claim.mention.surface.lower().startswith(("until ", "till ")):
        return False
    given = [edtf for _, _, dated in _likeliest(claim) for edtf in dated.accepted[:1]]
    return bool(given) and all(edtf.startswith("../") and edtf != claim.mine for edtf in given)


def _since(claim: Any, start: str) -> str:
    issued = [passage.issued for passage in claim.home]
    told = any(covers(start, each) for each in issued)
    if told and claim.mention.surface.lower().startswith("after ") and _is_of_report(claim):
        return "" if _is_aim(claim) else "wrong-direction"  # a report tells what was before it
    closed = [dated for _, _, dated in claim.ranked if any(_begins(start, edtf) for edtf in dated.accepted)]
    if closed or told:
        return ""
    vague = any(None in bounds(edtf) for _, _, dated in _likeliest(claim) for edtf in dated.accepted)
    return _named(claim, start) or ("too-precise" if vague else "unsupported-date")


def _begins(start: str, edtf: str) -> bool:
    """Tell whether a date of the text, or the beginning of a stretch, lies within a brief's beginning."""
    first = edtf.split("/")[0]
    return covers(start, edtf) or (first != ".." and is_edtf(first) and covers(start, first))


def _likeliest(claim: Any) -> list[tuple]:
    return [each for each in claim.ranked if each[0] == claim.top]


def _is_aim(claim: Any) -> bool:
    """Tell whether the date is a deadline: something is to be done by then."""
    clause = re.split(r"[;:]", claim.facts.text[: claim.mention.start])[-1]
    return is_aim(_ASIDE.sub("", clause))


def is_aim(text: str) -> bool:
    """Tell whether some words speak of what is to be done."""
    return bool(_AIMED.search(text))


def _strictly_before(claim: Any) -> bool:
    """Tell "before June" from "before the end of June", and from "before the report" of a whole month."""
    low = claim.mention.surface.lower()
    ends = "end of" in low or _is_over(low)
    return low.startswith("before ") and not ends and not _is_of_report(claim)


def _is_over(low: str) -> bool:
    """ "Before June was over": by its end."""
    return low.endswith((" over", " out", " ended", " ends"))


def _is_of_report(claim: Any) -> bool:
    low, anchors = claim.mention.surface.lower(), load("anchors")
    return any(has_phrase(low, anchors[name]) for name in ("reports", "issues"))


def _falls_in(end: str, claim: Any) -> bool:
    """Tell whether what the sentence speaks of is dated to the very time before which it is put."""
    told = [dated for score, _, dated in _likeliest(claim) if score and dated.told and dated.span]
    return any(agrees(end, dated) for dated in told)


def is_distance(said: str, known: Sequence[str]) -> bool | None:
    """Tell whether a distance such as "ten months later" lies between two known dates (EDTF).

    None where the words give no count.

    >>> is_distance("ten months later", ["2018-12", "2019-10-21"])
    True
    """
    low = said.lower()
    unit = next((unit for unit in _DAYS if re.search(rf"\b{unit}s?\b", low)), "")
    counts = [q.lower for q in read_quantities(low) if q.lower is not None]
    if re.match(r"(?:the )?(?:day|week|month|year)\b|(?:the )?(?:next|following|previous)|an? ", low):
        counts = counts or [1]
    if not unit or not counts:
        return None
    least, most = counts[0] * _DAYS[unit][0], counts[0] * _DAYS[unit][1]
    slack = 0 if unit == "day" else _DAYS[unit][1] * 0.6
    return any(
        _touch(elapsed(one, other), least - slack, most + slack)
        for one in known
        for other in known
        if one != other
    )


def _touch(gap: tuple[int | None, int | None], least: float, most: float) -> bool:
    shortest, longest = gap
    return (shortest is None or shortest <= most) and (longest is None or longest >= least) and longest != 0
