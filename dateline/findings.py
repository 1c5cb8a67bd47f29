"""What a check found: message keys with parameters, points and places, and the result made of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from dateline.yaml12 import read_yaml_text

Verdict = Literal["right", "note", "wrong", "untried", "review"]
Status = Literal["not tried", "right", "partly", "not yet", "to be marked"]
MISCONCEPTION_GROUPS = ("figure", "date", "claim", "speaker", "reasoning", "brief")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source to look: `exact` is the phrase there, offsets are code points of the paragraph."""

    source: str
    paragraph: int
    start: int | None = None
    end: int | None = None
    exact: str = ""

    def __str__(self) -> str:
        phrase = f": “{self.exact}”" if self.exact else ""
        return f"{self.source}, para. {self.paragraph}{phrase}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    `key` names the message in messages/en.yaml and `params` fill it. `part` is the part of the answer
    it speaks of ("row 3", "wednesday"). `earned` of `possible` are shares: a result scales their sums
    to the exercise's points. `place` is where in the text to look. A "note" or "review" takes no points off.
    """

    key: str
    verdict: Verdict = "wrong"
    part: str = ""
    earned: float = 0.0
    possible: float = 0.0
    params: Mapping[str, Any] = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A finding in words: what was found and which rule it is; where to look is the finding's place."""

    found: str
    rule: str = ""


@cache
def _messages() -> dict[str, tuple[str, Mapping[str, str]]]:
    groups = read_yaml_text((Path(__file__).parent / "messages" / "en.yaml").read_text("utf-8"))
    return {key: (group, entry) for group, entries in groups.items() for key, entry in entries.items()}


def group_of(key: str) -> str:
    """Return the group ("figure", "date", … "general", "shape") under which a message key stands."""
    return _messages()[key][0]


def known_message(key: str) -> bool:
    """Tell whether messages/en.yaml has a message key."""
    return key in _messages()


@cache
def misconceptions() -> tuple[str, ...]:
    """Return every message key that names a misconception, in the order of messages/en.yaml."""
    return tuple(key for key, (group, _) in _messages().items() if group in MISCONCEPTION_GROUPS)


def words(key: str, params: Mapping[str, Any] | None = None) -> Words:
    """Return the words for a message key, its parameters filled in; KeyError when there is no such key."""
    entry = _messages()[key][1]
    filled = _Blanks(params or {})
    return Words(entry["found"].format_map(filled), entry.get("rule", "").format_map(filled))


def sentences(group: str) -> dict[str, str]:
    """Return what the messages of a group say, by key: for a page that shows them itself."""
    return {key: entry["found"] for key, (of, entry) in _messages().items() if of == group}


class _Blanks(dict):
    """Parameters of a message: one that is not given reads as an ellipsis, so that feedback never fails."""

    def __missing__(self, name: str) -> str:
        return "…"


@dataclass
class Result:
    """The outcome of one check: `status`, `points` of `possible`, and the findings behind them."""

    id: str
    title: str
    status: Status
    points: float
    possible: float
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    _shown_in: int | None = field(default=None, repr=False, compare=False)

    @property
    def misconceptions(self) -> list[str]:
        """The misconceptions named, each once, in order of appearance."""
        known = misconceptions()
        return list(dict.fromkeys(f.key for f in self.findings if f.key in known and f.verdict == "wrong"))

    @property
    def headline(self) -> str:
        """One line such as `4.1 · partly · 3.5 of 5 points`."""
        if self.status == "to be marked":
            return f"{self.id} · {self.status} by your teacher · {self.possible:g} points"
        return f"{self.id} · {self.status} · {self.points:g} of {self.possible:g} points"

    def __str__(self) -> str:
        return "\n".join([self.headline, *_lines(self)])

    def __repr__(self) -> str:
        return str(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": _as_html(self)}

    def _ipython_display_(self) -> None:
        """Show the result, unless `check` has already shown it in this very cell."""
        if self._shown_in is not None and self._shown_in == _execution_count():
            self._shown_in = None
            return
        self.show()

    def show(self) -> None:
        """Show the feedback: formatted in a notebook, as text elsewhere."""
        if _execution_count() is None:
            print(self)
            return
        from IPython.display import display

        display(self._repr_mimebundle_(), raw=True)
        self._shown_in = _execution_count()


def _execution_count() -> int | None:
    import sys

    if "IPython" not in sys.modules:
        return None
    shell = sys.modules["IPython"].get_ipython()
    return shell.execution_count if shell is not None else None


def result_of(id: str, title: str, possible: float, findings: Iterable[Finding]) -> Result:
    """Make a result from findings: their shares are summed and scaled to `possible` points.

    Points are rounded to tenths, but never up to full marks nor down to none.

    >>> result_of("4.1", "A ledger", 5, [Finding("part-right", "right", earned=1, possible=1)]).headline
    '4.1 · right · 5 of 5 points'
    """
    findings = tuple(findings)
    whole = sum(finding.possible for finding in findings)
    share = sum(finding.earned for finding in findings) / whole if whole else 1.0
    untried = bool(findings) and all(f.verdict == "untried" for f in findings if f.verdict != "note")
    if untried:
        return Result(id, title, "not tried", 0, possible, findings)
    share = min(max(share, 0.0), 1.0)
    if share > 1 - 1e-9:
        return Result(id, title, "right", possible, possible, findings)
    if share < 1e-9:
        return Result(id, title, "not yet", 0, possible, findings)
    step = min(0.1, possible / 10) if possible else 0
    points = min(max(round(possible * share, 1), step), possible - step) if step else 0
    return Result(id, title, "partly", round(points, 2), possible, findings)


SIGNS = {"right": "✓", "note": "i", "wrong": "→", "untried": "…", "review": "?"}
LEADS = {
    "right": "Right",
    "note": "Note",
    "wrong": "To mend",
    "untried": "Not tried yet",
    "review": "For a person to read",
}
ORDER = ("wrong", "untried", "review", "note", "right")


def _lines(result: Result) -> list[str]:
    lines = [f"  {notice}" for notice in result.notices]
    for finding in _in_order(result.findings):
        said = words(finding.key, finding.params)
        part = f" ({finding.part})" if finding.part else ""
        lines.append(f"  {SIGNS[finding.verdict]} {LEADS[finding.verdict]}{part}: {said.found}")
        if finding.verdict != "right":
            lines += [f"      Where to look: {finding.place}"] if finding.place else []
            lines += [f"      Rule: {said.rule}"] if said.rule else []
    return lines


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: ORDER.index(finding.verdict))


_COLOURS = {"right": "success", "note": "info", "wrong": "warn", "untried": "info", "review": "info"}


def _as_html(result: Result) -> str:
    """Colour, sign and words together, so that none of them is needed to understand the others."""
    items = "".join(_item(finding) for finding in _in_order(result.findings))
    notices = "".join(f"<p style='margin:.3em 0'>{_as_code(notice)}</p>" for notice in result.notices)
    lead = f"<strong>{html.escape(result.headline)}</strong> — {html.escape(result.title)}"
    head = f"<p style='margin:0 0 .4em'>{lead}</p>"
    return (
        "<section role='status' aria-label='Feedback' style='border:1px solid var(--jp-border-color1,#bbb);"
        "border-radius:4px;padding:.6em .9em;max-width:60em'>"
        f"{head}{notices}<ul style='list-style:none;margin:0;padding:0'>{items}</ul></section>"
    )


def _as_code(text: str) -> str:
    """Escape a text; what stands between backticks becomes code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


def _item(finding: Finding) -> str:
    said = words(finding.key, finding.params)
    colour = f"var(--jp-{_COLOURS[finding.verdict]}-color1,#666)"
    part = f" <em>({html.escape(finding.part)})</em>" if finding.part else ""
    rows = [
        f"{SIGNS[finding.verdict]} <strong>{LEADS[finding.verdict]}</strong>{part}: {_as_code(said.found)}"
    ]
    if finding.verdict != "right":
        rows += [f"<small>Where to look: {html.escape(str(finding.place))}</small>"] if finding.place else []
        rows += [f"<small>Rule: {_as_code(said.rule)}</small>"] if said.rule else []
    style = f"border-left:4px solid {colour};padding:.15em .6em;margin:.35em 0"
    return f"<li style='{style}'>{'<br>'.join(rows)}</li>"
