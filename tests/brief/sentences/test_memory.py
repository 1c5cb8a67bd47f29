"""Is a draft with one sentence changed judged as if it were new, and is nothing remembered for too long?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import check_brief, open_case
from dateline.brief.ground.passages import ground_of
from dateline.brief.sentences import memory, sentence
from dateline.cases.load import load

ROOT = Path(__file__).parents[3]

FIRST = "More than 700 US troops are leaving Syria [@S2, para. 5]."
THEN = "He said on 21 October that some of them would stay [@S2, para. 7]."
FRESH = """
import json, sys
from dateline import check_brief, open_case
print(json.dumps(check_brief(sys.stdin.read(), open_case("syria-withdrawal")).as_dict()))
"""


def in_a_new_process(page):
    done = subprocess.run(
        [sys.executable, "-c", FRESH], input=page, capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def told(page, case):
    return json.loads(json.dumps(check_brief(page, case).as_dict()))


@pytest.fixture
def case():
    """A case of which nothing has been judged yet."""
    case = open_case("syria-withdrawal")
    ground_of(case).verdicts.clear()
    return case


@pytest.mark.parametrize("at", [0.3, 0.6])
def test_a_page_with_one_sentence_changed_is_judged_as_if_new(case, good, at):
    lines = [line.text for line in check_brief(good, case).lines if line.citations and line.text in good]
    sentence = lines[int(at * len(lines))]
    changed = good.replace(sentence, "The Pentagon was wrong. " + sentence.replace("[@S1", "[@S2"), 1)
    assert told(changed, case) == in_a_new_process(changed)


def test_a_sentence_is_not_judged_twice(case, monkeypatch):
    asked = []
    check_sentence = sentence.check_sentence
    monkeypatch.setattr(
        sentence,
        "check_sentence",
        lambda line, around: asked.append(line.text) or check_sentence(line, around),
    )
    check_brief(f"{FIRST}\n\n{THEN}", case)
    check_brief(f"# Troops\n\n{FIRST}\n\nSome stay.\n\n{THEN}", case)
    assert asked.count(FIRST) == asked.count(THEN) == 1, "another place on the page changes nothing"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Pentagon spoke.", "Mr Erdogan spoke."),
        ("It was 3 March 2019.", "It was 7 March 2019."),
        (FIRST, THEN),
    ],
    ids=["who was named last", "which day was named last", "whether it comes again"],
)
def test_what_stands_before_a_sentence_counts(case, before, after):
    pages = f"{before}\n\n{THEN}", f"{after}\n\n{THEN}"
    remembering = [told(page, case) for page in pages]
    for page, report in zip(pages, remembering, strict=True):
        ground_of(case).verdicts.clear()
        assert report == told(page, case)


def test_a_sentence_that_comes_again_is_named_though_it_is_known(case):
    assert check_brief(FIRST, case).ok
    assert check_brief(f"{FIRST}\n\n{FIRST}", case).sentences[1].keys == ["sentence-repeated"]


def test_nobody_can_change_what_is_remembered(case):
    page = "700 US troops are leaving Syria [@S2, para. 5]."
    for _ in range(2):
        (finding,) = check_brief(page, case).sentences[0].findings
        assert finding.params["given"] == "700 US troops"
        finding.params["given"] = "nothing"


def test_a_case_opened_anew_is_not_answered_from_the_old_one(tmp_path):
    copy = tmp_path / "syria-withdrawal"
    shutil.copytree(ROOT / "data" / "syria-withdrawal", copy)
    assert check_brief(FIRST, load(copy)).ok
    for file in (copy / "sources" / "S2.md", *(copy / "key").glob("*.csv")):
        file.write_text(file.read_text(encoding="utf-8").replace("than 700", "than 600"), encoding="utf-8")
    assert not check_brief(FIRST, load(copy)).ok


def test_no_more_is_remembered_than_the_limit(case, monkeypatch):
    monkeypatch.setattr(memory, "MOST", 3)
    check_brief("\n\n".join(f"Some {number} troops left [@S2, para. 5]." for number in range(200, 209)), case)
    kept = [line.text for line, _ in ground_of(case).verdicts]
    assert kept == [f"Some {number} troops left [@S2, para. 5]." for number in (206, 207, 208)]
