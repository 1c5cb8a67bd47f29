"""Are sources read as they stand, and are faults told with file, place and mend?"""

import pytest

from dateline.errors import KitError, ProblemsError
from dateline.sources import Paragraph, Source, read_received, read_source, read_text

HEAD = '---\nid: S1\ndate: "2020-01"\n---\n\n'


def write(folder, text):
    path = folder / "S1.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_paragraphs_are_numbered_from_one(tmp_path):
    source = read_source(write(tmp_path, HEAD + "¶1 It rained.\nAll day.\n\n¶2 It stopped.\n"))
    assert [(p.number, p.text) for p in source.paragraphs] == [(1, "It rained. All day."), (2, "It stopped.")]
    assert source.paragraph(2).citation == "[@S1, para. 2]"
    assert source.publisher == "not stated"


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    text = "\ufeff" + HEAD.replace("\n", "\r\n") + "¶1 It rained.\r\n\r\n¶2 It stopped."
    assert len(read_source(write(tmp_path, text)).paragraphs) == 2


BROKEN = [
    ("¶1 No head.", "no front matter", "the head is missing"),
    ('---\nid: S1\ncolour: "red"\n---\n\n¶1 A.', "colour: this field is not known", "a field nobody knows"),
    ("---\nid: S1\ndate: 2020-01-05\n---\n\n¶1 A.", "date", "an unquoted date is no text"),
    ("---\nid: [S1\n---\n\n¶1 A.", "front matter", "broken YAML"),
    (HEAD + "¶1 A.\n\n¶3 B.", "paragraph 2", "a number is left out"),
    (HEAD + "A.\n\n¶2 B.", "begin it with ¶1", "the first number is missing"),
    (HEAD, "it has no paragraphs", "nothing but a head"),
]


@pytest.mark.parametrize(("text", "told", "why"), BROKEN)
def test_a_broken_source_is_refused_with_the_reason(tmp_path, text, told, why):
    with pytest.raises(ProblemsError) as fault:
        read_source(write(tmp_path, text))
    assert told in str(fault.value), why
    assert "S1.md" in str(fault.value)


@pytest.mark.parametrize(
    ("content", "told"), [(b"\xff\xfe\x00bad", "not UTF-8"), (b"a\0b", "not a text file")]
)
def test_a_file_that_is_no_text_is_refused(tmp_path, content, told):
    with pytest.raises(KitError, match=told):
        read_text(write(tmp_path, content))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KitError, match=r"gone\.md cannot be opened"):
        read_text(tmp_path / "gone.md")


def test_a_paragraph_that_is_not_there_is_refused_in_words():
    source = Source("S1", (Paragraph("S1", 1, "A."),))
    with pytest.raises(KitError, match=r"paragraphs 1 to 1, so there is no para\. 0"):
        source.paragraph(0)


RECEIVED = [
    (
        " date 2018-12 First words.\n\nSecond.",
        ("2018-12", "", ("First words.", "Second.")),
        "text after the stamp",
    ),
    (" date 2019-10-21 AP, AT SEA\n\nFirst.", ("2019-10-21", "AP, AT SEA", ("First.",)), "a pure dateline"),
    ("date 2020\n\nAa\nBb\n\n \nCc", ("2020", "", ("Aa Bb", "Cc")), "lines of a block are joined"),
]


@pytest.mark.parametrize(("text", "expected", "why"), RECEIVED)
def test_the_form_as_received_is_read(text, expected, why):
    received = read_received(text)
    assert (received.date, received.dateline, received.paragraphs) == expected, why


@pytest.mark.parametrize(
    ("text", "told"),
    [("No stamp here.", "no date stamp"), ("", "no date stamp"), (" date 2018-12", "no paragraphs")],
)
def test_a_file_without_stamp_or_text_is_refused(text, told):
    with pytest.raises(KitError, match=told):
        read_received(text)


def test_signs_of_markdown_in_a_report_are_shown_as_they_stand():
    shown = Source("S1", (Paragraph("S1", 1, "Up *5* [sic]"),), date="2020")._repr_markdown_()
    assert r"Up \*5\* \[sic\]" in shown


def test_a_report_is_shown_with_all_that_it_says_of_its_origin():
    source = Source("S2", (Paragraph("S2", 1, "A."),), title="Dam", byline="T. Hale", date="2017-09-14")
    assert source._repr_markdown_().startswith("**S2 · Dam · by T. Hale · 2017-09-14**\n")


def test_a_source_reads_as_numbered_paragraphs_under_its_origin():
    source = Source("S1", (Paragraph("S1", 1, "It rained."),), agency="AP", date="2020-05", retold="Retold.")
    assert repr(source) == "S1 · AP · 2020-05\n\n¶1 It rained."
    assert source._repr_markdown_() == "**S1 · AP · 2020-05**\n\n*Retold.*\n\n**¶1** It rained."
