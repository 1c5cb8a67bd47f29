"""Does a new case come with a notebook to confirm its key in, where no student sees it?"""

from __future__ import annotations

import nbformat

from dateline.build import build
from dateline.drafting.key_notebook import NOTEBOOK
from dateline.drafting.reports import read_reports
from dateline.drafting.write import new_case


def test_it_lies_among_the_tables_and_opens_the_desk_of_its_case(kit, files):
    folder = new_case(kit, "harbour-fire", read_reports(files)).folder
    notebook = nbformat.read(folder / "key" / NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    told, code = notebook.cells
    assert "dateline case validate harbour-fire" in told.source
    assert code.source == 'from dateline import key_desk\n\nkey_desk("harbour-fire")'


def test_no_exercise_is_made_of_it(kit, files):
    new_case(kit, "harbour-fire", read_reports(files))
    assert build(kit, check=True).ok
    assert not list(kit.glob(f"exercises/**/{NOTEBOOK}"))
