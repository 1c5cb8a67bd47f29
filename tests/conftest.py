"""What holds for every test."""

import signal

from hypothesis import settings

# Notebooks below tests/ are made for tests, broken ones too: only lessons and solutions are run by nbval.
collect_ignore_glob = ["*.ipynb"]

# The same examples on every machine, and none that fails because a machine is slow.
settings.register_profile("kit", deadline=None, derandomize=True)
settings.load_profile("kit")

# A runner that was started in the background may hand Ctrl+C on as ignored; tests that send it need it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
