"""Do the pinned files say what the package needs, and does the conda route's pip section install?"""

import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
from ruamel.yaml import YAML

KIT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((KIT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = YAML(typ="safe").load((KIT / "environment.yml").read_text(encoding="utf-8"))
PINNED = [
    "requirements.txt",
    "tests/requirements.txt",
    "bench/requirements.txt",
    "tests/release/nbgrader.txt",
]
SETTINGS = ["environment.yml", "pyproject.toml", "Makefile", "postBuild", ".ci/run"]
PIN = re.compile(r"[\w.-]+==[\w.!+]+ .*--hash=sha256:[0-9a-f]{64}")
ADDRESS = re.compile(r"https?://\S+|file:\S*|--(?:extra-)?index-url \S+|--find-links \S+|/(?:home|root)/\S*")


def pins(name):
    """Return {package: lines} of a requirements file; a package may be pinned apart for some Pythons."""
    text = (KIT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in filter(None, text.splitlines()):
        found.setdefault(package(line), set()).add(line)
    return found


def package(requirement):
    """Return a package's name in its normal form: `Ruamel.YAML>=1` → `ruamel-yaml`."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def pip_section():
    """Return the lines that conda would hand to pip."""
    return next(part["pip"] for part in CONDA["dependencies"] if isinstance(part, dict))


@pytest.mark.parametrize("name", PINNED)
def test_everything_is_pinned_and_hashed(name):
    lines = [line for found in pins(name).values() for line in found]
    assert len(lines) > 50
    assert [line for line in lines if not PIN.match(line)] == []


@pytest.mark.parametrize("name", [*PINNED, *SETTINGS])
def test_no_index_address_or_path_is_written_down(name):
    assert ADDRESS.findall((KIT / name).read_text(encoding="utf-8")) == []


def test_every_dependency_is_pinned():
    build = PROJECT["optional-dependencies"]["build"]  # what builds the package, offline
    assert {package(one) for one in [*PROJECT["dependencies"], *build]} - set(pins(PINNED[0])) == set()
    extras = PROJECT["optional-dependencies"]
    tested = [one for name in ("test", "lock", "cluster") for one in extras[name]]
    assert {package(one) for one in tested} - set(pins(PINNED[1])) == set()
    assert {package(one) for one in extras["bench"]} - set(pins(PINNED[2])) == set()


@pytest.mark.parametrize("name", PINNED[1:])
def test_all_use_the_same_versions(name):
    lessons, tests = pins(PINNED[0]), pins(name)
    both = set(lessons) & set(tests)
    assert len(both) > 50
    assert [name for name in both if versions(lessons[name]) != versions(tests[name])] == []


def versions(lines):
    """Return the pins alone: where a package is needed at all may differ from file to file."""
    return {line.split()[0] for line in lines}


def test_conda_takes_a_fit_python_and_the_same_pins():
    wanted = [part for part in CONDA["dependencies"] if isinstance(part, str)]
    python = next(part for part in wanted if part.startswith("python"))
    assert PROJECT["requires-python"] in python.replace(" ", "")
    assert "pip" in wanted
    assert pip_section() == [f"-r {PINNED[0]}"]


@pytest.fixture
def section_file():
    """Write the pip section into the kit's folder, where conda writes it, and take it away afterwards."""
    path = KIT / f"conda-pip-{os.getpid()}.tmp.txt"
    path.write_text("\n".join(pip_section()) + "\n", encoding="utf-8")
    yield path
    path.unlink()


def run(*words):
    """Run a program in the kit's folder and return what it printed; fail with it if it fails."""
    ran = subprocess.run(words, cwd=KIT, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
    return ran.stdout


def test_pip_accepts_the_section_and_has_it_all(section_file):
    """Seconds only: here everything is installed already, so pip has nothing to fetch."""
    told = run(sys.executable, "-m", "pip", "--no-input", "install", "--dry-run", "-r", section_file.name)
    assert "Would install" not in told


@pytest.mark.skipif(not os.environ.get("CI"), reason="half a minute and the network: CI=true runs it")
def test_the_conda_route_installs_in_a_fresh_environment(section_file, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env/bin/python"
    run(python, "-m", "pip", "--no-input", "install", "--quiet", "-r", section_file.name)
    fresh = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["sh", "postBuild"], cwd=KIT, env=fresh, check=True, capture_output=True)
    assert run(python.parent / "dateline", "--version").startswith("dateline ")
    run(python, "-c", "import dateline, jupyterlab, ipywidgets, anywidget, pandas, matplotlib, edtf")
