"""Name what is wrong with a date that no cited paragraph bears out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dateline.brief.ground.happened import apart, covers, own_words
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.anchoring import weekday_of
from dateline.brief.timing.dating import Claim, finding_of, place_of, text_dates, whereabouts
from dateline.brief.timing.weekdays import weekdays_in
from dateline.dates import DateMention, bounds, days, is_edtf, within
from dateline.findings import Finding


def name_fault(claim: Claim, cited: Sequence[Passage], ground: Ground) -> Finding:
    """Return the fault of a date that no cited paragraph bears out, by the most telling key."""
    mine, mention = claim.mine, claim.mention
    if _as_of_another(claim, ground):
        return finding_of("as-of-is-publication-date", mention, *whereabouts(claim))
    number = weekday_of(mention.surface)
    if number is not None and (theirs := weekdays_in(claim.home)) and number not in theirs:
        return finding_of("wrong-week", mention, *whereabouts(claim))
    if key := next(((k, p, d) for _, p, d in claim.ranked if (k := dict(d.wrong).get(mine))), None):
        return finding_of(key[0], mention, key[1], place_of(key[1], key[2].span))
    named = [(passage, dated) for _, passage, dated in claim.ranked if dated.named and dated.accepted]
    if named and all(apart(mine, dated.accepted[:1]) for _, dated in named):
        return finding_of(*_beside(claim, named[0][0], ground), place_of(named[0][0], named[0][1].span))
    if (missed := _missed(claim, None, ground))[0] == "hindsight":
        return finding_of(*missed)
    for score, passage, dated in claim.ranked:
        if any(_finer(mine, edtf, score > 0 and score == claim.top) for edtf in dated.accepted):
            return finding_of("too-precise", mention, passage, place_of(passage, dated.span))
    for passage in cited:
        if _finer(mine, passage.issued):
            return finding_of("too-precise", mention, passage)
    near = next(((key, p) for p in cited if (key := _near_miss(mine, p))), None)
    return finding_of(*_missed(claim, near, ground))


def _as_of_another(claim: Claim, ground: Ground) -> bool:
    """Tell whether a figure of one report is dated like another report."""
    inside = {claim.facts.words[at].start for at in own_words(claim.mention, claim.facts)}
    others = {p.issued for p in ground.passages.values()} - {p.issued for p in claim.home}
    return any(c.figure.start in inside for c in claim.facts.figures) and any(
        covers(claim.mine, issued) for issued in others
    )


def _beside(claim: Claim, passage: Passage, ground: Ground) -> tuple[str, DateMention, Passage]:
    """Name a date that lies apart from the one that the text gives."""
    near, issued = _near_miss(claim.mine, passage), bounds(passage.issued)[1]
    start, cut_off = bounds(claim.mine)[0], bounds(ground.case.cut_off)[1]
    if not near and start and issued and start > issued:
        near = _missed(claim, None, ground)[0] if cut_off and start > cut_off else "wrong-direction"
    return near or "unsupported-date", claim.mention, passage


def _missed(claim: Claim, near: tuple[str, Passage] | None, ground: Ground) -> tuple:
    if near:
        return near[0], claim.mention, near[1]
    start, cut_off = bounds(claim.mine)[0], bounds(ground.case.cut_off)[1]
    ahead = [
        edtf
        for p in claim.home
        for edtf in text_dates(p)
        if (b := bounds(edtf)[0]) and cut_off and b > cut_off
    ]
    if (
        cut_off and start and start > cut_off and not ahead
    ):  # where the text looks ahead, it is only another day
        return "hindsight", claim.mention
    return "unsupported-date", claim.mention


def _finer(mine: str, theirs: str, open_too: bool = False) -> bool:
    try:
        first, last = bounds(theirs)
        closed = open_too or (first is not None and last is not None)
        return closed and mine != theirs and within(mine, theirs)
    except ValueError:
        return False


def _near_miss(mine: str, passage: Passage) -> str:
    """Name how a day misses the days of a paragraph: by whole weeks, or on the other side of the issue
    date."""
    day = bounds(mine)[0]
    if day is None or day != bounds(mine)[1]:
        return ""
    issue = bounds(passage.issued)[1] if is_edtf(passage.issued) else None
    for edtf in text_dates(passage):
        for candidate in days(edtf) or ():
            gap = day - candidate
            if gap and gap.days % 7 == 0 and abs(gap) <= timedelta(days=28):
                return "wrong-direction" if issue and candidate < issue < day else "wrong-week"
            if gap and abs(gap) <= timedelta(days=6):
                return "wrong-week"
    return ""
