"""Is every answer that a case's key accepts right when a learner gives it, and every listed slip named?"""

import pytest

from dateline import open_case
from dateline.cases import case_ids
from dateline.dates import same
from dateline.kinds._dating import told
from dateline.kinds._ledger_bounds import judge_bounds
from dateline.kinds._ledger_cells import judge_as_of
from dateline.kinds._ledger_rows import COLUMNS, entry_of
from dateline.kinds._ledger_words import judge_counted, judge_scope
from dateline.kinds._misdating import judge_told, reference

CASES = {id: open_case(id) for id in case_ids()}
DATES = [(id, row) for id, case in CASES.items() for row in case.key.rows("dates")]
FIGURES = [(id, row) for id, case in CASES.items() for row in case.key.rows("figures") if row.is_figure]


def named(value):
    return value if isinstance(value, str) else value.id


def entry(**cells):
    return entry_of({**dict.fromkeys(COLUMNS), **cells}, 1)


@pytest.mark.parametrize(("id", "row"), DATES, ids=named)
def test_every_accepted_date_is_right(id, row):
    ref = reference(row, CASES[id])
    slips = {form: judge_told(told(form), ref).key for form in ref.accepted}
    assert not any(slips.values()), slips


@pytest.mark.parametrize(("id", "row"), [pair for pair in DATES if pair[1].outside], ids=named)
def test_outside_knowledge_is_right_only_with_its_label(id, row):
    ref = reference(row, CASES[id])
    for form in row.outside:
        assert judge_told(told(f"{form} (outside knowledge)"), ref).key == ""
        own_day = same(form, ref.issued[0])  # whoever writes the report's own day took it from the report
        slip = "publication-for-event" if own_day else "outside-knowledge-unlabelled"
        assert judge_told(told(form), ref).key == slip


@pytest.mark.parametrize(("id", "row"), [pair for pair in DATES if pair[1].wrong], ids=named)
def test_every_slip_that_the_key_lists_is_named_so(id, row):
    ref = reference(row, CASES[id])
    assert {form: judge_told(told(form), ref).key for form in row.wrong} == row.wrong


@pytest.mark.parametrize(("id", "row"), FIGURES, ids=named)
def test_every_accepted_name_and_scope_is_right(id, row):
    case = CASES[id]
    slips = {
        name: judge_counted(name, row, case).key for name in (row.counted, *row.counted_accepted) if name
    }
    slips |= {scope: judge_scope(scope, row, case).key for scope in (row.scope, *row.scope_accepted) if scope}
    assert not any(slips.values()), slips


@pytest.mark.parametrize(("id", "row"), FIGURES, ids=named)
def test_every_accepted_pair_of_bounds_is_right(id, row):
    pairs = [(row.lower, row.upper), *row.accepted]
    slips = {
        pair: judge_bounds(entry(lower=pair[0], upper=pair[1], hedge=row.hedge), row).key for pair in pairs
    }
    assert not any(slips.values()), slips


@pytest.mark.parametrize(("id", "row"), FIGURES, ids=named)
def test_every_accepted_as_of_date_is_right(id, row):
    forms = [form for form in (row.as_of, *row.as_of_accepted) if form]
    slips = {form: judge_as_of(entry(as_of=form), row, CASES[id]).key for form in forms}
    assert not any(slips.values()), slips
