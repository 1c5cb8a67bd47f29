"""Compare a sentence's dates with those of the cited paragraphs, by the days that each allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dateline.brief.facts import Facts
from dateline.brief.passages import Dated, Ground, Passage
from dateline.brief.wording import Word, has_phrase
from dateline.dates import DateMention, bounds, days, describe, is_edtf, within
from dateline.findings import Finding, Place
from dateline.lexicon import load

_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def judge(
    mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground, judged: bool
) -> list[Finding]:
    """Judge one date of a sentence: another format is the same date and a coarser one is fine; a finer or
    other
    day is not, nor the day of publication for the day of the event. `judged`: the sentence is a forecast
    or judgement.
    """
    if mention.kind == "now" or mention.surface.lower() in _unanchored():
        return [_finding("unanchored-now", mention)]
    if mention.surface.lower() in _WEEKDAYS:
        ahead = facts.text[: mention.start].rstrip().lower()
        return [] if ahead.endswith((" a", " one")) else [_finding("unanchored-now", mention)]
    if mention.kind == "duration" or not is_edtf(mention.edtf) or judged:
        return []
    if _relative(mention):
        return [_finding("unanchored-now", mention)]
    return _against(mention, facts, cited, ground)


def _unanchored() -> set[str]:
    return set(load("absence")["unanchored"])


def _relative(mention: DateMention) -> bool:
    """A date without a year of its own is fixed only by its context: "last Friday" is not fixed at all."""
    return bool(has_phrase(mention.surface, load("absence")["unanchored"]))


def _against(mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    mine = mention.edtf
    if any(covers(mine, theirs) for passage in cited for theirs in _stated(passage)):
        return _or_swapped_day(mention, facts, cited)
    if any(covers(mine, passage.issued) for passage in cited):
        return [] if _of_report(mention, facts, mine, cited) else _event_day(mention, facts, cited)
    labelled = has_phrase(facts.text, load("absence")["labels_outside"])
    outside = [(passage, dated) for passage in cited for dated in passage.dated if mine in dated.outside]
    if outside:
        return [] if labelled else [_finding("outside-knowledge-unlabelled", mention, outside[0][0])]
    if labelled:
        return [_finding("outside-knowledge-labelled", mention, verdict="review")]
    return [_fault(mention, facts, cited, ground)]


def _stated(passage: Passage) -> list[str]:
    """All dates that a paragraph supports, as EDTF: those of the text and those of the key."""
    found = [each.edtf for each in passage.facts.dates if is_edtf(each.edtf) and each.kind != "now"]
    return found + [edtf for dated in passage.dated for edtf in dated.accepted]


def covers(mine: str, theirs: str) -> bool:
    """Tell whether a source's date lies within the brief's: the same, or the brief is coarser."""
    try:
        return bool(theirs) and (mine == theirs or within(theirs, mine))
    except ValueError:
        return False


def _of_report(mention: DateMention, facts: Facts, mine: str, cited: Sequence[Passage]) -> bool:
    """Tell whether a date that is the report's own may stand: a month or year, an as-of date, the
    report's date,
    or a paragraph that dates nothing itself."""
    if bounds(mine)[0] != bounds(mine)[1]:
        return True
    ahead = facts.text[max(0, mention.start - 28) : mention.start]
    if has_phrase(ahead.strip()[-24:], load("reporting")["before_dates"]):
        return True
    reporting = [
        word
        for word in facts.words
        if word.low in ("report", "reports", "reported", "article", "account", "ap", "s1", "s2")
    ]
    return any(abs(word.start - mention.start) < 40 for word in reporting)


def _event_day(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """The brief gives an event the day on which the report came out."""
    passage = cited[0]
    dated = [each for each in passage.facts.dates if each.kind != "duration"]
    place = Place(*passage.place, dated[0].start, dated[0].end, dated[0].surface) if dated else None
    return [_finding("publication-for-event", mention, passage, place)]


def _or_swapped_day(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """A day that the key calls wrong for an event that the sentence speaks of, though another event has
    it."""
    mine = mention.edtf
    ideas = _clause_ideas(mention, facts)
    scored: list[tuple[int, Dated, Passage]] = []
    for passage in cited:
        for dated in passage.dated:
            overlap = len({idea for idea in dated.event if idea.startswith("/")} & ideas)
            scored.append((overlap, dated, passage))
    most = max((overlap for overlap, _, _ in scored), default=0)
    top = [(dated, passage) for overlap, dated, passage in scored if overlap == most]
    if most < 2 or any(covers(mine, edtf) for dated, _ in top for edtf in dated.accepted):
        return []
    dated, passage = next(((d, p) for d, p in top if mine in dict(d.wrong)), top[0])
    key = dict(dated.wrong).get(mine)
    if not key or _of_report(mention, facts, mine, cited):
        return []
    place = Place(*passage.place, *dated.span, passage.text[slice(*dated.span)]) if dated.span else None
    return [_finding(key, mention, passage, place)]


def _clause_ideas(mention: DateMention, facts: Facts) -> set[str]:
    at: Word | None = next((word for word in facts.words if word.end > mention.start), None)
    return {
        idea
        for word, found in zip(facts.words, facts.ideas, strict=True)
        for idea in found
        if at is None or abs(word.clause - at.clause) <= 1
    }


def _fault(mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> Finding:
    """Name what is wrong with a date that no cited paragraph bears out."""
    mine = mention.edtf
    for passage in cited:
        for dated in passage.dated:
            for edtf, key in dated.wrong:
                if edtf == mine:
                    return _finding(key, mention, passage, _place(passage, dated.span))
    for passage in cited:
        for each in passage.facts.dates:
            if is_edtf(each.edtf) and _finer(mine, each.edtf):
                return _finding("too-precise", mention, passage, _place(passage, (each.start, each.end)))
    for passage in cited:
        if _finer(mine, passage.issued):
            return _finding("too-precise", mention, passage)
    elsewhere = [
        p for p in ground.passages.values() if p not in cited and any(covers(mine, e) for e in _text_dates(p))
    ]
    if elsewhere and not any(_near_miss(mine, p) for p in cited):
        return _finding("citation-elsewhere", mention)
    for passage in cited:
        key = _near_miss(mine, passage)
        if key:
            return _finding(key, mention, passage)
    cut_off = bounds(ground.case.cut_off)[1]
    start = bounds(mine)[0]
    if cut_off and start and start > cut_off:
        return _finding("hindsight", mention)
    return _finding("unsupported-date", mention)


def _text_dates(passage: Passage) -> list[str]:
    return [
        each.edtf
        for each in passage.facts.dates
        if is_edtf(each.edtf) and each.kind not in ("now", "duration")
    ]


def _place(passage: Passage, span: tuple[int, int] | None) -> Place | None:
    return Place(*passage.place, *span, passage.text[slice(*span)]) if span else None


def _finer(mine: str, theirs: str) -> bool:
    try:
        first, last = bounds(theirs)
        return within(mine, theirs) and mine != theirs and first is not None and last is not None
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
