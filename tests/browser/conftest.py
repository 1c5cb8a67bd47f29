"""JupyterLab in a real browser: one server and one Chromium for all tests of this folder."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.browser import lab as labs

LONGEST = 300.0  # seconds; the longest test takes 60 of them on a busy machine


def pytest_collection_modifyitems(items):
    """Run a browser test again before it counts as failed: a starved browser is no fault of the kit.

    What fails three times is one, and what had to be run again is listed at the end.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def chromium():
    path = labs.find_chromium()
    if path is None:
        if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium found, and DATELINE_REQUIRE_BROWSER=1 says that it must be there")
        pytest.skip("no Chromium found: tests in a browser are not run")
    with labs.chromium_of(path) as started:
        yield started


@pytest.fixture(autouse=True)
def nothing_waits_for_ever(chromium):
    """End the browser when a test takes very long: it fails, and the next one gets a new browser."""
    with chromium.killed_after(LONGEST):
        yield


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A JupyterLab on a copy of the kit, with settings of its own; yields (address, folder)."""
    with labs.lab_server(tmp_path_factory.mktemp("lab")) as served:
        yield served


@pytest.fixture
def lab(chromium, server):
    address, kit = server
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield labs.Lab(page, address, kit)
    context.close()
    labs.end_kernels(address)


@pytest.fixture
def untouched(server):
    """Put the exercises back as a learner finds them, whatever the tests before did there."""
    folder = server[1] / "exercises"
    shutil.rmtree(folder)
    shutil.copytree(labs.KIT / "exercises", folder, ignore=labs.UNWANTED)


@pytest.fixture
def write_notebook(server):
    """Write a notebook of code cells into the kit's exercises; return its path in the lab."""
    return partial(labs.write_notebook, server[1])
