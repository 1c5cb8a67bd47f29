"""Does a brief that lacks one part lose the points of that part, and of no other?"""

from __future__ import annotations

import re
from functools import reduce

import pytest

from dateline.brief import check_brief
from dateline.brief.layout.criteria import points_of


def drop(pattern):
    """A change that leaves out what a pattern finds."""
    return lambda text: re.sub(pattern, "", text, count=1, flags=re.DOTALL)


def swap(pattern, new, count=1):
    """A change that puts a text for what a pattern finds."""
    return lambda text: re.sub(pattern, new, text, count=count, flags=re.DOTALL if count == 1 else 0)


def both(*changes):
    """One change after another."""
    return lambda text: reduce(lambda changed, change: change(changed), changes, text)


def put(old, new):
    """A change that puts one text for another; the brief must have it."""

    def change(text):
        assert old in text, f"the good brief no longer has {old!r}"
        return text.replace(old, new)

    return change


def section(name):
    return drop(rf"## {name}\n.*?(?=\n## |\Z)")


BOTTOM = "US troops in Syria fell from more than 2,000 in December 2018 to about 1,000 by October 2019"
LIKELY = "We judge it very likely that fewer US troops will be in Syria at the end of 2019"
GAP = "Neither report says what happened to US troops in Syria between the two dates."
SATURDAY = "On Saturday, 19 October 2019, US troops were still pulling out of northern Syria [@S2, para. 9]"
COPY = (
    "All US troops leaving Syria, Mark Esper, the US Secretary of Defense, has said, "
    "would be sent to western Iraq [@S2, para. 1]"
)

LONG = f"As far as anybody can tell who reads {'both of ' * 10}them, {BOTTOM}"
SAYS = "It is said that fewer US troops will be in Syria at the end of 2019"
HIGH = "We judge with high confidence that it is"
NEITHER = "Neither report says what happened"
MORE = f"{GAP} {'Nor does either report say how its figures were counted. ' * 3}"


def move_bottom_line(text):
    lines = re.search(r"## Bottom line\n.*?(?=## Findings)", text, re.DOTALL)[0]
    return text.replace(lines, "").replace("## Figures", f"{lines}## Figures")


def only(number, key):
    """Leave the citations of a report in the first sentences only."""

    def change(text):
        places = [m.start() for m in re.finditer(rf"@{key}, paras?\.", text)]
        cut = places[number] if number < len(places) else len(text)
        return text[:cut] + re.sub(rf"@{key}, paras?\. \d+", "@S2, para. 9", text[cut:])

    return change


CASES = [
    # the rule that breaks, how the good brief is changed, what is missing then
    ("no-head", drop(r"\*\*Author:\*\* [^\n]*\n"), "no author"),
    ("no-head", drop(r"\*\*Information cut-off:\*\* [^\n]*\n"), "no cut-off"),
    ("no-head", drop(r"\*\*Question:\*\* [^\n]*\n"), "no question"),
    ("no-bottom-line", both(put(BOTTOM, LONG), section("What changed")), "long"),
    ("no-bottom-line", put(BOTTOM, "The US troops in Syria had become fewer by October 2019"), "no figure"),
    ("no-bottom-line", put(BOTTOM, "US troops in Syria fell from more than 2,000 to about 1,000"), "no date"),
    ("no-bottom-line", move_bottom_line, "not first"),
    ("findings-count", drop(r"- More than 2,000 US service.*?\n(?=\n## )"), "one finding"),
    ("one-source-only", only(0, "S1"), "one report never cited"),
    ("one-source-only", only(2, "S1"), "one report hardly cited"),
    ("no-figure-table", section("Figures"), "no table"),
    ("no-figure-table", put("| As of |", "| Place |"), "no column for the date"),
    ("no-figure-table", put("| December 2018 | [@S1, para. 7] |", "| | [@S1, para. 7] |"), "an empty cell"),
    ("no-alternative", section("Alternative"), "no section"),
    ("no-alternative", swap(r"Another reading is[^\n]*", GAP), "only a gap under the heading"),
    ("no-gaps-named", section("Gaps"), "no section"),
    ("no-gaps-named", swap(r"Neither report says what.*?\[@S2, para. 5\]\.", "None."), "only a heading"),
    (
        "no-judgement",
        put(LIKELY, "It is said that fewer US troops will be in Syria at the end of 2019"),
        "no likelihood",
    ),
    ("no-judgement", drop(r" Our confidence is moderate, because[^\n]*"), "no confidence"),
    (
        "likelihood-and-confidence-mixed",
        put("We judge it", "We judge with high confidence that it is"),
        "mixed",
    ),
    (
        "estimative-word-mixed-scales",
        put("We judge it very likely", "We judge it highly probable"),
        "two scales",
    ),
    ("forecast-without-date", put("at the end of 2019 than in December 2018", "one day"), "no date"),
    (
        "unanchored-now",
        put("Neither report says what happened", "Neither report says now what happened"),
        "now",
    ),
    ("copied-run", put(SATURDAY, COPY), "a report's words"),
    (
        "too-short",
        both(
            section("What changed"),
            drop(r" The US military est[^\n]*"),
            drop(r"- The more than.*?(?=\n\n## )"),
            drop(r" A US official said[^\n]*"),
        ),
        "few words",
    ),
    (
        "too-long",
        put(GAP, f"{GAP} {'Nor does either report say how its figures were counted. ' * 3}"),
        "many words",
    ),
]


@pytest.mark.parametrize(
    ("key", "change", "lacks"), CASES, ids=[f"{key}: {lacks}" for key, _, lacks in CASES]
)
def test_a_brief_that_lacks_one_part_loses_just_that_part(good, syria, key, change, lacks):
    report = check_brief(change(good), syria)
    assert [c.key for c in report.criteria if not c.met] == [key], lacks
    whole = sum(c.points for c in check_brief(good, syria).criteria)
    assert sum(c.points for c in report.criteria) == whole - points_of(key)


def test_the_good_brief_meets_every_rule(good, syria):
    assert [c.words for c in check_brief(good, syria).criteria if not c.met] == []


def test_questions_with_answers_are_findings(good, syria):
    asked = good.replace("## Findings", "## Who was to leave?", 1).replace(
        "\n- ", "\n\n### Which troops?\n\n"
    )
    assert next(c for c in check_brief(asked, syria).criteria if c.key == "findings-count").met


def test_a_question_below_the_bottom_line_ends_it(good, syria):
    asked = good.replace("## Bottom line", "### What is the short answer?")
    asked = asked.replace(
        "## Findings", "### Who was to leave?\n\nIt is told here [@S2, para. 5].\n\n## Findings", 1
    )
    assert next(c for c in check_brief(asked, syria).criteria if c.key == "no-bottom-line").met


def test_a_run_of_small_words_is_not_copied(syria):
    from dateline import open_case

    small = "He did not rule out that the town would be given up for good [@S2, para. 2]."
    report = check_brief(small, open_case("tolvane-dam"))
    assert next(c for c in report.criteria if c.key == "copied-run").met


def test_every_missing_part_of_the_head_is_named(good, syria):
    bare = re.sub(r"\*\*(?:Question|Author|Information cut-off):\*\* [^\n]*\n", "", good)
    head = next(c for c in check_brief(bare, syria).criteria if c.key == "no-head")
    assert head.params["missing"] == "the question, the author and the information cut-off"
