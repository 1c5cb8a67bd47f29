"""Is YAML read as version 1.2 says, and alike with and without libyaml?"""

from __future__ import annotations

import datetime

import pytest
from ruamel.yaml import main as ruamel
from ruamel.yaml.error import YAMLError

from dateline import lexicon, yaml12
from dateline.kit import find_kit
from dateline.yaml12 import read_yaml_text

VALUES = [
    ("12:30", "12:30", "a time of day is no number of minutes"),
    ("yes", "yes", "no is a word, and so is yes"),
    ("010", 10, "a leading nought makes no octal number"),
    ("1,000", "1,000", "a comma makes it a text"),
    ("true", True, "no text in quotation marks"),
    ("2019-10-11", datetime.date(2019, 10, 11), "a day"),
    ('"“quoted” – 😀"', "“quoted” – 😀", "any letter"),
    ("~", None, "nothing"),
]
FAULTS = [
    ("a: 1\na: 2", "found duplicate key", "a key that stands twice"),
    ("a: [1,\nb: 2", "expected ',' or ']'", "a list that does not end"),
    ("\ta: 1", "cannot start any token", "a tab"),
    ("a: *b", "undefined alias 'b'", "an alias of nothing"),
    ("a: !b 1", "could not determine a constructor", "an unknown tag"),
    ("a: 2019-13-45", "month must be in 1..12", "no day of a calendar"),
]


@pytest.fixture(params=["as installed", "pure Python"])
def reader(request, monkeypatch):
    if request.param == "pure Python":
        monkeypatch.setattr(ruamel, "CParser", None)
    return request.param


@pytest.mark.parametrize(("text", "value", "why"), VALUES)
def test_a_value_is_what_version_1_2_says(reader, text, value, why):
    read = read_yaml_text(f"it: {text}")["it"]
    assert (read, type(read)) == (value, type(value)), why


@pytest.mark.parametrize(("text", "fault", "why"), FAULTS)
def test_a_fault_is_told_in_the_same_words(reader, text, fault, why):
    with pytest.raises((YAMLError, ValueError)) as told:
        read_yaml_text(text)
    assert fault in str(told.value), why


def test_a_list_that_libyaml_refuses_is_read_all_the_same(reader):
    assert read_yaml_text("[Who knows?, at 12:30]") == ["Who knows?", "at 12:30"]


@pytest.mark.parametrize("path", sorted((find_kit() / "data").rglob("*.yaml")), ids=lambda path: path.name)
def test_a_file_of_the_kit_reads_alike(monkeypatch, path):
    text = path.read_text(encoding="utf-8")
    quick = read_yaml_text(text)
    monkeypatch.setattr(ruamel, "CParser", None)
    assert read_yaml_text(text) == quick


@pytest.mark.skipif(ruamel.CParser is None, reason="libyaml is not installed")
@pytest.mark.parametrize("folder", ["data", "dateline"])
def test_no_file_of_the_kit_needs_the_slow_reader(monkeypatch, folder):
    own, tried = yaml12._reader, {}
    for path in sorted((find_kit() / folder).rglob("*.yaml")):
        readers = tried.setdefault(path, [])

        def noted(constructor, *, pure, readers=readers):
            readers.append("pure Python" if pure else "libyaml")
            return own(constructor, pure=pure)

        monkeypatch.setattr(yaml12, "_reader", noted)
        read_yaml_text(path.read_text(encoding="utf-8"), lexicon._constructor())
    assert tried
    assert [path for path, readers in tried.items() if readers != ["libyaml"]] == []
