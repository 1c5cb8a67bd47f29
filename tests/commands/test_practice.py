"""Does `dateline practice` write a case, and say clearly when it cannot?"""

from __future__ import annotations

import pytest

from dateline.cli import main


def test_it_writes_a_case_and_says_where(tmp_path, capsys):
    assert main(["practice", "--seed", "7", "--out", str(tmp_path)]) == 0
    assert "exercises/09-practice-7-1.ipynb" in capsys.readouterr().out
    assert (tmp_path / "data/practice-7-1/key/dates.csv").is_file()
    assert (tmp_path / "solutions/09-practice-7-1.ipynb").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--trap", "wrong-wek"], "wrong-wek"),  # no such misconception
        ([], "there already"),  # the second time
    ],
)
def test_what_it_cannot_do_it_says(tmp_path, capsys, arguments, said):
    main(["practice", "--seed", "7", "--out", str(tmp_path)])
    assert main(["practice", "--seed", "7", "--out", str(tmp_path), *arguments]) != 0
    assert said in capsys.readouterr().err
