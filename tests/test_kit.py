"""Is the kit found from any of its folders?"""

from pathlib import Path

import pytest

import dateline
from dateline.kit import find_kit

INSTALLED = Path(dateline.__file__).resolve().parents[1]


@pytest.mark.parametrize("start", [".", "notebooks", "exercises/bridge", "data/some-case/key"])
def test_the_nearest_kit_is_found(tmp_path, start):
    for folder in ("notebooks", "data", start):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    assert find_kit(tmp_path / start) == tmp_path.resolve()


def test_elsewhere_the_kit_that_holds_the_package_is_taken(tmp_path):
    assert find_kit(tmp_path) == INSTALLED
