"""Do the prompts quote the reports word for word, in the paragraph that they name?"""

import re

import pytest

from dateline import open_case
from dateline.build.notebook import read_notebook, source_of
from dateline.marks import spans_of
from tests.answer_sheets import KIT

TABLE = re.compile(r"^\|[^|\n]*\| from \| sentence \|\n\|[-| ]+\|\n((?:\|.*\|\n?)+)", re.MULTILINE)
ROW = re.compile(r"^\|[^|]*\| (S\d) ¶(\d+) \| (.+?) \|$", re.MULTILINE)
BULLET = re.compile(r"^- \*\*\w+\*\* \((S\d) ¶(\d+)(?:–(\d+))?\) (.+)$", re.MULTILINE)


def quoted():
    """Every sentence that a prompt gives as the report's own: source, first and last paragraph, words."""
    for path in sorted((KIT / "solutions").glob("*.ipynb")):
        for cell in read_notebook(path)["cells"]:
            text = source_of(cell) if cell["cell_type"] == "markdown" else ""
            for table in TABLE.findall(text):
                yield from ((source, int(n), int(n), words) for source, n, words in ROW.findall(table))
            for source, first, last, words in BULLET.findall(text):
                yield source, int(first), int(last or first), words


@pytest.mark.parametrize(("source", "first", "last", "words"), list(quoted()))
def test_a_quoted_sentence_stands_in_the_report(source, first, last, words):
    report = open_case("syria-withdrawal").sources[source]
    text = " ".join(report.paragraph(number).text for number in range(first, last + 1))
    for piece in words.split("…"):
        assert not piece.strip() or spans_of(piece.strip(" .,"), text), piece


def test_prompts_do_quote():
    assert len(list(quoted())) >= 19
