"""A small invented case, so that the kinds' rules are tried on a text other than the course's own."""

from dateline.cases import Case, DateRow, FigureRow, Key
from dateline.cases.about import About
from dateline.sources import Paragraph, Source

TEXTS = (
    "The port said in January that fewer than 40 ships were waiting outside the harbour.",
    "About 60 pilots work at the port, and between 5 and 8 of them are to leave for the coast.",
    "More than 60 dockers work there. On the one hand, that is enough; it was 50 in 2015.",
    "A storm hit on Sunday, and a three-day clean-up began on Tuesday. It will end by Friday.",
    "Some 12% of the cargo of the port was fruit.",
)
ABOUT = {
    "title": "The port",
    "question": "What happened at the port?",
    "cut_off": "2020-03-12",
    "sources": ["R1"],
    "populations": {
        "pilots": {"label": "pilots of the port", "aliases": ["harbour pilots"]},
        "pilots-leaving": {
            "label": "pilots who are to leave",
            "aliases": ["departing pilots"],
            "part_of": "pilots",
        },
        "dockers": {"label": "dockers", "aliases": ["dock workers"]},
        "ships": {"label": "ships waiting", "aliases": ["ships"]},
    },
}
FIGURES = [
    {
        "id": "F1",
        "paragraph": "1",
        "anchor": "fewer than 40 ships",
        "upper": "40",
        "hedge": "fewer than",
        "counted": "ships",
        "population": "ships",
        "scope": "waiting outside the harbour",
        "as_of": "2020-01",
        "stock_or_flow": "stock",
    },
    {
        "id": "F2",
        "paragraph": "2",
        "anchor": "About 60 pilots",
        "lower": "60",
        "upper": "60",
        "lower_closed": "yes",
        "upper_closed": "yes",
        "approximate": "yes",
        "hedge": "about",
        "counted": "pilots",
        "population": "pilots",
        "scope": "at the port",
        "scope_accepted": "port",
        "as_of": "2020-03-12",
        "stock_or_flow": "stock",
    },
    {
        "id": "F3",
        "paragraph": "2",
        "anchor": "between 5 and 8",
        "lower": "5",
        "upper": "8",
        "lower_closed": "yes",
        "upper_closed": "yes",
        "hedge": "between",
        "counted": "pilots",
        "population": "pilots-leaving",
        "scope": "to leave for the coast",
        "scope_accepted": "leaving for the coast",
        "as_of": "2020-03-12",
        "stock_or_flow": "flow",
    },
    {
        "id": "F4",
        "paragraph": "3",
        "anchor": "More than 60 dockers",
        "lower": "60",
        "hedge": "more than",
        "counted": "dockers",
        "population": "dockers",
        "scope": "at the port",
        "scope_accepted": "port",
        "as_of": "2020-03-12",
        "stock_or_flow": "stock",
    },
    {
        "id": "F5",
        "paragraph": "5",
        "anchor": "Some 12%",
        "lower": "12",
        "upper": "12",
        "approximate": "yes",
        "hedge": "some",
        "counted": "cargo",
        "unit": "percent",
        "scope": "of the port",
        "as_of": "2020-03-12",
        "stock_or_flow": "share",
    },
]
NOT_FIGURES = [
    {
        "id": "F6",
        "paragraph": "3",
        "anchor": "On the one hand",
        "why_not": "idiom",
        "note": "It counts no hands.",
    },
    {"id": "F7", "paragraph": "3", "anchor": "2015", "why_not": "year", "note": "A year."},
]
DATES = [
    {"id": "T1", "edtf": "2020-03-12", "event": "R1 is issued"},
    {
        "id": "T2",
        "paragraph": "4",
        "anchor": "on Sunday",
        "edtf": "2020-03-08",
        "event": "the storm",
        "outside": "2020-03-07",
    },
    {
        "id": "T3",
        "paragraph": "4",
        "anchor": "three-day",
        "edtf": "[2020-03-12,2020-03-13]",
        "event": "the clean-up ends",
        "expression_kind": "deadline",
        "accepted": "2020-03-12 | 2020-03-13",
    },
    {
        "id": "T4",
        "paragraph": "4",
        "anchor": "by Friday",
        "edtf": "../2020-03-13",
        "event": "the clean-up is over",
    },
    {"id": "T5", "paragraph": "3", "anchor": "in 2015", "edtf": "2015", "event": "fifty dockers"},
    {"id": "T6", "paragraph": "1", "anchor": "in January", "edtf": "2020-01", "event": "the port speaks"},
]


def port():
    """Return the case; its only report is of Thursday 12 March 2020."""
    paragraphs = tuple(Paragraph("R1", n, text) for n, text in enumerate(TEXTS, start=1))
    figures = [FigureRow(source="R1", is_figure="yes", **row) for row in FIGURES]
    figures += [FigureRow(source="R1", is_figure="no", **row) for row in NOT_FIGURES]
    dates = [DateRow(source="R1", **row) for row in DATES]
    source = Source("R1", paragraphs, date="2020-03-12")
    return Case(
        "port", About.model_validate(ABOUT), {"R1": source}, Key({"figures": figures, "dates": dates})
    )
