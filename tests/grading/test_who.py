"""Is a file's student told by the names that a platform or the teacher gave, and by nothing else?"""

from __future__ import annotations

import pytest

from dateline.grading.who import named, sign_of


@pytest.mark.parametrize(
    ("parts", "level", "key", "name"),
    [
        (("Anna Berg_4711_assignsubmission_file_", "04.ipynb"), 0, "moodle 4711", "Anna Berg"),
        (("Anna Berg_4711_assignsubmission_file_04.ipynb",), 0, "moodle 4711", "Anna Berg"),
        (("Anna Berg_4711_assignsubmission_onlinetext_x.html",), 0, "moodle 4711", "Anna Berg"),
        (("berganna_4711_90210_04-record-the-figures.ipynb",), 0, "canvas 4711", "berganna"),
        (("berganna_LATE_4711_90210_work.zip", "04.ipynb"), 0, "canvas 4711", "berganna"),
        # the rest of a name is the student's own and cannot make another student of it
        (("Eve_9_assignsubmission_file_Ben_12_assignsubmission_file_x.ipynb",), 0, "moodle 9", "Eve"),
        (("eve_9_1_ben_12_2_x.ipynb",), 0, "canvas 9", "eve"),
        (("eve", "Ben_12_assignsubmission_file_", "04.ipynb"), None, "name eve", "eve"),
        # what is not from a platform cannot have the number of one
        (("moodle 4711", "04.ipynb"), None, "name moodle 4711", "moodle 4711"),
        (("Anna", "04.ipynb"), None, "name Anna", "Anna"),
        (("Anna ", "04.ipynb"), None, "name Anna ", "Anna "),  # a space makes another
        (("A\u030asa", "04.ipynb"), None, "name Åsa", "Åsa"),  # one spelling of two
    ],
)
def test_who_handed_it_in(parts, level, key, name):
    student = sign_of(parts, level).student
    assert (student.key, student.name) == (key, name)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("04-record-the-figures-anna.ipynb",), "anna"),
        (("anna_04-record-the-figures.ipynb",), "anna"),
        (("Anna Berg 04-record-the-figures (2).ipynb",), "Anna Berg"),
        (("hand-in Anna Berg.zip", "exercises", "04.ipynb"), "Anna Berg"),
        (("Hand-in_Anna Berg (1).zip", "04.ipynb"), "Anna Berg"),
        (("student-01", "04.ipynb"), "student-01"),
        (("student-02", "04.ipynb"), "student-02"),  # another one, and no second copy
        (("group (1)", "04.ipynb"), "group (1)"),  # a folder is called as it is called
        (("exercises", "answers", "04.json"), None),
        (("exercises", "04-record-the-figures-2.ipynb"), None),
    ],
)
def test_names_of_folders_and_files(parts, name):
    student = named(parts)
    assert (student and student.name) == name


@pytest.mark.parametrize(
    ("name", "copy"),
    [("04.ipynb", 0), ("04 (3).ipynb", 3), ("04(3).zip", 3), ("a_1_2_04-record-the-figures-2.ipynb", 2)],
)
def test_the_number_of_a_copy(name, copy):
    assert sign_of((name,)).copy == copy
