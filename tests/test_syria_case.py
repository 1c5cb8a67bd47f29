"""Is the default case true to both reports, and does its key cover every figure, time and trap in them?"""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from dateline import open_case
from dateline.marks import fold, spans_of
from dateline.sources import read_received

KIT = Path(__file__).parents[1]
SEEDS = Path(os.environ.get("DATELINE_SEEDS", KIT.parent / "shared" / "seeds"))
SEED = {"S1": "000_*.txt", "S2": "003_*.txt"}
TABLES = ("voices", "claims", "figures", "dates")
LONGEST_RUN = 7


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def teaching(source):
    return [paragraph.text for paragraph in open_case("syria-withdrawal").sources[source].paragraphs]


@cache
def received(source):
    found = sorted(SEEDS.glob(SEED[source])) if SEEDS.is_dir() else []
    return read_received(found[0].read_text(encoding="utf-8")) if found else None


def original(source, what):
    """The paragraphs of an original; the test is skipped, and says what is not run, where there is none."""
    report = received(source)
    if report is None:
        pytest.skip(
            f"not run: {what} of {source}. The original is not at hand; name its folder in DATELINE_SEEDS"
        )
    return list(report.paragraphs)


def paragraphs(edition, source, what):
    return teaching(source) if edition == "teaching" else original(source, what)


both_editions = pytest.mark.parametrize("edition", ["teaching", "original"])
both_sources = pytest.mark.parametrize("source", ["S1", "S2"])


# The reports ----------


@both_editions
@pytest.mark.parametrize(("source", "count"), [("S1", 15), ("S2", 16)])
def test_paragraphs_are_numbered_as_cited(edition, source, count):
    assert len(paragraphs(edition, source, "the count of paragraphs")) == count


ORIGIN = [
    ("S1", "publisher", "not stated", "the text as received names none"),
    ("S1", "agency", "not stated", "no agency is credited"),
    ("S1", "byline", "not stated", "no author is named"),
    ("S1", "dateline_place", "not stated", "no place stands before the text"),
    ("S1", "date", "2018-12", "the stamp has no day"),
    ("S2", "publisher", "not stated", "AP wrote it; who printed this copy is not said"),
    ("S2", "agency", "AP", "stands in the dateline"),
    ("S2", "byline", "not stated", "no person is named"),
    ("S2", "dateline_place", "aboard a US military aircraft", "stands in the dateline"),
    ("S2", "date", "2019-10-21", "the stamp gives the day"),
]


@pytest.mark.parametrize(("source", "field", "value", "reason"), ORIGIN)
def test_origin_says_no_more_than_the_text(case, source, field, value, reason):
    assert getattr(case.sources[source], field) == value, reason
    rows = [row for row in case.key.rows("sources") if row.source == source]
    named = {row.field: row.value for row in rows}
    assert named["author" if field == "byline" else field] == value, reason


@both_sources
@pytest.mark.parametrize("outside", ["Wall Street Journal", "Taipei Times", "17 October", "19 December"])
def test_outside_knowledge_stays_outside(case, source, outside):
    report = case.sources[source]
    assert outside not in report.text + report.retold + report.rights
    assert any(outside in entry.statement for entry in case.about.outside_knowledge)


@both_sources
def test_a_teaching_edition_says_that_it_is_retold(case, source):
    assert case.sources[source].edition == "teaching"
    assert "own words" in case.sources[source].retold


def test_fact_cards_stand_on_both_sides_of_the_cut_off(case):
    known = {card.id: card.knowable_on_cut_off for card in case.about.fact_cards}
    assert len(known) == 4
    for card in case.about.fact_cards:
        assert known[card.id] == (card.date <= case.cut_off), card.id
        assert card.publisher, card.id


# The teaching edition against the originals ----------

QUOTATION = re.compile(r'"[^"]*"')


def words(text):
    """Words outside quotations; a quotation leaves a mark that no word of the other edition equals."""
    return re.findall(r"[a-z0-9]+|¦", re.sub("'", "", QUOTATION.sub(" ¦ ", fold(text)).lower()))


def longest_run(left, right):
    """The longest run of words that two lists share, as text."""
    best, lengths = [], {}
    for i, word in enumerate(left):
        row = {}
        for j in (j for j, other in enumerate(right) if other == word != "¦"):
            row[j] = lengths.get(j - 1, 0) + 1
            if row[j] > len(best):
                best = left[i - row[j] + 1 : i + 1]
        lengths = row
    return " ".join(best)


RUNS = [
    ("a b c d", "x b c y", "b c", "the middle is shared"),
    ("a “b c” d", "a “b c” d", "a", "a quotation is cut out and does not join what stands around it"),
    ("more than 2,000", "more than 2,000 men", "more than 2 000", "a numeral counts by its parts"),
    ("one two", "three", "", "nothing is shared"),
]


@pytest.mark.parametrize(("left", "right", "run", "reason"), RUNS)
def test_the_measure_of_shared_runs(left, right, run, reason):
    assert longest_run(words(left), words(right)) == run, reason


@both_sources
def test_no_long_run_is_shared_with_the_original(source):
    received_text = " ".join(original(source, "the search for copied runs"))
    run = longest_run(words(" ".join(teaching(source))), words(received_text))
    assert len(run.split()) <= LONGEST_RUN, run
    assert run, "two editions of one report share at least a word: the measure did not run"


def spoken(text):
    return [re.findall(r"\w+", quotation.lower()) for quotation in QUOTATION.findall(fold(text))]


@both_sources
def test_quotations_are_verbatim(source):
    pairs = zip(teaching(source), original(source, "the proof of quotations"), strict=True)
    for number, (retold, as_received) in enumerate(pairs, start=1):
        assert spoken(retold) == spoken(as_received), f"{source} ¶{number}"


# Anchors ----------


@both_editions
@pytest.mark.parametrize("table", TABLES)
def test_every_anchor_stands_in_its_paragraph(case, table, edition):
    texts = {source: paragraphs(edition, source, f"the anchors of {table}.csv") for source in ("S1", "S2")}
    anchored = [row for row in case.key.rows(table) if row.anchor]
    for row in anchored:
        phrase, _, nth = row.anchor.partition(" #")
        assert len(spans_of(phrase, texts[row.source][row.paragraph - 1])) >= int(nth or 1), row.id
        assert len(phrase.split()) <= 7, row.id
    assert len(anchored) > 20, "the tables that point into the text do so"


@pytest.mark.parametrize("table", TABLES)
def test_a_row_without_an_anchor_is_missing_or_a_stamp(case, table):
    bare = [row for row in case.key.rows(table) if not row.anchor]
    assert all(getattr(row, "status", "") == "missing" or row.event.endswith("is issued") for row in bare)


# Coverage: every numeral, number word, vague quantity and time word has its row ----------

NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred "
    "thousand million dozen dozens half quarter third first second several both all bulk majority few many "
    "scores swaths"
)
TIME_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow day days week weeks "
    "month months year years spring summer autumn winter decade now soon immediately immediate once long "
    "earlier later quickly rapidly whenever time open-ended recently ago yet until since january february "
    "march april june july august september october november december"
)


def any_of(words):
    return r"\b(?:" + "|".join(words.split()) + r")\b"


FIGURE_TOKEN = re.compile(r"\d[\d,.]*\d%?|\d%?|" + any_of(NUMBER_WORDS), re.IGNORECASE)
TIME_TOKEN = re.compile(r"\b(?:19|20)\d\d\b|" + any_of(TIME_WORDS), re.IGNORECASE)
NO_TIME = {
    ("S2", 7, "time"): "“it's time to” urges and dates nothing",
    ("S1", 6, "yet"): "means but; the word stands in the teaching edition alone",
}


def uncovered(case, edition, source, token, tables):
    rows = [row for table in tables for row in case.key.rows(table) if row.source == source and row.anchor]
    for number, text in enumerate(paragraphs(edition, source, "the search for figures and times"), start=1):
        spans = [
            span
            for row in rows
            if row.paragraph == number
            for span in spans_of(row.anchor.partition(" #")[0], text)
        ]
        for match in token.finditer(text):
            inside = any(start <= match.start() and match.end() <= end for start, end in spans)
            if not inside and (source, number, match[0].lower()) not in NO_TIME:
                yield f"{source} ¶{number}: {match[0]}"


@both_editions
@both_sources
def test_every_numeral_and_number_word_has_a_row(case, edition, source):
    assert list(uncovered(case, edition, source, FIGURE_TOKEN, ("figures", "dates"))) == []


@both_editions
@both_sources
def test_every_time_word_has_a_row(case, edition, source):
    assert list(uncovered(case, edition, source, TIME_TOKEN, ("dates", "figures"))) == []


def test_the_search_for_numerals_can_fail():
    found = [match[0] for match in FIGURE_TOKEN.finditer("Three of 1,200 men and 5% held all of it in 2019.")]
    assert found == ["Three", "1,200", "5%", "all", "2019"]


# Traps ----------

TRAPS = {
    "same numeral, other population, other hedge": ["F07", "F12", "K01"],
    "2018 to 2019 is a change; the fall is more than about 1,000, about half or more": ["K02", "K03", "K04"],
    "leaving and staying against about 1,000: not forced": ["F23", "F34", "F30", "K05", "K06", "K07"],
    "all who leave is not all; the bulk is not all": ["F21", "F29", "F06", "K11", "K12"],
    "leaving is a flow, present is a stock": ["K09", "K10"],
    "5,000 in Iraq and 700: cannot tell": ["F38", "K14"],
    "less than 2%: of what, and of when": ["F14", "T11", "K18", "K19", "K20", "K21"],
    "which Wednesday in December 2018": ["T03", "K30"],
    "last Friday hangs on it": ["T19", "K31"],
    "16, 18 and 19 October 2019": ["T26", "T32", "T27", "K33"],
    "ceasefire on Friday 18, elsewhere on Thursday 17": ["T32", "K34"],
    "five days run to 22 or 23 October; the clashes fall inside": ["T30", "T31", "T33", "K35", "K36"],
    "within days against an invasion of another year": ["T18", "C38", "C53", "K41"],
    "an order against troops still there": ["C07", "C52", "K42", "K43", "K44", "K45"],
    "home against western Iraq; the line is the outlet's": ["C49", "C50", "C41", "K58", "K59"],
    "did not rule out is no plan": ["C43", "K53"],
    "has spoken to is no consent": ["C46", "K54"],
    "an absent statement is no denial": ["V30", "K56"],
    "how many are people familiar, a U.S. official": ["F01", "F02", "F03", "V01", "V02", "K62", "K63"],
    "standfirst and body are one source": ["C01", "C05", "K61"],
    "list markers, idioms, one of": ["F05", "F24", "F31", "F36", "F37", "K23", "K24", "K25", "K27"],
    "IS, ISIS and Islamic State are one": ["K74"],
    "Erdogan's titles": ["V07", "V21", "K75"],
    "Syrian militants are partners": ["C17", "C20", "V11", "K73"],
    "sequence is not cause": ["T07", "K77", "K78", "K79"],
    "a promise not kept is not thereby a lie": ["C28", "K46", "K47"],
    "elapsed time is a range of days": ["T01", "T21", "K29"],
    "no hindsight": ["K57"],
    "two calls, two orders": ["C08", "C58", "K76", "K43"],
}  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_has_its_rows(case, trap):
    missing = [id for id in TRAPS[trap] if id not in case.key.by_id]
    assert not missing
