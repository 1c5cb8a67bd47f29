"""Does a pattern find in a text what it finds without its cues?"""

from pathlib import Path

import pytest

from dateline.brief.language.cued import Cued
from tests.brief.rules_found import modules

BRIEFS = Path(__file__).parents[2] / "data/briefs"
PATTERNS = {
    f"{module.__name__.removeprefix('dateline.brief.')}.{name}": value
    for module in modules()
    for name, value in vars(module).items()
    if isinstance(value, Cued)
}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Every line of the tables and the briefs."""
    files = sorted(path for path in BRIEFS.rglob("*") if path.suffix in (".md", ".tsv"))
    return [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", PATTERNS)
def test_whatever_a_pattern_finds_has_a_cue(name, texts):
    pattern = PATTERNS[name]
    lost = [text for text in texts if pattern.pattern.search(text) and not pattern.search(text)]
    assert not lost


def test_a_cue_may_stand_in_any_case():
    led = Cued(r"led (\w+)", cues="led ")
    assert led.search("LED them") is None
    assert Cued(r"LED (\w+)", cues="led ").search("They LED them")[1] == "them"


def test_a_text_is_looked_through_between_two_places():
    led = Cued(r"led \w", cues="led ")
    assert led.search("led a, led b", 1)[0] == "led b"
    assert led.search("led a, led b", 1, 8) is None


def test_without_a_cue_a_text_stays():
    assert Cued("a+b", cues="b").sub("c", "aaa") == "aaa"
    assert Cued("a+b", cues="b").sub("c", "aaab") == "c"
