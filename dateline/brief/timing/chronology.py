"""Compare a sentence's dates with those of the cited paragraphs, by the days that each allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.brief.amounts import durations, lengths
from dateline.brief.amounts.comparatives import comparatives, same_period
from dateline.brief.amounts.hedging import is_point
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.happened import Dated, agrees, apart, covers, meets, own_words
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.anchoring import weekday_of
from dateline.brief.language.once import once
from dateline.brief.language.reading import read_dates, read_quantities
from dateline.brief.language.verbs import is_past
from dateline.brief.language.wording import has_phrase, is_light, words
from dateline.brief.timing import intervals, partial
from dateline.brief.timing.dating import (
    Claim,
    claim_of,
    finding_of,
    is_of_report,
    is_said_then,
    place_of,
    text_dates,
    whereabouts,
)
from dateline.brief.timing.distances import lies_at_distance
from dateline.brief.timing.misdated import name_fault
from dateline.brief.timing.weekdays import is_another_weekday, is_weekday, judge_weekday
from dateline.dates import DateMention, bounds, is_edtf
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Quantity

__all__ = ["covers", "judge"]

_ALIKE = 2  # so many words of the whole case beside a date still show of what it is the date
_RIGHT_BEFORE = 4  # letters, as of " in ", between a verb and its date
_NEAR = 200  # days from a report within which a day without a year is looked for
_IDIOM = re.compile(r"\s+and\s+(?:then|again)\b")  # "now and then" is at no time
_SIDE = re.compile(r"\b(?:before|after)\b")
_DISTANCE = re.compile(
    r"([\w-]+)\s+(day|week|month|year)s?\s+(after|later|afterwards?|before|earlier|previously|thereafter)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:as|than|from|against)\s+(?:(?:in|on)\s+)?(?:the\s+)?$", re.IGNORECASE)
_BEFORE_REPORT = re.compile(r"(?:in |during )?the (?P<unit>week|month|year) before\b", re.IGNORECASE)
_JOINED = re.compile(
    r",?\s+(?:and|or|than)\s+(?:(?:then|later|again|also|next|once more),?\s+)*(?:(?:in|on|of|for)\s+)?"
    r"|\s*[-–—/]\s*"
)
_SAID_ON = re.compile(r"\b(?:published|issued|released|reported|said|announced|told \w+)\s+(?:on\s+)?$")
_SINCE_REPORT = re.compile(
    r"(?:after|since|following)\s+the\s+(?:first|earlier)\s+(?:report|article|account)", re.IGNORECASE
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\s+(\d{4})$")
_COME = re.compile(r"\b[Cc]ome\s+(?:the\s+)?$")
_ANEW = re.compile(r"\b(?:again|once more|a second time)\s+(?:in|on)\s+$")
_AS_OF = re.compile(r"\bas (?:of|at)\s+(?:the\s+)?$", re.IGNORECASE)
_SOON = ("soon", "shortly", "about to", "imminent", "on the point of", "on the verge of", "any moment")
_ITS_END = re.compile(r"^(\w+)['’]s (end|close|start|beginning|middle)$")  # "September's end"
_ENDED = re.compile(r"^(?:when|as|once) (\w+) (?:ended|was over|was out|(?:came|drew) to .*)$")
_LEAD = re.compile(r"^(?:(?:by|until|till|to|in|on|at|before|since|from|for)\s+)?(?:the\s+)?")


def judge(
    mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground, judged: bool
) -> list[Finding]:
    """Judge one date of a sentence: another format is the same date and a coarser one is fine.

    A finer or another day is not, nor the day of publication for the day of the event. `judged`: the
    sentence is a forecast or judgement.
    """
    trials = [_judge(each, facts, cited, ground, judged) for each in _readings(mention, facts, cited)]
    return min(trials, key=lambda found: sum(finding.verdict == "wrong" for finding in found))


def _judge(
    mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground, judged: bool
) -> list[Finding]:
    if _is_between_reports(mention, cited) or _has_come(mention, facts, cited):
        return []
    compared = any(each.start < mention.end <= each.end for each in comparatives(facts))
    if compared and any(same_period(mention.surface, passage.text) for passage in cited):
        return []
    if mention.kind == "needs anchor":
        return [] if judged or not cited else _unplaced(mention, facts, cited, ground)
    if mention.surface.lower() == "now" and _IDIOM.match(facts.text, mention.end):
        return []
    if _is_fixed(mention, facts) or _is_soon_after(mention, facts, cited):
        return []
    if mention.kind == "now" or mention.surface.lower() in load("absence")["unanchored"]:
        return [] if _as_told(mention, cited, ground) else [_adrift(mention, cited)]
    if any(durations.is_age(figure, facts, cited) for figure in _years_in(mention, facts)):
        return []  # "nearly thirty years before the second report"
    if is_weekday(mention):
        return judge_weekday(mention, facts, cited, ground, judged)
    if _is_same_length(mention, cited):
        return []
    if mention.kind == "duration" or not is_edtf(mention.edtf) or judged:
        return []
    if (adrift := _unanchored(mention, facts)) and not _says(cited, adrift):
        return [finding_of("unanchored-now", mention)]
    if is_another_weekday(mention):
        return [finding_of("other-weekday", mention)]
    found = _against(claim_of(mention, facts, cited, ground), cited, ground)
    return (
        found
        if any(each.verdict == "wrong" for each in found)
        else found + partial.judge(mention, facts, cited)
    )


def _readings(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> list[DateMention]:
    """A date with the other readings of a bare month in a sentence on two reports: "2,000 in December
    against 1,000 in October"; a day without a year, in a sentence that does not look ahead, may be that day
    of the paragraph's year."""
    bare = _DAY.fullmatch(mention.edtf) and not re.search(r"\d{4}", mention.surface)
    if bare and not has_phrase(facts.text, ["will", "shall", "is to", "are to"]):
        told = {edtf for p in cited for edtf in text_dates(p) if edtf[4:] == mention.edtf[4:]}
        return [mention, *(replace(mention, edtf=edtf) for edtf in sorted(told - {mention.edtf}))]
    issued = {passage.issued for passage in cited if is_edtf(passage.issued)}
    part = mention.surface.lower().rpartition(" ")[2]  # of "by March", "the autumn", "a Thursday in March"
    if part not in load("anchors")["parts_of_year"] or len(issued) < 2:
        return [mention]
    read = {each.edtf for day in issued for each in read_dates(mention.surface, issued=day)}
    return [mention, *(replace(mention, edtf=edtf) for edtf in sorted(read - {mention.edtf, ""}))]


def _is_same_length(mention: DateMention, cited: Sequence[Passage]) -> bool:
    """ "For ten days" where a paragraph has "the ten-day closure": as long, whenever it began."""
    if not mention.surface.lower().startswith("for "):
        return False
    return any(lengths.is_told(figure, cited) for figure in read_quantities(mention.surface))


def _adrift(mention: DateMention, cited: Sequence[Passage]) -> Finding:
    """ "Now" is the report's present where a fact is sourced: only worth a note."""
    present = cited and mention.surface.lower() in load("absence")["present"]
    return finding_of("unanchored-now", mention, verdict="note" if present else "wrong")


def _as_told(mention: DateMention, cited: Sequence[Passage], ground: Ground) -> bool:
    """Tell whether a cited paragraph itself has the word, or "now" sets the latest report against another."""
    latest = max((passage.issued for passage in ground.passages.values()), default="")
    issued = [passage.issued for passage in cited]
    against = mention.surface.lower() == "now" and len(set(issued)) > 1 and issued[-1] == latest
    return against or _says(cited, mention.surface)


def _is_fixed(mention: DateMention, facts: Facts) -> bool:
    """ "This year, they said in October 2021": a date with its year, by which the reader knows which."""
    if not mention.surface.lower().startswith("this ") or not is_edtf(mention.edtf):
        return False
    dated = (each.edtf for each in facts.dates if is_edtf(each.edtf) and re.search(r"\d{4}", each.surface))
    return any(covers(mention.edtf, each) for each in dated)


def _is_soon_after(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "Warned that it would soon widen" for "was about to": soon after the warning, whenever that was."""
    soon = mention.surface.lower() in ("soon", "shortly") and facts.text[: mention.start].endswith("would ")
    return soon and any(has_phrase(passage.text, _SOON) for passage in cited)


def _is_between_reports(mention: DateMention, cited: Sequence[Passage]) -> bool:
    """ "Registered after the first report", in a sentence on both: what the one has and the other lacks."""
    return len({p.source for p in cited}) > 1 and bool(_SINCE_REPORT.fullmatch(mention.surface))


def _has_come(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "Come October, two piers had been given up": so it was when the report of October came out."""
    if not _COME.search(facts.text, 0, mention.start) or not is_edtf(mention.edtf):
        return False
    then = any(covers(mention.edtf, passage.issued) for passage in cited)
    return then and not intervals.is_aim(facts.text[mention.end :])


def _says(cited: Sequence[Passage], phrase: str) -> bool:
    return any(has_phrase(passage.text, [phrase]) for passage in cited)


def _unanchored(mention: DateMention, facts: Facts) -> str:
    """The "last week" of a date, "" for none."""
    if facts.forms.isdisjoint(_words_unanchored()):
        return ""
    found = has_phrase(mention.surface, load("absence")["unanchored"])
    return found[0] if found else ""


@cache
def _words_unanchored() -> frozenset[str]:
    """The longest words of the phrases that leave open when it is."""
    return frozenset(max(phrase.split(), key=len) for phrase in load("absence")["unanchored"])


def _against(claim: Claim, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    mine, mention = claim.mine, claim.mention
    if _is_set_beside(mention, claim) or _is_as_of(claim):
        return []
    in_its_words = [each for each in claim.ranked if _same_words(mention, each[2], each[1])]
    # the source's own words stand, whichever year they are thought to mean
    found = None if in_its_words else intervals.open_ended(claim)
    if found is not None:
        return [finding_of(found, mention, *whereabouts(claim))] if found else []
    fitting = [
        each
        for each in claim.ranked
        if agrees(mine, each[2])
        or _same_name(mention, each[2], each[1])
        or (in_its_words and _same_words(mention, each[2], each[1]))
    ]
    best = next((score for score, _, dated in fitting if dated.told), -1)
    day = bounds(mine)
    if day[0] == day[1] and any(_adds_the_year(mine, dated, passage) for _, passage, dated in claim.ranked):
        return []
    if any(_same_weekday(mention, dated, passage) for _, passage, dated in fitting) or (
        not fitting and lies_at_distance(mine, claim.home)
    ):
        return []
    if key := _named(claim, best):
        return [] if is_of_report(claim) and not fitting else [finding_of(key[0], mention, *key[1:])]
    if fitting:
        own = (
            _is_told_then(claim, fitting) or _has_its_verb(claim, fitting) or _is_of_its_verb(claim, fitting)
        )
        rival = _rival(claim, best) if best >= 0 and not own else None
        return [finding_of("unsupported-date", mention, *rival)] if rival else []
    if any(covers(mine, passage.issued) for passage in claim.home):
        return _report_day(claim, cited)
    return _outside(claim) or [name_fault(claim, cited, ground)]


def _same_words(mention: DateMention, dated: Dated, passage: Passage) -> bool:
    """Tell whether a date is given in the words of the paragraph, "by the end of June", and no other year."""
    if not dated.span or len(mention.surface.split()) < 3:
        return False
    year = _YEAR.search(mention.surface)
    said = _YEAR.sub("", mention.surface)
    if plain_of(said) != plain_of(passage.text[slice(*dated.span)]):
        return False
    return not year or year[1] in {str(last.year) for edtf in dated.accepted if (last := bounds(edtf)[1])}


def _is_set_beside(mention: DateMention, claim: Claim) -> bool:
    """ "As in April" in a paragraph's own words: the date is there the other side of a comparison."""
    lead = _BESIDE.search(claim.facts.text[: mention.start])
    return bool(lead) and _says(claim.home, f"{lead[0].strip()} {mention.surface}")


def _is_as_of(claim: Claim) -> bool:
    """ "As of 31 May" for "by 31 May"."""
    if not _AS_OF.search(claim.facts.text, 0, claim.mention.start):
        return False
    ends = (edtf for _, _, dated in claim.ranked for edtf in dated.accepted if edtf.startswith("../"))
    return any(bounds(edtf)[1] == bounds(claim.mine)[1] for edtf in ends)


def plain_of(surface: str) -> str:
    """Return the words of a date without the preposition that leads them.

    >>> plain_of("until the end of the month") == plain_of("The end of the month")
    True
    """
    plain = _LEAD.sub("", " ".join(surface.lower().split()))
    return _ITS_END.sub(r"\2 of \1", _ENDED.sub(r"end of \1", plain))


def _same_name(mention: DateMention, dated: Dated, passage: Passage) -> bool:
    """Tell whether both name the same season or month and the brief leaves the year to the reader."""
    if not dated.named or not dated.span or re.search(r"\d", mention.surface) or mention.kind == "day":
        return False
    mine = _parts_of_year(mention.surface)
    return bool(mine) and mine == _parts_of_year(passage.text[slice(*dated.span)])


def _parts_of_year(text: str) -> set[str]:
    return {word.low for word in words(text) if word.low in load("anchors")["parts_of_year"]}


def _adds_the_year(mine: str, dated: Dated, passage: Passage) -> bool:
    """ "15 November 2014" for "until 15 November" in a report of that year, or of the months before."""
    first, last = bounds(mine)
    if not dated.span or first is None or first != last or not is_edtf(passage.issued):
        return False
    said = passage.text[slice(*dated.span)]
    issued = bounds(passage.issued)[0]
    near = issued is not None and abs((first - issued).days) < _NEAR
    if not near or re.search(r"\d{4}", said):
        return False
    return mine in _read_with_year(passage.facts, dated.span, first.year)


@once
def _read_with_year(facts: Facts, span: tuple[int, int], year: int) -> frozenset[str]:
    """What a date of a text is (EDTF) with a year behind it."""
    said = _LEAD.sub("", facts.text[slice(*span)])
    return frozenset(date.edtf for date in read_dates(f"{said} {year}"))


def _same_weekday(mention: DateMention, dated: Dated, passage: Passage) -> bool:
    """Tell whether a full date keeps the weekday by which the paragraph gives it: "Saturday 19 October"."""
    number = weekday_of(mention.surface)
    return bool(number is not None and dated.span and weekday_of(passage.text[slice(*dated.span)]) == number)


def _named(claim: Claim, best: int) -> tuple[str, Passage, Place | None] | None:
    """Return the fault that the key names for this date of what the sentence speaks of, if it does."""
    for score, passage, dated in claim.ranked:
        if score <= best or (score == 0 and claim.top):
            break
        key = dict(dated.wrong).get(claim.mine)
        if key and not meets(claim.mine, dated):
            labelled = has_phrase(claim.facts.text, load("absence")["labels_outside"])
            if claim.mine in dated.outside and labelled:
                return None
            return key, passage, place_of(passage, dated.span)
    return None


def _rival(claim: Claim, best: int) -> tuple[Passage, Place | None] | None:
    """Return the date of the same paragraphs to which the words of the sentence belong, when it is another.

    "The wall was mended in 1988" has a year of its paragraph, but that of the dam.
    """
    gap = 1 if best == 0 else 2
    for score, passage, dated in claim.ranked:
        if score < max(1, best + gap):
            return None
        if not (dated.told and dated.accepted and apart(claim.mine, dated.accepted)):
            continue
        if not any(rule(claim, dated, passage) for rule in (_is_given_too, _has_its_place, _is_its_length)):
            return passage, place_of(passage, dated.span)
    return None


def _is_its_length(claim: Claim, dated: Dated, passage: Passage) -> bool:
    """ "Closed for ten days by an accord of 10 September", where the closure is a "ten-day" one: how long it
    lasts is told beside the day."""
    said = read_quantities(passage.text[slice(*dated.span)]) if dated.span else []
    mine = {(c.figure.unit, c.figure.lower) for c in claim.facts.figures if is_point(c.figure)}
    return any(each.unit and (each.unit, each.lower) in mine for each in said)


def _has_its_place(claim: Claim, dated: Dated, passage: Passage) -> bool:
    """Tell whether another date of the sentence is that one and dates there what it should: the two have not
    changed places."""
    others = [each for each in claim.facts.dates if each.start != claim.mention.start and is_edtf(each.edtf)]
    own = [each for _, home, each in claim.ranked if home is passage and agrees(claim.mine, each)]
    return any(
        _nearness(each, claim.facts, dated) > max(_nearness(each, claim.facts, mine) for mine in own)
        for each in others
        if own and agrees(each.edtf, dated)
    )


def _is_told_then(claim: Claim, fitting: Sequence[tuple[int, Passage, Dated]]) -> bool:
    """ "Reported on 20 March that they had left in May" where a report was "published on Monday"."""
    said = (passage.text[: dated.span[0]] for _, passage, dated in fitting if dated.span)
    return is_said_then(claim.mention, claim.facts) and any(_SAID_ON.search(text) for text in said)


def _has_its_verb(claim: Claim, fitting: Sequence[tuple[int, Passage, Dated]]) -> bool:
    """ "The work is due to end in 2023" for "the work began in May and is due to end in 2023": the verb by
    the date is that of the paragraph."""
    mine = _verb_by(claim.facts, claim.mention.start)
    theirs = (_verb_by(passage.facts, dated.span[0]) for _, passage, dated in fitting if dated.span)
    return bool(mine) and any(mine == verb for verb in theirs)


def _verb_by(facts: Facts, start: int) -> str:
    """The word right before a date, a preposition left out, where "to" or a helper shows it a verb."""
    ahead = [word for word in facts.words if word.end <= start and start - word.end < _NEAR][-3:]
    ahead = ahead[:-1] if ahead and ahead[-1].low in ("in", "on", "by", "at", "for", "until") else ahead[1:]
    leads = len(ahead) == 2 and ahead[0].low in ("to", "is", "are", "was", "were", "been", "be", "has", "had")
    return ahead[1].stem if leads else ""


def _is_of_its_verb(claim: Claim, fitting: Sequence[tuple[int, Passage, Dated]]) -> bool:
    """ "The inquiry into the raid that killed two at the fort ended in May": by the verb right before it, the
    date is that of the end, whatever else is told of the raid."""
    ahead = [at for at, word in enumerate(claim.facts.words) if word.end <= claim.mention.start][-2:]
    near = [at for at in ahead if not is_light(claim.facts.words[at]) and is_past(claim.facts.words[at])]
    if not near or claim.mention.start - claim.facts.words[near[-1]].end > _RIGHT_BEFORE:
        return False
    told = frozenset(idea for idea in claim.facts.ideas[near[-1]] if not idea.startswith("/"))
    others = [dated for _, _, dated in claim.ranked if not agrees(claim.mine, dated)]
    own = any(dated.told and told & dated.event for _, _, dated in fitting)
    return own and not any(told & dated.event for dated in others)


def _is_given_too(claim: Claim, dated: Dated, passage: Passage) -> bool:
    """Tell whether another date of the sentence is that one of another paragraph: "in spring and again in
    October"; in one paragraph they may have changed places."""
    if _is_time_of_report(claim, passage) and _has_its_own(claim, dated):
        return True
    others = [each for each in claim.facts.dates if each.start != claim.mention.start and is_edtf(each.edtf)]
    if any(agrees(claim.mine, each[2]) for each in claim.ranked if each[1] is passage):
        others = [each for each in others if _are_joined(claim.mention, each, claim.facts)]
    return any(agrees(each.edtf, dated) for each in others)


def _are_joined(one: DateMention, other: DateMention, facts: Facts) -> bool:
    """Tell whether only "and" stands between two dates: "the wages for January and February"; or "again"
    before the second: "was broken in July, and again in October"."""
    first, last = sorted((one, other), key=lambda each: each.start)
    between = facts.text[first.end : last.start]
    return bool(_JOINED.fullmatch(between) or _ANEW.search(between))


def _is_time_of_report(claim: Claim, passage: Passage) -> bool:
    """ "In April it was brought forward to the end of June": what is news is of the report's month."""
    first, last = bounds(claim.mine)
    return first != last and covers(claim.mine, passage.issued)


def _has_its_own(claim: Claim, dated: Dated) -> bool:
    """Tell whether another date of the sentence is that one, and no less near to what it dates."""
    others = [each for each in claim.facts.dates if each.start != claim.mention.start and is_edtf(each.edtf)]
    near = _nearness(claim.mention, claim.facts, dated)
    return any(agrees(each.edtf, dated) and _nearness(each, claim.facts, dated) >= near for each in others)


def _nearness(mention: DateMention, facts: Facts, dated: Dated) -> int:
    """Count the words between a date of the sentence and its neighbours that speak of what is dated."""
    return dated.score([facts.ideas[at] for at in own_words(mention, facts) if not is_light(facts.words[at])])


def _report_day(claim: Claim, cited: Sequence[Passage]) -> list[Finding]:
    """The brief gives an event the date of the report: wrong where the text ties it to another time."""
    first, last = bounds(claim.mine)
    if first == last:
        if not is_of_report(claim):
            return [finding_of("publication-for-event", claim.mention, *whereabouts(claim))]
        stated = _as_of_another_day(claim, cited)
        return [finding_of("as-of-is-publication-date", claim.mention, *stated)] if stated else []
    if is_said_then(claim.mention, claim.facts):
        return []
    undated = any(covers(claim.mine, p.issued) and not text_dates(p) for p in claim.home)
    if undated and len(claim.home) > 1:
        return []  # "In April he threatened to sue": the report of April dates its paragraph
    likeliest = [each for each in claim.ranked if each[0] == claim.top and each[2].told]
    own = [each for each in likeliest if covers(claim.mine, each[1].issued)]
    likeliest = own or likeliest
    if not claim.top:
        likeliest = [each for each in likeliest if claim.weight(each[2]) >= _ALIKE]
    another = [each for each in likeliest if each[2].named and apart(claim.mine, each[2].accepted[:1])]
    if not another or another != likeliest or all(_has_its_own(claim, each[2]) for each in another):
        return []
    _, passage, dated = another[0]
    return [finding_of("publication-for-event", claim.mention, passage, place_of(passage, dated.span))]


def _as_of_another_day(claim: Claim, cited: Sequence[Passage]) -> tuple[Passage, Place | None] | None:
    """ "As of 11 October 2024", where the figure of that day's report "is as of 4 October"."""
    if not _AS_OF.search(claim.facts.text, 0, claim.mention.start):
        return None
    sources = {passage.source for passage in claim.home}
    for passage in (each for each in cited if each.source in sources):
        for date in passage.facts.dates:
            if date.edtf != claim.mine and _AS_OF.search(passage.text, 0, date.start):
                return passage, place_of(passage, (date.start, date.end))
    return None


def _outside(claim: Claim) -> list[Finding]:
    labelled = has_phrase(claim.facts.text, load("absence")["labels_outside"])
    known = [passage for _, passage, dated in claim.ranked if claim.mine in dated.outside]
    if known:
        if labelled:
            return [finding_of("outside-knowledge-labelled", claim.mention, verdict="note")]
        keys = ("outside-knowledge-unlabelled", "too-precise")  # finer than the text, and right elsewhere
        return [finding_of(key, claim.mention, known[0]) for key in keys]
    return [finding_of("outside-knowledge-labelled", claim.mention, verdict="review")] if labelled else []


def _unplaced(mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Judge "two days later" where no date stands before it, by the dates that it may lie between."""
    if has_phrase(mention.surface, load("anchors")["reports"]):
        back = _BEFORE_REPORT.match(mention.surface)
        if back and _says(cited, f"last {back['unit']}"):
            return []  # "the week before the report" for its "last week"
        return [finding_of("too-precise", mention, cited[0])]
    turned = facts.text[: mention.start].lower().endswith("it was ")  # "it was four days before B" after A
    surface = _SIDE.sub(lambda side: "before" if side[0] == "after" else "after", mention.surface)
    if any(_same_distance(surface if turned else mention.surface, passage.text) for passage in cited):
        return []
    if any(lengths.is_told(figure, cited) for figure in read_quantities(mention.surface)):
        return []  # "eleven weeks later" for "after eleven weeks"
    known = [each.edtf for each in facts.dates if is_edtf(each.edtf)]
    known += [edtf for passage in cited for edtf in text_dates(passage)]
    known += [source.date for source in ground.case.sources.values() if is_edtf(source.date)]
    fits = intervals.is_distance(mention.surface, known)
    return [] if fits in (True, None) else [finding_of("unsupported-date", mention, cited[0])]


def _years_in(mention: DateMention, facts: Facts) -> list[Quantity]:
    """The years by which a date lies before a report."""
    if facts.forms.isdisjoint(load("anchors")["reports"]) or not has_phrase(
        mention.surface, load("anchors")["reports"]
    ):
        return []
    read = (each for each in read_quantities(mention.surface) if each.unit == "year")
    return [replace(each, start=each.start + mention.start, end=each.end + mention.start) for each in read]


def _same_distance(surface: str, text: str) -> bool:
    """Tell whether a text has a distance in other numerals: "seven months later", "7 months later"."""
    unit = _DISTANCE.search(surface)
    if unit is None:
        return False
    told = (found for found in _DISTANCE.finditer(text) if _side(found) == _side(unit))
    counts = set(_counts(unit[1]))
    return any(not counts.isdisjoint(_counts(found[1])) for found in told)


def _side(found: re.Match[str]) -> tuple[str, bool]:
    """The unit of a distance in time, and whether it lies behind the event."""
    return found[2].lower(), found[3].lower() in ("before", "earlier", "previously")


def _counts(number: str) -> list[float]:
    """What a word counts: one for "a"; a number without its bounds counts nothing."""
    if number.lower() in ("a", "an"):
        return [1]
    return [q.lower for q in read_quantities(f"{number} days") if q.lower is not None and q.lower == q.upper]
