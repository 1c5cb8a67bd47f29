"""What a pronoun of a paragraph stands for: "will pay for it", of the closure that its report opens with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import Word

_IT = re.compile(r"\b(?:about|after|against|before|by|for|from|in|of|over|to|with) (?:it|this)(?=[,.;”\"])")
_ITS = ("the", "this", "that", "its", "their")


def by_it(word: Word, facts: Facts, cited: Sequence[Passage], ground: Ground) -> bool:
    """ "Would pay for the closure": "for it" in the paragraph, where its report begins with a closure."""
    at = next((n for n, other in enumerate(facts.words) if other.start == word.start), 0)
    if not at or facts.words[at - 1].low not in _ITS:
        return False
    pointing = [passage for passage in cited if _IT.search(passage.text)]
    heads = (ground.passages.get((passage.source, 1)) for passage in pointing if passage.number > 1)
    return any(head is not None and facts.wide[at] & head.known for head in heads)
