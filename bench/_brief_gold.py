"""Score the brief checker against marked sentences, by the rules of tests/data/briefs/README.md."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dateline import check_brief, open_case
from dateline.brief import BriefReport

FOLDER = Path(__file__).resolve().parents[1] / "tests/data/briefs"
TABLES = (
    "development",
    "sealed",
    "plain-development",
    "plain-sealed",
    "second-development",
    "third-development",
    "plain-third-development",
    "fourth-development",
    "plain-fourth-development",
    "fifth-development",
    "plain-fifth-development",
    "seventh-development",
    "plain-seventh-development",
    "eighth-development",
    "plain-eighth-development",
    "ninth-development",
    "plain-ninth-development",
    "tenth-development",
    "plain-tenth-development",
    "eleventh-development",
    "plain-eleventh-development",
    "twelfth-development",
    "plain-twelfth-development",
    "thirteenth-development",
    "plain-thirteenth-development",
    "fourteenth-development",
    "plain-fourteenth-development",
)

# What the targets speak of: each group and its operators. The last ones have no target of their own.
GROUPS = {
    "figure": ("figure-changed",),
    "hedge": ("hedge-dropped", "hedge-flipped", "hedge-strengthened"),
    "citation": ("citation-elsewhere", "citation-unresolved", "citation-none", "uncited"),
    "misquotation": ("quote-altered", "quote-hedge-cut", "quote-paraphrase"),
    "date": ("date-wrong-day", "date-wrong", "date-too-precise", "date-publication"),
    "population": ("population-swapped",),
    "scope": ("scope-widened",),
    "speaker": (
        "speaker-swapped",
        "speaker-outlet",
        "speaker-anonymous",
        "anonymous-multiplied",
        "attribution-dropped",
    ),
    "certainty": ("certainty-raised", "cause-added"),
    "negation": ("negation-dropped", "negation-added", "negation"),
    "unsupported": ("unsupported-addition",),
    "cheat": ("cheat",),
    "calculation": ("calculation-wrong",),
    "judgement": ("judgement-faulty",),
}

# The checker's own key for the fault that an operator makes, where the course has none or only a wide one.
FINER = {
    "hedge-flipped": ("hedge-changed",),
    "hedge-strengthened": ("hedge-changed",),
    "date-wrong-day": ("unsupported-date",),
    "date-wrong": ("unsupported-date",),
    "speaker-swapped": ("speaker-swapped", "actor-swapped"),
    "speaker-outlet": ("speaker-swapped", "outlet-as-speaker", "speaker-as-outlet"),  # changed round
    "population-swapped": ("actor-swapped", "place-swapped"),  # other people, another place
    "speaker-anonymous": ("speaker-swapped",),
    "anonymous-multiplied": ("speaker-swapped",),
    "certainty-raised": ("hedge-dropped",),  # "probably" lost
    "negation-dropped": ("negation-added",),
    "negation-added": ("negation-added",),
    "negation": ("negation-added",),
    "unsupported-addition": ("unsupported-date",),
    "calculation-wrong": ("base-reversed", "sum-forced", "wrong-base", "fence-post"),
    "judgement-faulty": ("judgement-without-basis",),
}

# Expected key: other keys of the course whose message says the same of the sentence.
SAME = {
    "unsupported": (  # each says in a finer way that the paragraphs do not have it
        "unsupported-addressed-to-marker",
        "unsupported-date",
        "unsupported-length",
        "unsupported-list-of-words",
        "unsupported-order",
    ),
    "citation-elsewhere": ("citation-elsewhere-too-wide",),
    "as-of-is-publication-date": ("publication-for-event",),
    "publication-for-event": ("as-of-is-publication-date",),
    "hedge-dropped": ("bound-as-value", "band-as-point"),  # a limit or a range given as one number
    "certainty-raised": ("plan-as-outcome",),  # the same ladder
    "plan-as-outcome": ("certainty-raised",),
    "quote-altered": ("paraphrase-as-quote",),  # marks promise exact words, and these are not
    "paraphrase-as-quote": ("quote-altered",),
}


class Row(NamedTuple):
    """A sentence, the true one it was made from, and the keys that name its fault: none for a fair one."""

    name: str
    case: str
    operator: str
    fair: bool
    sentence: str
    base: str
    expected: tuple[str, ...]
    why: str


class Mark(NamedTuple):
    """What the checker says of a row: the worst verdict of its sentences, and the keys of the faults."""

    verdict: str
    keys: tuple[str, ...]


@cache
def case_of(name: str) -> Any:
    """Open a case of the kit, or one with an empty key that lies beside the tables."""
    from dateline.cases.load import load

    beside = FOLDER / "cases" / name
    return load(beside, "teaching") if beside.is_dir() else open_case(name, edition="teaching")


def rows(table: str) -> list[Row]:
    """Return the rows of one of the TABLES."""
    with (FOLDER / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(
            row["id"],
            row["case"],
            row["operator"],
            row["fair"] == "yes",
            row["sentence"],
            row["base"],
            tuple(key.strip() for key in row["expected"].split("|") if key.strip()),
            row["why"],
        )
        for row in read
    ]


def group_of(operator: str) -> str:
    """Return the group that an operator belongs to."""
    return next(group for group, operators in GROUPS.items() if operator in operators)


def mark(row: Row) -> Mark:
    """Check the sentence of a row as a brief of its own."""
    return _mark(check_brief(row.sentence, case_of(row.case)), row.expected)


def _mark(report: BriefReport, expected: tuple[str, ...]) -> Mark:
    """Sum a report up; a rule for the page counts only where the row names it, as for a pasted paragraph."""
    sentences = [sentence for sentence in report.sentences if sentence.kind != "head"]
    verdicts = [sentence.verdict for sentence in sentences]
    page = tuple(rule.key for rule in report.criteria if not rule.met and rule.key in expected)
    keys = tuple(f.key for s in sentences for f in s.findings if f.verdict == "wrong") + page
    if "unsupported" in verdicts or page:
        return Mark("unsupported", keys)
    verdict = next((v for v in ("review", "supported") if v in verdicts), "not factual")
    asked = tuple(f.key for s in sentences for f in s.findings if f.verdict == "review")
    return Mark(verdict, asked)


def names_the_fault(keys: tuple[str, ...], row: Row) -> bool:
    """Tell whether one of the keys is expected of a row, or stands for one that is."""
    same = {key for wanted in row.expected for key in SAME.get(wanted, ())}
    return not same.union(row.expected, FINER.get(row.operator, ())).isdisjoint(keys)


class Score(NamedTuple):
    """Counts by (operator, what was counted), and what went wrong, by operator, a line a fault."""

    count: Counter[tuple[str, str]]
    faults: dict[str, list[str]]

    def of(self, what: str, operators: tuple[str, ...] = ()) -> int:
        """Add up a count over some operators; over all of them where none is named."""
        return sum(
            number
            for (operator, counted), number in self.count.items()
            if counted == what and (not operators or operator in operators)
        )


def score(table: list[Row]) -> Score:
    """Check every row and count: rows, caught, right reason, not accepted; fair rows, rejected, to review."""
    result = Score(Counter(), defaultdict(list))
    for row in table:
        marked = mark(row)
        counted = _fair(marked) if row.fair else _wrong(marked, row)
        result.count.update((row.operator, what) for what in counted)
        if not {"let stand", "right reason"} & counted:
            result.faults[row.operator].append(_line(row, marked))
    return result


def _fair(marked: Mark) -> set[str]:
    return {"fair", {"unsupported": "rejected", "review": "to review"}.get(marked.verdict, "let stand")}


def _wrong(marked: Mark, row: Row) -> set[str]:
    if marked.verdict != "unsupported":
        return {"wrong", "not accepted"} if marked.verdict == "review" else {"wrong"}
    right = {"right reason"} if names_the_fault(marked.keys, row) else set()
    return {"wrong", "not accepted", "caught"} | right


def _line(row: Row, marked: Mark) -> str:
    asked = "fair" if row.fair else f"expected {' or '.join(row.expected)}"
    got = f"{marked.verdict} {' '.join(marked.keys)}".strip()
    return f"{row.name} {row.operator} ({asked}; {row.why}): {got}\n    {row.sentence}"
