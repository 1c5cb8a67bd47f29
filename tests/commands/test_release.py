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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name,student id\n", "has no students in it"),
        ("", "has no column for names"),
        ("student id\n11\n", "has no column for names"),
        ("name\nAnna Berg\nBen Ode\n", "has no number for Anna Berg, Ben Ode"),
        ("name,student id\nAnna Berg,11\nBen Ode,\n", "has no number for Ben Ode"),
        ("name,student id\nAnna Berg,11\nBen Ode,11\n", "has the number '11' twice, for Anna Berg, Ben Ode"),
        ("name,email\nAnna,a@b.org\nBen,A@B.org\n", "twice"),  # addresses do not heed capitals
        ("name,student id\nJérôme,11\n".encode("latin-1"), "is not in UTF-8"),
        (b"\x00\x01\xff\xfe", "is not in UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_a_roster_that_will_not_do_is_told_and_leaves_nothing(tmp_path, capsys, content, told):
    if content is not None:
        (tmp_path / "class.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["release", str(tmp_path / "v"), "--variants", str(tmp_path / "class.csv")]) == 2
    assert told in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} <= {"class.csv"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--variants", "class.csv", "--case", "tolvane-dam"], "leave --case away"),
        (["--level", "2"], "--level and --secret are for --variants"),
        (["--secret", "class.csv"], "--level and --secret are for --variants"),
        (["--variants", "class.csv", "--secret", "short.txt"], "holds no secret"),
        (["--variants", "class.csv", "--secret", "none.txt"], "none.txt cannot be read"),
        (["--variants", "class.csv", "--level", "4"], "invalid choice"),
    ],
)
def test_words_that_do_not_go_together_are_told(tmp_path, monkeypatch, capsys, words, told):
    (tmp_path / "class.csv").write_text("name,student id\nAnna,1\n")
    (tmp_path / "short.txt").write_text("abc")
    monkeypatch.chdir(tmp_path)
    assert main(["release", "v", *words]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "v").exists()
