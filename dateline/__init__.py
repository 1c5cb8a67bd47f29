"""Dateline: read news sources, pull out claims, check figures across dates, write a sourced brief."""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# Loaded on first use, so that `import dateline` stays quick and small enough for a browser kernel.
_HOMES = {
    "open_case": "cases",
    "read_quantities": "quantities",
    "read_dates": "dates",
    "check": "exercises",
    "hint": "exercises",
    "check_brief": "brief",
    "answer_form": "desks",
    "progress": "desks",
    "practice": "practice",
    "key_desk": "drafting.key_desk",
}
__all__ = [
    "answer_form", "check", "check_brief", "hint", "key_desk", "open_case", "practice", "progress",
    "read_dates", "read_quantities",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(importlib.import_module(f"dateline.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
