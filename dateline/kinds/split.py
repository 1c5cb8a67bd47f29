"""The kind `split`: sentences that hold several claims, rewritten by the learner as one claim each.

The answer is a dict from item to a list of sentences. In exercises.yaml, under `with:`

    items:
      a:
        source: S1
        paragraphs: [9]
        parts:
          - row: C24                          # one claim that the sentences hold
            core: [[fighters, militants], ["#"]]   # this claim, if every group has a phrase in the sentence
            unless: [details of]              # not this claim, if one of these stands there (optional)
            needs:                            # what the sentence must keep, with the message if it does not
              - {any: [about, some], message: hedge-dropped, instead: {hedge-reversed: [more than]}}
              - {any: ["@us-military", estimat*], message: attribution-dropped}
        free:                                 # claims that may be given: no points, no cost
          - {core: [[reporters]]}

In a phrase `*` stands for any letters and `#` for any number; `@esper` stands for every name of esper in
case.yaml, `~about` for every word of that group in lexicon/hedges.yaml. With `surely: [completed]` a loss
is told only where one of these words proves it; otherwise the sentence goes to a person. `instead` names
another message, when one of its phrases stands where the needed one is missing.
`unfinished: yes` says that "not yet" is a way to tell a claim; any other "not" that the claim does not have
goes to a person. A sentence with the cores of two claims is compound; one with none goes to a person too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.cases import Case
from dateline.findings import Finding, Place
from dateline.kinds import _forms as forms
from dateline.kinds import _split_rules as rules
from dateline.kinds._shared import as_mapping, is_blank, kind_of, message_doubts, row_doubts
from dateline.kinds._span_goals import shortened
from dateline.kinds._split_rules import Item
from dateline.kinds._tally import right, untried

FAULT_COST = 0.5
EXTRA_COST = 0.25  # a second sentence for the same claim


class Arguments(BaseModel):
    """The `with:` block; see the head of this module."""

    model_config = ConfigDict(extra="forbid")
    items: dict[str, Item] = Field(min_length=1)


def form(arguments: Arguments, case: Case) -> forms.Form:
    """Return, for each passage, a list of sentences."""
    return forms.parts("", [forms.list_of(item, forms.long_text()) for item in arguments.items])


def mark(answer: Any, case: Case, arguments: Arguments, others: Mapping[str, Any]) -> list[Finding]:
    """Mark a dict from item to a list of sentences, one claim each.

    >>> from dateline import open_case
    >>> part = {"core": [["troops"], ["#"]], "needs": [{"any": ["about"], "message": "hedge-dropped"}]}
    >>> about = Arguments(items={"a": {"source": "S2", "paragraphs": [11], "parts": [part]}})
    >>> [f.key for f in mark({"a": ["There were 1,000 troops."]}, open_case("syria-withdrawal"), about, {})]
    ['hedge-dropped']
    """
    told, notes = as_mapping(answer, list(arguments.items))
    if not told:
        return notes
    findings = [
        each for name, item in arguments.items.items() for each in _item(name, told.get(name), item, case)
    ]
    good = [finding for finding in findings if finding.verdict == "right"]
    rest = [finding for finding in findings if finding.verdict != "right"]
    params = {"count": len(good), "of": sum(len(item.parts) for item in arguments.items.values())}
    summary = Finding("part-right", "right", "", len(good), len(good), params)
    return [*([summary] if good else []), *rest, *notes]


def _item(name: str, value: Any, item: Item, case: Case) -> list[Finding]:
    """Mark the sentences given for one item."""
    count = len(item.parts)
    sentences = [value] if isinstance(value, str) else value
    if is_blank(value) or sentences == []:
        return [untried(name, count)]
    if not isinstance(sentences, list) or not all(isinstance(each, str | None) for each in sentences):
        wanted = {"got": kind_of(value), "of": "sentences"}
        return [Finding("expected-list", part=name, possible=count, params=wanted)]
    return _sentences(name, [each for each in sentences if not is_blank(each)], item, case)


def _sentences(name: str, sentences: list[str], item: Item, case: Case) -> list[Finding]:
    """Give each claim its best sentence, then say what is compound, doubled, unknown or missing."""
    long = [each for each in sentences if len(each.split()) > rules.LONGEST]
    fits = _fits([each for each in sentences if each not in long], item, case)
    reached: set[int] = set()
    findings = [Finding("split-passage", part=_part(name, each), place=_place(item)) for each in long]
    findings += _singles(name, fits, reached, item, case)
    for sentence in (each for each in fits if len(fits[each]) > 1):
        new = [n for n in fits[sentence] if n not in reached]
        reached.update(new)
        earned, part = FAULT_COST if new else -EXTRA_COST, _part(name, sentence)
        if len(fits[sentence]) == len(item.parts):
            earned = min(earned, 0)  # nothing has been split at all
        key = "sequence-as-cause" if rules.made_up_cause(sentence, item, case) else "compound"
        given = {"given": shortened(sentence)}
        findings.append(Finding(key, "wrong", part, earned, len(new), given, _place(item)))
    unknown = [
        sentence for sentence in fits if not fits[sentence] and not rules.is_free(sentence, item, case)
    ]
    return findings + _rest(name, unknown, len(item.parts) - len(reached), item)


def _fits(sentences: list[str], item: Item, case: Case) -> dict[str, list[int]]:
    """Which claims each sentence is about, by number.

    A claim that has a sentence of its own may be named in another: "The invasion came before the pullout".
    """
    fits = {
        sentence: [n for n, part in enumerate(item.parts) if rules.is_about(sentence, part, case)]
        for sentence in sentences
    }
    alone = {numbers[0] for numbers in fits.values() if len(numbers) == 1}
    for sentence, numbers in fits.items():
        own = [n for n in numbers if n not in alone]
        cause = rules.made_up_cause(sentence, item, case)
        if len(numbers) > 1 and len(own) == 1 and not rules.is_joined(sentence) and not cause:
            fits[sentence] = own
    return fits


def _singles(
    name: str, fits: Mapping[str, list[int]], reached: set[int], item: Item, case: Case
) -> list[Finding]:
    """Mark the sentences about one claim each, the soundest first; `reached` then holds these claims."""
    singles = {sentence: item.parts[numbers[0]] for sentence, numbers in fits.items() if len(numbers) == 1}
    faults = {sentence: rules.faults(sentence, part, item, case) for sentence, part in singles.items()}
    findings: list[Finding] = []
    for sentence in sorted(
        faults, key=lambda each: (len(faults[each]), rules.doubtful(each, singles[each], case))
    ):
        part = _part(name, sentence)
        if fits[sentence][0] in reached:
            findings.append(Finding("split-twice", "note", part, earned=-EXTRA_COST))
        elif rules.doubtful(sentence, singles[sentence], case):
            findings.append(Finding("split-doubtful", "review", part, possible=1))
        else:
            row = case.key.by_id.get(singles[sentence].row)
            place = Place(item.source, row.paragraph) if row and row.paragraph else _place(item)
            findings += _single(part, faults[sentence], place)
        reached.update(fits[sentence])
    return findings


def _part(name: str, sentence: str) -> str:
    return f"{name}: “{shortened(sentence)}”"


def _place(item: Item) -> Place:
    return Place(item.source, item.paragraphs[0])


def _single(part: str, faults: list[tuple[str, dict[str, str]]], place: Place) -> list[Finding]:
    """A sentence about one claim: right, or a finding for each thing that it lost."""
    if not faults:
        return [right(part)]
    earned = max(0.0, 1 - FAULT_COST * len(faults))
    first, *rest = [Finding(key, part=part, params=params, place=place) for key, params in faults]
    return [Finding(first.key, "wrong", part, earned, 1, first.params, first.place), *rest]


def _rest(name: str, unknown: list[str], missing: int, item: Item) -> list[Finding]:
    """What no sentence was recognised to say: for a person where a sentence may say it, else to be added."""
    read = min(len(unknown), missing)
    findings = [
        Finding("split-unknown", "review", _part(name, sentence), possible=1 if number < read else 0)
        for number, sentence in enumerate(unknown)
    ]
    if left := missing - read:
        more = "one more claim" if left == 1 else f"{left} more claims"
        findings.append(Finding("split-missing", "wrong", name, 0, left, {"more": more}, _place(item)))
    return findings


def doubts(arguments: Arguments, case: Case) -> list[str]:
    """List what does not fit: sources, paragraphs, rows, names and messages that are not there."""
    return [
        f"item {name}: {reason}"
        for name, item in arguments.items.items()
        for reason in _item_doubts(item, case)
    ]


def _item_doubts(item: Item, case: Case) -> list[str]:
    if item.source not in case.sources:
        return [f"there is no source {item.source!r}"]
    count = len(case.sources[item.source].paragraphs)
    found = [f"{item.source} has no para. {n}" for n in item.paragraphs if not 1 <= n <= count]
    found += row_doubts([part.row for part in item.parts if part.row], case)
    for part in [*item.parts, *item.free]:
        groups = [*part.core, *(need.phrases for need in part.needs)]
        names = {phrase[1:] for group in groups for phrase in group if phrase.startswith("@")}
        found += [
            f"case.yaml has no {each!r}" for each in sorted(names - {*case.people, *case.organisations})
        ]
        found += message_doubts(key for need in part.needs for key in (need.message, *need.instead))
    return found
