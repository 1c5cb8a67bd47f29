"""Does a case whose key is empty still get every check that needs only its sources?"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from dateline.brief import check_brief
from dateline.cases.load import load
from tests.brief.conftest import without_key

ROOT = Path(__file__).parents[2]
ROWS = ROOT / "tests" / "data" / "briefs" / "development.tsv"


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    place = tmp_path_factory.mktemp("bare")
    return {
        name: load(without_key(ROOT / "data" / name, place)) for name in ("syria-withdrawal", "tolvane-dam")
    }


def worst(report):
    verdicts = {sentence.verdict for sentence in report.sentences if sentence.kind != "head"}
    return next((v for v in ("unsupported", "review") if v in verdicts), "accepted")


def test_the_copy_has_no_key(bare):
    assert all(not case.key.rows(name) for case in bare.values() for name in ("claims", "figures", "dates"))


def test_little_is_lost_without_a_key(bare):
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = Counter((row["fair"], worst(check_brief(row["sentence"], bare[row["case"]]))) for row in rows)
    fair = sum(count for (kind, _), count in found.items() if kind == "yes")
    wrong = sum(count for (kind, _), count in found.items() if kind == "no")
    assert found["yes", "unsupported"] <= 0.08 * fair, "fair ones rejected"
    assert found["yes", "review"] <= 0.08 * fair, "fair ones sent to a person"
    assert found["no", "accepted"] <= 0.12 * wrong, "wrong ones let pass"
