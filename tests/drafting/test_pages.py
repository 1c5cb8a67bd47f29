"""Is the report found in a saved web page, with its origin, and a page for subscribers known for one?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.drafting.pages import is_for_payment
from dateline.drafting.reports import Details, read_report
from dateline.errors import KitError

PAGES = Path(__file__).resolve().parents[1] / "data/drafting/pages"
BESIDE = ("newsletter", "Sport", "crab", "cookies", "Contact", "Copyright")


@pytest.mark.parametrize(
    ("page", "details"),
    [
        (
            "agency.html",
            Details("The Echo", byline="Tom Reed", title="Fire closes harbour of Nissel", date="2021-03-02"),
        ),
        ("bare.html", Details(title="Notice")),  # no date is stated, and a year in the text is none
    ],
)
def test_the_report_is_read_without_what_stands_around_it(page, details):
    pytest.importorskip("trafilatura")
    report = read_report(PAGES / page)
    assert report.details == details
    assert len(report.paragraphs) == 5
    assert report.paragraphs[0].startswith("The harbour of Nissel was closed on Monday")
    assert not [word for word in BESIDE if word in " ".join(report.paragraphs)]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("town-paper.html", "nothing in this web page reads as a report"),  # built of tables, menus and all
        ("paywalled.html", "says of itself that it is for subscribers"),
    ],
)
def test_a_page_without_a_whole_report_is_refused_with_the_reason(page, told):
    pytest.importorskip("trafilatura")
    with pytest.raises(KitError, match=told):
        read_report(PAGES / page)


def test_a_teacher_may_know_better_than_the_page(tmp_path):
    pytest.importorskip("trafilatura")
    text = (PAGES / "agency.html").read_text().replace("<main>", FOR_PAYMENT + "<main>")
    (tmp_path / "a.html").write_text(text)
    with pytest.raises(KitError, match="--despite paywall"):
        read_report(tmp_path / "a.html")
    assert len(read_report(tmp_path / "a.html", {"paywall"}).paragraphs) == 5


FOR_PAYMENT = '<script type="application/ld+json">{"@graph": [{"isAccessibleForFree": false}]}</script>'


@pytest.mark.parametrize(
    ("data", "paid"),
    [
        (FOR_PAYMENT, True),
        ('<script type="application/ld+json">[{"isAccessibleForFree": true}]</script>', False),
        ('<script type="application/ld+json">{"broken": </script>', False),
        ("<p>isAccessibleForFree: false</p>", False),  # words of the report itself
    ],
)
def test_what_a_page_says_of_payment_is_read_from_its_data(data, paid):
    assert is_for_payment(data.encode()) is paid


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\x00\x01PNG", "not a web page"),
        (b"<html><body></body></html>", "nothing in this web page"),
        (b"<p>x</p>" * 1_500_000, "too many for one page"),
    ],
)
def test_a_file_that_is_no_page_is_refused_with_the_reason(tmp_path, content, told):
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_bytes(content)
    with pytest.raises(KitError, match=told):
        read_report(tmp_path / "a.html")


def test_without_the_extra_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(KitError, match=r"needs `pip install '.\[import\]'`; or open it in a browser"):
        read_report(PAGES / "agency.html")
