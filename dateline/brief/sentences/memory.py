"""Verdicts already given: a draft is checked again and again, with one sentence changed."""

from __future__ import annotations

from dataclasses import replace

from dateline.brief.layout.page import Line
from dateline.brief.layout.verdicts import Sentence
from dateline.brief.layout.work import Around
from dateline.brief.sentences import sentence as rules

MOST = 1024  # sentences of which the verdict is kept for a case; those not asked for longest go first


def check(line: Line, around: Around) -> Sentence:
    """Return the verdict on one sentence as `check_sentence` does, kept with the case for the next draft.

    It is kept by the line and all that stands round it. What is returned is the caller's own.
    """
    kept = around.ground.verdicts
    sentence = kept.pop((line, around), None) or rules.check_sentence(line, around)
    kept[line, around] = sentence  # now the last
    while len(kept) > MOST:
        kept.pop(next(iter(kept)))
    return _copy(sentence)


def _copy(sentence: Sentence) -> Sentence:
    """The parameters of findings are all that could be changed in a sentence."""
    findings = tuple(replace(finding, params=dict(finding.params)) for finding in sentence.findings)
    return replace(sentence, findings=findings) if findings else sentence
