"""Does the runner run every bench, and fail when one is too slow or breaks?"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUNNER = Path(__file__).resolve().parents[1] / "bench/__main__.py"


@pytest.mark.parametrize(
    ("scripts", "code", "shown"),
    [
        ({"a": "print('  1 s')", "b": "print('  2 s')"}, 0, ["a:", "  1 s", "b:", "  2 s"]),
        (
            {"a": "raise SystemExit(1)", "b": "print('  2 s')"},
            1,
            ["a:", "b:", "  2 s"],
        ),  # the next one still runs
        ({"a": "1 / 0"}, 1, ["a:"]),
        ({"_helper": "print('no bench')"}, 1, []),  # nothing measured is no success
    ],
)
def test_every_bench_is_run(tmp_path, scripts, code, shown):
    (tmp_path / "bench").mkdir()
    shutil.copy(RUNNER, tmp_path / "bench")
    for name, text in scripts.items():
        (tmp_path / f"bench/{name}.py").write_text(text)
    command = [sys.executable, "-m", "bench"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.splitlines()) == (code, shown)
