"""Is a denial found that no verb of action carries?"""

from __future__ import annotations

from types import SimpleNamespace

from dateline.brief.denials import judge


def paragraph(read, text):
    facts = read(text)
    places = {}
    for at, word in enumerate(facts.words):
        places.setdefault(word.low, []).append(at)
    return SimpleNamespace(
        facts=facts, text=text, places=places, place=("S1", 1), sentences=((0, len(text)),)
    )


def verdicts(read, told, text):
    return [finding.verdict for finding in judge(read(told), [paragraph(read, text)])]


def test_whether_such_a_thing_came_after_all_a_person_sees(read):
    text = "The ministry said that it had received no formal note."
    assert verdicts(read, "A formal note had arrived, the ministry said.", text) == ["review"]
    assert verdicts(read, "A note had arrived, the ministry said.", text) == []
    assert verdicts(read, "No formal note had arrived, the ministry said.", text) == []
    assert verdicts(read, "A formal note came.", f"{text} A formal note was sent in May.") == []
