"""Is it plain whose practice case is whose?"""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import KitError
from dateline.grading.marking import Paper
from dateline.grading.roster import Enrolled
from dateline.grading.variants import Variants, doubts, read_variants
from dateline.practice import make
from dateline.practice.write import files_of

A, B, C = "variant-aaaaaaaa", "variant-bbbbbbbb", "variant-cccccccc"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("variants")
    for number, code in enumerate((A, B, C)):
        for place, text in files_of(make(number), "make()").items():
            if place.startswith("data/"):
                path = folder / "cases" / code / place.split("/", 2)[2]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    return folder


def listed(folder, *rows):
    (folder / "variants.csv").write_text("\n".join(["name,student id,canvas id,variant", *rows]), "utf-8")
    return read_variants(folder)


@pytest.mark.parametrize(
    ("key", "name", "code"),
    [
        ("name Anna Berg", "Anna Berg", A),
        ("name berg anna", "berg anna", A),  # the other way round
        ("canvas 4711", "bergfanna", B),  # the platform's number says more than a name
        ("canvas 4711", "Anna Berg", B),
        ("moodle 4711", "somebody", ""),  # the number of another platform
        ("name 12", "12", B),  # a file called after the student's number
        ("name Zoe", "Zoe", ""),
        ("name Kim Lee", "Kim Lee", ""),  # two are called so: nothing is guessed
        ("name 14", "Kim Lee", C),
    ],
)
def test_whose_case_it_is(folder, key, name, code):
    variants = listed(
        folder, f"Anna Berg,11,,{A}", f"Ben Ode,12,4711,{B}", f"Kim Lee,14,,{C}"
    )  # fmt: skip
    namesake = Enrolled("Kim Lee", {"sis": "15", "variant": "variant-dddddddd"})
    assert Variants(folder, (*variants.rows, namesake)).code_of(key, name) == code


def test_a_student_is_asked_for_the_exercises_of_their_own_case(folder):
    variants = listed(folder, f"Anna Berg,11,,{A}", f"Ben Ode,12,,{B}")
    sample = variants.sample
    paper = Paper(dict.fromkeys(sample.exercises, sample), variants=variants)
    assert paper.of("name Ben Ode", "Ben Ode").cases["9.1"] == variants.case(B)
    assert list(paper.of("name Ben Ode", "Ben Ode").cases) == list(paper.cases)
    assert paper.of("name Zoe", "Zoe").cases == {}
    assert paper.of("name Anna Berg", "Anna Berg").fingerprint != paper.of("name Ben Ode", "").fingerprint


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "has no students"),
        (["Anna,11,,"], "the row of Anna names no case"),
        (["Anna,11,,../../secrets"], "the row of Anna names no case"),
        (["Anna,11,,variant-zzzzzzzz"], "the row of Anna names no case"),
        ([f"Anna,11,,{A}", f"Ben,12,,{A}"], "stands in two rows"),
    ],
)
def test_a_list_that_will_not_do_is_told(folder, rows, told):
    with pytest.raises(KitError, match=told):
        listed(folder, *rows)


def test_a_folder_without_a_list_is_told(tmp_path):
    with pytest.raises(KitError, match=r"There is no variants.csv"):
        read_variants(tmp_path)


def test_all_cases_can_be_sent_to_where_their_folder_is_not(folder):
    variants = listed(folder, f"Anna Berg,11,,{A}", f"Ben Ode,12,,{B}")
    variants.load_all()
    sample = variants.sample
    paper = Paper(dict.fromkeys(sample.exercises, sample), variants=replace(variants, folder=Path("nowhere")))
    there = pickle.loads(pickle.dumps(paper))
    assert there.of("name Ben Ode", "Ben Ode").cases["9.1"].title == variants.case(B).title
    assert list(there.of("name Zoe", "Zoe").cases) == []


def test_only_the_teacher_is_told_names(folder):
    variants = listed(folder, f"Anna Berg,11,,{A}", f"Ben Ode,12,,{B}")
    note = f"09.ipynb names {B}, which is another student's case: marked by the case that …"
    (told,) = doubts("Anna Berg", [note, "another note"], variants)
    assert told.startswith("Anna Berg handed in the practice case of Ben Ode")
