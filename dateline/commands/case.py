"""Look after cases: make one from reports, check one, or add an original report to it."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cases import case_folder
from dateline.errors import KitError, Problem

if TYPE_CHECKING:
    from dateline.drafting.reports import Details, Report
    from dateline.drafting.validate import Doubt

NAME = "case"
HELP = "make a case from reports, check one, or add an original report to it"
BAD_INPUT = 2
TOLD = {  # the options that are given once a report, in the order of the reports
    "publisher": "who published it",
    "agency": "the news agency that wrote it",
    "byline": "its author, as the report names them",
    "date": "its date as it stands there, in EDTF: 2018, 2018-12 or 2018-12-19",
    "place": "the place of writing that the report names",
    "headline": "its title",
}
NEW_HELP = """Draft a case from two reports or more, earliest first: .txt, .md, saved web pages (.html, with
the extra `import`) or .docx (extra `export`). What a page says of its origin is taken over, unless an option
says otherwise.

The readers draft the key: figures, dates, voices, claims, comparisons. Every row is marked "to confirm" in
its note; `dateline case validate NAME` lists what is left to confirm. Exercises are written for all that the
key holds, with their solutions. Nothing that is there is overwritten; on a fault nothing is written (exit 2).

  dateline case new harbour-fire first.txt second.txt --date 2021-03 --date 2021-09-14 --publisher "The Echo"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `dateline case new`, `validate`, `exercises` and `import`."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _add_new(actions)
    validate = actions.add_parser("validate", help="list every fault and doubt of a case at once")
    validate.add_argument("case", help="the case's name: its folder under data/")
    validate.add_argument("--strict", action="store_true", help="exit 1 for doubts and unconfirmed rows too")
    validate.add_argument("--json", action="store_true", help="print the report as JSON")
    validate.set_defaults(act=_validate)
    renewing = actions.add_parser("exercises", help="write the exercises of a case anew from its key")
    renewing.add_argument("case", help="the case's name: its folder under data/")
    renewing.set_defaults(act=_renew)
    importing = actions.add_parser(
        "import", help="read an original report that you hold; it stays out of git"
    )
    importing.add_argument("case", help="the case's name: its folder under data/")
    importing.add_argument("source", help="the source's id, such as S1")
    importing.add_argument(
        "file", type=Path, help="a text file: ` date 2018-12 …`, then paragraphs with blank lines between"
    )
    importing.add_argument(
        "--replace", action="store_true", help="put it in the place of one imported before"
    )
    importing.set_defaults(act=_import)


def _add_new(actions: argparse._SubParsersAction) -> None:
    new = actions.add_parser(
        "new",
        help="draft a case from two reports or more",
        description=NEW_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    new.add_argument("case", help="a name for it: small letters, digits and hyphens")
    new.add_argument("reports", nargs="+", type=Path, metavar="FILE", help="a report, the earliest first")
    new.add_argument("--title", default="", help="the title of the case")
    for name, about in TOLD.items():
        new.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar=name.upper(),
            help=f"{about}; once a report, in their order; '' where it says nothing",
        )
    new.add_argument(
        "--despite",
        action="append",
        default=[],
        choices=("paywall", "same-date"),
        help="make it although a report holds words of a paywall, or two have one date; may be repeated",
    )
    new.set_defaults(act=_new)


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when all is well, 1 when there are faults, 2 for reports that cannot be used."""
    return options.act(options)


def _new(options: argparse.Namespace) -> int:
    from dateline.drafting.key_notebook import NOTEBOOK
    from dateline.drafting.reports import read_reports
    from dateline.drafting.write import check_name, new_case
    from dateline.kit import find_kit

    try:
        kit = find_kit()
        check_name(kit, options.case)
        if len(options.reports) < 2:
            raise KitError("A case needs two reports at the least; name the second one too.")
        reports = read_reports(options.reports, _told(options), options.despite)
        written = new_case(kit, options.case, reports, options.title)
    except KitError as fault:
        print(f"dateline: {fault}", file=sys.stderr)
        return BAD_INPUT
    for number, report in enumerate(reports, start=1):
        print(f"S{number}, {report.file}: {_origin_of(report)}")
    counted = ", ".join(f"{count} {table}" for table, count in written.rows.items())
    print(f"data/{options.case}: {counted}, all to confirm.")
    print(f"exercises/{options.case}: {', '.join(written.exercises)}; solved in solutions/{options.case}.")
    if written.left_out:
        print(f"Left out, as the key holds nothing for them: {', '.join(written.left_out)}.")
    print(f"Next: confirm the key, row by row, in data/{options.case}/key/{NOTEBOOK} (dateline lab).")
    print(f"What is left at any time: dateline case validate {options.case}")
    return 0


def _origin_of(report: Report) -> str:
    """What was understood of a report's origin, for a person to look over."""
    about = report.details
    parts = {"publisher": about.publisher, "byline": about.byline, "title": about.title}
    told = [f"{name} {value}" if value else f"{name} not stated" for name, value in parts.items()]
    return " · ".join([about.date, f"{len(report.paragraphs)} paragraphs", *told])


def _told(options: argparse.Namespace) -> list[Details]:
    """What was told of each report, by options or, where somebody sits there, when asked."""
    from dateline.drafting.reports import Details

    count = len(options.reports)
    for name in TOLD:
        if len(getattr(options, name)) > count:
            raise KitError(f"--{name} stands {len(getattr(options, name))} times for {count} reports.")
    told = [
        {name: given[n] for name in TOLD if n < len(given := getattr(options, name))} for n in range(count)
    ]
    if sys.stdin.isatty() and not any(getattr(options, name) for name in TOLD):
        told = [_asked(path) for path in options.reports]
    return [Details(**{{"headline": "title"}.get(k, k): v.strip() for k, v in one.items()}) for one in told]


def _asked(path: Path) -> dict[str, str]:
    print(f"{path.name} (press Enter where the report says nothing, or where the file says it itself)")
    try:
        return {name: input(f"  {name}: {TOLD[name]}? ") for name in ("publisher", "date", "byline")}
    except EOFError:
        raise KitError("The questions were left unanswered, so nothing was written.") from None


def _validate(options: argparse.Namespace) -> int:
    from dateline.drafting.validate import ERROR, doubts_of

    folder = case_folder(options.case)
    found = doubts_of(folder, folder.parents[1] / "solutions")
    errors = [doubt for doubt in found if doubt.grade == ERROR]
    if options.json:
        print(json.dumps(_as_data(options.case, found), indent=1, ensure_ascii=False))
    else:
        print(_report(options.case, found))
        print(_exercises_of(folder))
    return 1 if errors or (options.strict and found) else 0


def _as_data(case: str, found: Sequence[Doubt]) -> dict[str, object]:
    def one(doubt: Doubt) -> dict[str, str]:
        problem = doubt.problem
        return {
            "grade": doubt.grade,
            "file": problem.file,
            "row": problem.row,
            "reason": problem.reason,
            "mend": problem.mend,
        }

    errors = [doubt for doubt in found if doubt.grade == "error"]
    return {"case": case, "ok": not errors, "problems": [one(doubt) for doubt in found]}


def _report(case: str, found: Sequence[Doubt]) -> str:
    """The list for a person: errors and doubts one by one, unconfirmed rows by file and reason."""
    from dateline.drafting.validate import GRADES, UNCONFIRMED

    counts = Counter(doubt.grade for doubt in found)
    if not found:
        return f"{case}: sound"
    said = {
        "error": "to be mended, or the case does not open or mark as it should",
        "doubt": "in doubt",
        UNCONFIRMED: "to confirm: look at each beside the text, mend it, take “to confirm” out of its note",
    }
    lines = [f"{case}: " + ", ".join(f"{counts[grade]} {grade}" for grade in GRADES if counts[grade])]
    for grade in GRADES:
        problems = [doubt.problem for doubt in found if doubt.grade == grade]
        if problems:
            shown = _gathered(problems) if grade == UNCONFIRMED else list(map(str, problems))
            lines += ["", f"{counts[grade]} {said[grade]}:", *(f"  {line}" for line in shown)]
    return "\n".join(lines)


def _exercises_of(folder: Path) -> str:
    """How many exercises a case has, and the points of each lesson."""
    from dateline.cases.load import read_case
    from dateline.drafting.misfits import points_of

    case, _ = read_case(folder)
    if case is None or not case.exercises:
        return ""
    points = points_of(case)
    lessons = ", ".join(f"lesson {lesson} {value:g}" for lesson, value in sorted(points.items()))
    return f"\n{len(case.exercises)} exercises, {sum(points.values()):g} points: {lessons}"


def _gathered(problems: Sequence[Problem]) -> list[str]:
    """One line for all rows of a file that are unconfirmed for one reason."""
    groups: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        reason = problem.reason.removeprefix("to confirm: ")
        mend = "" if problem.file.startswith("key/") else f"; {problem.mend}"  # said once, above all rows
        groups.setdefault((problem.file, f"{reason}{mend}"), []).append(problem.row.removeprefix("row "))
    return [f"{file}, {', '.join(_runs(rows))}: {reason}" for (file, reason), rows in groups.items()]


def _runs(ids: Sequence[str]) -> list[str]:
    """Put ids that follow one another together: F01, F02, F03 as "F01 to F03"."""
    runs: list[list[str]] = []
    for id in ids:
        last = re.fullmatch(r"([A-Z])(\d+)", runs[-1][-1]) if runs else None
        if last and id == f"{last[1]}{int(last[2]) + 1:0{len(last[2])}}":
            runs[-1].append(id)
        else:
            runs.append([id])
    return [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]


def _renew(options: argparse.Namespace) -> int:
    from dateline.drafting.renewing import renew_exercises

    kit = case_folder(options.case).parents[1]
    renewed = renew_exercises(kit, options.case)
    print(f"exercises/{options.case}: {', '.join(renewed.exercises)}; solved in solutions/{options.case}.")
    if renewed.left_out:
        print(f"Left out, as the key holds nothing for them: {', '.join(renewed.left_out)}.")
    if renewed.kept:
        print(f"What was there before is kept in {renewed.kept.relative_to(kit).as_posix()}.")
    return 0


def _import(options: argparse.Namespace) -> int:
    from dateline.cases.originals import import_original

    path = import_original(case_folder(options.case), options.source, options.file, replace=options.replace)
    print(f"{options.source} is kept as {path.parent.name}/{path.name} of the case, out of git.")
    print(f'Use it with open_case("{options.case}", edition="original") once every source is imported.')
    return 0
