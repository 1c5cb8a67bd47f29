"""Does a comparison of two drafts say of every sentence what became of it?"""

from __future__ import annotations

import pytest

from dateline import check_brief

GOOD = "More than 700 US troops are leaving Syria [@S2, para. 5]."
BARE = "700 US troops are leaving Syria [@S2, para. 5]."
OTHER = "Trump ordered the bulk of the force in Syria to withdraw [@S2, para. 11]."

CASES = [
    # draft, final, what became of each sentence, why
    (BARE, GOOD, ["mended"], "the hedge is back"),
    (GOOD, BARE, ["worse"], "the hedge was lost"),
    (BARE, "700 US troops are now leaving Syria [@S2, para. 5].", ["open"], "still bare"),
    (GOOD, GOOD, ["same"], "nothing changed"),
    (GOOD, "In Syria more than 700 US troops are leaving [@S2, para. 5].", ["reworded"], "other order"),
    (GOOD, f"{GOOD} {OTHER}", ["same", "added"], "one more"),
    (f"{OTHER} {GOOD}", GOOD, ["same", "left out"], "one fewer"),
    (f"{GOOD} {OTHER}", f"{OTHER} {GOOD}", ["same", "same"], "moved about"),
    ("", GOOD, ["added"], "there was nothing"),
    (GOOD, "", ["left out"], "nothing is left"),
    ("", "It rained.", ["worse"], "what is added has no source"),
    (f"{GOOD} {GOOD}", GOOD, ["same", "left out"], "said twice before"),
]


@pytest.mark.parametrize(("draft", "final", "kinds", "why"), CASES)
def test_what_became_of_each_sentence(syria, draft, final, kinds, why):
    both = check_brief(final, syria).against(check_brief(draft, syria))
    assert [change.kind for change in both.changes] == kinds, why


def test_the_summary_comes_first_and_counts(syria):
    both = check_brief(f"{GOOD} {OTHER}", syria).against(check_brief(BARE, syria))
    first = str(both).splitlines()[0]
    assert first.startswith("Supported sentences 0 → 2")
    assert "mended: 1, added: 1" in first


def test_rules_for_the_page_that_changed_are_named(syria):
    draft = "## Gaps\n\nNeither report says how many arrived [@S1, paras. 1-15; @S2, paras. 1-16]."
    both = check_brief(GOOD, syria).against(check_brief(draft, syria))
    assert "→ No longer met" in str(both)
    assert "No longer met" in both._repr_mimebundle_()["text/html"]


def test_what_was_written_is_escaped(syria):
    both = check_brief("<b>It</b> rained <i>there</i>.", syria).against(check_brief("<u>Fog</u>.", syria))
    shown = both._repr_mimebundle_()["text/html"]
    assert "<b>" not in shown
    assert "<u>" not in shown
