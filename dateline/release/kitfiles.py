"""Copying what belongs to the kit, and nothing that a teacher or a learner keeps beside it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import KitError
from dateline.kit import find_kit
from dateline.release.pack import STAGE

# What a learner needs to install and run the kit.
TO_RUN = (
    "LICENSE", "LICENSE-lessons", "CITATION.cff", "pyproject.toml", "requirements.txt", "environment.yml",
    "postBuild", ".gitignore", "dateline", "notebooks",
)  # fmt: skip
# All that the kit consists of; what else lies in its folder is the teacher's own.
WHOLE = (
    *TO_RUN, "README.md", "CONTRIBUTING.md", "Makefile", ".gitattributes", ".ci", "data", "docs", "exercises",
    "solutions", "tests", "bench",
)  # fmt: skip
# Reports that are not to be passed on, what widgets save, and what tools leave behind.
_NEVER = (
    "originals", "answers", "__pycache__", ".ipynb_checkpoints", ".pytest_cache", ".DS_Store", "*.pyc",
    f"{STAGE}*",
)  # fmt: skip
# Targets of the Makefile that need what a student pack does not hold.
_TEACHERS_TARGETS = ("test", "bench", "exercises", "outputs", "screenshots", "lock")


def kit_to_pack() -> Path:
    """Return the kit at hand; KitError when it is only the installed program, or a pack without solutions."""
    kit = find_kit()
    for name in ("pyproject.toml", "dateline/__init__.py", "solutions"):
        if not (kit / name).exists():
            raise KitError(
                f"There is no {name} in {kit}, so nothing can be packed here. "
                "Go to the teacher's copy of the kit."
            )
    return kit


def copy_kit(kit: Path, names: Iterable[str], out: Path) -> None:
    """Copy some of the kit's files and folders; those that this copy of the kit lacks are left out."""
    for name in names:
        source = kit / name
        if source.is_dir():
            shutil.copytree(source, out / name, ignore=shutil.ignore_patterns(*_NEVER))
        elif source.is_file():
            shutil.copy2(source, out / name)


def copy_case(kit: Path, case: str, out: Path) -> Path:
    """Copy the folder of a case without the originals that its holder may have loaded; return the copy."""
    copied = out / "data" / case
    shutil.copytree(kit / "data" / case, copied, ignore=shutil.ignore_patterns(*_NEVER))
    return copied


def students_makefile(text: str) -> str:
    """Return the kit's Makefile without what only its developers and teachers can use.

    >>> text = "help:\\n\\t@echo 'make lab'\\n\\t@echo 'make test  x'\\n\\ntest: a\\n\\ttry\\n\\nlab:\\n\\tgo"
    >>> print(students_makefile(text).expandtabs(1))
    help:
     @echo 'make lab'
    <BLANKLINE>
    lab:
     go
    <BLANKLINE>
    """
    away = "|".join(_TEACHERS_TARGETS)
    rules = re.compile(rf"(?:#.*\n)*(?:{away}|\$\(VENV\)/(?:tests|bench)\.stamp):")
    blocks = [block for block in re.split(r"\n{2,}", text.strip()) if not rules.match(block)]
    kept = "\n\n".join(blocks)
    kept = re.sub(rf"^\t@echo 'make (?:{away}) .*\n", "", kept, flags=re.MULTILINE)
    kept = re.sub(r"^(\.PHONY:.*)$", lambda line: _without(line[1]), kept, flags=re.MULTILINE)
    kept = re.sub(r"^#   make test .*\n", "#   make help   the rest\n", kept, flags=re.MULTILINE)
    return f"{kept}\n"


def _without(line: str) -> str:
    return " ".join(word for word in line.split() if word not in _TEACHERS_TARGETS)
