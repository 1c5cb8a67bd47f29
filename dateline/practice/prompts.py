"""What an exercise of a practice case asks, in words: the questions change with the case."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.cases import Case, current_case
from dateline.findings import words


class Task:
    """The wording of an exercise, shown as text or formatted in a notebook."""

    def __init__(self, title: str, lines: Iterable[str]) -> None:
        self.title, self.lines = title, list(lines)

    def __repr__(self) -> str:
        return "\n".join([self.title, *self.lines])

    def _repr_markdown_(self) -> str:
        return "\n\n".join([f"**{self.title}**", *self.lines])


def task(id: str, case: Case | None = None) -> Task:
    """Return what exercise `id` of a practice case asks, item by item; of the case in hand if none is given.

    >>> from dateline import practice
    >>> task("9.4", practice(seed=7)).title
    '9.4 · The ledger of the second report · 3 points · 6 minutes'
    """
    case = case or current_case(id)
    row = case.exercises[id]
    told = {"id": id, "title": row.title, "points": f"{row.points:g}", "minutes": row.minutes}
    asked = words(f"practice-asks-{row.kind}", {"steps": ", ".join(_labels(case, id))}).found
    return Task(words("practice-task", told).found, [asked, *_items(case, id)])


def _labels(case: Case, id: str) -> list[str]:
    columns = case.exercises[id].arguments.get("columns", {})
    return columns.get("said_by", [])


def _items(case: Case, id: str) -> Iterable[str]:
    """The statements, expressions or questions of an exercise, each with its letter or name."""
    arguments = case.exercises[id].arguments
    for name, item in arguments.get("items", {}).items():
        yield _item(name, case, item["row"], case.key.by_id[item["row"]].statement)
    for name, row in arguments.get("expressions", {}).items():
        date = case.key.by_id[row]
        yield _item(name, case, row, f"“{date.anchor.partition(' #')[0]}”: {date.event}")
    for name, item in arguments.get("names", {}).items():
        choices = ", ".join(item.get("choices", ())) or words("practice-limits").found
        yield f"- **{name}** {_question(name, case)} ({choices})"


def _item(name: str, case: Case, row: str, said: str) -> str:
    place = case.key.by_id[row]
    return f"- **{name}** ({place.source}, ¶{place.paragraph}) {said}"


def _question(name: str, case: Case) -> str:
    """The words of a question of 9.5, with the groups and people of this case in it."""
    row = case.key.by_id
    told = {
        "whole": case.populations["group"].label,
        "leaving": case.populations["leaving"].label,
        "staying": case.populations["staying"].label,
        "things": case.populations["things"].label,
        "host": row["C10"].statement.partition("spoken to ")[2].rstrip("."),
        "first": row["F01"].paragraph,
        "twin": row["F02"].paragraph,
        "second": row["F04"].paragraph,
        "leave": row["F03"].paragraph,
        "stay": row["F05"].paragraph,
        "meeting": row["C06"].paragraph,
        "speaks": row["C10"].paragraph,
    }
    return words(f"practice-{name.replace('_', '-')}", told).found
