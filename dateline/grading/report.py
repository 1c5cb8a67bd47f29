"""The report on a class: a page with plots for a teacher, and its figures as a table."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.findings import words
from dateline.grading.alike import Pair
from dateline.grading.insight import HELP, Insight
from dateline.grading.page import bar, page, table, text

MOST = 15  # misconceptions and pairs that are shown


def report_page(insight: Insight, alike: list[Pair]) -> str:
    """Return the report as HTML."""
    parts = [
        _overview(insight),
        _points(insight),
        _exercises(insight),
        _misconceptions(insight),
        _help(insight),
        _alike(alike),
    ]
    return page("How the class did", "\n".join(parts))


def report_table(insight: Insight) -> tuple[list[str], Iterator[list[object]]]:
    """Return head and rows of report.csv: one row an exercise."""
    head = [
        "exercise",
        "title",
        "tried",
        "right",
        "mean points",
        "of",
        "took hints",
        "mean hints",
        "most frequent",
    ]
    return head, (_figures(id, insight) for id in insight.paper.cases)


def _figures(id: str, insight: Insight) -> list[object]:
    exercise, count = insight.paper.exercises[id], insight.exercises.get(id)
    if count is None:
        return [id, exercise.title, 0, 0, None, exercise.points, 0, None, None]
    mean = round(count.points / count.tried, 2) if count.tried else None
    hints = round(count.hints / count.hinted, 2) if count.hinted else None
    keys = [key for key, _ in insight.misconceptions.most_common() if id in insight.where[key]]
    return [
        id,
        exercise.title,
        count.tried,
        count.right,
        mean,
        exercise.points,
        count.hinted,
        hints,
        " ".join(keys[:3]),
    ]


def _overview(insight: Insight) -> str:
    states = ", ".join(f"{count} {state}" for state, count in insight.states.most_common())
    return f"<p>{insight.students} students: {text(states)}.</p>"


def _points(insight: Insight) -> str:
    most = max(insight.deciles, default=0) or 1
    rows = [
        [f"{at * 10} to {at * 10 + 10} %", bar(count / most, f"{count} students"), str(count)]
        for at, count in enumerate(insight.deciles)
    ]
    head = ["share of all points", "how many", "students"]
    return f"<section><h2>Points</h2>{table(head, rows, 1)}</section>"


def _exercises(insight: Insight) -> str:
    tried_ids = [id for id in insight.paper.cases if id in insight.exercises and insight.exercises[id].tried]
    rows = []
    for id in tried_ids:
        _, title, tried, right, mean, possible, hinted, hints, _ = _figures(id, insight)
        share = mean / possible if mean is not None and possible else 0
        shown = bar(share, f"{share:.0%} of the points") if mean is not None else ""
        taken = f"{hinted} ({hints:g} each)" if hinted else "0"
        points = f"{mean:g} of {possible:g}" if mean is not None else "–"
        rows.append([text(f"{id} {title}"), shown, points, str(tried), str(right), taken])
    head = ["exercise", "mean of those who tried", "points", "tried", "right", "took hints"]
    untried = ", ".join(id for id in insight.paper.cases if id not in tried_ids)
    none = (
        f"<p>Nobody tried {text(untried)}. With --only you name the exercises that you set.</p>"
        if untried
        else ""
    )
    return f"<section><h2>By exercise</h2>{table(head, rows, 4) if rows else ''}{none}</section>"


def _misconceptions(insight: Insight) -> str:
    most = insight.misconceptions.most_common(MOST)
    if not most:
        return "<section><h2>What was most often mistaken</h2><p>No misconception was found.</p></section>"
    rows = []
    for key, count in most:
        said = words(key)
        share = count / max(insight.students, 1)
        lead = f"<strong>{text(key.replace('-', ' '))}</strong><br>{text(said.rule or said.found)}"
        where = ", ".join(id for id in insight.paper.cases if id in insight.where[key])
        rows.append([lead, bar(share, f"{share:.0%} of the class"), text(where), str(count)])
    head = ["misconception, and the rule", "share of the class", "in", "students"]
    return f"<section><h2>What was most often mistaken</h2>{table(head, rows, 1)}</section>"


def _help(insight: Insight) -> str:
    if not insight.help:
        return "<section><h2>Who needs help</h2><p>Nobody stands out.</p></section>"
    rows = [[text(name), text(why)] for _, name, why in insight.help[:HELP]]
    more = "<p>… and more; see gradebook.csv.</p>" if len(insight.help) > HELP else ""
    return f"<section><h2>Who needs help</h2>{table(['student', 'why'], rows)}{more}</section>"


def _alike(alike: list[Pair]) -> str:
    lead = (
        "<p>Briefs that share runs of eight words and more which the reports do not have. This is a hint for "
        "a person and no verdict: pairs may have worked together, or learned from the same page.</p>"
    )
    if not alike:
        return f"<section><h2>Briefs that are alike</h2>{lead}<p>None.</p></section>"
    rows = [
        [text(f"{pair.first} and {pair.second}"), text(f"“{pair.example[:300]}”"), str(pair.words)]
        for pair in alike[:MOST]
    ]
    head = ["students", "the longest run", "words shared"]
    return f"<section><h2>Briefs that are alike</h2>{lead}{table(head, rows, 1)}</section>"
