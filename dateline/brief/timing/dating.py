"""A date of a sentence with what it dates, and the dates of the cited paragraphs, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.happened import Dated, agrees, covers, dated_words, own_words
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import has_phrase
from dateline.dates import DateMention, describe, is_edtf
from dateline.findings import Finding, Place
from dateline.lexicon import load

_OUT = re.compile(
    r"\b(?:was|were|been)\s+(?P<how>published|issued|released)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
)
_WITHIN = re.compile(
    r"\bwithin\s+(?:\w+\s+){1,2}(?:days?|weeks?|months?|years?)\s+of\s+(?:the\s+)?[\w ]{,20}$", re.IGNORECASE
)
_THEN_REPORTED = re.compile(r",?\s+(?:the\s+)?(?P<who>[\w-]+)\s+reported\s+that\b")
_REPORTED = re.compile(r"\b(?:reported|published its report|issued its report)\s+(?:on\s+)?(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Claim:
    """A date of a sentence with what it dates, and the paragraphs that may bear it out."""

    mention: DateMention
    facts: Facts
    home: tuple[Passage, ...]
    ranked: tuple[tuple[int, Passage, Dated], ...]

    @property
    def mine(self) -> str:
        """The date in EDTF."""
        return self.mention.edtf

    @property
    def top(self) -> int:
        """How many words the likeliest date of the paragraphs has in common with the sentence."""
        return self.ranked[0][0] if self.ranked else 0

    def weight(self, dated: Dated) -> int:
        """How many words of the date's own clause speak of what a date of the text dates, names too."""
        return dated.score(dated_words(self.mention, self.facts))


def claim_of(mention: DateMention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> Claim:
    """Rank the dates of the cited paragraphs by how many words of the sentence speak of what they date."""
    home = tuple(_home(mention, facts, cited))
    own = (
        any(agrees(mention.edtf, dated) for p in home for dated in p.dated) if is_edtf(mention.edtf) else True
    )
    if not own:
        sources = {passage.source for passage in home}
        away = [p for p in cited if any(agrees(mention.edtf, dated) and dated.span for dated in p.dated)]
        away += [p for p in cited if has_phrase(p.text, [mention.surface])]
        if any(passage.source in sources for passage in away):
            home = tuple(cited)
    said = [ideas for ideas in dated_words(mention, facts) if not ideas & ground.common]
    ranked = [(dated.score(said), passage, dated) for passage in home for dated in passage.dated]
    return Claim(mention, facts, home, tuple(sorted(ranked, key=lambda each: (-each[0], not each[2].named))))


def _home(mention: DateMention, facts: Facts, cited: Sequence[Passage]) -> Sequence[Passage]:
    """Return the paragraphs whose figures stand beside the date: a figure keeps the date of its report."""
    inside = {facts.words[at].start for at in own_words(mention, facts)}
    bounds_here = {
        (counted.figure.lower, counted.figure.upper)
        for counted in facts.figures
        if counted.figure.start in inside and (counted.figure.lower or counted.figure.upper or 0) > 31
    }
    if len(bounds_here) != 1:
        return cited
    bearing = [
        passage
        for passage in cited
        if bounds_here & {(counted.figure.lower, counted.figure.upper) for counted in passage.facts.figures}
    ]
    return bearing or cited


def is_of_report(claim: Claim) -> bool:
    """Tell whether a date that is the report's own may stand: an as-of date, or the report's date."""
    if not any(covers(claim.mine, passage.issued) for passage in claim.home):
        return False
    mention, facts = claim.mention, claim.facts
    if _is_out_then(claim):
        return False
    if _WITHIN.search(facts.text, 0, mention.end):
        return True
    ahead = facts.text[: mention.start].lower().replace("(", " ").split()[-3:]
    ahead = " " + " ".join(ahead[:-1] if ahead[-1:] == ["the"] else ahead)
    if ahead.endswith(tuple(f" {phrase}" for phrase in load("reporting")["before_dates"])):
        return True
    told = ("report", "reports", "reported", "article", "account", "ap", "s1", "s2")
    return any(abs(word.start - mention.start) < 40 for word in facts.words if word.low in told)


def _is_out_then(claim: Claim) -> bool:
    """ "The inquiry's report was published on 20 May", "the inquiry reported on 20 May": a paper of which a
    paragraph tells the day that it came out is not the report that tells of it."""
    text, start = claim.facts.text, claim.mention.start
    own = [passage for passage in claim.home if text_dates(passage)]
    if out := _OUT.search(text, 0, start):
        return any(out["how"].lower() in passage.forms for passage in own)
    fronted = _THEN_REPORTED.match(text, claim.mention.end)
    if fronted and any({"reported", fronted["who"].lower()} <= passage.forms for passage in own):
        return True
    told = _REPORTED.search(text, 0, start)
    ahead = [word for word in claim.facts.words if told and word.end <= told.start()][-1:]
    verb = told[0].split()[0] if told else ""
    told_there = (passage.forms for passage in own if not {verb, "report"}.isdisjoint(passage.forms))
    return any(word.low in forms for word in ahead for forms in told_there)


def is_said_then(mention: DateMention, facts: Facts) -> bool:
    """ "Auster said in February that …, and in May that …": the time of the report is that of what is said
    in it."""
    ahead = [word for word in facts.words if word.end <= mention.start]
    spoken = [
        word for word in ahead if word.stem in load("reporting")["verbs"] and word.low.endswith(("d", "t"))
    ]
    if not ahead or [word.low for word in ahead] == ["on"]:
        return bool(_THEN_REPORTED.match(facts.text, mention.end))
    again = facts.text[mention.end :].startswith(" that ")
    return bool(spoken) and (again or mention.start - spoken[-1].end <= 6)


def whereabouts(claim: Claim) -> tuple[Passage | None, Place | None]:
    """The date of the text that the sentence most likely means."""
    for _, passage, dated in claim.ranked:
        if dated.span and dated.told:
            return passage, place_of(passage, dated.span)
    return (claim.home[0] if claim.home else None), None


def text_dates(passage: Passage) -> list[str]:
    """Return the dates in a paragraph's own text, as EDTF."""
    return [
        each.edtf
        for each in passage.facts.dates
        if is_edtf(each.edtf) and each.kind not in ("now", "duration")
    ]


def place_of(passage: Passage, span: tuple[int, int] | None) -> Place | None:
    """Return a place in a paragraph, None without a span."""
    return Place(*passage.place, *span, passage.text[slice(*span)]) if span else None


def finding_of(
    key: str,
    mention: DateMention,
    passage: Passage | None = None,
    place: Place | None = None,
    verdict: str = "wrong",
) -> Finding:
    """Return a finding about a date, with what it means in words."""
    said = describe(mention.edtf) if is_edtf(mention.edtf) else mention.surface
    where = place or (Place(*passage.place) if passage else None)
    params = {
        "given": mention.surface,
        "means": said,
        "text": where.exact if where else "",
        "phrase": mention.surface,
    }
    return Finding(key, verdict, possible=1 if verdict == "wrong" else 0, params=params, place=where)
