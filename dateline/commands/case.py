"""Look after cases: check one, or add an original report to it."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

from dateline.cases import case_folder
from dateline.cases.load import read_case
from dateline.cases.originals import import_original
from dateline.errors import Problem

NAME = "case"
HELP = "check a case, or add an original report to it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `dateline case validate` and `dateline case import`."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    validate = actions.add_parser("validate", help="list every fault of a case's files at once")
    validate.add_argument("case", help="the case's name: its folder under data/")
    validate.add_argument("--json", action="store_true", help="print the report as JSON")
    validate.set_defaults(act=_validate)
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


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when all is well, 1 when there are faults."""
    return options.act(options)


def _validate(options: argparse.Namespace) -> int:
    problems = find_problems(case_folder(options.case))
    if options.json:
        listed = [dataclasses.asdict(problem) for problem in problems]
        print(
            json.dumps(
                {"case": options.case, "ok": not problems, "problems": listed}, indent=1, ensure_ascii=False
            )
        )
    else:
        print("\n".join(map(str, problems)) if problems else f"{options.case}: sound")
    return 1 if problems else 0


def find_problems(folder: Path) -> list[Problem]:
    """Return every fault of a case: its files, and its exercises against its key."""
    from dateline.exercises import doubts

    case, problems = read_case(folder)
    if case is not None and not problems:
        problems = [Problem("exercises.yaml", "", doubt) for doubt in doubts(case)]
    return problems


def _import(options: argparse.Namespace) -> int:
    path = import_original(case_folder(options.case), options.source, options.file, replace=options.replace)
    print(f"{options.source} is kept as {path.parent.name}/{path.name} of the case, out of git.")
    print(f'Use it with open_case("{options.case}", edition="original") once every source is imported.')
    return 0
