"""Reports for a new case: their paragraphs, what is told of their origin, and every reason to refuse them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from pathlib import Path

from dateline.dates import bounds, is_edtf
from dateline.drafting.texts import PAYWALL, text_of
from dateline.errors import KitError, Problem, ProblemsError
from dateline.lexicon import load
from dateline.marks import fold, words_of
from dateline.sources import NOT_STATED, Source, paragraphs_of
from dateline.yaml12 import read_yaml_text

SAME_DATE = "same-date"
DOUBTS = (PAYWALL, SAME_DATE)  # what a teacher may know better than the rules here
LEAST_ENGLISH = 0.2  # share of the commonest words of English; English news has 0.35 to 0.5
FEWEST_WORDS = 40
FEWEST_PARAGRAPHS = 2
LONG_LINE = 100  # characters: lines longer than this on the average are paragraphs, not wrapped lines
_HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_STAMP = re.compile(r"\A\s*date\s+(\d{4}(?:-\d{2}){0,2})\b[ \t]*", re.IGNORECASE)
_MARKUP = (
    (r"!\[[^\]]*\]\([^)]*\)", ""),  # a picture
    (r"\[([^\]]+)\]\([^)]*\)", r"\1"),  # a link
    (r"(?m)^[ \t]*(?:#{1,6}|>)[ \t]+", ""),
    (r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2"),
    (r"(?<!\w)([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)", r"\2"),
)


@dataclass(frozen=True, slots=True)
class Details:
    """What is told of a report's origin; "" is not told. `date` is EDTF."""

    publisher: str = ""
    agency: str = ""
    byline: str = ""
    title: str = ""
    place: str = ""
    date: str = ""

    def over(self, others: Details) -> Details:
        """Return these details, and the others' where one is not told."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(others, **{name: value for name, value in told.items() if value})


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read from a file: its paragraphs, and the details that stand in the file itself."""

    file: str
    paragraphs: tuple[str, ...]
    details: Details

    def as_source(self, id: str, rights: str = "") -> Source:
        """Return the report as a source of a case."""
        about = self.details
        return Source(
            id=id,
            paragraphs=paragraphs_of(id, self.paragraphs),
            title=about.title or NOT_STATED,
            publisher=about.publisher or NOT_STATED,
            agency=about.agency or NOT_STATED,
            byline=about.byline or NOT_STATED,
            dateline_place=about.place or NOT_STATED,
            date=about.date,
            rights=rights,
        )


def read_report(path: Path, despite: Collection[str] = ()) -> Report:
    """Read one report; KitError says what is wrong with the file and what to do.

    The seeds' form ( date 2018-12 …), front matter (publisher:, date: …) and plain paragraphs are all read.
    `despite` names doubts to pass over: see DOUBTS.
    """
    text = text_of(path, despite)
    text, details = _without_head(text)
    if path.suffix.lower() in (".md", ".markdown"):
        for pattern, plain in _MARKUP:
            text = re.sub(pattern, plain, text)
    blocks = [re.sub(r"^¶\d+\s+", "", block) for block in _blocks(text)]
    blocks, details = _without_lead(blocks, details)
    _refuse_unfit(blocks, despite)
    return Report(path.name, tuple(blocks), details)


def _without_lead(blocks: list[str], details: Details) -> tuple[list[str], Details]:
    """Take the title and the line of the place of writing off the head of a report, in either order."""
    for _ in range(2):
        if blocks and blocks[0].isupper() and len(blocks[0].split()) <= 15:
            details = replace(details, place=details.place or blocks[0])
        elif len(blocks) > 1 and not details.title and _is_title(blocks[0]):
            details = replace(details, title=blocks[0])
        else:
            break
        blocks = blocks[1:]
    return blocks, details


def _without_head(text: str) -> tuple[str, Details]:
    """Take front matter or a date stamp off a text."""
    from ruamel.yaml.error import YAMLError

    if head := _HEAD.match(text):
        try:
            told = read_yaml_text(head[1])
        except (YAMLError, ValueError):
            raise KitError("its front matter (between the lines ---) is not YAML; mend it there") from None
        told = told if isinstance(told, dict) else {}
        names = {"place": "dateline_place", "byline": "byline"}
        known = {f.name: str(told.get(names.get(f.name, f.name)) or "") for f in fields(Details)}
        known = {name: "" if value == NOT_STATED else value for name, value in known.items()}
        return text[head.end() :], Details(**known)
    if stamp := _STAMP.match(text):
        return text[stamp.end() :], Details(date=stamp[1])
    return text, Details()


_ITEM = re.compile(r"(?m)^[ \t]*(?:[-*+•–]|\d{1,2}[.)])[ \t]+(?=\S)")


def _blocks(text: str) -> list[str]:
    """Paragraphs: between blank lines, or items of lists; lines, where none is blank and lines are long."""
    text = _ITEM.sub("\n\n", text)
    blocks = [" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", text.strip())]
    blocks = [block for block in blocks if block]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(blocks) == 1 and len(lines) > 1 and sum(map(len, lines)) / len(lines) > LONG_LINE:
        return [" ".join(line.split()) for line in lines]
    return blocks


def _is_title(block: str) -> bool:
    return len(block.split()) <= 14 and block[-1] not in '.!?”":;,' and not block.startswith(("“", '"'))


def _refuse_unfit(blocks: Sequence[str], despite: Collection[str]) -> None:
    """Raise KitError for a text that is no whole report in English."""
    whole = words_of(" ".join(blocks))
    for block in [] if PAYWALL in despite else blocks:
        low = fold(block).lower()
        if wall := next((phrase for phrase in load("drafting")["paywall"] if phrase in low), ""):
            raise KitError(
                f"it holds “{wall}”, as pages do that show only the beginning of a report; take the whole "
                f"report; or add --despite {PAYWALL} if this is the whole"
            )
    if len(whole) < FEWEST_WORDS:
        raise KitError(f"it has {len(whole)} words, too few for a report; give the whole text")
    common = sum(word in load("drafting")["english"] for word in whole) / len(whole)
    if common < LEAST_ENGLISH:
        raise KitError(
            "it does not seem to be English, and the readers of figures and dates know no other language; "
            "give a report in English"
        )
    if len(blocks) < FEWEST_PARAGRAPHS:
        raise KitError("it is one paragraph; put a blank line between paragraphs, so that each can be cited")


def read_reports(
    paths: Sequence[Path], told: Sequence[Details] = (), despite: Collection[str] = ()
) -> list[Report]:
    """Read all reports of a case, earliest first; ProblemsError lists everything that is wrong at once."""
    problems: list[Problem] = []
    reports: list[Report] = []
    for number, path in enumerate(paths):
        try:
            report = read_report(path, despite)
        except KitError as fault:
            problems.append(Problem(str(path), "", str(fault)))
            continue
        given = told[number] if number < len(told) else Details()
        reports.append(replace(report, details=given.over(report.details)))
    problems += [problem for report in reports for problem in _undated(report)]
    problems += _misfits(reports, despite) if not problems else []
    if problems:
        raise ProblemsError("No case was made, and nothing was written:", problems)
    return reports


def _undated(report: Report) -> list[Problem]:
    date = report.details.date
    if not date:
        mend = "add --date 2018-12 (or the day), or begin the file with ` date 2018-12 `"
        return [Problem(report.file, "", "its date is not told", mend)]
    if not is_edtf(date) or None in bounds(date):
        mend = "write the year, 2018, the month, 2018-12, or the day, 2018-12-19"
        return [Problem(report.file, "", f"{date!r} is not the date of a report", mend)]
    return []


def _misfits(reports: Sequence[Report], despite: Collection[str]) -> list[Problem]:
    """What no report shows alone: one text twice, one date twice, a later report before an earlier one."""
    problems = []
    for first, second in pairwise(reports):
        if first.details.date == second.details.date and SAME_DATE not in despite:
            reason = f"it has the same date as {first.file}, {second.details.date}"
            mend = f"check both; if two reports of one date are meant, add --despite {SAME_DATE}"
            problems.append(Problem(second.file, "", reason, mend))
        elif bounds(first.details.date)[0] > bounds(second.details.date)[0]:
            reason = f"it is earlier ({second.details.date}) than {first.file} ({first.details.date})"
            problems.append(Problem(second.file, "", reason, "name the earliest report first"))
    texts: dict[tuple[str, ...], str] = {}
    for report in reports:
        if report.paragraphs in texts:
            reason = f"it is the same text as {texts[report.paragraphs]}"
            problems.append(Problem(report.file, "", reason, "name each report once"))
        texts.setdefault(report.paragraphs, report.file)
    return problems
