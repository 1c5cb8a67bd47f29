"""Does `dateline release` say what it made, and what it cannot make?"""

from __future__ import annotations

import pytest

from dateline.cli import main


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("sealed", "a determined student can open it"),
        ("none", "does not say whether the answer is right"),
    ],
)
def test_it_says_plainly_what_feedback_is_left(tmp_path, capsys, keys, said):
    assert main(["release", str(tmp_path / "pack"), "--keys", keys]) == 0
    told = capsys.readouterr().out
    assert said in told
    assert said in (tmp_path / "pack" / "README.md").read_text("utf-8")
    assert "No solutions" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["there"], "is there already and was left as it is"),
        (["there", "--teachers"], "is there already and was left as it is"),
        (["packed", "--zip"], "packed.zip is there already"),
        (["no/such/place"], "There is no folder no/such"),
        (["file.txt/pack"], "There is no folder file.txt"),
        (["pack", "--case", "syria-withdrawl"], "There is no case 'syria-withdrawl'"),
        (["pack", "--teachers", "--case", "tolvane-dam"], "leave --case away"),
        (["."], "cannot be the name of a pack"),
        (["pack", "--keys", "locked"], "invalid choice: 'locked'"),
        (["pack", "--teachers", "--students"], "not allowed with argument"),
    ],
)
def test_what_cannot_be_made_is_told_and_leaves_nothing(tmp_path, monkeypatch, capsys, words, told):
    (tmp_path / "there").mkdir()
    (tmp_path / "packed.zip").write_text("mine")
    (tmp_path / "file.txt").write_text("mine")
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    assert main(["release", *words]) == 2
    assert told in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
