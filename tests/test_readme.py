"""Does what README.md and CONTRIBUTING.md promise exist?"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dateline.build.notebook import read_notebook, source_of
from dateline.cli import find_commands, main

KIT = Path(__file__).resolve().parents[1]
PAGES = {name: (KIT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")}
COMMANDS = {command.NAME for command in find_commands()}
ROW = re.compile(r"^\| \[(\d\d) · (.+?)\]\((notebooks/\S+\.ipynb)\) \| (\d+) \| (.+?) \|$", re.MULTILINE)


def code_in(page):
    """Return every piece of code on a page: each line of its blocks, and each span."""
    text = PAGES[page]
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line.strip() for block in blocks for line in block.splitlines()] + spans


def lines_of(program):
    """Return (page, line) for each piece of code that calls a program."""
    return [(page, line) for page in PAGES for line in code_in(page) if line.split()[:1] == [program]]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)\s]+)\)", PAGES[page])
    assert links
    assert [link for link in links if not (KIT / link).exists()] == []


@pytest.mark.parametrize(("page", "line"), lines_of("make"))
def test_make_targets_exist(page, line):
    makefile = (KIT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()
    for word in line.split()[1:]:
        if "=" in word:
            assert f"({word.split('=')[0]})" in makefile, "a variable that make reads"
        else:
            assert word in targets


def help_of(words, capsys):
    """Return what the longest run of commands at the start of a line says with --help."""
    for length in range(len(words), 0, -1):
        code = main([*words[:length], "--help"])
        told = capsys.readouterr().out
        if code == 0 and told.startswith("usage: dateline " + " ".join(words[:length])):
            return told
    return ""


@pytest.mark.parametrize(("page", "line"), lines_of("dateline"))
def test_commands_and_their_options_exist(page, line, capsys):
    words = shlex.split(line)[1:]
    assert words[0] in COMMANDS
    plain = [word for word in words if re.fullmatch(r"[a-z][a-z-]*", word)]
    told = help_of(plain, capsys)
    assert told, f"dateline {' '.join(plain)} has no help"
    assert [word for word in words if word.startswith("--") and word not in told] == []


def test_both_commands_come_first():
    first = re.search(r"^```\n(.*?)^```$", PAGES["README.md"], re.MULTILINE | re.DOTALL)[1]
    assert first.splitlines() == ["make lab", "make test"]


def test_the_table_is_what_is_on_disk():
    rows = ROW.findall(PAGES["README.md"])
    assert [path for _, _, path, _, _ in rows] == sorted(
        path.relative_to(KIT).as_posix() for path in (KIT / "notebooks").glob("*.ipynb")
    )


@pytest.mark.parametrize("row", ROW.findall(PAGES["README.md"]), ids=lambda row: row[0])
def test_a_row_says_what_its_lesson_says(row):
    number, title, path, minutes, afterwards = row
    slug = re.sub(r"\W+", "-", title.lower())
    assert path == f"notebooks/{number}-{slug}.ipynb"
    head = " ".join(source_of(cell) for cell in read_notebook(KIT / path)["cells"][:3])
    assert title.lower() in head.lower()
    assert minutes in re.findall(r"(\d+)\W+minutes", head), "the lesson's minutes"
    assert len(afterwards.split()) > 5


def test_the_short_path_is_marked_where_readme_says_so():
    texts = [path.read_text(encoding="utf-8") for path in (KIT / "notebooks").glob("*.ipynb")]
    marked = [text for text in texts if "(short path)" in text]
    assert len(marked) >= 3


@pytest.mark.parametrize("page", PAGES)
def test_folders_and_files_named_exist(page):
    """A span that looks like a path, of the kit or of a case, is one; <…> and NN stand for a name."""
    named = [s for s in code_in(page) if re.fullmatch(r"[.\w-]+/[\w./-]*", s) and "NN" not in s]
    # made by the kit's users
    made = {"exercises/answers/", "exercises/answers/kept/", "GRADES/gradebook.csv", "GRADES/feedback"}
    made |= {"VARIANTS/students"}
    homes = [KIT, KIT / "data/syria-withdrawal"]
    assert [path for path in named if path not in made and not any((h / path).exists() for h in homes)] == []
