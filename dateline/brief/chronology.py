"""Compare a sentence's dates with those of the cited paragraphs, by the days that each allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.brief import intervals
from dateline.brief.anchoring import weekday_of
from dateline.brief.facts import Facts
from dateline.brief.happened import Dated, agrees, apart, covers, dated_words, meets, own_words
from dateline.brief.passages import Ground, Passage
from dateline.brief.wording import has_phrase, words
from dateline.dates import DateMention, bounds, days, describe, is_edtf, within
from dateline.findings import Finding, Place
from dateline.lexicon import load

__all__ = ["covers", "judge"]
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


@dataclass(frozen=True, slots=True)
class _Claim:
    """A date of a sentence with what it dates, and the paragraphs that may bear it out."""

    mention: DateMention
    facts: Facts
    home: tuple[Passage, ...]
    ranked: tuple[tuple[int, Passage, Dated], ...]

    @property
    def mine(self) -> str:
        return self.mention.edtf

    @property
    def top(self) -> int:
        return self.ranked[0][0] if self.ranked else 0


def judge(
    mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground, judged: bool
) -> list[Finding]:
    """Judge one date of a sentence: another format is the same date and a coarser one is fine; a finer or
    other
    day is not, nor the day of publication for the day of the event. `judged`: the sentence is a forecast
    or judgement.
    """
    if mention.kind == "needs anchor":
        return [] if judged or not cited else _unplaced(mention, facts, cited, ground)
    if mention.kind == "now" or mention.surface.lower() in _unanchored():
        return [_finding("unanchored-now", mention)]
    if mention.surface.lower() in _WEEKDAYS:
        return _weekday(mention, facts, cited, ground, judged)
    if mention.kind == "duration" or not is_edtf(mention.edtf) or judged:
        return []
    if has_phrase(mention.surface, load("absence")["unanchored"]):
        return [_finding("unanchored-now", mention)]
    if _another_weekday(mention):
        return [_finding("other-weekday", mention)]
    return _against(_claim(mention, facts, cited, ground), cited, ground)


def _unanchored() -> set[str]:
    return set(load("absence")["unanchored"])


def _claim(mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> _Claim:
    home = tuple(_home(mention, facts, cited))
    said = [ideas for ideas in dated_words(mention, facts) if not ideas & ground.common]
    ranked = [(dated.score(said), passage, dated) for passage in home for dated in passage.dated]
    return _Claim(mention, facts, home, tuple(sorted(ranked, key=lambda each: (-each[0], not each[2].named))))


def _home(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> Sequence[Passage]:
    """Return the paragraphs whose figures stand beside the date: a figure keeps the date of its report."""
    inside = {facts.words[at].start for at in own_words(mention, facts)}
    bounds_here = {
        (counted.figure.lower, counted.figure.upper)
        for counted in facts.figures
        if counted.figure.start in inside and (counted.figure.lower or counted.figure.upper or 0) > 31
    }
    bearing = [
        passage
        for passage in cited
        if bounds_here & {(counted.figure.lower, counted.figure.upper) for counted in passage.facts.figures}
    ]
    return bearing if len(bounds_here) == 1 and bearing else cited


def _against(claim: _Claim, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    mine, mention = claim.mine, claim.mention
    if (found := intervals.open_ended(claim)) is not None:
        return [_finding(found, mention, *_whereabouts(claim))] if found else []
    fitting = [
        each for each in claim.ranked if agrees(mine, each[2]) or _same_name(mention, each[2], each[1])
    ]
    best = next((score for score, _, dated in fitting if dated.told), -1)
    if key := _named(claim, best):
        return [] if _of_report(claim) and not fitting else [_finding(key[0], mention, *key[1:])]
    if fitting:
        rival = _rival(claim, best) if best >= 0 else None
        return [_finding("unsupported-date", mention, *rival)] if rival else []
    if any(covers(mine, passage.issued) for passage in claim.home):
        return _report_day(claim)
    return _outside(claim) or [_fault(claim, cited, ground)]


def _same_name(mention: DateMention, dated: Dated, passage: Passage) -> bool:
    """Tell whether both name the same season or month and the brief leaves the year to the reader."""
    if not dated.named or not dated.span or re.search(r"\d", mention.surface):
        return False
    mine, theirs = (
        {word.low for word in words(text) if word.low in load("anchors")["parts_of_year"]}
        for text in (mention.surface, passage.text[slice(*dated.span)])
    )
    return bool(mine) and mine == theirs


def _named(claim: _Claim, best: int) -> tuple[str, Passage, Place | None] | None:
    """Return the fault that the key names for this date of what the sentence speaks of, if it does."""
    for score, passage, dated in claim.ranked:
        if score <= best or (score == 0 and claim.top):
            break
        key = dict(dated.wrong).get(claim.mine)
        if key and not meets(claim.mine, dated):
            labelled = has_phrase(claim.facts.text, load("absence")["labels_outside"])
            if claim.mine in dated.outside and labelled:
                return None
            return key, passage, _place(passage, dated.span)
    return None


def _rival(claim: _Claim, best: int) -> tuple[Passage, Place | None] | None:
    """Return the date of the same paragraphs to which the words of the sentence belong, when it is another.

    "The wall was mended in 1988" has a year of its paragraph, but that of the dam.
    """
    gap = 1 if best == 0 else 2
    for score, passage, dated in claim.ranked:
        if score < max(1, best + gap):
            return None
        if dated.told and dated.accepted and apart(claim.mine, dated.accepted):
            return passage, _place(passage, dated.span)
    return None


def _report_day(claim: _Claim) -> list[Finding]:
    """The brief gives an event the date of the report: wrong where the text ties it to another time."""
    first, last = bounds(claim.mine)
    if first == last:
        return (
            []
            if _of_report(claim)
            else [_finding("publication-for-event", claim.mention, *_whereabouts(claim))]
        )
    for score, passage, dated in claim.ranked:
        if score >= 2 and dated.told and dated.accepted and apart(claim.mine, dated.accepted):
            return [_finding("publication-for-event", claim.mention, passage, _place(passage, dated.span))]
    return []


def _of_report(claim: _Claim) -> bool:
    """Tell whether a date that is the report's own may stand: an as-of date, or the report's date."""
    if not any(covers(claim.mine, passage.issued) for passage in claim.home):
        return False
    mention, facts = claim.mention, claim.facts
    ahead = facts.text[: mention.start].lower().split()[-3:]
    ahead = " " + " ".join(ahead[:-1] if ahead[-1:] == ["the"] else ahead)
    if ahead.endswith(tuple(f" {phrase}" for phrase in load("reporting")["before_dates"])):
        return True
    told = ("report", "reports", "reported", "article", "account", "ap", "s1", "s2")
    return any(abs(word.start - mention.start) < 40 for word in facts.words if word.low in told)


def _whereabouts(claim: _Claim) -> tuple[Passage | None, Place | None]:
    """The date of the text that the sentence most likely means."""
    for _, passage, dated in claim.ranked:
        if dated.span and dated.told:
            return passage, _place(passage, dated.span)
    return (claim.home[0] if claim.home else None), None


def _outside(claim: _Claim) -> list[Finding]:
    labelled = has_phrase(claim.facts.text, load("absence")["labels_outside"])
    known = [passage for _, passage, dated in claim.ranked if claim.mine in dated.outside]
    if known:
        note = _finding("outside-knowledge-labelled", claim.mention, verdict="note")
        return [note if labelled else _finding("outside-knowledge-unlabelled", claim.mention, known[0])]
    return [_finding("outside-knowledge-labelled", claim.mention, verdict="review")] if labelled else []


def _fault(claim: _Claim, cited: Sequence[Passage], ground: Ground) -> Finding:
    """Name what is wrong with a date that no cited paragraph bears out."""
    mine, mention = claim.mine, claim.mention
    if _as_of_another(claim, ground):
        return _finding("as-of-is-publication-date", mention, *_whereabouts(claim))
    number = weekday_of(mention.surface)
    if number is not None and (theirs := _weekdays_of(claim.home)) and number not in theirs:
        return _finding("wrong-week", mention, *_whereabouts(claim))
    if key := next(((k, p, d) for _, p, d in claim.ranked if (k := dict(d.wrong).get(mine))), None):
        return _finding(key[0], mention, key[1], _place(key[1], key[2].span))
    named = [(passage, dated) for _, passage, dated in claim.ranked if dated.named and dated.accepted]
    if named and all(apart(mine, dated.accepted[:1]) for _, dated in named):
        return _finding(*_beside(claim, named[0][0], ground), _place(named[0][0], named[0][1].span))
    if (missed := _missed(claim, None, ground))[0] == "hindsight":
        return _finding(*missed)
    for score, passage, dated in claim.ranked:
        if any(_finer(mine, edtf, score > 0 and score == claim.top) for edtf in dated.accepted):
            return _finding("too-precise", mention, passage, _place(passage, dated.span))
    for passage in cited:
        if _finer(mine, passage.issued):
            return _finding("too-precise", mention, passage)
    near = next(((key, p) for p in cited if (key := _near_miss(mine, p))), None)
    elsewhere = [p for p in ground.passages.values() if p not in cited and _has(p, mine)]
    if near or not elsewhere:
        return _finding(*_missed(claim, near, ground))
    return _finding("citation-elsewhere", mention)


def _as_of_another(claim: _Claim, ground: Ground) -> bool:
    """Tell whether a figure of one report is dated like another report."""
    inside = {claim.facts.words[at].start for at in own_words(claim.mention, claim.facts)}
    others = {p.issued for p in ground.passages.values()} - {p.issued for p in claim.home}
    return any(c.figure.start in inside for c in claim.facts.figures) and any(
        covers(claim.mine, issued) for issued in others
    )


def _beside(claim: _Claim, passage: Passage, ground: Ground) -> tuple[str, DateMention, Passage]:
    """Name a date that lies apart from the one that the text gives."""
    near, issued = _near_miss(claim.mine, passage), bounds(passage.issued)[1]
    start, cut_off = bounds(claim.mine)[0], bounds(ground.case.cut_off)[1]
    if not near and start and issued and start > issued:
        near = "hindsight" if cut_off and start > cut_off else "wrong-direction"
    return near or "unsupported-date", claim.mention, passage


def _has(passage: Passage, mine: str) -> bool:
    return any(covers(mine, edtf) for edtf in _text_dates(passage))


def _missed(claim: _Claim, near: tuple[str, Passage] | None, ground: Ground) -> tuple:
    if near:
        return near[0], claim.mention, near[1]
    start, cut_off = bounds(claim.mine)[0], bounds(ground.case.cut_off)[1]
    if cut_off and start and start > cut_off:
        return "hindsight", claim.mention
    return "unsupported-date", claim.mention


def _weekday(
    mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground, judged: bool
) -> list[Finding]:
    """Judge a weekday without a date: it must be that of the text; one that is bare is noted."""
    one_of_many = facts.text[: mention.start].rstrip().lower().endswith((" a", " one", " some", " the"))
    if not cited or judged:
        return [] if one_of_many else [_finding("unanchored-now", mention)]
    claim = _claim(mention, facts, cited, ground)
    number = weekday_of(mention.surface)
    named = [
        (score, passage) for score, passage, dated in claim.ranked if number in _weekdays(passage, dated)
    ]
    rival = [(s, p) for s, p, d in claim.ranked if d.told and d.span and _weekdays(p, d) - {number}]
    if named and (not rival or rival[0][0] - named[0][0] < 2):
        return [] if one_of_many else [_finding("weekday-undated", mention, named[0][1], verdict="note")]
    if has_phrase(facts.text, load("absence")["labels_outside"]):
        return []
    if any(is_edtf(p.issued) and {day.weekday() for day in days(p.issued) or ()} == {number} for p in cited):
        return (
            []
            if _of_report_near(mention, facts)
            else [_finding("publication-for-event", mention, *_whereabouts(claim))]
        )
    if _weekdays_of(cited):
        return [_finding("wrong-week", mention, *_whereabouts(claim))]
    return [_finding("too-precise", mention, cited[0])]


def _of_report_near(mention: DateMention, facts: Facts) -> bool:
    told = facts.text[max(0, mention.start - 40) : mention.end + 30]
    return bool(has_phrase(told, ["report", "reported", "published", "dated", "issued"]))


def _weekdays(passage: Passage, dated: Dated) -> set[int]:
    """The weekdays of a date of the text: the one that it names, or that of its day."""
    if not dated.span or not dated.named:
        return set()
    named = weekday_of(passage.text[slice(*dated.span)])
    if named is not None:
        return {named}
    return {day.weekday() for edtf in dated.accepted[:1] for day in days(edtf) or ()}


def _weekdays_of(passages: Sequence[Passage]) -> set[int]:
    return {number for p in passages for dated in p.dated for number in _weekdays(p, dated)}


def _another_weekday(mention: DateMention) -> bool:
    """Tell whether a full date is given with a weekday that it does not fall on."""
    number, found = weekday_of(mention.surface), days(mention.edtf)
    return bool(
        number is not None
        and found
        and re.search(r"\d", mention.surface)
        and number not in {day.weekday() for day in found}
    )


def _unplaced(mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Judge "two days later" where no date stands before it, by the dates that it may lie between."""
    if has_phrase(mention.surface, load("anchors")["reports"]):
        return [_finding("too-precise", mention, cited[0])]
    known = [each.edtf for each in facts.dates if is_edtf(each.edtf)]
    known += [edtf for passage in cited for edtf in _text_dates(passage)]
    known += [source.date for source in ground.case.sources.values() if is_edtf(source.date)]
    fits = intervals.is_distance(mention.surface, known)
    return [] if fits in (True, None) else [_finding("unsupported-date", mention, cited[0])]


def _text_dates(passage: Passage) -> list[str]:
    return [
        each.edtf
        for each in passage.facts.dates
        if is_edtf(each.edtf) and each.kind not in ("now", "duration")
    ]


def _place(passage: Passage, span: tuple[int, int] | None) -> Place | None:
    return Place(*passage.place, *span, passage.text[slice(*span)]) if span else None


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
    for edtf in _text_dates(passage):
        for candidate in days(edtf) or ():
            gap = day - candidate
            if gap and gap.days % 7 == 0 and abs(gap) <= timedelta(days=28):
                return "wrong-direction" if issue and candidate < issue < day else "wrong-week"
            if gap and abs(gap) <= timedelta(days=6):
                return "wrong-week"
    return ""


def _finding(
    key: str,
    mention: DateMention,
    passage: Passage | None = None,
    place: Place | None = None,
    verdict: str = "wrong",
) -> Finding:
    said = describe(mention.edtf) if is_edtf(mention.edtf) else mention.surface
    where = place or (Place(*passage.place) if passage else None)
    params = {
        "given": mention.surface,
        "means": said,
        "text": where.exact if where else "",
        "phrase": mention.surface,
    }
    return Finding(key, verdict, possible=1 if verdict == "wrong" else 0, params=params, place=where)
