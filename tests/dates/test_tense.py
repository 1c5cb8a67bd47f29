"""Does the verb near a weekday send it to the week before or the week after?"""

import csv
from pathlib import Path

import pytest

from dateline.dates import read_dates, within

ISSUED = "2019-10-21"  # a Monday, so that Thursday is never today
THURSDAY = {"past": "2019-10-17", "future": "2019-10-24"}


def _rows():
    with Path(__file__).with_name("weekdays.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["text"][:60])
def test_a_weekday_follows_the_verb(row):
    (mention,) = [m for m in read_dates(row["text"], ISSUED) if "Thursday" in m.surface]
    other = {"past": "future", "future": "past"}[row["direction"]]
    assert within(THURSDAY[row["direction"]], mention.edtf)
    if "/" not in mention.edtf:  # "until Thursday" leaves its start open
        assert not within(THURSDAY[other], mention.edtf)


def test_an_invitation_looks_ahead():
    (mention,) = read_dates("He invited them to lunch on Thursday.", ISSUED)
    assert within(THURSDAY["future"], mention.edtf)
