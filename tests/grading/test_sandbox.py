"""Does the sandbox run what has to be run, start only when asked, and say when it cannot?

What it keeps out is in tests/adversarial.
"""

from __future__ import annotations

import os

import pytest

from dateline.errors import KitError
from dateline.grading.limits import Limits
from dateline.grading.sandbox import Ran, Sandbox


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(Limits(seconds=5)) as made:
        yield made


def test_it_starts_with_the_first_notebook(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with Sandbox() as made, pytest.raises(KitError, match="apt install bubblewrap"):
        made.run(["a = 1 + 1"], ["a"])


def test_a_notebook_is_run(sandbox):
    cells = ["a = [1 + 1]", "x", "b = len(a)"]
    expected = Ran("ran", {"a": [2], "b": 1}, {}, {2: "NameError: name 'x' is not defined"}, 3)
    assert sandbox.run(cells, ["a", "b", "c"]) == expected


def test_each_notebook_begins_afresh(sandbox):
    sandbox.run(["import json\njson.dumps = None\nopen('/tmp/left', 'w').close()\na = 1"], ["a"])
    cells = ["import json, os\na = [json.dumps(1), os.listdir('/tmp')]"]
    assert sandbox.run(cells, ["a"]).answers == {"a": ["1", []]}


def test_what_lessons_use_is_there_and_marks_nothing(sandbox):
    cells = [
        'from dateline import answer_form, check, open_case\ncase = open_case("syria-withdrawal")',
        'from dateline.widgets import FigureLedger\nFigureLedger(case, "4.1")\nanswer_form("4.1")',
        "import pandas, matplotlib.pyplot as plt\nplt.plot([1])\na = len(case.sources['S1'].paragraphs)",
        'b = str(check("4.1", a))',
    ]
    ran = sandbox.run(cells, ["a", "b"])
    assert (ran.state, ran.faults) == ("ran", {})
    assert ran.answers == {"a": 15, "b": "marked later"}


def test_two_million_digits_or_a_wrong_shape_are_told(sandbox):
    ran = sandbox.run(["a = 10 ** 1_000_000", "b = object()"], ["a", "b"])
    assert set(ran.shapes) == {"a", "b"}


def test_a_system_that_forbids_it_is_told(monkeypatch, tmp_path):
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda _name: str(fake))
    with Sandbox() as made, pytest.raises(KitError, match="No permissions to create new namespace"):
        made.run(["a = 1 + 1"], ["a"])


def test_without_a_jail_notebooks_run_all_the_same():
    with Sandbox(Limits(seconds=5), jailed=False) as made:
        assert made.run(["a = 6 * 7"], ["a"]).answers == {"a": 42}


def test_without_a_jail_only_the_notebooks_own_processes_count():
    """A machine runs hundreds of others; the notebook must not be ended for theirs."""
    wait = "import time\ntime.sleep(0.2)\na = [1 + 1]"
    with Sandbox(Limits(seconds=5, processes=2), jailed=False) as made:
        assert made.run([wait], ["a"]) == Ran("ran", {"a": [2]}, {}, {}, 1)


def test_without_a_jail_a_notebook_that_starts_too_many_processes_is_ended_with_them():
    many = "for _ in range(40):\n    os.fork() or time.sleep(61)\ntime.sleep(61)"
    with Sandbox(Limits(seconds=20, processes=2), jailed=False) as made:
        ran = made.run(["import os, time\na = [3]", many], ["a"])
    assert ran.answers == {"a": [3]}
    # other users than root are stopped by the system, at the first fork; the notebook goes on without
    assert ran.state == ("too many processes" if os.geteuid() == 0 else "timed out") or ran.faults


def test_what_was_drawn_before_draws_again_and_no_pipe_is_open(sandbox):
    """The warm process has drawn once, so its fonts are open; a notebook must still be able to read them."""
    cells = [
        "import io, os, stat, sys\nfaults = []\nsys.unraisablehook = lambda told: faults.append(str(told))",
        "from dateline.plots import figures_over_time",
        'rows = [{"label": "ships", "lower": 40, "upper": None, "as_of": "2020-01"}]',
        'figures_over_time(rows).savefig(io.BytesIO())\na = list(faults)',
        "b = []\nfor number in range(4, 1024):\n    try:\n        kind = os.fstat(number).st_mode\n"
        "    except OSError:\n        continue\n    if not stat.S_ISREG(kind):\n        b.append(number)",
    ]  # fmt: skip
    ran = sandbox.run(cells, ["a", "b"])
    assert (ran.state, ran.faults, ran.answers) == ("ran", {}, {"a": [], "b": []})
