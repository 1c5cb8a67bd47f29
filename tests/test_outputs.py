"""Are outputs stored the same at each run, and faults told with notebook and cell?"""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from dateline.errors import KitError
from dateline.outputs import main, store


def save(path, *sources):
    """Write a notebook of code cells c0, c1, …"""
    cells = [new_code_cell(source, id=f"c{number}") for number, source in enumerate(sources)]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=[new_markdown_cell("# Lesson", id="head"), *cells]), path)
    return path


def test_outputs_are_stored_and_stay_the_same(tmp_path):
    widget = "import ipywidgets\nipywidgets.IntSlider(3)"
    path = save(
        tmp_path / "notebooks/01-a.ipynb", "print('a'); print('b')", "import os\nos.listdir()", widget
    )
    save(tmp_path / "notebooks/answers/mine.ipynb", "1 / 0")  # a learner's, so not run
    assert store([tmp_path / "notebooks"]) == [path]
    first = path.read_bytes()
    cells = nbformat.read(path, as_version=4).cells
    assert cells[1].outputs == [{"name": "stdout", "output_type": "stream", "text": "a\nb\n"}]
    assert "01-a.ipynb" in cells[2].outputs[0]["data"]["text/plain"], "it runs in its own folder"
    assert cells[3].outputs[0]["data"] == {"text/plain": "IntSlider(value=3)"}, (
        "the model id changes at each run"
    )
    assert [cell.metadata for cell in cells] == [{}, {}, {}, {}], "no timing is stored"
    assert store([path]) == []
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("figures[0]", "c1: NameError: name 'figures' is not defined"),
        ("object()", "c1: its output holds a memory address"),
        ("import warnings\nwarnings.warn('old')", "c1: its output holds a temporary path"),
        ("import pathlib\npathlib.Path.home() / 'a'", "c1: its output holds a path of this machine"),
        ("import os\nos._exit(1)", "c1: the kernel died"),
    ],
)
def test_a_fault_names_the_cell_and_leaves_the_file(tmp_path, source, told):
    path = save(tmp_path / "01-a.ipynb", "1 + 1", source, "2 + 2")
    before = path.read_bytes()
    with pytest.raises(KitError, match=r"01-a\.ipynb, cell ") as fault:
        store([path])
    assert told in str(fault.value)
    assert path.read_bytes() == before


def test_a_name_without_notebooks_is_told(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert "there is no notebook here" in capsys.readouterr().err


def test_a_cell_that_takes_too_long_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.outputs.CELL_TIMEOUT", 2)
    path = save(tmp_path / "01-a.ipynb", "1 + 1", "import time\ntime.sleep(60)")
    with pytest.raises(KitError, match="cell c1: it took more than 2 seconds"):
        store([path])
