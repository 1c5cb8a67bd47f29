"""Write an invented practice case, with its key and its notebooks, into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "practice"
HELP = "write an invented practice case, its key and its notebooks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `dateline practice`."""
    parser.add_argument("--seed", type=int, required=True, help="the number of the story: one seed, one case")
    parser.add_argument("--level", type=int, choices=(1, 2, 3), default=1, help="how hard it is (default: 1)")
    parser.add_argument(
        "--trap", action="append", default=[], help="a misconception it must give room to, such as wrong-week"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("practice"), help="the folder to write into (default: practice)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the case; nothing that is there already is touched."""
    from dateline.practice import make
    from dateline.practice.write import write_case

    case = make(options.seed, options.level, options.trap)
    traps = f", traps={sorted(set(options.trap))!r}" if options.trap else ""
    call = f"practice(seed={options.seed}, level={options.level}{traps})"
    write_case(case, options.out, call)
    print(f"{case.title}: written to {options.out}")
    print(f"  data/{case.id}: the reports and the key")
    print(f"  exercises/09-{case.id}.ipynb: for the learner")
    print(f"  solutions/09-{case.id}.ipynb: solved, for the teacher")
    return 0
