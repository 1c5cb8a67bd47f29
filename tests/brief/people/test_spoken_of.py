"""Are words of which somebody else speaks put into nobody's mouth?"""

from __future__ import annotations

import pytest

from dateline.brief.people.spoken_of import is_spoken_of
from tests.brief.direct import said

ROWS = [
    # case, sentence, who is only spoken of, why
    (
        "orle-registry",
        "Olonde had no proof of what Grey Lantern claimed.",
        ["lantern"],
        "what they claimed",
    ),
    ("orle-registry", "Olonde had no proof of Grey Lantern's claim.", ["lantern"], "of their claim"),
    ("orle-registry", "Olonde had no proof against the group's claims.", ["lantern"], "an article between"),
    ("ossel-camp", "The army rejected most of the ombudsman's findings.", ["karman"], "what is rejected"),
    ("ossel-camp", "The army welcomed Karman's findings.", ["karman"], "what is welcomed"),
    ("orle-registry", "Grey Lantern claimed that it had copied the records.", [], "it does speak"),
    ("ossel-camp", "The ombudsman's findings name three convoys.", [], "her findings speak"),
    ("ossel-camp", "By Karman's account, threats were used.", [], "her account is the source"),
]


@pytest.mark.parametrize(("case", "sentence", "expected", "why"), ROWS)
def test_who_is_only_spoken_of(case, sentence, expected, why):
    clause = said(case, sentence)
    found = [voice.id for voice in clause.spoken if is_spoken_of(voice, clause.facts.text)]
    assert found == expected, why
