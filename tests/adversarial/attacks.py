"""What students may try, and what each of them deserves: the honest answers count, and nothing else.

A row is the code of one cell. Before it stands an honest answer to exercise 4.1, after it one to 4.3, which
the hidden exercise 4.9 asks for too;
both are computed, so that the notebook has to be run. 4.2 is left to the attack.
"""

from __future__ import annotations

from dataclasses import dataclass

BEFORE, AFTER = {"4.1": 5.0}, {"4.3": 3.0, "4.9": 2.0}
BOTH = BEFORE | AFTER


@dataclass(frozen=True)
class Attack:
    """The code of an attack, the state and the points that its student ends with, and the reason."""

    name: str
    code: str
    state: str = "graded"
    points: dict[str, float] | None = None  # None: both honest answers
    why: str = ""

    @property
    def deserved(self) -> dict[str, float]:
        """The points of the honest answers that were reached."""
        return BOTH if self.points is None else self.points


STOPPED = {"state": "timed out", "points": BEFORE}
ENDED = {"state": "partly run", "points": BEFORE}
# Of its memory and its time it may run out of either first, on a busy machine.
ENDED_OR_STOPPED = {"state": "partly run or timed out", "points": BEFORE}
WRONG = {"points": BOTH | {"4.2": 0.0}}

TIME = [
    Attack("endless loop", "while True: pass", **STOPPED),
    Attack(
        "a loop that swallows interrupts",
        "import signal\n"
        "for number in range(1, 65):\n"
        "    try: signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "while True:\n"
        "    try:\n"
        "        while True: pass\n"
        "    except BaseException: pass",
        **STOPPED,
    ),
    Attack("a loop in C", "sum(iter(int, 1))", **STOPPED),
    Attack("endless output", "while True: print('x' * 10**6)", **STOPPED),
    Attack(
        "a thread that goes on",
        "import threading\ndef spin():\n    while True: pass\nthreading.Thread(target=spin).start()",
    ),
]
MEMORY = [
    Attack("2 GB", "bytearray(b'x') * (2 * 10**9)", why="the cell fails, the notebook goes on"),
    Attack("20 GB", "bytearray(b'x') * (20 * 10**9)"),
    Attack(
        "ever more",
        "def grow():\n    held = []\n    while True: held.append(bytearray(b'x') * 10**6)\ngrow()",
    ),
    Attack(
        "2 GB in children",
        "import os, time\n"
        "for _ in range(10):\n"
        "    if os.fork() == 0:\n"
        "        held = bytearray(b'x') * (200 * 10**6)\n"
        "        time.sleep(30)\n"
        "time.sleep(30)",
        **ENDED_OR_STOPPED,
    ),
    Attack("a number of ten million digits", "later_figures = 1 << 4_000_000", **WRONG),
    Attack("raised limits", "import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))"),
]
PROCESSES = [
    Attack(
        "fork bomb",
        "import itertools, os, time\n"
        "for _ in {rounds}:\n"
        "    try: os.fork()\n"
        "    except OSError: pass\n"
        "time.sleep(60)",
        "timed out or partly run",
        BEFORE,
        "the system counts processes, or else the sandbox does",
    ),
    Attack(
        "children that outlive",
        "import os\n"
        "for _ in range(5):\n"
        "    if os.fork() == 0:\n"
        "        os.setsid()\n"
        "        if os.fork() == 0: os.execvp('sleep', ['sleep', '{sleep}'])\n"
        "        os._exit(0)",
    ),
    Attack("os._exit", "import os\nos._exit(0)", **ENDED),
    Attack("sys.exit", "import sys\nsys.exit(1)"),
    Attack("a crash", "import ctypes\nctypes.string_at(0)", **ENDED),
    Attack("a recursion without end", "def f(): f()\nf()"),
    Attack(
        "signals to everyone",
        "import os, signal\n"
        "for number in [os.getppid(), -1, *range(1, 3000)]:\n"
        "    for what in (signal.SIGTERM, signal.SIGKILL):\n"
        "        try: os.kill(number, what) if number != os.getpid() else None\n"
        "        except OSError: pass",
    ),
    Attack("a signal to itself", "import os\nos.kill(os.getpid(), 11)\nos.abort()", **ENDED),
]
OUTPUT = [
    Attack("100 MB of output", "import sys\nprint('x' * 10**8)\nsys.stderr.write('x' * 10**8)"),
    Attack("a report without end", "import os\nwhile True: os.write(3, b'x' * 65536)", **ENDED),
    Attack("a report that is closed", "import os\nos.close(3)", **ENDED),
    Attack(
        "junk in the report",
        "import os\nos.write(3, b'\\n[1]\\n{\"name\": 5}\\nNaN\\n\\xff\\n' + b'[' * 10**5 + b'\\n')",
    ),
]
FORGERY = [
    Attack(
        "forged points",
        "import os, json\n"
        "for said in ({'points': 100}, {'name': 'points', 'answer': 100}, {'status': 'right'}, {'4.2': 5},\n"
        "             {'name': 'change', 'answer': {'lower': 1}}, {'name': '4.2', 'answer': 'right'}):\n"
        "    os.write(3, json.dumps(said).encode() + b'\\n')",
    ),
    Attack(
        "a forged end, then a loop",
        "import os\nos.write(3, b'{\"end\": true}\\n')\nwhile True: pass",
        **STOPPED,
    ),
    Attack("a forged breakdown", "import os\nos.write(3, b'{\"broken\": \"the sandbox\"}\\n')"),
    Attack(
        "check patched",
        "import dateline, dateline.exercises, dateline.findings\n"
        "full = lambda *given, **named: dateline.findings.Result('4.2', '', 'right', 5, 5)\n"
        "for module in (dateline, dateline.exercises): module.check = module.mark = full\n"
        "check = full\ncheck('4.2', later_figures)",
    ),
    Attack(
        "builtins replaced",
        "import builtins, json\n"
        "for name in ('isinstance', 'len', 'sorted', 'float', 'sum', 'min', 'max', 'any', 'all'):\n"
        "    setattr(builtins, name, lambda *given, **named: True)\n"
        "json.dumps = lambda *given, **named: '{\"points\": 100}'",
        **ENDED, why="it cannot tell its own answers any more",
    ),
    Attack(
        "the collector's frame",
        "import sys\nframe = sys._getframe()\n"
        "while frame:\n"
        "    for value in list(frame.f_locals.values()):\n"
        "        if callable(value) and getattr(value, '__name__', '') == '_report':\n"
        "            value({'name': 'points', 'answer': 100}); value({'cell': 10**9})\n"
        "    frame = frame.f_back",
    ),
]  # fmt: skip
OBJECTS = [
    Attack(
        "equal to everything",
        "class E:\n    def __eq__(self, other): return True\nlater_figures = E()",
        **WRONG,
    ),
    Attack(
        "a list that is equal to everything",
        "class E(list):\n    def __eq__(self, other): return True\nlater_figures = E([1])",
        **WRONG,
    ),
    Attack(
        "hostile attributes",
        "class E:\n"
        "    __class__ = property(lambda self: 1 / 0)\n"
        "    def __getattr__(self, name): raise SystemExit\n"
        "    def __reduce__(self): return (exec, ('import os; os._exit(0)',))\n"
        "later_figures = E()",
        **WRONG,
    ),
    Attack("a pickle", "import pickle\nlater_figures = pickle.dumps([1])", **WRONG),
    Attack(
        "not a number",
        "later_figures = [{'lower': float('nan'), 'upper': float('inf'), 'paragraph': -10**300}]",
        **WRONG,
    ),
    Attack("nested without end", "later_figures = []\nlater_figures.append(later_figures)", **WRONG),
    Attack(
        "nested deep", "later_figures = []\nfor _ in range(10**5): later_figures = [later_figures]", **WRONG
    ),
    Attack("a text of 10 MB", "later_figures = 'x' * 10**7", **WRONG),
    Attack(
        "a mapping that lies",
        "class E(dict):\n    def items(self): return iter(int, 1)\nlater_figures = E(a=1)",
        **WRONG,
    ),
    Attack("half a character", "later_figures = [{'counted': '\\ud800', 'lower': '1'}]", **WRONG),
]
FILES = [
    Attack(
        "deleting and overwriting everything",
        "import os\n"
        "for folder, folders, files in os.walk('/'):\n"
        "    folders[:] = [name for name in folders if os.path.join(folder, name) not in {system!r}]\n"
        "    for name in files:\n"
        "        path = os.path.join(folder, name)\n"
        "        for act in (os.unlink, lambda p: open(p, 'w'), "
        "                    lambda p: os.rename(p, '/tmp/x'), lambda p: os.chmod(p, 0o640)):\n"
        "            try: act(path)\n"
        "            except OSError: pass\n"
        "import shutil\n"
        "for folder in {folders!r}: shutil.rmtree(folder, ignore_errors=True)",
    ),
    Attack(
        "filling every disk",
        "import os\n"
        "for folder in ('/tmp', '/dev/shm', '/', '/kit', '/var/tmp', os.path.expanduser('~')):\n"
        "    try:\n"
        "        with open(folder + '/full', 'wb') as file:\n"
        "            for _ in range(500): file.write(b'x' * 10**6)\n"
        "    except (OSError, MemoryError): pass\n"
        "for number in range(10**5):\n"
        "    try: open(f'/tmp/{number}', 'w').close()\n"
        "    except OSError: break",
    ),
    Attack(
        "mounts and rights",
        "import ctypes, os\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.unshare(0x10000000 | 0x00020000)\n"
        "libc.mount(b'none', b'/kit', b'tmpfs', 0, b'')\n"
        "libc.umount2(b'/tmp', 2)\n"
        "for act in (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.chroot('/tmp')):\n"
        "    try: act()\n"
        "    except OSError: pass",
    ),
]  # fmt: skip
ALL = [*TIME, *MEMORY, *PROCESSES, *OUTPUT, *FORGERY, *OBJECTS, *FILES]

SEARCH = """
import os
hits, seen = [], 0
for folder, folders, files in os.walk('/'):
    folders[:] = [name for name in folders if os.path.join(folder, name) not in {system!r}]
    for name in files:
        path = os.path.join(folder, name)
        if path.endswith(('.so', '.pyc')): continue
        try:
            fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            data = os.read(fd, 10**6)
            os.close(fd)
        except OSError: continue
        seen += 1
        if b'{half}' + b'{other}' in data: hits.append(path)
later_figures = [seen, *hits[:20], *[name for name in os.environ.values() if '{half}' + '{other}' in name]]
"""

CONNECT = """
import socket
reached = []
for family, address in {addresses!r}:
    try:
        made = socket.socket(getattr(socket, family), socket.SOCK_STREAM)
        made.settimeout(0.5)
        made.connect(tuple(address) if isinstance(address, list) else address)
        reached.append(family)
    except OSError: pass
later_figures = ['tried', *reached]
"""
