"""Make a pack to hand out: the course for students without its solutions, or all of it for a teacher."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dateline.errors import KitError

NAME = "release"
HELP = "make a pack for students or for teachers"
NOT_MADE = 2  # as for any other wrong usage: there is no pack


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `dateline release`."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to write, a new one")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--students", action="store_true", help="lessons, exercises and the kit, no solutions (default)"
    )
    what.add_argument(
        "--teachers", action="store_true", help="everything: solutions, keys, a list to fill in, how to grade"
    )
    what.add_argument(
        "--nbgrader", action="store_true", help="a course for nbgrader, an assignment a lesson, marked alike"
    )
    parser.add_argument(
        "--case", nargs="+", default=[], metavar="NAME", help="set only the exercises of these cases"
    )
    parser.add_argument(
        "--keys",
        default="sealed",
        choices=("sealed", "none"),
        help="`sealed`: every check works, and answers are not read by accident, though whoever wants to can "
        "open the seal; `none`: the key stays with you, and a check says only whether the form of an answer "
        "fits (default: sealed)",
    )
    parser.add_argument("--zip", action="store_true", help="write DIR.zip instead of a folder")


def run(options: argparse.Namespace) -> int:
    """Make the pack and say what is in it; 2 when there is none, with the reason."""
    try:
        print("\n".join(_made(options)))
    except KitError as fault:
        print(f"dateline: {fault}", file=sys.stderr)
        return NOT_MADE
    return 0


def _made(options: argparse.Namespace) -> list[str]:
    from dateline.release.kitfiles import kit_to_pack
    from dateline.release.nbgrader import write_course
    from dateline.release.pack import staged, target_of
    from dateline.release.students import feedback, write_students
    from dateline.release.teachers import write_teachers

    kit, target = kit_to_pack(), target_of(options.folder, options.zip)
    if options.teachers:
        if options.case:
            raise KitError("--teachers packs every case; leave --case away.")
        with staged(target, options.zip) as inside:
            write_teachers(kit, inside)
        return [f"Written: {target}, the whole kit with solutions and keys. For teachers only."]
    if options.nbgrader:
        with staged(target, options.zip) as inside:
            assignments = write_course(kit, inside, options.case, options.keys)
        return [
            f"Written: {target}, a course for nbgrader with solutions and keys. For teachers only.",
            f"Assignments: {', '.join(assignments)}.",
            f"What a student's check tells with --keys {options.keys}: {feedback(options.keys)}",
            "How to go on is in its README.md.",
        ]
    with staged(target, options.zip) as inside:
        packed = write_students(kit, inside, options.case, options.keys)
    return [
        f"Written: {target}, for students. Exercise notebooks: {len(packed.exercises)}. No solutions.",
        f"Cases in it: {', '.join(packed.cases)}.",
        f"What a check tells with --keys {options.keys}: {feedback(options.keys)}",
        "How to start and to hand in is in its README.md.",
    ]
