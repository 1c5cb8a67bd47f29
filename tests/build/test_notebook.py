"""Is a notebook read with a clear word for what is not one, and written as nbformat writes it?"""

import json

import nbformat
import pytest

from dateline.build.notebook import NotANotebookError, as_text, read_notebook, was_run, without_run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is not JSON"),
        ("# Lesson 4", "it is not JSON"),
        ("[]", "no list of cells"),
        ('{"cells": {}}', "no list of cells"),
        ('{"cells": [1], "nbformat": 4}', "no list of cells"),
        ('{"cells": [{"cell_type": "code"}], "nbformat": 4}', "no ids; open it in JupyterLab 4"),
        ('{"cells": [], "nbformat": 3}', "no ids; open it in JupyterLab 4"),
    ],
)
def test_what_is_no_notebook_is_told(tmp_path, text, told):
    path = tmp_path / "a.ipynb"
    path.write_text(text)
    with pytest.raises(NotANotebookError, match=told):
        read_notebook(path)


def test_text_is_what_nbformat_writes(notebook):
    text = as_text([without_run(cell) for cell in notebook("# Lesson “é”", "a = 1\nb = 2", "")["cells"]])
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"
    nbformat.validate(json.loads(text))
    assert "version" not in json.loads(text)["metadata"]["language_info"]


def test_a_run_is_seen_and_can_be_taken_away(notebook):
    solved = notebook("a = 1", "a")
    assert was_run(solved)
    assert not was_run({"cells": [without_run(cell) for cell in solved["cells"]]})
