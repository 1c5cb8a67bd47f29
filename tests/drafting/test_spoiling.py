"""Is a case that has been spoiled told what is wrong: the file, the row, the reason and the mend?"""

from __future__ import annotations

import re
import shutil

import pytest

from dateline.drafting.reports import read_reports
from dateline.drafting.validate import DOUBT, ERROR, doubts_of
from dateline.drafting.write import new_case
from tests.drafting.marked import plain_files


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A kit with a drafted case in which nothing is wrong."""
    root = tmp_path_factory.mktemp("sound")
    for part in ("data", "solutions", "exercises", "reports"):
        (root / part).mkdir()
    folder = new_case(root, "karo", read_reports(plain_files("wire", root / "reports"))).folder
    assert {doubt.grade for doubt in doubts_of(folder, root / "solutions")} == {"to confirm"}
    return root


@pytest.fixture
def kit(sound, tmp_path):
    shutil.copytree(sound, tmp_path / "kit")
    return tmp_path / "kit"


CASE, FIGURES, DATES, CLAIMS = "case.yaml", "key/figures.csv", "key/dates.csv", "key/claims.csv"
VOICES, CHECKS, TASKS = "key/voices.csv", "key/checks.csv", "exercises.yaml"
SPOILED = [  # the file, a pattern and what is put for it, the grade, words of what is told
    (CASE, r"cut_off: .*", "cut_off: '2014-05'", DOUBT, "before the last report"),
    (CASE, r"cut_off: .*", "cut_off: 2014-13", ERROR, "cut_off"),
    (CASE, r"(?m)^- S2$", "- S3", ERROR, "there is no such file"),
    (CASE, r"- S1\n- S2", "- S2\n- S1", DOUBT, "is earlier than"),
    (CASE, r"name: Lia Toriel", "name: Mattis Oren", ERROR, "the name 'mattis oren' means"),
    (CASE, r"    part_of: \S+", "    part_of: nobody", ERROR, "is not under populations:"),
    (CASE, r"question: .*", "questoin: What?", ERROR, "question"),
    (CASE, r"title:", "title: [", ERROR, "line"),
    (FIGURES, r"About 2,600", "About 2,700", ERROR, "does not occur in S1, para. 2"),
    (FIGURES, r"(?m)^F02,S1,2,", "F02,S1,99,", ERROR, "S1 has no paragraph 99"),
    (FIGURES, r"(?m)^F02,", "F01,", ERROR, "stands more than once"),
    (FIGURES, r"2600,2600", "2600,26", DOUBT, "lies above its upper bound"),
    (FIGURES, r"2600,2600", "1600,1600", DOUBT, "its words are read as about 2,600"),
    (FIGURES, r"2600,2600", "two thousand,2600", ERROR, "is not a plain number"),
    (FIGURES, r",2014-03,", ",2016,", DOUBT, "after its report of 2014-03"),
    (FIGURES, r",soldiers,soldiers,have", ",soldiers,army,have", ERROR, "population 'army'"),
    (DATES, r"2009-11-04", "4 November 2009", ERROR, "is not an EDTF date"),
    (DATES, r",2009-11-04,,", ",2009-11-04,2019-11-04,", DOUBT, "the one excludes the other"),
    (DATES, r",2009-11-04,,,", ",2009-11-04,,,2009-11-04=wrong-week", DOUBT, "right and wrong at once"),
    (CLAIMS, r",figure,,", ",figure,poem,", DOUBT, "'poem' is no kind of claim"),
    (CLAIMS, r",figure,,", ",poem,,", ERROR, "kind"),
    (CLAIMS, r",lia-toriel,", ",nobody-here,", ERROR, "is in no row of voices.csv"),
    (VOICES, r",speaks,relayed,", ",speaks,missing,", DOUBT, "the one excludes the other"),
    (VOICES, r",speaks,", ",sings,", ERROR, "status"),
    (CHECKS, r"(?m)^(K01,,,,)F\d+", r"\1F99", ERROR, "'F99' is no row of the key"),
    (CHECKS, r",cannot tell,,,", ",done,not done,,", DOUBT, "the one excludes the other"),
    (
        CHECKS,
        r"conflict=change-as-contradiction",
        "changed=change-as-contradiction",
        DOUBT,
        "right and wrong",
    ),
    (TASKS, r"(?m)^  points: \S+", "  points: 40", DOUBT, "points in all, not 100"),
    (TASKS, r"(?m)^  points: \S+", "  points: 0", DOUBT, "it is worth no points"),
    (TASKS, r"kind: ledger", "kind: legder", ERROR, "no kind of check 'legder'"),
    (TASKS, r"id: '1.2'", "id: '1.1'", ERROR, "this id stands twice"),
    (TASKS, r"row: C01", "row: C999", ERROR, "C999"),
    ("sources/S1.md", r"2,600", "2,500", ERROR, "does not occur in S1"),
    ("sources/S1.md", r"(?m)^date: .*", "date: March", ERROR, "'March' is no EDTF date"),
]


@pytest.mark.parametrize(("file", "old", "new", "grade", "told"), SPOILED)
def test_what_is_spoiled_is_told_with_its_place_and_its_mend(kit, file, old, new, grade, told):
    path = kit / "data/karo" / file
    text = path.read_text()
    spoiled = re.sub(old, new, text, count=1)
    assert spoiled != text, "nothing was spoiled"
    path.write_text(spoiled)
    found = [d.problem for d in doubts_of(kit / "data/karo", kit / "solutions") if d.grade == grade]
    hits = [problem for problem in found if told in str(problem)]
    assert hits, [str(problem) for problem in found]
    assert all(problem.file and problem.reason for problem in hits)
