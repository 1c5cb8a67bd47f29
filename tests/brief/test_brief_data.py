"""Are the sentences that the checker is measured on sound? Faults are told by id alone: half are sealed."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from dateline.brief.language.splitting import quotations
from dateline.brief.layout.page import read_page
from dateline.cases.find import case_folder
from dateline.cases.load import read_case
from dateline.findings import known_message
from dateline.marks import fold

KIT = Path(__file__).resolve().parents[2]


def _loaded():
    spec = importlib.util.spec_from_file_location("_brief_gold", KIT / "bench/_brief_gold.py")
    sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GOLD = _loaded()
TABLES = {table: GOLD.rows(table) for table in GOLD.TABLES}
ROWS = [row for rows in TABLES.values() for row in rows]
README = (GOLD.FOLDER / "README.md").read_text(encoding="utf-8")
COLUMNS = ["id", "case", "operator", "fair", "sentence", "base", "expected", "why"]
# Marks of these are what the operator changes, or stand round a part with an omission.
QUOTING = {"quote-ellipsis", "quote-marks", "quote-part"}


def faulty(rows, is_sound):
    """The ids of the rows that are not sound: never their sentences."""
    return [row.name for row in rows if not is_sound(row)]


def cited(text, case):
    """The citations of a text, each with its problem."""
    return [citation for line in read_page(text, GOLD.case_of(case).sources) for citation in line.citations]


@pytest.mark.parametrize("table", GOLD.TABLES)
def test_every_row_has_eight_filled_columns(table):
    lines = (GOLD.FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == COLUMNS
    for line in lines[1:]:
        cells = dict(zip(COLUMNS, line.split("\t"), strict=True))
        empty = [name for name, cell in cells.items() if not cell.strip()]
        assert empty == (["expected"] if cells["fair"] == "yes" else []), cells["id"]
        assert cells["fair"] in ("yes", "no"), cells["id"]


def test_no_id_and_no_sentence_is_there_twice():
    assert len({row.name for row in ROWS}) == len(ROWS)
    seen = {}
    twice = [
        (row.name, seen[row.sentence]) for row in ROWS if seen.setdefault(row.sentence, row.name) != row.name
    ]
    assert twice == []


@pytest.mark.parametrize("fair", [False, True], ids=["wrong", "fair"])
def test_the_readme_tells_the_operators_and_their_counts(fair):
    part = README.split("Fair ones:")[fair]
    told = {
        found[1]: tuple(int(count.replace("–", "0")) for count in found[2].split(" | "))
        for found in re.finditer(
            rf"^\| `([a-z-]+)` \| .+? \| ((?:[\d–]+ \| ){{{len(TABLES) - 1}}}[\d–]+) \|$", part, re.M
        )
    }
    counted = {
        operator: tuple(
            sum(row.operator == operator and row.fair == fair for row in rows) for rows in TABLES.values()
        )
        for operator in sorted({row.operator for row in ROWS if row.fair == fair})
    }
    assert told == counted


def test_the_readme_tells_the_sizes_of_the_tables():
    for table, rows in TABLES.items():
        fair = sum(row.fair for row in rows)
        plain = re.search(rf"`{table}.tsv` \(.*?(\d+) rows", README)
        whole = re.search(rf"`{table}.tsv` \| (\d+) \| (\d+)", README)
        told = int(plain[1]) if plain else tuple(map(int, whole.groups()))
        assert told == (len(rows) if plain else (len(rows) - fair, fair)), table


def test_expected_keys_have_a_message_and_every_operator_a_group():
    assert faulty(ROWS, lambda row: all(map(known_message, row.expected))) == []
    operators = [operator for group in GOLD.GROUPS.values() for operator in group]
    assert sorted(operators) == sorted({row.operator for row in ROWS if not row.fair})
    assert set(GOLD.FINER) <= set(operators)


def test_a_key_that_stands_for_another_has_a_message():
    keys = [*GOLD.SAME, *(key for keys in (*GOLD.SAME.values(), *GOLD.FINER.values()) for key in keys)]
    assert [key for key in keys if not known_message(key)] == []


@pytest.mark.parametrize("name", sorted({row.case for row in ROWS}))
def test_every_case_loads_without_a_problem(name):
    beside = GOLD.FOLDER / "cases" / name
    case, problems = read_case(beside if beside.is_dir() else case_folder(name))
    assert case.sources
    assert problems == []


def test_true_sentences_cite_paragraphs_that_exist():
    fair = [row for row in ROWS if row.fair]
    assert faulty(fair, lambda row: not any(one.problem for one in cited(row.sentence, row.case))) == []
    assert faulty(ROWS, lambda row: not any(one.problem for one in cited(row.base, row.case))) == []


def test_quotations_in_fair_sentences_are_word_for_word():
    fair = [row for row in ROWS if row.fair and row.operator not in QUOTING]
    assert faulty(fair, is_quoted_exactly) == []


def is_quoted_exactly(row):
    sources = GOLD.case_of(row.case).sources
    paragraphs = [
        plain(sources[one.key].paragraphs[number - 1].text)
        for one in cited(row.sentence, row.case)
        for number in one.paragraphs
    ]
    inside = [plain(row.sentence[start:end]).strip("\"' .,") for start, end in quotations(row.sentence)]
    return all(any(words in paragraph for paragraph in paragraphs) for words in inside)


def plain(text):
    return re.sub(r"\s+", " ", fold(text)).replace('"', "'").lower()


def marked(verdict, *keys):
    return GOLD.Mark(verdict, keys)


COUNTED = [
    # operator, expected, mark, how much of wrong, not accepted, caught, right reason it is, why
    ("figure-changed", "unsupported", marked("supported"), 1, "passed"),
    ("figure-changed", "unsupported", marked("not factual"), 1, "taken for no fact"),
    ("figure-changed", "unsupported", marked("review", "unsupported"), 2, "asked of a person"),
    ("hedge-dropped", "hedge-dropped", marked("unsupported", "uncited"), 3, "for another reason"),
    ("hedge-dropped", "hedge-dropped", marked("unsupported", "hedge-dropped"), 4, "as expected"),
    ("hedge-flipped", "hedge-reversed", marked("unsupported", "hedge-changed"), 4, "a finer key"),
    ("figure-changed", "unsupported", marked("unsupported", "hedge-changed"), 3, "no finer key for this"),
    ("quote-altered", "quote-altered", marked("unsupported", "paraphrase-as-quote"), 4, "in other words"),
]


@pytest.mark.parametrize(("operator", "expected", "mark", "so_much", "why"), COUNTED)
def test_the_bench_counts_what_was_caught_and_why(monkeypatch, operator, expected, mark, so_much, why):
    row = GOLD.Row("T1", "tolvane-dam", operator, False, "A sentence.", "", (expected,), "")
    monkeypatch.setattr(GOLD, "mark", lambda row: mark)
    result = GOLD.score([row])
    counted = ("wrong", "not accepted", "caught", "right reason")
    assert set(result.count) == {(operator, what) for what in counted[:so_much]}, why
    assert bool(result.faults) == (so_much < len(counted))


@pytest.mark.parametrize(
    ("verdict", "counted"),
    [
        ("supported", "let stand"),
        ("not factual", "let stand"),
        ("review", "to review"),
        ("unsupported", "rejected"),
    ],
)
def test_the_bench_counts_what_was_done_to_a_fair_sentence(monkeypatch, verdict, counted):
    row = GOLD.Row("T1", "tolvane-dam", "voice", True, "A sentence.", "", (), "")
    monkeypatch.setattr(GOLD, "mark", lambda row: marked(verdict))
    assert set(GOLD.score([row]).count) == {("voice", "fair"), ("voice", counted)}


def test_a_pasted_paragraph_is_caught_by_the_rule_for_the_page():
    text = GOLD.case_of("tolvane-dam").sources["S2"].paragraphs[7].text
    row = GOLD.Row("T1", "tolvane-dam", "cheat", False, f"{text} [@S2, para. 8].", "", ("copied-run",), "")
    assert GOLD.mark(row).verdict == "unsupported"
    assert "copied-run" in GOLD.mark(row).keys
