"""Does the sandbox run what has to be run, start only when asked, and say when it cannot?

What it keeps out is in tests/adversarial.
"""

from __future__ import annotations

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
