"""Is a brief marked by its sentences and its page, and a revision by what is new in it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import open_case
from dateline.findings import result_of
from dateline.kinds.brief import Arguments, doubts, mark

HERE = Path(__file__).parents[1] / "brief"
DRAFT, FINAL = ((HERE / f"{name}.md").read_text(encoding="utf-8") for name in ("draft", "good"))
FIRST = Arguments(sentences=3, page=2)
REVISED = Arguments(sentences=3, page=1, revision=1, revises="7.3")


def marked(text, arguments=FIRST, draft=DRAFT):
    findings = mark(text, open_case("syria-withdrawal"), arguments, {"7.3": draft})
    return result_of("7.3", "", 5, findings)


def test_a_good_brief_earns_full_points():
    assert marked(DRAFT).status == "right"
    assert marked(FINAL, REVISED).status == "right"


def test_one_wrong_sentence_costs_its_share_only():
    result = marked(DRAFT.replace("more than 2,000 in December", "2,000 in December", 1))
    assert result.misconceptions == ["hedge-dropped"]
    assert 4.5 < result.points < 5


def test_a_sentence_for_a_person_to_read_costs_nothing():
    result = marked(DRAFT.replace("was preparing to leave", "was secretly preparing to leave", 1))
    assert result.status == "right"
    assert any(finding.verdict == "review" for finding in result.findings)


REVISIONS = [
    # the revised text, the draft, the key of what is said of the revision, why
    (FINAL, DRAFT, "revision-adds", "further paragraphs are cited"),
    (DRAFT, DRAFT, "draft-unchanged", "the very same"),
    (DRAFT.replace("fell from", "went down from"), DRAFT, "revision-repeats", "other words only"),
    (
        DRAFT,
        DRAFT.replace("more than 2,000 in December", "2,000 in December", 1),
        "revision-adds",
        "a fault is mended",
    ),
    (FINAL, None, "first-draft-missing", "no draft to compare with"),
    (FINAL, ["list"], "first-draft-missing", "the draft is no text"),
]


@pytest.mark.parametrize(("text", "draft", "key", "why"), REVISIONS)
def test_a_revision_is_judged_by_what_is_new(text, draft, key, why):
    assert key in [finding.key for finding in marked(text, REVISED, draft).findings], why


def test_a_page_without_a_sourced_sentence_earns_nothing():
    assert marked("The war is over. Everybody went home.").points == 0


@pytest.mark.parametrize("answer", [None, [], {}, 3, "", "  \n"])
def test_another_shape_earns_nothing(answer):
    assert marked(answer).points == 0


def test_the_draft_to_revise_must_be_an_exercise():
    case = open_case("syria-withdrawal")
    assert doubts(REVISED, case) == []
    assert doubts(Arguments(revises="9.9"), case)
