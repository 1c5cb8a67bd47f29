"""A class in which honest students sit beside others, graded as root and as a user without rights."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.grading.bubble import INSIDE
from dateline.grading.gradebook import Gradebook
from tests.adversarial import attacks
from tests.adversarial.files import HANDED_IN
from tests.answer_sheets import KIT, model_answers
from tests.grading.making import LESSON, answered, notebook, points, put
from tests.grading.test_papers import own_exercise

HONEST = {"aaa honest": ("4.1", "4.2", "4.3"), "mmm honest": ("4.1",), "zzz honest": ("4.2",)}
SECONDS = 3  # for a notebook
SHARED = KIT / "dateline", KIT / "data"
DEVICES = [Path("/dev") / name for name in ("null", "zero", "full", "random", "urandom", "tty")]
# What belongs to the machine and is the same for everyone; a search through it takes long and finds nothing.
SYSTEM = [
    "/proc/sys", "/sys", "/usr", "/lib", "/lib64", "/bin", "/sbin", sys.prefix, sys.base_prefix,
    f"{INSIDE}/python",
]  # fmt: skip


@dataclass
class Graded:
    """What came of the class: gradings by name, what the servers heard, and the files before and after."""

    gradings: dict
    heard: list = field(default_factory=list)
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    out: Path = Path()
    marker: str = ""

    def points(self, name):
        return points(self.gradings[name])


def computed(id, name):
    return f"{name} = list({model_answers()[id]!r})"


def attacking(code):
    """A notebook with an honest answer, an attack, and another honest answer."""
    return notebook(
        "from dateline import check, open_case", computed("4.1", "figures"), "later_figures = ...", code,
        computed("4.3", "not_figures"),
    )  # fmt: skip


def fingerprints(*folders):
    """What is in every file below some folders, and who may do what with each device."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    held = {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix != ".pyc"
    }
    return held | {str(path): path.stat().st_mode for path in DEVICES}


def rounds_of_the_bomb(mode):
    """The bomb goes on for ever where the system itself counts processes.

    It does not count those of root under another name, which is the "user" of a test that root runs; there
    the bomb stops at some hundreds of sleeping processes, and the sandbox must end them.
    """
    return "range(8)" if modes()[mode] else "itertools.count()"


def modes():
    """As root, the rights are real ones; in a user namespace of its own, nobody is root any more."""
    if os.geteuid() != 0:
        return {"as a user": []}
    inside = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    return {"as root": [], "as a user": inside}


@pytest.fixture(scope="session", params=modes())
def graded(request, tmp_path_factory):
    home = tmp_path_factory.mktemp("class")
    marker = f"canary{secrets.token_hex(6)}"
    heard, addresses, sockets = serving(home)
    class_ = put(home / "in", files_of_the_class(home, marker, addresses, rounds_of_the_bomb(request.param)))
    key = put(home / "key", {"syria-withdrawal/exercises.yaml": own_exercise() + f"# {marker}\n".encode()})
    roster = home / "roster.csv"
    with roster.open("w", newline="", encoding="utf-8") as file:
        names = sorted(path.name for path in class_.iterdir() if path.name == path.name.strip())
        csv.writer(file).writerows([["name", "email"], *([name, f"{marker}@x"] for name in names)])
    before = fingerprints(class_, key, *SHARED)
    command = [
        *modes()[request.param], sys.executable, "-m", "dateline", "grade", str(class_),
        "--out", str(home / "out"), "--only", "4", "--key", str(key), "--roster", str(roster),
        "--timeout", str(SECONDS), "--memory", "700", "--jobs", "2", "--json",
    ]  # fmt: skip
    surroundings = {**os.environ, "PYTHONPATH": str(KIT), "SECRET": marker}
    ran = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, timeout=240, check=False, cwd=home
    )
    assert ran.returncode == 0, ran.stderr + ran.stdout
    for each in sockets:
        each.close()
    with Gradebook(home / "out/gradebook.db") as book:
        gradings = {each.name: each for each in book.gradings()}
    after = fingerprints(class_, key, *SHARED)
    return Graded(gradings, heard, before, after, home / "out", marker)


def filled(code, blanks):
    for blank, text in blanks.items():
        code = code.replace(blank, text)
    return code


def files_of_the_class(home, marker, addresses, rounds):
    half, other = marker[:9], marker[9:]
    blanks = {
        "{rounds}": rounds, "{sleep}": sleeping(marker), "{half}": half, "{other}": other,
        "{addresses!r}": repr(addresses), "{system!r}": repr(SYSTEM),
        "{folders!r}": repr([str(home), str(KIT)]),
    }  # fmt: skip
    code = {attack.name: attack.code for attack in attacks.ALL}
    code |= {"searching": attacks.SEARCH, "connecting": attacks.CONNECT}
    files = {f"{name}/{LESSON}": attacking(filled(text, blanks)) for name, text in code.items()}
    files |= {f"{name}/{LESSON}": notebook(f"# {marker}", *answered(*ids)) for name, ids in HONEST.items()}
    for each in HANDED_IN:
        files |= {f"{each.name}/{path}": data for path, data in each.files().items()}
    return files


def sleeping(marker):
    """How long the children sleep, as nobody else's do: the number makes them known."""
    return str(10**6 + int(marker[6:], 16) % 10**9)


def serving(home):
    """Listen on this machine, IPv4, IPv6 and Unix; return what is heard, where, and the sockets."""
    heard, addresses, sockets = [], [], []
    places = [
        ("AF_INET", ("127.0.0.1", 0)),
        ("AF_INET6", ("::1", 0)),
        ("AF_UNIX", str(home / "s")),
        ("AF_UNIX", f"\0{home}"),
    ]
    for family, place in places:
        server = socket.socket(getattr(socket, family), socket.SOCK_STREAM)
        try:
            server.bind(place)
        except OSError:  # a machine without IPv6
            server.close()
            continue
        server.listen()
        name = server.getsockname()
        name = name.decode("latin-1") if isinstance(name, bytes) else name
        addresses.append((family, list(name[:2]) if isinstance(name, tuple) else name))
        sockets.append(server)
        threading.Thread(target=hearing, args=(server, family, heard), daemon=True).start()
    return heard, addresses, sockets


def hearing(server, family, heard):
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        heard.append(family)
        connection.close()


def as_json(value):
    return json.dumps(value, default=str)
