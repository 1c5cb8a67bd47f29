"""What holds for every test."""

from hypothesis import settings

# Notebooks below tests/ are made for tests, broken ones too: only lessons and solutions are run by nbval.
collect_ignore_glob = ["*.ipynb"]

# The same examples on every machine, and none that fails because a machine is slow.
settings.register_profile("kit", deadline=None, derandomize=True)
settings.load_profile("kit")
