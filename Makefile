# Dateline. Needs make and Python 3.11 or later; everything else goes into .venv.
#
#   make lab                      open the course        make lab PORT=8890 BROWSER=no
#   make test                     lint and test it all   make help                        the rest

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
LOCK := $(BIN)/uv --no-config pip compile --universal --python-version 3.11 --only-binary :all: --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet $(if $(UPGRADE),--upgrade)

# Each core runs whole files of tests, with a JupyterLab and a browser of its own where they need one.
SHARED := --numprocesses auto --maxprocesses 4 --dist loadfile

# PYTHON=… names the Python to use; without it, the first of these that is new enough is taken.
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help lab test bench exercises outputs screenshots lock clean

help:
	@echo 'make lab         open the first lesson in JupyterLab   (PORT=8890  BROWSER=no)'
	@echo 'make test        lint, check the exercises, run every test'
	@echo 'make bench       measure times, both readers and the brief checker'
	@echo 'make exercises   write exercises/ from solutions/'
	@echo 'make outputs     run the lessons and solutions and store what they show'
	@echo 'make screenshots take the pictures in docs/images/ anew'
	@echo 'make lock        pin every version anew                (UPGRADE=yes for newer ones)'
	@echo 'make clean       remove .venv and caches, never an answer'
	@echo 'PYTHON=python3.12 before any of these chooses the Python for .venv'

lab: $(VENV)/package.stamp
	@$(BIN)/dateline lab $(if $(PORT),--port $(PORT)) $(if $(filter no,$(BROWSER)),--no-browser)

test: $(VENV)/tests.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/dateline build --check
	@$(BIN)/python -m pytest $(SHARED)

bench: $(VENV)/bench.stamp
	@$(BIN)/python -m bench

exercises: $(VENV)/package.stamp
	@$(BIN)/dateline build

outputs: $(VENV)/package.stamp
	@$(BIN)/python -m dateline.outputs notebooks solutions

screenshots: $(VENV)/tests.stamp
	@$(BIN)/python -m tests.browser.screenshots

lock: $(VENV)/tests.stamp
	$(LOCK) --extra build pyproject.toml -o requirements.txt
	$(LOCK) --extra test --extra lock --extra export --extra import --extra cluster --constraint requirements.txt pyproject.toml -o tests/requirements.txt
	$(LOCK) --extra bench --constraint tests/requirements.txt pyproject.toml -o bench/requirements.txt
	$(LOCK) --constraint tests/requirements.txt tests/release/nbgrader.in -o tests/release/nbgrader.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says that a step is done, so that nothing is installed twice.
$(VENV)/package.stamp: pyproject.toml $(VENV)/requirements.stamp
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/requirements.stamp: requirements.txt | $(BIN)/python
	@echo 'Installing what Dateline needs: a minute or two, the first time only.'
	@$(PIP) --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/tests.stamp: tests/requirements.txt $(VENV)/package.stamp
	@echo 'Installing what the tests need.'
	@$(PIP) --require-hashes --requirement tests/requirements.txt
	@touch $@

# The benches say what they lack, so a machine that cannot fetch it measures the kit alone.
$(VENV)/bench.stamp: bench/requirements.txt $(VENV)/package.stamp
	@echo 'Installing what the benches compare with.'
	@$(PIP) --require-hashes --requirement bench/requirements.txt && touch $@ || echo 'Not installed.' >&2

# Candidates are run, not only looked up: some systems have names that start nothing.
$(BIN)/python:
	@for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  new="$$python"; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  echo "Making $(VENV) with $$("$$python" --version)."; \
	  "$$python" -m venv --clear $(VENV) && exit 0; \
	done; \
	if [ -n "$$new" ]; then \
	  echo "$$new cannot make virtual environments: install its venv package (Debian, Ubuntu: python3-venv)" >&2; \
	else \
	  echo "Dateline needs Python 3.11 or later; none of these is: $(PYTHONS)" >&2; \
	fi; \
	echo "or name another Python: make lab PYTHON=/path/to/python3.12" >&2; exit 1
