"""Is every report read in the form it comes in, and every one that is none refused with the reason?"""

from __future__ import annotations

import pytest

from dateline.drafting.reports import Details, read_report, read_reports
from dateline.errors import KitError, ProblemsError

BODY = (
    "The harbour of Nissel was closed on Monday after a fire in the night, and the officials said that it "
    "would be closed for weeks.\n\nThe mayor said that about 400 sailors had left, and that she would look "
    "for houses for all of them in the town.\n"
)
FRENCH = (
    "Le port de Nissel est fermé depuis lundi après un incendie dans la nuit, et les autorités pensent que "
    "cela va durer des semaines.\n\nLa maire dit que quatre cents marins sont partis et qu'elle cherche des "
    "maisons pour tous dans la ville avant la fin du mois.\n"
)


@pytest.mark.parametrize(
    ("name", "content", "details"),
    [
        ("a.txt", BODY, Details()),
        ("a.txt", " date 2021-03 " + BODY, Details(date="2021-03")),  # the form of a report as received
        ("a.txt", " date 2021-03 AP, NISSEL\n\n" + BODY, Details(date="2021-03", place="AP, NISSEL")),
        (
            "a.md",
            '---\npublisher: The Echo\ndate: "2021"\n---\n' + BODY,
            Details(publisher="The Echo", date="2021"),
        ),
        ("a.md", "# Fire in the harbour\n\n" + BODY, Details(title="Fire in the harbour")),
        (
            "a.md",
            BODY.replace("Nissel", "[Nissel](http://example.invalid)").replace("all", "**all**"),
            Details(),
        ),
        ("a.txt", BODY.replace("\n\n", "\n"), Details()),  # a line a paragraph
        ("a.txt", BODY.replace("\n", "\r\n"), Details()),
    ],
)
def test_a_report_is_read_in_each_of_its_forms(tmp_path, name, content, details):
    path = tmp_path / name
    path.write_bytes(content.encode())
    report = read_report(path)
    assert report.details == details
    assert report.paragraphs == tuple(BODY.strip().split("\n\n"))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n \n", "empty"),
        ("a.txt", b"\x00\x01\x02" * 50, "not a text file"),
        ("a.txt", bytes(range(1, 32)) * 20, "not a text file"),
        ("a.txt", BODY.encode("utf-16"), "not UTF-8"),
        ("a.txt", BODY.replace("houses", "caf\u00e9s").encode("latin-1"), "not UTF-8"),
        ("a.txt", b"word " * 2_000_000, "too many for one report"),
        ("a.txt", BODY.replace("\n", " ").encode(), "one paragraph"),
        ("a.txt", b"A short line.", "too few"),
        ("a.txt", (BODY + "\n\nAlready a subscriber? Sign in.").encode(), "already a subscriber"),
        ("a.txt", FRENCH.encode(), "English"),
        ("a.txt", b"<!DOCTYPE html><html><p>Hello", "too few"),  # read as a page, whatever it is called
        ("a.pdf", b"%PDF-1.7", ".pdf"),
        ("a.docx", b"no zip", ".docx"),
        ("a.md", b"---\na: [\n---\n" + BODY.encode(), "YAML"),
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KitError, match=told):
        read_report(path)


def test_a_document_is_read_with_pandoc(tmp_path):
    pypandoc = pytest.importorskip("pypandoc")
    path = tmp_path / "a.docx"
    pypandoc.convert_text(BODY, "docx", format="markdown", outputfile=str(path))
    assert read_report(path).paragraphs == tuple(BODY.strip().split("\n\n"))


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("2021-03", "2021-03"), "--despite same-date"),
        (("2021-03", "2020-12"), "earliest report first"),
        (("2021-03", ""), "its date is not told"),
        (("2021-03", "March"), "not the date of a report"),
        (("2021-03", "2021-04/.."), "not the date of a report"),
    ],
)
def test_dates_that_make_no_case_are_refused(tmp_path, dates, told):
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(BODY + path.stem)
    with pytest.raises(ProblemsError, match=told):
        read_reports(paths, [Details(date=date) for date in dates])


def test_all_faults_are_told_at_once(tmp_path):
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(ProblemsError) as raised:
        read_reports([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [problem.file for problem in raised.value.problems] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]


def test_one_text_twice_is_refused(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    with pytest.raises(ProblemsError, match="the same text"):
        read_reports(
            [tmp_path / "a.txt", tmp_path / "b.txt"], [Details(date="2021-03"), Details(date="2021-04")]
        )


def test_what_is_told_goes_before_what_the_file_says(tmp_path):
    (tmp_path / "a.txt").write_text(" date 2021-03 " + BODY)
    (report,) = read_reports([tmp_path / "a.txt"], [Details(date="2021-03-05", publisher="The Echo")])
    assert report.details == Details(date="2021-03-05", publisher="The Echo")


def test_what_a_teacher_knows_better_is_passed_over(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{BODY}\n“Unlock this article,” he read on the door of {name}.")
    paths, told = [tmp_path / "a.txt", tmp_path / "b.txt"], [Details(date="2021-03-05")] * 2
    with pytest.raises(ProblemsError, match="--despite paywall"):
        read_reports(paths, told)
    with pytest.raises(ProblemsError, match="--despite same-date"):
        read_reports(paths, told, {"paywall"})
    assert len(read_reports(paths, told, {"paywall", "same-date"})) == 2
