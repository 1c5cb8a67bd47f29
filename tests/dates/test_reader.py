"""Does the reader give every date in a sentence, and no other, with honest precision?"""

import csv
from pathlib import Path

import pytest

from dateline.dates import bounds, read_dates

TABLE = Path(__file__).with_name("sentences.tsv")


def _rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _gold(cell):
    pairs = (each.rpartition("=") for each in cell.split(" | ")) if cell else ()
    return [(surface, edtf) for surface, _, edtf in pairs]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['issued']} {row['text'][:50]}")
def test_reads_the_dates_of_a_sentence(row):
    mentions = read_dates(row["text"], issued=row["issued"] or None)
    assert [(m.surface, m.edtf) for m in mentions] == _gold(row["gold"]), row["reason"]
    for mention in mentions:
        assert row["text"][mention.start : mention.end] == mention.surface
        if mention.edtf:
            assert bounds(mention.edtf) == (mention.earliest, mention.latest)


def test_march_and_may_at_the_head_of_a_sentence():
    mentions = read_dates("March was the wettest month; May brought sun.", "2019-10-21")
    assert [m.edtf for m in mentions] == ["2019-03", "2019-05"]
