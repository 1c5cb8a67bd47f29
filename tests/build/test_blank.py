"""Is the answer taken out, and everything else left?"""

import pytest

from dateline.build.blank import blank_answer, blank_cells
from dateline.build.parts import find_exercises

ONE_LINE = "def half(n): return n / 2"
WITH_COMMENT = "def half(n):\n    # divide\n    return n / 2"
DOCSTRING = 'def half(n: float) -> float:\n    """Return a half.\n\n    Of n.\n    """\n    return n / 2'


@pytest.mark.parametrize(
    ("source", "name", "blank"),
    [
        ("figures = [1, 2]", "figures", "figures = ..."),
        ("figures: list = [\n    1,\n]", "figures", "figures = ..."),  # however many lines
        (
            "# Rows.\n# Not columns.\n\nfigures = 1  # one",
            "figures",
            "# Rows.\n# Not columns.\nfigures = ...",
        ),
        ("figures = 1\n# because", "figures", "figures = ..."),  # a later comment belongs to the answer
        ("figures = {}\nfigures['a'] = 1", "figures", "figures = ..."),
        ('brief = """# Bottom line\nNone."""', "brief", "brief = ..."),  # `#` inside a text is no comment
        (ONE_LINE, "half", "def half(n):\n    ..."),
        (WITH_COMMENT, "half", "def half(n):\n    ..."),  # a comment in the body may give it away
        (DOCSTRING, "half", DOCSTRING.replace("return n / 2", "...")),
        ("@cache\ndef half(\n    n,\n):\n    return n", "half", "@cache\ndef half(\n    n,\n):\n    ..."),
        ("# Halve it.\ndef half(n):\n    return n", "half", "# Halve it.\ndef half(n):\n    ..."),
        ('def half(n):\n    "é"; return n', "half", 'def half(n):\n    "é"\n    ...'),
    ],
)
def test_an_answer_becomes_a_blank(source, name, blank):
    assert blank_answer(source, name) == blank


@pytest.mark.parametrize(
    ("prose", "blank"),
    [
        ("*Model answer.*\n\nThe hedge matters.", "*Write here.*"),
        ("*Model answer.*", "*Write here.*"),
        ("*Model answer.* The hedge matters.", None),  # the first line must be the mark alone
        ("# Lesson\n\n*Model answer.*", None),
    ],
)
def test_model_prose_becomes_a_blank(notebook, prose, blank):
    cells = blank_cells(notebook(prose), [])
    assert "".join(cells[0]["source"]) == (blank or prose)


def test_other_cells_stay_and_no_run_is_left(notebook):
    solved = notebook("# Lesson", "rows = 3", "## Exercise 4.1", "figures = 1", 'check("4.1", figures)')
    exercises, faults = find_exercises(solved)
    cells = blank_cells(solved, exercises)
    assert faults == []
    assert [cell["id"] for cell in cells] == ["c0", "c1", "c2", "c3", "c4"]
    sources = [cell["source"] for cell in solved["cells"]]
    assert [cell["source"] for cell in cells] == [*sources[:3], ["figures = ..."], sources[4]]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all((c["outputs"], c["execution_count"], c["metadata"]) == ([], None, {}) for c in code)
