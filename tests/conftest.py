"""What holds for every test."""

# Notebooks below tests/ are made for tests, broken ones too: only lessons and solutions are run by nbval.
collect_ignore_glob = ["*.ipynb"]
