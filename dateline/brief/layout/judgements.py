"""Rules for a brief's own judgements: a basis, one scale of likelihood, confidence apart, forecasts dated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.sureness import as_question
from dateline.brief.language.cued import Cued
from dateline.brief.language.wording import has_phrase, phrases_in
from dateline.brief.people.saying import is_reporting
from dateline.dates import is_edtf
from dateline.findings import Finding
from dateline.lexicon import joined, load
from dateline.marks import fold

_FUTURE = re.compile(
    r"\b(?:will|won't|shall|going to|in (?:the )?future|from now on)\b"
    r"|\b(?:one day|some day|sooner or later|eventually)\b"
    r"|\b(?:set|bound|due|likely|unlikely|certain|chance|expected?) to\b"
    r"|\bwould (?:(?:not|never|still|then|soon|again|ever) )*"
    r"(?:be|return|come|go|leave|stay|remain|have(?! (?:been|had|\w+ed|\w+en)\b)|withdraw|move|end|happen)\b",
    re.IGNORECASE,
)
# What a judgement rests on: behind "because", or behind a comma and "as", "for", "since".
_BASIS = re.compile(
    r"(?:\b(?:because(?! of)|given that|seeing that|considering that|on the grounds? that|inasmuch as)"
    r"|[,;:(]\s*(?:as|for|since|given)\b"
    r"(?! (?:well|of|at|to|long|far|example|instance|if|now|then|all|many|part|\w+ as)\b)"
    r"|\b(?:the|its|my|our) (?:\w+ )?(?:basis|grounds?|reasons?) (?:for (?:it|this|that) )?"
    r"(?:being|is|are)(?: that)?),?\s+",
    re.IGNORECASE,
)
# "Our confidence is low: one official alone says so"; no basis is "Confidence in the number: low".
_AFTER_COLON = re.compile(r"\b(?:confidence|sure)\b[^:;]{0,60}[:;]\s+", re.IGNORECASE)
# "A 90 % chance", and whatever stands for a word of likelihood: "we judge it a near-certainty that".
_CHANCE = re.compile(
    r"\b\d+(?:\s*(?:-|to|and)\s*\d+)?\s*(?:%|per ?cent)\s+"
    r"(?:chance|probability|likelihood|likely|certain|sure)\b"
    r"|\b(?:chance|probability|likelihood) of (?:about |some |over |under )?\d+\s*(?:%|per ?cent)",
    re.IGNORECASE,
)
_JUDGED = Cued(
    r"\b(?:we|i) (?:judge|consider|think|find|deem|believe|assess|regard|hold) it (?:as |to be )?"
    r"(?P<word>\S.{1,40}?) that\b",
    cues="judge it|consider it|think it|find it|deem it|believe it|assess it|regard it|hold it",
    flags=re.IGNORECASE,
)
# How far a thing is shown, and not how likely it is: "possible but unproven"; and "clear of snow".
_SHOWN = Cued(
    r"\bclear (?:of|from)\b"
    r"|\b(?:possible|possibly|conceivable|plausible|credible|imaginable)\b\W+"
    r"(?:(?:but|though|if|and|yet|albeit|still) )+(?:\w+ )?"
    r"(?:un(?:proven|proved|confirmed|corroborated|verified|supported|tested|substantiated)|"
    r"not (?:yet )?(?:proven|proved|confirmed|corroborated|verified|shown|established))\b",
    cues="clear|possib|conceivable|plausible|credible|imaginable",
    flags=re.IGNORECASE,
)
_LEADING = re.compile(
    r"\W*(?:because|since|as(?! (?:of|at)\b)|given that|seeing that)\s+(?P<basis>[^,]+),\s", re.IGNORECASE
)
_DATED = re.compile(
    r"\b(?:within|in|over|for) (?:the (?:next|coming) )?(?:an?|one|two|three|four|five|six|\d+) "
    r"(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)


def likelihoods(text: str) -> list[tuple[str, bool]]:
    """Return the words of likelihood in a text, longest first where they overlap, and whether each is of
    the one scale.

    >>> likelihoods("It is very unlikely, or at best a realistic possibility.")
    [('very unlikely', True), ('realistic possibility', False)]
    """
    plain = _but_for_the_shown(text)
    ours = _one_scale()
    found = [(match[0], " ".join(match[0].lower().split()) in ours) for match in words_of(text)]
    found += [(match[0], False) for match in chances(plain)]
    named = _JUDGED.search(plain)
    strange = named is not None and not any(ours for _, ours in found)
    return found if not strange or found else [(named["word"], False)]


def chances(plain: str) -> Iterator[re.Match[str]]:
    """Return each likelihood in per cent in a folded text.

    >>> [match[0] for match in chances("It has a 90% chance.")]
    ['90% chance']
    """
    return _CHANCE.finditer(plain) if "%" in plain or "cent" in plain.lower() else iter(())


def words_of(text: str) -> list[re.Match[str]]:
    """Return the places of the words of likelihood in a text; without "we judge" fewer words are such."""
    loose = ("loose_scales",) if has_phrase(text, load("estimative")["judging"]) else ()
    plain = _but_for_the_shown(text)
    return list(phrases_in(plain, joined("estimative", "scale", "same_scale", "other_scales", *loose)))


@lru_cache(maxsize=512)
def _but_for_the_shown(text: str) -> str:
    """A folded text with the words blanked that tell how far a thing is shown."""
    return _SHOWN.sub(lambda shown: " " * len(shown[0]), fold(text))


@cache
def _one_scale() -> frozenset[str]:
    return frozenset(fold(phrase).lower() for phrase in joined("estimative", "scale", "same_scale"))


def basis_of(text: str) -> tuple[int, int] | None:
    """Return the place of the reason that a judgement gives, None when it gives none in the sentence.

    >>> text = "We judge it likely, because some are to stay."
    >>> text[slice(*basis_of(text))]
    'some are to stay.'
    """
    plain = fold(text)
    if leading := _LEADING.match(plain):
        return leading.span("basis")
    match = _BASIS.search(plain) or _AFTER_COLON.search(plain)
    return (match.end(), len(text)) if match else None


def judge(facts: Facts, has_citation: bool, following: Sequence[str], is_led: bool = False) -> list[Finding]:
    """Judge the form of a judgement; `following` are the sentences behind it, where its basis may stand.

    A forecast that gives its reason but no date, and a confidence right behind a sentence with a citation
    (`is_led`) but without a reason of its own, are questions for a person.
    """
    text = _outside_quotations(facts)
    found = []
    likely = likelihoods(text)
    confident = has_phrase(text, load("estimative")["confidence"])
    marked = has_phrase(text, load("estimative")["judging"])
    if likely and confident:
        found.append(
            Finding(
                "likelihood-and-confidence-mixed",
                possible=1,
                params={"given": likely[0][0], "other": confident[0]},
            )
        )
    found += _strays(likelihoods(_claim(text)) if _is_reported(facts, basis_of(text)) else likely)
    if (likely or marked) and is_forecast(_claim(text)) and not is_dated(facts):
        undated = Finding("forecast-without-date", possible=1, params={})
        found.append(as_question(undated) if has_citation and basis_of(text) else undated)
    if (likely or marked or confident) and not (
        has_citation or _has_basis(text) or any(map(_has_basis, following))
    ):
        baseless = Finding("judgement-without-basis", possible=1, params={})
        found.append(as_question(baseless) if is_led and confident and not likely else baseless)
    return found


def _is_reported(facts: Facts, basis: tuple[int, int] | None) -> bool:
    """ "Because the board found that they had probably known": the word of likelihood is the board's."""
    start, end = basis or (0, 0)
    return any(is_reporting(facts, at) for at, word in enumerate(facts.words) if start <= word.start < end)


def _strays(likely: Sequence[tuple[str, bool]]) -> list[Finding]:
    """A word of another scale: a fault beside one of ours, and where it is a bet, a number or a certainty;
    by itself a question, and one of the directive's second row, which fixes the same bands, a note."""
    stray = next((word for word, ours in likely if not ours), None)
    if stray is None:
        return []
    lists, low = load("estimative"), " ".join(stray.lower().split())
    mixed = any(ours for _, ours in likely)
    wrong = mixed or low in lists["never_alone"] or any(chances(fold(stray)))
    if low in lists["second_row"] and not wrong:
        return [Finding("estimative-word-second-row", "note", params={"given": stray})]
    verdict = "wrong" if wrong else "review"
    return [
        Finding("estimative-word-mixed-scales", verdict, possible=verdict == "wrong", params={"given": stray})
    ]


def is_forecast(text: str) -> bool:
    """Tell whether a judgement speaks of what is to come.

    >>> is_forecast("We judge it likely that some will stay."), is_forecast("Both are likely the same.")
    (True, False)
    """
    return bool(_FUTURE.search(fold(text)))


def _claim(text: str) -> str:
    """A judgement without its basis."""
    start, end = basis_of(text) or (0, 0)
    return text[:start] + " " * (end - start) + text[end:]


def is_dated(facts: Facts) -> bool:
    """Tell whether a judgement says by when, outside its basis: a date of its own or a length of time."""
    claim = _claim(facts.text)
    adrift = {str(word) for word in load("absence")["unanchored"]}
    dated = any(
        is_edtf(d.edtf)
        and d.kind != "now"
        and d.surface.lower() not in adrift
        and claim[d.start : d.end].strip()
        for d in facts.dates
    )
    return dated or bool(_DATED.search(fold(claim)))


def _has_basis(text: str) -> bool:
    return bool(has_phrase(text, load("estimative")["basis"]) or basis_of(text)) or "@" in text


def _outside_quotations(facts: Facts) -> str:
    kept, at = [], 0
    for start, end in facts.quotations:
        kept.append(facts.text[at:start])
        at = end
    return "".join([*kept, facts.text[at:]])
