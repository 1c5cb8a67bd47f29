"""Open the first lesson in JupyterLab, with notebooks/, exercises/ and solutions/ in the file browser."""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from dateline.errors import KitError
from dateline.kit import find_kit

NAME = "lab"
HELP = "open the course in JupyterLab"
FIRST_LESSON = "notebooks/00-start-here.ipynb"
HOST = "127.0.0.1"
PORTS = range(8888, 8898)
WAIT = 90.0  # seconds until a slow machine's server must answer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `dateline lab`."""
    parser.add_argument(
        "--port", type=_port, metavar="N", help="port to use (default: the first free one from 8888)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address, open no browser")


def run(options: argparse.Namespace) -> int:
    """Start JupyterLab, print its address once it answers, and wait until it is stopped."""
    kit = find_kit()
    if not (kit / FIRST_LESSON).is_file():
        raise KitError(f"{FIRST_LESSON} is missing in {kit}. Get a fresh copy of the kit.")
    port = options.port or next((port for port in PORTS if _is_free(port)), PORTS[0])
    if not _is_free(port):
        raise KitError(
            f"Port {port} is in use. Stop what runs there, or choose another: make lab PORT={port + 1}"
        )
    token = os.environ.get("JUPYTER_TOKEN") or secrets.token_hex(16)
    server = subprocess.Popen(
        server_command(kit, port, browser=not options.no_browser), env=server_environment(token)
    )
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM)
    )  # so that the server ends with us
    try:
        _wait_until_up(server, port)
        print(f"\nDateline is ready: http://{HOST}:{port}/lab/tree/{FIRST_LESSON}?token={token}", flush=True)
        print("To stop it, press Ctrl+C here.", flush=True)
        return server.wait()
    except KeyboardInterrupt:  # Ctrl+C is how a learner ends the day, no fault
        print("Dateline has stopped. What was saved is saved.")
        return 0
    finally:
        server.terminate()
        with contextlib.suppress(KeyboardInterrupt):
            server.wait()


def server_command(kit: Path, port: int, browser: bool) -> list[str]:
    """Return the command that serves the kit's folder on one port of this machine only."""
    options = {
        "ServerApp.root_dir": kit,
        "ServerApp.ip": HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": browser,
        "ServerApp.answer_yes": True,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "KernelManager.transport_encryption": "auto",  # school machines are shared
        "LabApp.default_url": f"/lab/tree/{FIRST_LESSON}",
        "Application.log_level": "WARN",
    }
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options["ServerApp.allow_root"] = (
            True  # in a container everybody is root; the server listens to this machine only
        )
    return [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]


def server_environment(token: str) -> dict[str, str]:
    """Return the server's environment: the token, this package where it is not installed, and our settings.

    The settings, in labconfig/, wrap long lines, as a brief has them, and keep JupyterLab from asking for
    news: a course needs no network.
    """
    here = Path(__file__).resolve().parent
    return {
        **os.environ,
        "JUPYTER_TOKEN": token,
        "PYTHONPATH": _search_path(here.parents[1], "PYTHONPATH"),
        "JUPYTER_CONFIG_PATH": _search_path(here, "JUPYTER_CONFIG_PATH"),
    }


def _search_path(first: Path, name: str) -> str:
    """Return the search path in an environment variable with one folder more before it."""
    return os.pathsep.join(filter(None, [str(first), os.environ.get(name)]))


def _wait_until_up(server: subprocess.Popen, port: int) -> None:
    """Wait until the server accepts connections; KitError if it ends first or takes too long."""
    deadline = time.monotonic() + WAIT
    while _is_free(port):
        if server.poll() is not None:
            raise KitError(
                f"JupyterLab ended at once (exit code {server.returncode}); its message stands above."
            )
        if time.monotonic() > deadline:
            raise KitError(f"JupyterLab did not answer on port {port} within {WAIT:.0f} seconds.")
        time.sleep(0.2)


def _is_free(port: int) -> bool:
    """Say whether nothing listens on a port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) != 0


def _port(text: str) -> int:
    """Read a port number; argparse turns the error into a message."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no port: give a number from 1 to 65535, for example 8890"
        )
    return int(text)
