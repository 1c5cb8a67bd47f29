"""The kind `likelihood`: words matched with their bands, and a judgement in two sentences.

The answer is {"words": {a: band or word}, "sentences": [likelihood sentence, confidence sentence]}.
In exercises.yaml, under `with:`

    words:
      a: {word: likely}                   # the learner gives the band: "55-80"
      b: {band: [95, 99]}                 # the learner gives the word: "almost certain"
      c: {word: probably, off_scale: yes} # not on the scale: the right answer is "not on the scale"
    question: Will most US troops have left Syria by the end of 2019?
    about: [troops, forces]               # words, one of which the first sentence must hold

Words and bands are those of ICD 203 (lexicon/estimative.yaml). The two sentences are checked by rules that
the exercise states: one word of the scale and a date in the first, no confidence there; the confidence, its
level and what it rests on in the second, no likelihood there. Whether it is well founded, a person reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline.cases import Case
from dateline.findings import Finding
from dateline.kinds import _forms as forms
from dateline.kinds import _judgements as judged
from dateline.kinds._label import not_a_choice
from dateline.kinds._label_words import label_of
from dateline.kinds._shared import as_mapping, clipped, is_blank, kind_of, same, yes_no
from dateline.kinds._tally import right, tally, untried

OFF_SCALE = "not on the scale"
_OFF_SCALE_TOO = (
    "off the scale",
    "not on scale",
    "not on the list",
    "not one of the seven",
    "no band",
    "not there",
    "none",
)
YesNo = Annotated[bool, BeforeValidator(lambda value: value if yes_no(value) is None else yes_no(value))]


class Match(BaseModel):
    """One word or band to match."""

    model_config = ConfigDict(extra="forbid")
    word: str = ""
    band: list[int] = []
    off_scale: YesNo = False


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    words: dict[str, Match] = Field(min_length=1)
    question: str
    about: list[str] = []
    sentence_weight: float = 1.0


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return a band or a word for each item, and two sentences."""
    asked = forms.parts("words", [forms.text(name) for name in arguments.words])
    return forms.parts("", [asked, forms.list_of("sentences", forms.long_text(), size=2)])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark words against bands, then the two sentences; half of the points each.

    >>> about = Arguments(words={"a": {"word": "likely"}}, question="Will it rain?")
    >>> mark({"words": {"a": "55-80"}}, None, about, {})[0].key
    'part-right'
    """
    told, findings = as_mapping(answer, ["words", "sentences"])
    if not told:
        return findings
    findings += _words(told.get("words"), arguments)
    findings += _sentences(told.get("sentences"), arguments)
    return tally(findings)


def _words(told: Any, arguments: Arguments) -> list[Finding]:
    share = 1 / len(arguments.words)
    if is_blank(told) or told == {}:
        return [untried("words", 1)]
    matches, findings = as_mapping(told, list(arguments.words))
    if not matches:
        return [Finding(f.key, f.verdict, "words", possible=1, params=f.params) for f in findings]
    for name, match in arguments.words.items():
        findings.append(_match(matches.get(name), name, match, share))
    return findings


def _match(value: Any, name: str, match: Match, share: float) -> Finding:
    if is_blank(value):
        return untried(name, share)
    if isinstance(value, str) and label_of(value, [OFF_SCALE], {OFF_SCALE: _OFF_SCALE_TOO}):
        return right(name, share) if match.off_scale else _unmatched(OFF_SCALE, name, share)
    given = clipped(value) if isinstance(value, str) else kind_of(value)
    if match.band:
        word = next((each for each in judged.scale() if isinstance(value, str) and same(value, each)), None)
        if word is None:
            word = (judged.likelihoods(f"an {given}")[0] or [None])[0] if isinstance(value, str) else None
        if word is None:
            return not_a_choice(value, [*judged.scale(), OFF_SCALE], name, share)
        return right(name, share) if judged.scale()[word] == match.band else _unmatched(given, name, share)
    band = judged.band_of(value)
    if band is None:
        return Finding("band-not-read", part=name, possible=share, params={"given": given})
    shown = f"{band[0]}–{band[1]} %"
    if match.off_scale:
        return Finding(
            "estimative-word-mixed-scales", part=name, possible=share, params={"given": match.word}
        )
    return right(name, share) if [*band] == judged.scale()[match.word] else _unmatched(shown, name, share)


def _unmatched(given: str, name: str, share: float) -> Finding:
    return Finding("band-not-this", part=name, possible=share, params={"given": given})


def _sentences(told: Any, arguments: Arguments) -> list[Finding]:
    if is_blank(told) or told == []:
        return [untried("sentences", 1)]
    if isinstance(told, Mapping):
        told = list(told.values())
    if isinstance(told, str):
        told = re.split(r"(?<=[.!?])\s+(?=[A-Z])", told.strip())
    if not isinstance(told, list) or not all(isinstance(each, str) or each is None for each in told):
        params = {"of": "two sentences", "got": kind_of(told)}
        return [Finding("expected-list", part="sentences", possible=1, params=params)]
    first, second = (*told, None, None)[:2]
    findings = _likelihood(first, arguments) if not is_blank(first) else [untried("sentence 1", 0.5)]
    if not is_blank(first) and judged.has_confidence(first) and is_blank(second):
        return [*findings, untried("sentence 2", 0.5)]
    findings += _confidence(second) if not is_blank(second) else [untried("sentence 2", 0.5)]
    written = not is_blank(first) and not is_blank(second)
    return [*findings, Finding("judgement-to-read", "review", "sentences")] if written else findings


def _likelihood(text: str, arguments: Arguments) -> list[Finding]:
    """One word of the scale, a time, and no confidence: each rule is told by itself, the first costs all."""
    part = "sentence 1"
    ours, strange = judged.likelihoods(text)
    faults = []
    if judged.has_confidence(text):
        faults.append("likelihood-and-confidence-mixed")
    if strange or len(ours) > 1 or (ours and judged.strays(text, ours[0])):
        faults.append("estimative-word-mixed-scales")
    elif not ours:
        faults.append("likelihood-word-missing")
    if not judged.has_time(text):
        faults.append("forecast-without-date")
    if arguments.about and not any(word.casefold() in text.casefold() for word in arguments.about):
        faults.append("judgement-off-the-question")
    if not faults:
        return [right(part, 0.5)]
    return _shared_out(faults, part, _params(text, [*strange, *ours], arguments.question))


def _confidence(text: str) -> list[Finding]:
    part = "sentence 2"
    ours, strange = judged.likelihoods(text)
    faults = []
    if not judged.has_confidence(text):
        faults.append("confidence-missing")
    elif ours:
        faults.append("likelihood-and-confidence-mixed")
    elif not judged.has_level(text):
        faults.append("confidence-level-missing")
    if not judged.has_basis(text):
        faults.append("confidence-without-basis")
    if not faults:
        return [right(part, 0.5)]
    return _shared_out(faults, part, _params(text, [*ours, *strange]))


def _params(text: str, words: list[str], question: str = "") -> dict[str, Any]:
    said = clipped(text, 100)
    return {
        "sentence": said,
        "given": words[0] if words else said,
        "other": "confidence",
        "question": question,
    }


def _shared_out(faults: list[str], part: str, params: Mapping[str, Any]) -> list[Finding]:
    """A sentence with one fault keeps half of its worth; each further fault takes a part of the rest."""
    lost = 0.25 if len(faults) == 1 else 0.5
    kept = [right(part, 0.5 - lost)] if lost < 0.5 else []
    return kept + [Finding(key, part=part, possible=lost / len(faults), params=params) for key in faults]


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List the words and bands that the scale does not have."""
    bands, found = list(judged.scale().values()), []
    for name, match in arguments.words.items():
        if bool(match.word) == bool(match.band):
            found.append(f"words {name}: give a word or a band, one of the two")
        elif match.band and match.band not in bands:
            found.append(f"words {name}: {match.band} is no band of the scale")
        elif match.word and (match.word in judged.scale()) == match.off_scale:
            found.append(f"words {name}: {match.word!r} is {'on' if match.off_scale else 'not on'} the scale")
    return found
