"""Write exercises/ from solutions/: answers blanked, outputs removed, everything else as it is."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys

from dateline.build import Report, build
from dateline.kit import find_kit

NAME = "build"
HELP = "write exercises/ from solutions/"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `dateline build`."""
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 if exercises/ is not up to date"
    )
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace) -> int:
    """Build or check the exercises of the kit at hand; return 1 for faults and differences."""
    report = build(find_kit(), check=options.check)
    if options.json:
        print(json.dumps({"ok": report.ok, **dataclasses.asdict(report)}, indent=1, ensure_ascii=False))
    else:
        _print(report)
    return 0 if report.ok else 1


def _print(report: Report) -> None:
    for problem in [*report.faults, *report.differences]:
        print(problem, file=sys.stderr)
    for old, new in report.kept:
        print(f"kept {old} as {new}: it had been run, so it may hold somebody's answers")
    for what, paths in (("wrote", report.written), ("removed", report.removed)):
        for path in paths:
            print(f"{what} {path}")
    if report.ok and not (report.written or report.removed):
        print("exercises/ is up to date")
