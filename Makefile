# Walkcoach's commands. `make run` and `make test` prepare all that they need by themselves.

VENV := .venv
BIN := $(VENV)/bin
# Three share two cores: some tests wait for sound, windows and kills.
JOBS ?= 3
OUT ?= tour
ARGS ?=
ONLY ?=

# The machine's Python: the first of these that is 3.11 or later. `make run PYTHON=/a/python3` chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install -c constraints.txt
PINS := constraints.txt pyproject.toml packaging/system_libraries.py

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test test-long setup tour lint types unit looks bench package menu-entry clean python population

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS='	' read -r name what; do printf '  make %-10s %s\n' "$$name" "$$what"; done

run: $(VENV)/ready-to-run ## start Walkcoach; ARGS="--sample" and the like go to it
	@$(BIN)/python -m walkcoach $(ARGS)

test: lint types unit ## style, types and tests: what has to pass before a change goes in

test-long: $(VENV)/ready-to-test ## the tests that take long: thousands of diaries, kills at random moments
	$(BIN)/python -m pytest -n $(JOBS) -m long -o faulthandler_timeout=3600

setup: $(VENV)/ready-to-test ## prepare .venv and the system libraries, run nothing

tour: $(VENV)/ready-to-run ## pictures of every page, drawn without a screen, into tour/ (OUT=folder)
	@$(BIN)/python -m walkcoach tour $(OUT)

lint: $(VENV)/ready-to-test ## style only
	$(BIN)/ruff check .

types: $(VENV)/ready-to-test
	$(BIN)/mypy

unit: $(VENV)/ready-to-test
	$(BIN)/python -m pytest -n $(JOBS) -q

looks: $(VENV)/ready-to-test ## draw the reference pictures anew, to be looked at; ONLY=month for some
	@$(BIN)/python -m tests.looks.redraw $(ONLY)

bench: $(VENV)/ready-to-test ## measure what is promised about speed and memory
	$(BIN)/python -m benchmarks

population: $(VENV)/ready-to-test ## how the coach does with many made-up walkers: benchmarks/population.md and .svg
	$(BIN)/python -m benchmarks.population $(ARGS)

package: $(VENV)/ready-to-test ## a program of its own in dist/walkcoach, tried out at once
	@"$(PYTHON)" packaging/system_libraries.py package
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN packaging/walkcoach.spec
	$(BIN)/python packaging/smoke_test.py dist/walkcoach

menu-entry: $(VENV)/ready-to-run ## put Walkcoach into the desktop's menu (Linux)
	@$(BIN)/python packaging/linux/menu_entry.py dist/walkcoach/walkcoach $(BIN)/walkcoach

clean: ## away with all that these commands have made
	rm -rf $(VENV) build dist tour .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov

python:
	@test -n "$(PYTHON)" || { echo "Walkcoach needs Python 3.11 or later, and none was found here. On Debian: apt-get install python3 python3-venv"; exit 1; }

$(VENV)/ready-to-run: $(PINS) | python
	@"$(PYTHON)" packaging/system_libraries.py run
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		echo "Preparing $(VENV), once: this fetches about 250 MB"; "$(PYTHON)" -m venv --clear $(VENV); }
	@$(PIP) hatchling
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready-to-run
	@"$(PYTHON)" packaging/system_libraries.py test
	@$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@
