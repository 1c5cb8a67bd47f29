"""JupyterLab and Chromium for all who drive the kit in a browser: tests, a bench and screenshots."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import nbformat
import psutil

from dateline.commands.lab import server_environment

KIT = Path(__file__).parents[2]
PARTS = ("notebooks", "exercises", "solutions", "data")
UNWANTED = shutil.ignore_patterns("answers", ".ipynb_checkpoints")
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
THEMES = ("JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast")
# Nothing waits for ever: a kernel that does not come is a failure with a name.
UNTIL = """const until = async (what, holds) => {
  for (const end = Date.now() + 60000; !holds(); await new Promise((next) => setTimeout(next, 20)))
    if (Date.now() > end) throw new Error(`waited a minute for ${what}`);
};"""
WITHIN = """const within = (what, promise) => Promise.race([promise, new Promise((_, fail) =>
  setTimeout(() => fail(new Error(`waited three minutes for ${what}`)), 180000))]);"""
READY = f"""async () => {{ {UNTIL} {WITHIN}
  const context = window.dlContext;
  const kernel = () => context.sessionContext.session?.kernel;
  await within('the notebook to be read', context.ready);
  await within('a session with a kernel', context.sessionContext.ready);
  let isKnown = false;
  kernel().info.then(() => (isKnown = true));
  await until('word of the kernel', () => isKnown);
  const isConnected = () => kernel()?.connectionStatus === 'connected';
  await until('a kernel at rest', () => isConnected() && kernel().status === 'idle');
}}"""
OPEN = f"""async (path) => {{ {WITHIN}
  await within('JupyterLab', jupyterapp.restored);
  const opening = jupyterapp.commands.execute('docmanager:open', {{ path }});
  const widget = await within('the notebook to open', opening);
  window.dlContext = widget.context;
  window.dlNotebook = widget;
  jupyterapp.shell.activateById(widget.id);
}}"""
SAVE = f"""async () => {{ {WITHIN}
  await within('the notebook to be saved', window.dlContext.save());
}}"""
RUN_ALL = f"""async () => {{ {WITHIN}
  await within('all cells to have run', jupyterapp.commands.execute('notebook:run-all-cells'));
}}"""
PID = """async () => {
  const kernel = window.dlContext.sessionContext.session.kernel;
  const asked = { code: '', silent: true, user_expressions: { pid: '__import__("os").getpid()' } };
  const reply = await kernel.requestExecute(asked).done;
  return Number(reply.content.user_expressions.pid.data['text/plain']);
}"""
DYING = """() => {
  window.dlEnded = false;
  window.dlContext.sessionContext.session.kernel.statusChanged.connect((_, status) => {
    if (['autorestarting', 'restarting', 'starting', 'dead'].includes(status)) window.dlEnded = true;
  });
}"""
BLOCK = f"""async (seconds) => {{ {UNTIL}
  const kernel = window.dlContext.sessionContext.session.kernel;
  kernel.requestExecute({{ code: `import time; time.sleep(${{seconds}})`, silent: true }});
  await until('a busy kernel', () => kernel.status === 'busy');
}}"""
# Where the words of a place begin and end on the screen, once they are in sight.
ENDS = """(box, words) => {
  const node = box.firstChild;
  const start = node.data.indexOf(words);
  const range = new Range();
  const at = (from) => {
    range.setStart(node, from);
    range.setEnd(node, from + 1);
    return range.getBoundingClientRect();
  };
  box.scrollIntoView({ block: 'center' });
  const [first, last] = [at(start), at(start + words.length - 1)];
  return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}"""
RUN = """(code) => window.dlContext.sessionContext.session.kernel
  .requestExecute({ code, silent: true }).done.then((reply) => reply.content.status)"""
THEMED = """(name) => document.body.dataset.jpThemeName === name
  && !document.querySelector('#jupyterlab-splash')"""


def find_chromium() -> str | None:
    """Return where Chromium is, or None."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )


class Chromium:
    """Chromium for many pages: started when one is wanted, and anew once it has ended."""

    def __init__(self, playwright, path: str) -> None:
        self._playwright, self._path, self._browser = playwright, path, None

    def new_context(self, **settings):
        """Return a new browser context, as Playwright's own browser does."""
        if self._browser is None or not self._browser.is_connected():
            self._browser = self._playwright.chromium.launch(executable_path=self._path, args=FLAGS)
        return self._browser.new_context(**settings)

    def kill(self) -> None:
        """End the browser at once, from any thread: all that waits for it fails at once."""
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if FLAGS[0] in process.cmdline():
                    process.kill()

    def close(self) -> None:
        """Close the browser, if it runs."""
        if self._browser is not None and self._browser.is_connected():
            self._browser.close()

    @contextmanager
    def killed_after(self, seconds: float) -> Iterator[None]:
        """End the browser, and say so, where a block takes longer: a page may keep one waiting for ever."""

        def give_up() -> None:
            print(f"The browser gave no answer for {seconds:g} s, so it was ended.", file=sys.stderr)
            self.kill()

        timer = threading.Timer(seconds, give_up)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


@contextmanager
def chromium_of(path: str) -> Iterator[Chromium]:
    """Yield a Chromium, and close it in the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = Chromium(playwright, path)
        yield chromium
        chromium.close()


@contextmanager
def lab_server(home: Path) -> Iterator[tuple[str, Path]]:
    """Yield (address, folder) of a JupyterLab on a copy of the kit below `home`, with settings of its own."""
    kit = home / "kit"
    for part in PARTS:
        shutil.copytree(KIT / part, kit / part, ignore=UNWANTED)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(_command(port, kit), stdout=log, stderr=log, env=_settings(home), cwd=kit)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/api?token=t", process, home / "log")
            yield address, kit
        finally:
            process.terminate()
            process.wait(20)


def _command(port: int, kit: Path) -> list[str]:
    return [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--LabApp.expose_app_in_browser=True",
        f"--ServerApp.root_dir={kit}",
    ]  # fmt: skip


def _settings(home: Path) -> dict[str, str]:
    names = (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR",
    )  # fmt: skip
    return {**server_environment("t"), **{name: str(home / name.lower()) for name in names}}


def _wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


def end_kernels(address: str) -> None:
    """Close every session of a JupyterLab, and its kernel: a hundred idle ones would fill 10 GB."""
    with _asked(f"{address}/api/sessions") as answer:
        sessions = json.load(answer)
    for session in sessions:
        _asked(f"{address}/api/sessions/{session['id']}", "DELETE").close()


def _asked(url: str, method: str = "GET"):
    request = urllib.request.Request(url, method=method, headers={"Authorization": "token t"})
    return urllib.request.urlopen(request, timeout=60)


def write_notebook(kit: Path, name: str, *cells: str) -> str:
    """Write a notebook of code cells into the kit's exercises; return its path in the lab."""
    # Without a kernel named, JupyterLab asks for one and waits.
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    coded = [nbformat.v4.new_code_cell(cell) for cell in cells]
    notebook = nbformat.v4.new_notebook(cells=coded, metadata={"kernelspec": kernel})
    nbformat.write(notebook, kit / "exercises" / f"{name}.ipynb")
    return f"exercises/{name}.ipynb"


class Lab:
    """A page with JupyterLab in it, and what one does there."""

    def __init__(self, page, address: str, kit: Path) -> None:
        self.page, self.address, self.kit = page, address, kit
        self.notebook = ""
        # A page that finds its workspace in use goes on to another one, just as a test begins.
        self._workspace = f"{address}/lab/workspaces/{uuid.uuid4().hex}"

    def open(self, notebook: str) -> None:
        """Open a notebook and wait until its kernel can run cells."""
        self.notebook = notebook
        self.page.goto(f"{self._workspace}?token=t&reset")
        self._show()

    def _show(self) -> None:
        self.page.wait_for_function("window.jupyterapp !== undefined")
        self.page.evaluate(OPEN, self.notebook)
        self.ready()

    def ready(self) -> None:
        """Wait until the kernel can run cells."""
        self.page.evaluate(READY)

    def run_all(self) -> None:
        """Run every cell and wait for the end."""
        self.page.evaluate(RUN_ALL)

    def save(self) -> None:
        """Save the notebook."""
        self.page.evaluate(SAVE)

    def run(self, code: str) -> None:
        """Run code in the notebook's kernel, behind its back."""
        assert (status := self.page.evaluate(RUN, code)) == "ok", status

    def drag_over(self, box, words: str) -> None:
        """Draw the mouse over words of a text, from their first letter to their last."""
        left, top, right, bottom = box.evaluate(ENDS, words)
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        self.page.mouse.move(right, bottom, steps=4)
        self.page.mouse.up()

    def restart(self) -> None:
        """Restart the kernel, as the menu does, without asking."""
        self.page.evaluate("window.dlContext.sessionContext.session.kernel.restart()")
        self.ready()

    def reload(self) -> None:
        """Save the notebook and load the page anew, as F5 does; the kernel goes on."""
        self.save()
        self.page.reload()
        self._show()

    def reopen(self) -> None:
        """Save the notebook, close it and open it again; the kernel goes on."""
        self.save()
        # Closing it as the menu does asks whether to save what a widget has drawn since.
        self.page.evaluate("window.dlNotebook.dispose()")
        self._show()

    def kernel_pid(self) -> int:
        """Return the number of the kernel's process."""
        return self.page.evaluate(PID)

    def kill_kernel(self) -> None:
        """End the kernel as the system does when memory is short; return when the page has said so."""
        self.page.evaluate(DYING)
        os.kill(self.kernel_pid(), signal.SIGKILL)
        self.page.wait_for_function("window.dlEnded")
        self.page.get_by_role("dialog", name="Kernel Restarting").get_by_role("button", name="Ok").click()

    def block_kernel(self, seconds: float) -> None:
        """Keep the kernel busy for some seconds, and return once it is."""
        self.page.evaluate(BLOCK, seconds)

    def theme(self, name: str) -> None:
        """Change JupyterLab's theme, and wait until its colours are there and nothing lies over the page."""
        self.page.evaluate("(theme) => jupyterapp.commands.execute('apputils:change-theme', { theme })", name)
        self.page.wait_for_function(THEMED, arg=name)
