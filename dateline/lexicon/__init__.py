"""Word lists that the readers and the brief checker share, kept as data beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> Any:
    """Return the word list `name`, read from `lexicon/<name>.yaml`.

    Returns what the file holds (a mapping or a list); treat it as read-only, it is shared.
    Raises FileNotFoundError when there is no such list.

    >>> "about" in str(load("hedges"))
    True
    """
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
