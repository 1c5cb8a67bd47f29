"""What kind of sentence a brief has here: a fact to be sourced, a judgement, a gap, or a word about the
brief itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dateline.brief.ground.facts import Facts
from dateline.brief.language.cued import Cued
from dateline.brief.language.wording import has_phrase
from dateline.brief.layout.judgements import chances
from dateline.lexicon import joined, load
from dateline.marks import fold

_LABEL = re.compile(r"^\W*(?P<label>[A-Za-z][A-Za-z -]{1,32}?)\s*(?::|=|\.\s*$)\s*(?P<value>.*)$", re.DOTALL)


def label_of(line: str) -> tuple[str, str]:
    """Return which head line this is ("question", "author", "cut_off" or "") and what it says.

    >>> label_of("Information cut-off: 21 October 2019")
    ('cut_off', '21 October 2019')
    """
    match = _LABEL.match(line.strip())
    if match:
        name = _names_of("heads").get(match["label"].strip().lower())
        if name is not None:
            return name, match["value"].strip()
    return "", ""


@cache
def _names_of(part: str) -> dict[str, str]:
    """What each label or title of a part of `absence` stands for, the first where it is listed twice."""
    named = load("absence")[part].items()
    return {str(title): name for name, titles in reversed(named) for title in titles}


def section_of(heading: str) -> str:
    """Return which part of a brief a heading opens ("bottom line", "findings", "gaps" …), "" when it is
    none of them.

    >>> section_of("3. What is not known"), section_of("Troops")
    ('gaps', '')
    """
    plain = re.sub(r"^[\d.\s#*]+", "", fold(heading)).strip(" *:.").lower()
    if exact := _names_of("sections").get(plain, ""):
        return exact
    hits = [
        (len(title), name)
        for title, name in _titles()
        if title in plain and re.search(rf"\b{re.escape(title)}\b", plain)
    ]
    return max(hits)[1] if hits else ""


@cache
def _titles() -> list[tuple[str, str]]:
    """Each title that may stand inside a heading, and the part of a brief that it names."""
    named = load("absence")["sections"].items()
    return [(str(title), name) for name, titles in named for title in titles if len(str(title)) > 3]


@cache
def _meta() -> frozenset[str]:
    return frozenset(load("light")["meta"])


@cache
def _analytic() -> frozenset[str]:
    return frozenset(load("light")["analytic"])


def is_absence(facts: Facts, of_all: bool = False) -> bool:
    """Tell whether a sentence says that the reports do not say something.

    It needs words of absence, and a report (or nobody at all) as the one who is silent; `of_all`: it cites
    the whole of a report.
    """
    if (of_all or has_phrase(facts.text, load("absence")["both_reports"])) and _keeps_from_us(facts):
        return True
    match = has_phrase(facts.text, load("absence")["phrases"])
    if not match or any(a <= match.start() < b for a, b in facts.quotations):
        return False
    said = {word.low for word in facts.words}
    impersonal = bool(
        re.match(
            r"\W*(?:it|what|whether|how|why|who|when|where|which|nothing|no|neither|none|still|also|not)\b",
            facts.text,
            re.IGNORECASE,
        )
    )
    verbs = load("reporting")["verbs"]
    told = any(word.stem in verbs and not match.start() <= word.start < match.end() for word in facts.words)
    passive = match[0].lower().startswith("not ") and not told
    return bool(
        said & set(load("absence")["reporters"])
        or said & {"s1", "s2", "s3", "s4", "ap"}
        or impersonal
        or passive
    )


_REACH = 12  # words from a denial, within which its verb stands


def _keeps_from_us(facts: Facts) -> bool:
    """ "Nowhere in the two reports are we told …", "none of the dead is named in either report"."""
    lists = load("absence")
    own = [word for word in facts.words if not any(a <= word.start < b for a, b in facts.quotations)]
    denied = next((at for at, word in enumerate(own) if word.low in lists["deniers"]), None)
    return denied is not None and any(
        word.stem in lists["telling"] for word in own[max(0, denied - _REACH) : denied + _REACH]
    )


def own_words(facts: Facts) -> str:
    """Return a text without what stands in quotation marks or is somebody's judgement by name.

    "I am confident", she said, and "in the minister's judgement": it is not the writer who judges.
    """
    taken = list(facts.quotations)
    for match in _THEIR_JUDGEMENT.finditer(fold(facts.text)):
        if any(match.start() <= mention.start < match.end() for mention in facts.names):
            taken.append(match.span())
    text = facts.text
    for a, b in taken:
        text = text[:a] + " " * (min(b, len(text)) - a) + text[b:]
    return text


@lru_cache(maxsize=512)
def is_judgement(text: str) -> bool:
    """Tell whether a sentence marks itself as a judgement: by "we judge", a word of likelihood or of
    confidence.

    >>> is_judgement("We judge it likely."), is_judgement("Esper said it was so.")
    (True, False)
    """
    marks = joined("estimative", "judging", "scale", "same_scale", "other_scales", "confidence")
    return bool(has_phrase(text, marks) or any(chances(fold(text))))


def is_marked_judgement(text: str) -> bool:
    """Tell whether a sentence says that it judges or how sure it is, whatever else it says.

    >>> is_marked_judgement("We judge that no answer was given."), is_marked_judgement("Not likely.")
    (True, False)
    """
    return bool(has_phrase(text, joined("estimative", "judging", "confidence")))


def is_alternative(text: str, section: str) -> bool:
    """Tell whether a sentence offers another reading of the facts."""
    return section == "alternative" or bool(
        has_phrase(text, load("estimative")["alternative"]) or _SUPPOSES.match(text)
    )


def claims(facts: Facts) -> list[int]:
    """Return the indices of words by which a sentence claims something of the world.

    Words of reasoning do not count where the sentence speaks of reports and figures and of no person or
    state.
    """
    found = [at for at, word in enumerate(facts.words) if not word.light]
    if not facts.names and any(word.stem in _meta() for word in facts.words):
        found = [
            at
            for at in found
            if facts.words[at].stem not in _analytic() and facts.words[at].low not in _analytic()
        ]
    return found


def says_nothing(facts: Facts, common: frozenset[str], figures: Sequence[object]) -> bool:
    """Tell whether a sentence holds no date, quotation or figure (`figures` that need a source), and no word
    that claims anything."""
    if figures or facts.quotations or facts.dates:
        return False
    return all(facts.ideas[at] & common and not facts.names for at in claims(facts))


_THEIR_JUDGEMENT = Cued(
    r"\b(?:in|by|to)\s+(?:[\w.]+\s+){0,3}\w+'s?\s+(?:own\s+)?judge?ment\b"
    r"|\bin\s+the\s+judge?ment\s+of\s+(?:[\w.]+\s+){0,3}\w+",
    cues="judgement|judgment",
    flags=re.IGNORECASE,
)
# "The number may have been counted differently": the writer supposes something of a figure or report.
_SUPPOSES = Cued(
    r"\W*(?:(?:perhaps|possibly|maybe)\W*)?(?:the|both|either|one|these|that|this|some|part)\b[^,;]{0,40}?"
    r"\b(?:numbers?|figures?|reports?|counts?|sources?|difference|change|fall|rise|estimates?)\b[^,;]{0,30}?\b(?-i:may|might|could)\b",
    cues="may|might|could",
    flags=re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^\W*(?:S\d+|both|each|it|this brief|the brief|these (?:reports|sources)|"
    r"(?:the )?(?:two|three) (?:reports|sources|texts)|"
    r"the (?:first|second|third|earlier|later|two|\d{4}|[a-z]+ber)? ?"
    r"(?:reports?|sources?|articles?|texts?))\b"
    r"[^.]{0,60}?"
    r"\b(?:is|are|was|were|has|have|names?|gives?|carr(?:y|ies)|bears?|dated|credit(?:s|ed)|comes?|rests?|uses?|used|draws?|"
    r"relies|rely|states?|appeared|ran|differs?|agrees?|counts?)\b",
    re.IGNORECASE,
)


def is_about_sources(facts: Facts, section: str) -> bool:
    """Tell whether a sentence speaks of the reports as documents: their date, author, publisher or
    independence; what a report says "that" is a fact like any other."""
    if _SAYS_THAT.search(facts.text):
        return False
    if section in ("sources", "notes"):
        return True
    if _REPORT.match(facts.text) and has_phrase(facts.text[:90], load("documents")["dealing"]):
        return True
    marks = load("documents")["marks"]
    return bool(_ABOUT.match(facts.text)) and any(w.stem in marks or w.low in marks for w in facts.words)


_REPORT = re.compile(
    r"^\W*(?:(?:all|most|much|nothing|everything|every\w* \w+) (?:of|in) )?(?:the )?"
    r"(?:(?:first|second|third|earlier|later|\w+ber|\d{4}) )?"
    r"(?:S\d+|both|each|reports?|articles?|sources?)\b",
    re.IGNORECASE,
)
_SAYS_THAT = Cued(
    r"\b(?:says?|said|reports?|reported|states?|tells?|told|writes?|adds?|claims?|notes?) that\b",
    cues=" that",
    flags=re.I,
)


def is_question(text: str) -> bool:
    """Tell whether a sentence asks."""
    return "?" in text and fold(text).rstrip(" \"')]").endswith("?")
