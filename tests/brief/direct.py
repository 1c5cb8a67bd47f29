"""Read a sentence with the paragraphs it cites as the checker does, so that one module can judge it alone."""

from __future__ import annotations

from functools import cache

from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import Ground, ground_of
from dateline.brief.layout.page import read_page
from dateline.brief.layout.work import Around, Work, cited
from dateline.brief.people.said import Said
from dateline.brief.people.tellings import said_in
from dateline.brief.sentences.sentence import issued_of
from tests.brief.conftest import case_of


@cache
def ground(case: str) -> Ground:
    """What a brief on a case of the kit or of the tests is checked against."""
    return ground_of(case_of(case))


def work(case: str, sentence: str) -> Work:
    """Return a sentence with its facts and the paragraphs that it cites, before any rule has judged it."""
    told = ground(case)
    line = read_page(sentence, told.case.sources)[0]
    passages = cited(line, told)
    return Work(line, facts_of(line.bare, told.names, issued_of(passages, told)), passages, Around(told))


def said(case: str, sentence: str, before: str = "") -> Said:
    """Return a sentence as one clause with those who speak in it; `before` was named last ahead of it."""
    one = work(case, sentence)
    spoken = tuple(said_in(one.facts, one.ground.names, before))
    return Said(one.facts, (0, len(one.facts.text)), spoken, (), one.cited, one.ground, before)


def keys(found: list) -> list[str]:
    """Return the message keys of what was found."""
    return [finding.key for finding in found]
