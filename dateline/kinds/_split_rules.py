"""What a sentence of a learner's own makes of a report's claim: whether it is about it, and what it lost."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case
from dateline.kinds._span_goals import shortened
from dateline.kinds._wording import expanded, has_any, quotations
from dateline.marks import fold, spans_of

LONGEST = 60  # words: what is longer is a passage, not a sentence
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|without|cannot|\w+n't)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"\b(?:yet|still|so far|finished|completed)\b", re.IGNORECASE)
_JOINED = re.compile(r";|\b(?:and|but)\b", re.IGNORECASE)
_CAUSES = (
    "because", "due to", "owing to", "as a result", "result of", "resulted", "caus*", "led to", "leads to",
    "therefore", "thus", "hence", "consequently", "triggered", "prompted", "thanks to", "that is why",
)  # fmt: skip
_TO_COME = (
    "will",
    "shall",
    "going to",
    "about to",
    "plan",
    "plans",
    "planned",
    "threat*",
    "intend*",
    "vow*",
    "might",
    "may",
)

Fault = tuple[str, dict[str, str]]


class Need(BaseModel):
    """What a sentence must keep: one of some phrases; `surely` holds words that prove a loss."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    phrases: list[str] = Field(alias="any", min_length=1)
    message: str
    instead: dict[str, list[str]] = {}
    surely: list[str] | None = None


class Part(BaseModel):
    """One claim: how to know it, and what it must keep; `unfinished` if "not yet" is a way to say it."""

    model_config = ConfigDict(extra="forbid")
    row: str = ""
    core: list[list[str]] = Field(min_length=1)
    unless: list[str] = []
    needs: list[Need] = []
    unfinished: bool = False


class Item(BaseModel):
    """One or more sentences of a report, and the claims in them."""

    model_config = ConfigDict(extra="forbid")
    source: str
    paragraphs: list[int] = Field(min_length=1)
    parts: list[Part] = Field(min_length=1)
    free: list[Part] = []

    def text(self, case: Case) -> str:
        """Return the paragraphs as the report has them."""
        return " ".join(case.sources[self.source].paragraph(number).text for number in self.paragraphs)


def is_about(sentence: str, part: Part, case: Case) -> bool:
    """Tell whether a sentence has the core of a claim."""
    named = all(has_any(sentence, expanded(group, case)) for group in part.core)
    return named and not has_any(sentence, expanded(part.unless, case))


def is_free(sentence: str, item: Item, case: Case) -> bool:
    """Tell whether a sentence makes a claim that may be made and need not be."""
    return any(is_about(sentence, free, case) for free in item.free)


def is_joined(sentence: str) -> bool:
    """Tell whether a sentence puts two things side by side, rather than one under the other."""
    return bool(_JOINED.search(sentence))


def doubtful(sentence: str, part: Part, case: Case | None = None) -> bool:
    """Tell whether only a person can say what a sentence makes of its claim.

    So it is where a "not" stands that the claim does not have, or in another way than the key knows, and
    where a word is missing for which there are many others.

    >>> part = Part(core=[["invaded"]])
    >>> doubtful("Turkey had not invaded.", part), doubtful("Turkey had invaded.", part)
    (True, False)
    """
    lost = _lost(sentence, part, case)
    if any(need.surely is not None and not _proved(sentence, need) for need in lost):
        return True
    if not _NOT.search(fold(sentence)) or (part.unfinished and _UNFINISHED.search(sentence)):
        return False
    denials = [need for need in part.needs if need.message == "negation-lost"]
    return not denials or any(need in lost for need in denials)


def _lost(sentence: str, part: Part, case: Case | None) -> list[Need]:
    return [
        need
        for need in part.needs
        if not has_any(sentence, expanded(need.phrases, case) if case else need.phrases)
    ]


def _proved(sentence: str, need: Need) -> bool:
    return has_any(
        sentence, [*(need.surely or []), *(each for any_of in need.instead.values() for each in any_of)]
    )


def made_up_cause(sentence: str, item: Item, case: Case) -> bool:
    """Tell whether a sentence says that one thing brought about another, where the passage does not."""
    return has_any(sentence, _CAUSES) and not has_any(item.text(case), _CAUSES)


def faults(sentence: str, part: Part, item: Item, case: Case) -> list[Fault]:
    """Return what a sentence about one claim lacks or adds, as message keys with what fills them."""
    given = {"given": shortened(sentence)}
    if doubtful(sentence, part, case):
        return []
    lost = _lost(sentence, part, case)
    quotes = [quote.strip(" .,;") for quote in quotations(sentence)]
    altered = [quote for quote in quotes if not spans_of(quote, item.text(case), ignore_case=True)]
    found = [_missing(sentence, need, given, item, case) for need in lost]
    if _put_off(sentence, part, item, case) and "split-step-changed" not in dict(found):
        found.append(("split-step-changed", given))
    found += [("sequence-as-cause", given)] if made_up_cause(sentence, item, case) else []
    return found + [("paraphrase-as-quote", {"quote": quote[:80]}) for quote in altered[:1]]


def _put_off(sentence: str, part: Part, item: Item, case: Case) -> bool:
    """Tell whether a sentence makes something still to come of what is done or under way."""
    row = case.key.by_id.get(part.row)
    happened = getattr(row, "status", "") in ("done", "under way")
    return happened and has_any(sentence, _TO_COME) and not has_any(item.text(case), _TO_COME)


def _missing(sentence: str, need: Need, given: dict[str, str], item: Item, case: Case) -> Fault:
    """The message for what is missing: by what stands in its place, else the plain one of the need."""
    for key, phrases in need.instead.items():
        if has_any(sentence, phrases):
            return key, given
    name = _stranger(sentence, item, case)
    if name and need.message in ("attribution-dropped", "split-no-actor"):
        return "split-other-name", {"name": name}
    return need.message, given


def _stranger(sentence: str, item: Item, case: Case) -> str:
    """The name of a person or body of the case that stands in a sentence and not in its passage."""
    for id, party in {**case.people, **case.organisations}.items():
        names = expanded([f"@{id}"], case)
        if has_any(sentence, names) and not has_any(item.text(case), names):
            return party.name
    return ""
