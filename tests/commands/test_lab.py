"""Does `dateline lab` open the first lesson, and say so when it cannot?"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from dateline.cli import main

KIT = Path(__file__).resolve().parents[2]


@pytest.fixture
def port():
    """Return a port of this machine that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_address_leads_to_the_first_lesson(port, tmp_path):
    settings = {
        name: str(tmp_path) for name in ("JUPYTER_CONFIG_DIR", "JUPYTERLAB_SETTINGS_DIR", "IPYTHONDIR")
    }
    lab = subprocess.Popen(
        [sys.executable, "-m", "dateline", "lab", "--no-browser", "--port", str(port)],
        cwd=KIT / "notebooks", env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        ready = next(line for line in lab.stdout if "Dateline is ready" in line)
        found = re.search(r"(http://127\.0\.0\.1:\d+)/lab/tree/(\S+)\?token=(\w+)", ready)
        address, lesson, token = found.groups()
        assert (KIT / lesson).is_file(), "the first lesson is there"
        page = read(f"{address}/lab/tree/{lesson}?token={token}")
        settings = json.loads(re.search(rb'id="jupyter-config-data".*?>(.*?)</script>', page, re.DOTALL)[1])
        assert any("announcements" in name for name in settings["disabledExtensions"]), "it asks for no news"
        listed = json.loads(read(f"{address}/api/contents/?token={token}"))
        assert {"notebooks", "exercises", "solutions"} <= {item["name"] for item in listed["content"]}
    finally:
        lab.send_signal(signal.SIGTERM)
        lab.wait(timeout=30)
    with pytest.raises(OSError, match="refused"):
        read(address)


def read(address):
    """Return what an address of this machine answers."""
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=30) as answer:
        return answer.read()


def test_a_kit_without_lessons_is_told(tmp_path, monkeypatch, capsys):
    for folder in ("notebooks", "data"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["lab", "--no-browser"]) == 1
    assert "notebooks/00-start-here.ipynb is missing" in capsys.readouterr().err


def test_a_busy_port_is_told(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        assert main(["lab", "--no-browser", "--port", str(number)]) == 1
    told = capsys.readouterr().err
    assert f"Port {number} is in use." in told
    assert f"make lab PORT={number + 1}" in told


@pytest.mark.parametrize("port", ["0", "65536", "-1", "lab", "8888.0", "²"])
def test_what_is_no_port_is_told(port, capsys):
    assert main(["lab", f"--port={port}"]) == 2
    assert "is no port: give a number from 1 to 65535" in capsys.readouterr().err
