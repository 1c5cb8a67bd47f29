"""`python -m bench` runs every benchmark in this folder and shows what each measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each bench/*.py as a script of its own; return 1 if one fails."""
    here = Path(__file__).resolve().parent
    codes = []
    for script in sorted(here.glob("[!_]*.py")):
        print(f"{script.stem}:", flush=True)
        codes.append(subprocess.run([sys.executable, script], cwd=here.parent, check=False).returncode)
    return 1 if any(codes) or not codes else 0


if __name__ == "__main__":
    sys.exit(main())
