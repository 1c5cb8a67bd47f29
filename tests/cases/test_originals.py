"""Can the holder of an original load it, and is a file that does not fit refused without a trace?"""

import os
import shutil
from pathlib import Path

import pytest

from dateline.cases.load import load, read_case
from dateline.cases.originals import import_original
from dateline.cli import main
from dateline.errors import KitError, ProblemsError

KIT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("DATELINE_SEEDS", KIT.parent / "shared" / "seeds"))
SEED = {"S1": "000_*.txt", "S2": "003_*.txt"}


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "data" / "syria-withdrawal"
    shutil.copytree(KIT / "data" / "syria-withdrawal", folder, ignore=shutil.ignore_patterns("originals"))
    return folder


@pytest.fixture
def stand_in(case, tmp_path):
    """A file in the form as received, made of the teaching edition, so that this test needs no original."""
    source = read_case(case)[0].sources["S1"]
    file = tmp_path / "S1.txt"
    file.write_text(" date 2018-12 " + "\n\n".join(p.text for p in source.paragraphs), encoding="utf-8")
    return file


def test_an_import_is_kept_apart_and_read_again(case, stand_in):
    path = import_original(case, "S1", stand_in)
    assert path == case / "originals" / "S1.md"
    assert "original" in path.read_text()
    assert import_original(case, "S1", stand_in) == path, "the same file again is no fault"


def edited(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


MISFITS = [
    ("date 2018-12", "date 2018-11", "its date is 2018-11"),
    ("more than 2,000", "more than 3,000", "does not occur in S1, para. 7"),
    ("\n\n", "\n", "it has 1 paragraphs, but S1 has 15"),
]


@pytest.mark.parametrize(("old", "new", "told"), MISFITS)
def test_a_file_that_does_not_fit_writes_nothing(case, stand_in, old, new, told):
    edited(stand_in, old, new)
    with pytest.raises(ProblemsError, match=told):
        import_original(case, "S1", stand_in)
    assert not (case / "originals").exists()


def test_another_original_is_not_overwritten_unasked(case, stand_in):
    import_original(case, "S1", stand_in)
    edited(stand_in, "talked with", "talked again with")
    with pytest.raises(KitError, match="--replace"):
        import_original(case, "S1", stand_in)
    assert "talked again" in import_original(case, "S1", stand_in, replace=True).read_text()


@pytest.mark.parametrize(
    ("id", "content", "told"),
    [
        ("S9", b" date 2018-12 A.", "no source 'S9'"),
        ("S1", b"", "no date stamp"),
        ("S1", b"\xff\xfe\0", "UTF-8"),
    ],
)
def test_other_faults_are_told_in_words(case, tmp_path, capsys, monkeypatch, id, content, told):
    monkeypatch.setenv("DATELINE_DATA", str(case.parent))
    (tmp_path / "file.txt").write_bytes(content)
    assert main(["case", "import", "syria-withdrawal", id, str(tmp_path / "file.txt")]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


def test_the_original_edition_says_how_to_import_it(case):
    with pytest.raises(ProblemsError, match="dateline case import syria-withdrawal S1 FILE"):
        load(case, "original")


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the originals are not at hand ({SEEDS.name}/): not imported")
def test_every_anchor_resolves_in_the_originals(case, monkeypatch, capsys):
    monkeypatch.setenv("DATELINE_DATA", str(case.parent))
    for id, pattern in SEED.items():
        file = next(SEEDS.glob(pattern))
        assert main(["case", "import", "syria-withdrawal", id, str(file)]) == 0
    original = load(case, "original")
    assert [len(source.paragraphs) for source in original.sources.values()] == [15, 16]
    rows = [row for row in original.key.by_id.values() if row.anchor]
    assert len(rows) > 100
    assert all(original.place(row).exact for row in rows)
