"""Is a model answer found by lesson and name, and nothing else given away?"""

import pytest

from dateline.build import model_answer


@pytest.mark.parametrize(
    ("lesson", "name", "answer"),
    [
        ("04", "figures", "# One row a figure.\nfigures = [1, 2]"),
        ("04", "rows", ""),  # no exercise asks for this name
        ("05", "figures", ""),  # another lesson
        ("06", "figures", ""),  # a lesson that cannot be read
    ],
)
def test_a_model_answer_is_looked_up(kit, lesson, name, answer):
    (kit / "solutions/06-broken.ipynb").write_text("not a notebook")
    assert model_answer(kit / "solutions", lesson, name) == answer


def test_without_solutions_there_is_none(tmp_path):
    assert model_answer(tmp_path / "solutions", "04", "figures") == ""
