"""Make a pack to hand out: the course for students without its solutions, or all of it for a teacher.

Also a practice case for each student of a class, and the course in the form of nbgrader.
"""

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
    parser.add_argument("--zip", action="store_true", help="write DIR.zip instead of a folder")
    what = parser.add_argument_group("what is packed").add_mutually_exclusive_group()
    what.add_argument(
        "--students", action="store_true", help="lessons, exercises and the kit, no solutions (default)"
    )
    what.add_argument(
        "--teachers", action="store_true", help="everything: solutions, keys, a list to fill in, how to grade"
    )
    what.add_argument(
        "--nbgrader", action="store_true", help="a course for nbgrader, an assignment a lesson, marked alike"
    )
    what.add_argument(
        "--variants",
        type=Path,
        metavar="CLASS.csv",
        help="a practice case for each student of a list with `name` and `student id`, no two alike",
    )
    given = parser.add_argument_group("what students are given")
    given.add_argument(
        "--keys",
        default="sealed",
        choices=("sealed", "none"),
        help="`sealed`: every check works, and answers are not read by accident, though whoever wants to can "
        "open the seal; `none`: the key stays with you, and a check says only whether the form of an answer "
        "fits (default: sealed)",
    )
    given.add_argument(
        "--case", nargs="+", default=[], metavar="NAME", help="set only the exercises of these cases"
    )
    drawn = parser.add_argument_group("with --variants")
    drawn.add_argument(
        "--level", type=int, choices=(1, 2, 3), help="how hard the practice cases are (default: 1)"
    )
    drawn.add_argument(
        "--secret", type=Path, metavar="FILE", help="the secret.txt of a class: the same cases again"
    )


def run(options: argparse.Namespace) -> int:
    """Make the pack and say what is in it; 2 when there is none, with the reason."""
    try:
        print("\n".join(_made(options)))
    except KitError as fault:
        print(f"dateline: {fault}", file=sys.stderr)
        return NOT_MADE
    return 0


def _made(options: argparse.Namespace) -> list[str]:
    from dateline.release.pack import staged, target_of

    _refuse_what_does_not_go_together(options)
    named = {_variants: options.variants, _teachers: options.teachers, _nbgrader: options.nbgrader}
    making = next((make for make, asked in named.items() if asked), _students)
    target = target_of(options.folder, options.zip)
    with staged(target, options.zip) as inside:
        return making(options, target, inside)


def _refuse_what_does_not_go_together(options: argparse.Namespace) -> None:
    if options.case and (options.teachers or options.variants):
        what = "--teachers packs every case" if options.teachers else "--variants makes cases of its own"
        raise KitError(f"{what}; leave --case away.")
    if (options.level or options.secret) and not options.variants:
        raise KitError("--level and --secret are for --variants; name the list of your class.")


def _students(options: argparse.Namespace, target: Path, inside: Path) -> list[str]:
    from dateline.release.kitfiles import kit_to_pack
    from dateline.release.students import write_students

    packed = write_students(kit_to_pack(), inside, options.case, options.keys)
    return [
        f"Written: {target}, for students. Exercise notebooks: {len(packed.exercises)}. No solutions.",
        f"Cases in it: {', '.join(packed.cases)}.",
        *(_draft(case, count) for case, count in packed.unconfirmed.items()),
        _feedback(options),
        "How to start and to hand in is in its README.md.",
    ]


def _draft(case: str, count: int) -> str:
    told = f"{count} rows of the key to {case} are still to confirm"
    return f"Look at this: {told}. They are listed by: dateline case validate {case}"


def _teachers(options: argparse.Namespace, target: Path, inside: Path) -> list[str]:
    from dateline.release.kitfiles import kit_to_pack
    from dateline.release.teachers import write_teachers

    write_teachers(kit_to_pack(), inside)
    return [f"Written: {target}, the whole kit with solutions and keys. For teachers only."]


def _nbgrader(options: argparse.Namespace, target: Path, inside: Path) -> list[str]:
    from dateline.release.kitfiles import kit_to_pack
    from dateline.release.nbgrader import write_course

    assignments = write_course(kit_to_pack(), inside, options.case, options.keys)
    return [
        f"Written: {target}, a course for nbgrader with solutions and keys. For teachers only.",
        f"Assignments: {', '.join(assignments)}.",
        _feedback(options),
        "How to go on is in its README.md.",
    ]


def _variants(options: argparse.Namespace, target: Path, inside: Path) -> list[str]:
    from dateline.release.variants import read_class, read_secret, write_variants

    numbered, secret = read_class(options.variants), read_secret(options.secret)
    count = write_variants(inside, numbered, secret, options.level or 1, options.keys)
    return [
        f"Written: {target}, a practice case for each of {count} students. Give out what is in students/;",
        "the rest, with keys, solutions and the secret, is for you only.",
        _feedback(options),
        f"Grade with: dateline grade FOLDER --out GRADES --variants {target}",
    ]


def _feedback(options: argparse.Namespace) -> str:
    from dateline.release.students import feedback

    return f"What a check tells with --keys {options.keys}: {feedback(options.keys)}"
