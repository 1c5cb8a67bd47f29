"""JupyterLab in a real browser: one server and one Chromium for all tests of this folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from dateline.commands.lab import server_environment

KIT = Path(__file__).parents[2]
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
READY = """async () => {
  const context = window.dlContext;
  await context.ready;
  await context.sessionContext.ready;
  const kernel = context.sessionContext.session.kernel;
  await kernel.info;
  while (kernel.connectionStatus !== 'connected' || kernel.status !== 'idle')
    await new Promise((resolve) => setTimeout(resolve, 50));
}"""
OPEN = """async (path) => {
  await jupyterapp.restored;
  const widget = await jupyterapp.commands.execute('docmanager:open', { path });
  window.dlContext = widget.context;
  jupyterapp.shell.activateById(widget.id);
}"""


def find_chromium() -> str | None:
    """Return where Chromium is, or None."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )


@pytest.fixture(scope="session")
def chromium():
    path = find_chromium()
    if path is None:
        if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium found, and DATELINE_REQUIRE_BROWSER=1 says that it must be there")
        pytest.skip("no Chromium found: tests in a browser are not run")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A JupyterLab on a copy of the kit, with settings of its own; yields (address, folder)."""
    home = tmp_path_factory.mktemp("lab")
    kit = home / "kit"
    for part in ("notebooks", "exercises", "solutions", "data"):
        shutil.copytree(
            KIT / part, kit / part, ignore=shutil.ignore_patterns("answers", ".ipynb_checkpoints")
        )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {
        name: str(home / name.lower())
        for name in (
            "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR",
        )
    }  # fmt: skip
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--LabApp.expose_app_in_browser=True",
        f"--ServerApp.root_dir={kit}",
    ]  # fmt: skip
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={**server_environment("t"), **own}, cwd=kit
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/api?token=t", process, home / "log")
            yield address, kit
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


class Lab:
    """A page with JupyterLab in it, and what a test does there."""

    def __init__(self, page, address: str, kit: Path) -> None:
        self.page, self.address, self.kit = page, address, kit

    def open(self, notebook: str) -> None:
        """Open a notebook and wait until its kernel can run cells."""
        self.page.goto(f"{self.address}/lab?token=t&reset")
        self.page.wait_for_function("window.jupyterapp !== undefined")
        self.page.evaluate(OPEN, notebook)
        self.page.evaluate(READY)

    def run_all(self) -> None:
        """Run every cell and wait for the end."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")

    def restart(self) -> None:
        """Restart the kernel, as the menu does, without asking."""
        self.page.evaluate("window.dlContext.sessionContext.session.kernel.restart()")
        self.page.evaluate(READY)

    def theme(self, name: str) -> None:
        """Change JupyterLab's theme."""
        self.page.evaluate("(theme) => jupyterapp.commands.execute('apputils:change-theme', { theme })", name)


@pytest.fixture
def lab(chromium, server):
    address, kit = server
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield Lab(page, address, kit)
    context.close()


@pytest.fixture
def write_notebook(server):
    """Write a notebook of code cells into the kit's exercises; return its path in the lab."""
    import nbformat

    _, kit = server

    def write(name: str, *cells: str) -> str:
        # Without a kernel named, JupyterLab asks for one and waits.
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        coded = [nbformat.v4.new_code_cell(cell) for cell in cells]
        notebook = nbformat.v4.new_notebook(cells=coded, metadata={"kernelspec": kernel})
        nbformat.write(notebook, kit / "exercises" / f"{name}.ipynb")
        return f"exercises/{name}.ipynb"

    return write
