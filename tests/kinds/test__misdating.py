"""Has every slip that the rules for dates and figures can name its words?"""

import re
from pathlib import Path

import pytest

from dateline import kinds
from dateline.findings import misconceptions, words
from dateline.kinds._misdating import RULES

HOME = Path(kinds.__file__).parent
NAMED = sorted(
    {
        key
        for path in HOME.glob("*.py")
        for key in re.findall(r'Judged\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }
)


def test_the_search_finds_the_keys():
    assert {"date-refused", "false-precision", "wrong-base"} <= set(NAMED)


@pytest.mark.parametrize("key", NAMED)
def test_every_judgement_has_words(key):
    assert words(key).found


@pytest.mark.parametrize("key", [key for key, _ in RULES])
def test_every_slip_that_a_rule_names_is_a_misconception(key):
    assert key in misconceptions()
    assert words(key).rule
