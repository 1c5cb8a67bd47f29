"""Check a brief in Markdown against the reports that it cites.

Exit code 0: every sentence is supported, or states no fact. 1: a sentence is unsupported or for a person
to read, or the file cannot be used. Rules for the page as a whole are shown and do not change the code.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dateline.errors import KitError

NAME = "brief"
HELP = "check a brief against the reports that it cites"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `dateline brief check FILE --case ID [--edition E] [--json]`."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="check every sentence of a brief", description=__doc__)
    check.add_argument("file", help="the brief in Markdown; - reads standard input")
    check.add_argument("--case", required=True, metavar="ID", help="the case that the brief is about")
    editions = ("teaching", "original")
    check.add_argument("--edition", default="teaching", choices=editions, help="which texts to read")
    check.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace) -> int:
    """Check the brief and print the report; return 1 when a sentence is unsupported or for a person."""
    from dateline.brief import check_brief
    from dateline.cases import open_case

    report = check_brief(_text(options.file), open_case(options.case, options.edition))
    if options.json:
        print(json.dumps({"ok": report.ok, **report.as_dict()}, indent=1, ensure_ascii=False))
    else:
        print(report)
    return 0 if report.ok else 1


def _text(name: str) -> str:
    from dateline.sources import read_text

    if name != "-":
        return read_text(Path(name))
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise KitError("Standard input is not UTF-8 text; save the brief as UTF-8.") from None
