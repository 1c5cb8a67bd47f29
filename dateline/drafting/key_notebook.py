"""The notebook in which a teacher confirms a drafted key. It lies beside the tables and goes with them."""

from __future__ import annotations

from dateline.build.notebook import as_text, with_source
from dateline.cases import Case
from dateline.findings import words

NOTEBOOK = "confirm-the-key.ipynb"


def key_notebook(case: Case) -> str:
    """Return the text of the notebook that opens the key desk of a case."""
    told = words("key-notebook", {"title": case.title, "case": case.id}).found
    code = {"cell_type": "code", "execution_count": None, "id": "desk", "metadata": {}, "outputs": []}
    return as_text(
        [
            with_source({"cell_type": "markdown", "id": "title", "metadata": {}}, told),
            with_source(code, f'from dateline import key_desk\n\nkey_desk("{case.id}")'),
        ]
    )
