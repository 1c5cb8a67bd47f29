"""Does each attack end with the points of the honest answers, the right state, and nothing else touched?"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dateline.grading.limits import Limits
from dateline.grading.sandbox import Sandbox
from tests.adversarial import attacks
from tests.adversarial.conftest import HONEST, as_json, filled, serving, sleeping
from tests.adversarial.files import HANDED_IN


@pytest.mark.parametrize("attack", attacks.ALL, ids=lambda attack: attack.name)
def test_the_honest_answers_count_and_nothing_else(graded, attack):
    grading = graded.gradings[attack.name]
    assert grading.state in attack.state.split(" or "), grading.notes
    assert graded.points(attack.name) == attack.deserved, grading.notes


@pytest.mark.parametrize("handed_in", HANDED_IN, ids=lambda each: each.name)
def test_what_was_handed_in_gets_what_it_deserves(graded, handed_in):
    grading = graded.gradings[handed_in.name]
    assert (grading.state, graded.points(handed_in.name)) == (handed_in.state, handed_in.points), (
        grading.notes
    )


@pytest.mark.parametrize(("name", "ids"), HONEST.items())
def test_the_others_are_graded_as_if_nothing_was(graded, name, ids):
    full = {"4.1": 5, "4.2": 5, "4.3": 3, "4.9": 2}
    grading = graded.gradings[name]
    assert (grading.state, graded.points(name)) == (
        "graded",
        {id: full[id] for id in (*ids, *(["4.9"] if "4.3" in ids else []))},
    )
    assert grading.notes == ()


def test_everybody_has_one_row(graded):
    names = [*HONEST, *(each.name for each in attacks.ALL), *(each.name for each in HANDED_IN)]
    assert sorted(graded.gradings) == sorted([*names, "searching", "connecting"])


def test_nothing_that_was_not_theirs_was_read(graded):
    """Key, roster, gradebook, environment and the others' work hold a word; a student looked for it."""
    grading = graded.gradings["searching"]
    seen, *hits = grading.answers["4.2"]
    assert seen > 100, "the search looked at what can be seen"
    assert hits == []
    everything = as_json([dict(each.answers) for each in graded.gradings.values()])
    assert graded.marker not in everything


def test_nobody_was_reached(graded):
    assert graded.gradings["connecting"].answers["4.2"] == ["tried"]
    assert graded.heard == []


def test_no_file_was_changed(graded):
    assert graded.after == graded.before
    assert len(graded.before) > 100


def test_nothing_is_left_running(graded):
    wanted = sleeping(graded.marker).encode()
    running = [path for path in Path("/proc").glob("[0-9]*/cmdline") if wanted in _read(path)]
    assert running == []


def _read(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_no_table_holds_a_formula(graded):
    for table in graded.out.glob("*.csv"):
        for line in table.read_text("utf-8").splitlines():
            assert not [cell for cell in line.split(",") if cell.strip('"').startswith(("=", "+", "@"))], (
                table.name
            )


def test_no_page_holds_what_a_student_made_up_as_markup(graded):
    pages = [*(graded.out / "feedback").glob("*.html"), graded.out / "report.html"]
    assert len(pages) > len(graded.gradings)
    for path in pages:
        shown = path.read_text("utf-8")
        assert "<script" not in shown
        assert graded.marker not in shown


@pytest.fixture(scope="module")
def open_sandbox():
    with Sandbox(Limits(seconds=60), jailed=False) as made:
        yield made


class TestTheTestsThemselves:
    """Would the attacks succeed without the sandbox? Else the tests above show nothing."""

    def test_a_search_finds_what_is_there_to_be_found(self, open_sandbox, tmp_path):
        (tmp_path / "key.csv").write_text("canary0123456789ab")
        blanks = {
            "os.walk('/')": f"os.walk({str(tmp_path)!r})",
            "{marker}": "no such name",
            "{system!r}": "[]",
        }
        code = filled(attacks.SEARCH, blanks | {"{half}": "canary012", "{other}": "3456789ab"})
        ran = open_sandbox.run([code], ["later_figures"])
        assert ran.answers["later_figures"] == [1, str(tmp_path / "key.csv")]

    def test_connections_reach_who_listens(self, open_sandbox, tmp_path):
        heard, addresses, sockets = serving(tmp_path)
        ran = open_sandbox.run([attacks.CONNECT.replace("{addresses!r}", repr(addresses))], ["later_figures"])
        deadline = time.monotonic() + 5
        while len(heard) < len(addresses) and time.monotonic() < deadline:
            time.sleep(0.01)
        for each in sockets:
            each.close()
        assert ran.answers["later_figures"] == ["tried", *(family for family, _ in addresses)]
        assert len(heard) == len(addresses) >= 3

    def test_files_can_be_deleted(self, open_sandbox, tmp_path):
        (tmp_path / "work.ipynb").write_text("mine")
        open_sandbox.run([f"import os\nos.unlink({os.fspath(tmp_path / 'work.ipynb')!r})"], ["a"])
        assert list(tmp_path.iterdir()) == []
