"""Grade what a class handed in: notebooks, folders, hand-in zips, bulk downloads of Moodle and Canvas."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import KitError

if TYPE_CHECKING:
    from dateline.grading.run import Summary

NAME = "grade"
HELP = "grade what a class handed in"
OPEN = """--no-sandbox runs the students' code with your own rights. It can then read, change and delete every
file that you can, use the network, and leave programs running. Only its time and its memory are limited.
Do this on a machine, or under an account, that holds nothing else."""
LATE = """late rules, a YAML file: `due: 2026-11-20T18:00`, `grace: 30` (minutes), `per_day: 10` (per cent
of the points, for each day begun), `cap: 50` (per cent), `extensions: {Anna Berg: 2026-11-23T18:00}`"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `dateline grade`."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="notebooks, folders or zips")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the gradebook is kept")
    what = parser.add_argument_group("what is graded")
    what.add_argument("--case", nargs="+", default=[], metavar="ID", help="cases (default: all)")
    what.add_argument(
        "--only", default="", metavar="4,5.1", help="lessons and exercises (default: all with points)"
    )
    what.add_argument(
        "--edition", default="teaching", choices=("teaching", "original"), help="which texts to mark by"
    )
    what.add_argument(
        "--key", type=Path, metavar="DIR", help="your own key: DIR/CASE/key/*.csv, DIR/CASE/exercises.yaml"
    )
    what.add_argument(
        "--variants",
        type=Path,
        metavar="DIR",
        help="what `release --variants` wrote: lesson 09 is marked by each student's own case",
    )
    who = parser.add_argument_group("whose")
    who.add_argument(
        "--roster", type=Path, metavar="CSV", help="the class: a list from Canvas, Moodle or your own"
    )
    who.add_argument(
        "--regrade", action="append", default=[], metavar="NAME", help="grade again; `all` for everyone"
    )
    who.add_argument("--late", type=Path, metavar="RULES", help=LATE)
    who.add_argument(
        "--pseudonyms", action="store_true", help="show no names, in any file but the gradebook itself"
    )
    who.add_argument(
        "--assignment", default="Dateline", metavar="TITLE", help="what Canvas calls it: `Brief (4711)`"
    )
    who.add_argument(
        "--remarks",
        type=Path,
        metavar="CSV",
        help="a person's points and comments, as rubric.html saves them",
    )
    who.add_argument(
        "--show-solutions", action="store_true", help="put the model answers on the students' pages"
    )
    how = parser.add_argument_group("how")
    how.add_argument(
        "--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes (default: all cores)"
    )
    how.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="grade on a Dask cluster: tcp://HOST:8786 (the extra `cluster`)",
    )
    how.add_argument(
        "--timeout", type=_amount, default=60.0, metavar="SECONDS", help="for one notebook (default: 60)"
    )
    how.add_argument(
        "--memory", type=_count, default=1024, metavar="MB", help="for one notebook (default: 1024)"
    )
    how.add_argument(
        "--no-sandbox", action="store_true", help="run code with your own rights; says what that means"
    )
    how.add_argument("--yes", action="store_true", help="do not ask, for scripts")
    how.add_argument("--json", action="store_true", help="print what was done as JSON")


def _count(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 up")
    return int(text)


def _amount(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0 and below a day")
    return number


def run(options: argparse.Namespace) -> int:
    """Grade and write; 0 when everyone who handed in could be graded, 1 when somebody could not."""
    if options.no_sandbox:
        _ask(options)
    from dateline.grading.chapters import Style
    from dateline.grading.gradebook import Gradebook
    from dateline.grading.late import read_rules
    from dateline.grading.limits import Limits
    from dateline.grading.papers import PaperSpec, with_keys
    from dateline.grading.pool import Setup
    from dateline.grading.progress import Progress
    from dateline.grading.remarks import import_remarks
    from dateline.grading.roster import read_roster
    from dateline.grading.run import grade_class
    from dateline.grading.variants import LIST
    from dateline.grading.write import write_all

    only = tuple(part.strip() for part in options.only.split(",") if part.strip())
    spec = PaperSpec(tuple(options.case), only, options.key, options.edition, options.variants)
    paper = with_keys(spec.paper())
    rules = read_rules(options.late) if options.late else None
    listed = options.roster or (options.variants and options.variants / LIST)
    roster = read_roster(listed) if listed else []
    setup = Setup(spec, Limits(seconds=options.timeout, memory=options.memory), not options.no_sandbox)
    options.out.mkdir(parents=True, exist_ok=True)
    shown: list[Progress] = []
    with Gradebook(options.out / "gradebook.db") as book:
        try:
            summary = grade_class(
                options.paths, book, setup, options.jobs, roster=roster, regrade=options.regrade,
                cluster=options.cluster,
                on_start=lambda total: shown.append(Progress(total)), on_step=lambda: shown[0].step(),
            )  # fmt: skip
        finally:
            for each in shown:
                each.close()
        if options.remarks:
            import_remarks(options.remarks, book, paper, _account())
        style = Style(rules, options.pseudonyms, options.assignment, options.show_solutions)
        written = write_all(options.out, book, paper, style, options.jobs)
    print(_as_json(summary, written) if options.json else _in_words(summary, written))
    return 1 if summary.refused else 0


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""


def _ask(options: argparse.Namespace) -> None:
    print(OPEN, file=sys.stderr)
    if options.yes:
        return
    if not sys.stdin.isatty():
        raise KitError("--no-sandbox asks before it runs anything; add --yes where nobody can answer.")
    print("Run the students' code like this? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise KitError("nothing was run.")


def _in_words(summary: Summary, written: list[Path]) -> str:
    states = ", ".join(f"{count} {state}" for state, count in sorted(summary.graded.items())) or "nobody"
    lines = [f"Graded now: {states}. Unchanged: {summary.unchanged}."]
    for state, names in summary.without.items():
        lines.append(f"{state.capitalize()}: {_some(names)}.")
    lines += [f"Look at this: {doubt}." for doubt in summary.doubts]
    for why, names in summary.refused.items():
        lines.append(f"Not graded: {_some(names)}. {why}")
    return "\n".join([*lines, f"Written: {', '.join(str(path) for path in written)}"])


def _some(names: list[str]) -> str:
    return f"{', '.join(names[:10])}{' …' if len(names) > 10 else ''}"


def _as_json(summary: Summary, written: list[Path]) -> str:
    told: dict[str, Any] = {
        "ok": not summary.refused,
        **vars(summary),
        "written": [str(path) for path in written],
    }
    return json.dumps(told, indent=1, ensure_ascii=False)
