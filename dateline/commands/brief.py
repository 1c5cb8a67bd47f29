"""Check a brief in Markdown against the reports that it cites, or write it as a page to hand on."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from dateline.errors import KitError

NAME = "brief"
HELP = "check a brief against the reports that it cites, or export it"
CODES = """Exit code 0: every sentence is supported, or states no fact. 1: a sentence is unsupported or
for a person to read, none states a fact, or the file cannot be used. Rules for the page are shown and do
not change the code."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `dateline brief check` and `dateline brief export`."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="check every sentence of a brief", description=CODES)
    _add_brief(check)
    check.add_argument("--against", metavar="DRAFT", help="an earlier draft: show what has changed since")
    check.add_argument("--json", action="store_true", help="print the report as JSON")
    check.set_defaults(act=_check)
    export = actions.add_parser("export", help="write a brief as HTML, DOCX or PDF with notes")
    _add_brief(export)
    export.add_argument(
        "--to", required=True, metavar="FILE", help="the file to write; its ending is the form"
    )
    export.add_argument(
        "--style", default="chicago", help="chicago (default), apa, mla, harvard, ieee … or a .csl file"
    )
    export.add_argument("--replace", action="store_true", help="write over a file that is there already")
    export.set_defaults(act=_export)


def _add_brief(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="the brief in Markdown; - reads standard input")
    parser.add_argument("--case", required=True, metavar="ID", help="the case that the brief is about")
    editions = ("teaching", "original")
    parser.add_argument("--edition", default="teaching", choices=editions, help="which texts to read")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when all is well."""
    from dateline.cases import open_case

    return options.act(options, open_case(options.case, options.edition))


def _check(options: argparse.Namespace, case: Any) -> int:
    """Print the report; 1 when a sentence is unsupported or for a person to read."""
    from dateline.brief import check_brief

    report = check_brief(_text(options.file), case)
    compared = report.against(check_brief(_text(options.against), case)) if options.against else None
    if options.json:
        since = {"against": compared.as_dict()} if compared else {}
        print(json.dumps({"ok": report.ok, **report.as_dict(), **since}, indent=1, ensure_ascii=False))
    else:
        print(report)
        if compared:
            print(f"\nSince {options.against}\n{compared}")
    return 0 if report.ok else 1


def _export(options: argparse.Namespace, case: Any) -> int:
    from dateline.brief import export_brief

    path = export_brief(_text(options.file), case, options.to, options.style, replace=options.replace)
    print(f"Written: {path}")
    return 0


def _text(name: str) -> str:
    from dateline.sources import read_text

    if name != "-":
        return read_text(Path(name))
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise KitError("Standard input is not UTF-8 text; save the brief as UTF-8.") from None
