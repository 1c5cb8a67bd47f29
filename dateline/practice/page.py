"""A model brief on a practice case, each sentence resting on a paragraph of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from dateline.cases import Case


def model_brief(case: Case) -> str:
    """Return a brief that follows the rules of lesson 07 on a practice case."""
    rows = case.key.by_id
    cited = {id: f"@{row.source}, para. {row.paragraph}" for id, row in rows.items() if row.paragraph}
    page = (Path(__file__).parent / "page.md").read_text(encoding="utf-8")
    return page.format(**cited, **_told(case)).strip() + "\n"


def _told(case: Case) -> dict[str, Any]:
    rows, _groups = case.key.by_id, case.populations
    issued = date.fromisoformat(case.cut_off)
    month, leader = date.fromisoformat(f"{case.sources['S1'].date}-01"), case.people["leader"]
    minister, insider = case.people["minister"], case.people["insider"].name
    numbers = {name: _number(rows[id]) for id, name in _FIGURES.items()}
    units = rows["F01"].counted
    return {
        **numbers,
        "units": units,
        "place": case.about.places["place"].name,
        "month": f"{month:%B %Y}",
        "later": f"{issued:%B %Y}",
        "question": case.question,
        "cut_off": f"{issued.day} {issued:%B %Y}",
        "First": numbers["first"][0].upper() + numbers["first"][1:],
        "here": _past(rows["F01"].scope),
        "still": rows["F04"].scope,
        "leaving": rows["F03"].scope,
        "staying": rows["F05"].scope.removeprefix("who are to "),
        "org": case.organisations["org"].name,
        "plan": rows["C02"].statement.partition("preparing to ")[2].rstrip("."),
        "insider": insider,
        "Insider": insider[0].upper() + insider[1:],
        "order_to": rows["C04"].statement.partition("order to ")[2].rstrip("."),
        "dest": rows["C08"].statement.partition(" are to ")[2].rstrip("."),
        "minister": minister.aliases[0],
        "Minister_full": minister.name,
        "minister_full": minister.name,
        "Post": minister.role,
        "leader": leader.name,
        "Leader_post": leader.role,
        "vow": rows["C05"].statement.partition("“")[2].rstrip("”."),
        "vowed": f"{date.fromisoformat(rows['T03'].edtf + '-01'):%B %Y}",
        "host": rows["C10"].statement.partition("spoken to ")[2].rstrip("."),
        "fewer": f"{rows['K03'].lower:,}",
        "by": f"28 {date(issued.year + (issued.month > 9), (issued.month + 2) % 12 + 1, 1):%B %Y}",
        "table": "\n".join(_line(case, id) for id in _FIGURES),
        "paper": case.sources["S1"].publisher,
        "agency": case.sources["S2"].agency,
    }


_FIGURES = {"F01": "first", "F04": "second", "F03": "leave", "F05": "stay"}


def _past(scope: str) -> str:
    """Put what held at the first report into the past: "are at work" becomes "were at work"."""
    verb, _, rest = scope.partition(" ")
    past = {"are": "were", "live": "lived", "work": "worked"}
    return f"{past[verb]} {rest}"


def _number(row: Any) -> str:
    """The figure as the text writes it, without what it counts."""
    return row.anchor.removesuffix(f" {row.counted}").lower()


def _line(case: Case, id: str) -> str:
    row = case.key.by_id[id]
    limits = [f"{n:,}" for n in dict.fromkeys((row.lower, row.upper)) if n is not None]
    scope = f"{row.counted} {row.scope}"
    as_of = date.fromisoformat(f"{case.sources['S1'].date}-01" if id == "F01" else case.cut_off)
    cited = f"[@{row.source}, para. {row.paragraph}]"
    return f"| {'–'.join(limits)} | {row.hedge} | {scope} | {as_of:%B %Y} | {cited} |"
