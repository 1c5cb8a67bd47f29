"""Pack your exercises into one file to hand in, and see what is in it. Nothing is sent anywhere."""

from __future__ import annotations

import argparse
import getpass
import re
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import KitError

if TYPE_CHECKING:
    from dateline.grading.packing import Pack

NAME = "hand-in"
HELP = "pack your exercises into one file to hand in"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `dateline hand-in`."""
    parser.add_argument(
        "folder", nargs="?", type=Path, help="your exercises (default: exercises/ of the kit)"
    )
    parser.add_argument("--name", help="your name, as your teacher knows it (default: that of your account)")
    parser.add_argument(
        "--out", type=Path, metavar="ZIP", help="the file to write (default: hand-in NAME.zip)"
    )


def run(options: argparse.Namespace) -> int:
    """Pack and say what is in it; 0 also when exercises are untried, for that is the learner's choice."""
    from dateline.cases import case_ids
    from dateline.grading.packing import gather_pack, note_handed_in, write_pack
    from dateline.grading.papers import PaperSpec

    folder = options.folder or _exercises()
    if not folder.is_dir():
        raise KitError(f"{folder} is no folder. Name the one that holds your notebooks: exercises")
    name = _account() if options.name is None else options.name.strip()
    if not re.search(r"\w", name) or re.search(r'[\\/:*?"<>|\x00-\x1f]', name):
        raise KitError(
            f"{name!r} cannot be the name of a file. Give your name in letters: --name 'Anna Berg'"
        )
    path = options.out or Path(f"hand-in {name}.zip")
    own = folder.resolve().name  # a case of one's own has its notebooks in a folder called like it
    pack = gather_pack(folder, PaperSpec((own,) if own in case_ids() else ()).paper().exercises)
    write_pack(pack, path, name)
    note_handed_in(folder, pack)
    print("\n".join(told(pack, path)))
    return 0


def _exercises() -> Path:
    from dateline.kit import find_kit

    here = Path.cwd()
    return here if any(here.glob("0[0-9]-*.ipynb")) else find_kit() / "exercises"


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise KitError("This account has no name. Give yours: dateline hand-in --name 'Anna Berg'") from None


def told(pack: Pack, path: Path) -> list[str]:
    """Return what a learner is told: what is packed, what is missing, what will be seen, what to do."""
    from dateline.findings import words

    def say(key: str, **params: object) -> str:
        return words(f"hand-in-{key}", params).found

    done = [*pack.answered, *pack.computed]
    lines = [say("packed", file=str(path), notebooks=sum(name.endswith(".ipynb") for name in pack.files))]
    lines.append(say("answered", count=len(done), of=len(done) + len(pack.untried)))
    lines += [say("untried", ids=", ".join(pack.untried))] if pack.untried else []
    lines += [say("computed", ids=", ".join(pack.computed))] if pack.computed else []
    lines += [say("trouble", what=trouble) for trouble in pack.troubles]
    return [*lines, say("seen", hints=pack.hints), say("next", file=path.name)]
