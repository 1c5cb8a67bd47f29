"""What a sentence claims besides its reckoning and comparing, held against the cited paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.brief.amounts import scope
from dateline.brief.deeds import actors, certainty, openness
from dateline.brief.ground.facts import Facts
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.wording import phrases_in
from dateline.brief.layout.work import Work
from dateline.brief.people import speakers
from dateline.brief.sentences import support
from dateline.findings import Finding
from dateline.lexicon import load

# "If nobody leaves", "Should all of them leave": a condition claims nothing.
_SUPPOSED = Cued(
    r"(?:(?:^\W*|,\s+)should|\b(?:if|unless|provided|providing|assuming|supposing|as long as"
    r"|on the (?:assumption|condition|supposition|premise) that))\b(?:[^,;]|,(?=\d))*",
    cues="should|if|unless|provid|assuming|supposing|as long as|on the",
    flags=re.IGNORECASE,
)


def judge(
    work: Work,
    blanks: Iterable[tuple[int, int]],
    light: Iterable[tuple[int, int]] = (),
    told: Iterable[tuple[int, int]] = (),
) -> list[Finding]:
    """Judge the words of a sentence without its figures, its conditions and the places in `blanks`.

    The places in `light` hold words that need no support, those in `told` what a plan or a promise does,
    which is not yet done. Whose figures they are need not be said again where one reckons with them.
    """
    blanks = list(blanks)
    facts = _plain(work, blanks)
    parties = {mention.id for mention in facts.names}
    waived = {"attribution-dropped", "outlet-as-speaker", "speaker-as-outlet"}
    waived |= {"speaker-swapped"} if len(parties) > 1 else set()
    said = speakers.judge(facts, work.cited, work.ground, work.around.before, ())
    found = [finding for finding in said if finding.key not in waived]
    words = _plain(work, [*blanks, *light])
    found += scope.judge(words, work.cited, work.ground)
    found += certainty.judge(_plain(work, [*blanks, *told]), work.cited)
    found += openness.judge(words, work.cited)
    found += actors.judge(facts, work.cited, work.ground, work.around.before)
    found += support.strangers(facts, work.cited, work.ground, work.around.before)
    return found + support.judge(words, work.cited, work.ground)


def _plain(work: Work, blanks: Iterable[tuple[int, int]]) -> Facts:
    """The facts of a sentence with some places blanked; what is left keeps its place."""
    text = work.facts.text
    taken, whole = _set_aside(work.facts)
    for start, end in (*taken, *blanks):
        if not any(a <= start < b for a, b in whole):
            text = text[:start] + " " * (end - start) + text[end:]
    return within(work.facts, text)


@once
def _set_aside(facts: Facts) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The places of figures and conditions, and those that are kept whole: quotations, "all the same"."""
    taken = [(c.figure.start, c.figure.end) for c in facts.figures]
    taken += [match.span() for match in _SUPPOSED.finditer(facts.text)]
    idioms = [match.span() for match in phrases_in(facts.text, load("light")["discourse"])]
    return taken, [*facts.quotations, *idioms]


@once
def within(facts: Facts, text: str) -> Facts:
    """The facts of a text of which some places were blanked, without reading it anew.

    >>> from dateline import open_case
    >>> from dateline.brief.ground.facts import facts_of
    >>> from dateline.brief.ground.names import Names
    >>> facts = facts_of("They left Reed Landing.", Names(open_case("tolvane-dam")), "2017")
    >>> [word.text for word in within(facts, "     left             .").words]
    ['left']
    """
    kept = [at for at, word in enumerate(facts.words) if text[word.start : word.end] == word.text]
    if text == facts.text and len(kept) == len(facts.words):
        return facts
    return replace(
        facts,
        text=text,
        words=tuple([facts.words[at] for at in kept]),
        ideas=tuple([facts.ideas[at] for at in kept]),
        wide=tuple([facts.wide[at] for at in kept]) if facts.wide else (),
        figures=tuple(c for c in facts.figures if text[c.figure.start : c.figure.end].strip()),
        dates=tuple(each for each in facts.dates if text[each.start : each.end].strip()),
        names=tuple(each for each in facts.names if text[each.start : each.end].strip()),
        quotations=tuple((a, b) for a, b in facts.quotations if text[a:b].strip()),
    )
