"""An empty kit, and two short reports as a teacher would save them."""

from __future__ import annotations

import pytest

from tests.drafting.marked import STYLES, plain_files

FIRST = """ date 2021-03 A fire has closed the harbour of Nissel, officials said on Monday.

More than 400 sailors live in the port, Mayor Ana Bly said. “We will mend it in a matter of days,” she said.

The harbour office is planning to move the ships to Orsa. About 400 barrels of oil leaked last week, it said.
"""
SECOND = """ date 2021-09-14 The harbour in Nissel is still closed, six months after the fire.

About 150 sailors are left in the harbour, Ms Bly said on Sunday. On the one hand, they want to stay.

The pier was not mended. Bly ordered the last sailors to leave before the winter.
"""


@pytest.fixture
def kit(tmp_path):
    """A kit with nothing in it."""
    for part in ("data", "solutions", "exercises"):
        (tmp_path / part).mkdir()
    return tmp_path


@pytest.fixture
def files(tmp_path):
    """The two reports as files."""
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(params=STYLES)
def long_files(request, tmp_path):
    """Two longer reports of one style as files; there are four such pairs."""
    folder = tmp_path / "reports"
    folder.mkdir()
    return plain_files(request.param, folder)
