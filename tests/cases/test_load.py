"""Is a malformed case refused with file, row and reason, all faults at once?"""

import shutil
from pathlib import Path

import pytest

from dateline.cases.load import read_case
from dateline.drafting.validate import find_problems
from dateline.errors import KitError, ProblemsError

KIT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    """A small sound case to spoil."""
    case = tmp_path / "flood"
    (case / "sources").mkdir(parents=True)
    (case / "key").mkdir()
    (case / "case.yaml").write_text(
        'title: A flood\nquestion: How high?\ncut_off: "2020-02"\nsources: [S1]\n'
        "people: {mayor: {name: Ada Roe}}\npopulations: {homes: {label: homes, aliases: [houses]}}\n"
    )
    (case / "sources" / "S1.md").write_text(
        '---\nid: S1\ndate: "2020-02"\n---\n\n¶1 About 40 homes flooded, Ada Roe said on Monday.\n'
    )
    (case / "key" / "figures.csv").write_text(
        "id,source,paragraph,anchor,is_figure,lower,upper,population,as_of\n"
        "F01,S1,1,About 40 homes,yes,40,40,homes,2020-02\n"
    )
    (case / "key" / "dates.csv").write_text("id,source,paragraph,anchor,edtf\nT01,S1,1,on Monday,2020-02\n")
    (case / "exercises.yaml").write_text(
        "exercises:\n- {id: '1.1', title: A, points: 1, minutes: 1, answer: a, kind: pick,\n"
        "   with: {options: {}}, hints: [look at one, rule of one, parallel one]}\n"
    )
    return case


def told(folder):
    return "\n".join(map(str, read_case(folder)[1]))


def test_the_small_case_is_sound(folder):
    assert told(folder) == ""


def spoil(file, old, new):
    def act(folder):
        path = folder / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return act


FIGURES, DATES = "key/figures.csv", "key/dates.csv"
SPOILT = [
    (spoil("case.yaml", "title: A flood\n", ""), ["case.yaml", "title: it is missing"], "missing field"),
    (
        spoil("case.yaml", "question", "qestion"),
        ["question: it is missing", "qestion: this name is not known"],
        "typo",
    ),
    (spoil("case.yaml", "2020-02", "Feb 2020"), ["cut_off", "not an EDTF date"], "bad EDTF in case.yaml"),
    (spoil("case.yaml", "title:", "title: A\ntitle:"), ["case.yaml", "line 2"], "duplicate key in YAML"),
    (spoil("case.yaml", "[S1]", "[S1, S2]"), ["sources/S2.md", "no such file"], "a source without a file"),
    (
        spoil(FIGURES, "S1,1,", "S1,9,"),
        ["row F01", "S1 has no paragraph 9", "use 1 to 1"],
        "unknown paragraph",
    ),
    (
        spoil(FIGURES, "About 40 homes", "about 40 homes"),
        ["row F01", "does not occur in S1, para. 1"],
        "anchor",
    ),
    (spoil(FIGURES, "F01,S1", "F01,S7"), ["row F01", "source 'S7' is not in case.yaml"], "unknown source"),
    (
        spoil(FIGURES, "40,40", "forty,40"),
        ["row 2 (F01)", "lower: 'forty' is not a plain number"],
        "number word",
    ),
    (spoil(FIGURES, ",yes,", ",true,"), ["is_figure: 'true' is neither yes nor no"], "yes and no only"),
    (
        spoil(FIGURES, "homes,2020-02", "people,2020-02"),
        ["population 'people' is not in case.yaml"],
        "population",
    ),
    (
        spoil("case.yaml", "title:", "places: {bay: {name: the bay, part_of: sea}}\ntitle:"),
        ["place bay", "part_of 'sea' is not under places:"],
        "a place in an unknown one",
    ),
    (
        spoil("case.yaml", "title:", "places: {bay: {name: the bay, part_of: bay}}\ntitle:"),
        ["place bay", "a part of itself"],
        "a place in itself",
    ),
    (spoil(FIGURES, "as_of\n", "as_off\n"), ["as_off: this name is not known"], "misspelt column"),
    (
        spoil(FIGURES, ",2020-02\n", ",2020-02,x\n"),
        ["more or fewer cells than the header"],
        "a comma too many",
    ),
    (
        spoil(FIGURES, "homes,2020-02", "homes,Feb-20"),
        ["rewritten by a spreadsheet"],
        "month a spreadsheet rewrote",
    ),
    (
        spoil(DATES, "2020-02\n", "21/02/2020\n"),
        ["T01", "rewritten by a spreadsheet"],
        "day a spreadsheet rewrote",
    ),
    (
        spoil(DATES, "2020-02\n", "43882\n"),
        ["T01", "rewritten by a spreadsheet"],
        "a spreadsheet's day number",
    ),
    (
        spoil(DATES, "2020-02\n", "2020-02-10 00:00:00\n"),
        ["rewritten by a spreadsheet"],
        "a spreadsheet's time",
    ),
    (spoil(DATES, "2020-02\n", "2020-13\n"), ["'2020-13' is not an EDTF date"], "month 13"),
    (spoil(DATES, "T01", "F01"), ["stands more than once in the key"], "duplicate id across tables"),
    (spoil("exercises.yaml", "points: 1", "points: -1"), ["exercise 1 (1.1)", "points"], "negative points"),
    (spoil("exercises.yaml", "id: '1.1'", "id: '1'"), ["exercises.yaml", "id"], "an id without lesson"),
    (spoil("exercises.yaml", ", parallel one", ""), ["hints"], "a rung is missing"),
    (spoil("exercises.yaml", "exercises:", "tasks:"), ["begin the file with exercises:"], "wrong head"),
    (
        spoil("case.yaml", '"2020-02"', "2020-13-45"),
        ["case.yaml", "line 3", "month must be"],
        "a date of no calendar",
    ),
    (spoil("case.yaml", "Ada Roe", "''"), ["people.mayor.name: it is empty"], "a name without letters"),
    (spoil("case.yaml", "How high?", "''"), ["question: it is empty"], "a case that asks nothing"),
]


@pytest.mark.parametrize(("act", "expected", "why"), SPOILT, ids=[row[2] for row in SPOILT])
def test_a_fault_is_told_with_file_row_and_reason(folder, act, expected, why):
    act(folder)
    for part in expected:
        assert part in told(folder), why


def test_all_faults_come_at_once(folder):
    for act in (SPOILT[0][0], SPOILT[7][0], SPOILT[16][0]):
        act(folder)
    assert "title" in told(folder), "case.yaml is read first; without it nothing else can be placed"
    spoil("case.yaml", "question", "title: A flood\nquestion")(folder)
    assert all(part in told(folder) for part in ("source 'S7'", "rewritten")) or "forty" in told(folder)


def test_open_case_raises_one_error_with_all_problems(folder, monkeypatch):
    from dateline import open_case

    spoil(FIGURES, "40,40", "forty,40")(folder)
    spoil(DATES, "2020-02\n", "2020-13\n")(folder)
    monkeypatch.setenv("DATELINE_DATA", str(folder.parent))
    with pytest.raises(ProblemsError) as fault:
        open_case("flood")
    assert len(fault.value.problems) == 2


def test_an_unknown_kind_or_argument_is_a_doubt(folder):
    spoil("exercises.yaml", "kind: pick", "kind: pikc")(folder)
    assert "there is no kind of check 'pikc'" in str(find_problems(folder)[0])


@pytest.mark.parametrize("name", ["", "..", "../data", "no-such", "a/b"])
def test_a_case_that_is_not_there_is_refused(name):
    from dateline import open_case

    with pytest.raises(KitError, match="There is no case"):
        open_case(name)


def test_a_near_miss_is_suggested():
    from dateline import open_case

    with pytest.raises(KitError, match="Did you mean 'syria-withdrawal'"):
        open_case("syria-withdrawl")


def test_a_changed_file_is_read_again(folder, monkeypatch):
    from dateline import open_case

    monkeypatch.setenv("DATELINE_DATA", str(folder.parent))
    assert open_case("flood").title == "A flood"
    spoil("case.yaml", "A flood", "A great flood")(folder)
    assert open_case("flood").title == "A great flood"


def test_the_key_is_a_table_of_text_and_numbers(folder):
    case = read_case(folder)[0]
    assert list(case.key.figures["lower"]) == [40]
    assert case.place(case.key.by_id["F01"]).exact == "About 40 homes"


def test_a_copy_of_the_case_in_use_can_be_opened_elsewhere(tmp_path, monkeypatch):
    shutil.copytree(KIT / "data" / "syria-withdrawal", tmp_path / "data" / "copy")
    monkeypatch.delenv("DATELINE_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    from dateline import open_case

    assert open_case("copy").folder == tmp_path / "data" / "copy"
