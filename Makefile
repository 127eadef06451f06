# Everything a person runs here. Needs git, make and Python 3.11 or newer; the rest it installs into .venv by itself.

SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PY := .venv/bin/python
RUNTIME := .venv/runtime
ALL := .venv/development
UV_LOCK := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

.PHONY: help demo chat run setup test check bench fmt golden translations lock

help: ## List these commands
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

##@ Try it
demo: $(RUNTIME) ## Start everything on this machine and print the address of the page with the phones
	@exec $(PY) -m bot demo
chat: $(RUNTIME) ## Hold the same conversation in this terminal: no network, no database server
	@exec $(PY) -m bot chat
run: $(RUNTIME) ## Run bot and api against the real Telegram, configured by the environment or .env
	@exec $(PY) -m bot run

##@ Change it
setup: $(ALL) ## Only the set-up that the others do by themselves: .venv from the lock, catalogues, what is learnt from the examples, var/
	@mkdir -p var
	@$(PY) -c "from content.wording import Wording; Wording.load()"
	@$(PY) -c "from content.reading import read_communes, read_topics; read_topics(read_communes())"
test: $(ALL) ## Run the whole test suite; it says aloud what this machine could not test
	@$(PY) -m pytest -n 4 -m 'not alone'
	@$(PY) -m pytest -m alone
check: $(ALL) ## All that CI runs: lint, types, layers, dependencies, catalogues, content, tests
	.venv/bin/ruff check .
	.venv/bin/ruff format --check --quiet .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/deptry .
	.venv/bin/hadolint Dockerfile
	$(PY) -m content.extraction check --complete
	$(PY) -m content
	$(PY) -m pytest -n 4 -m 'not alone'
	$(PY) -m pytest -m alone
bench: $(ALL) ## Measure speed and memory, and print medians
	@$(PY) -m pytest tests/benchmarks -o python_files='bench_*.py' --benchmark-columns=median,iqr,rounds -p no:randomly --timeout=0 -s
fmt: $(ALL) ## Bring the code into its form
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .
golden: $(ALL) ## Write the golden conversations and openapi.json anew; the difference is the review
	@SELLO_TEST_RECORD=1 $(PY) -m pytest tests/transcripts tests/contract/test_openapi.py -q
translations: $(ALL) ## Bring every catalogue up to the sentences in use; changed ones become fuzzy
	@$(PY) -m content.extraction update
lock: $(ALL) ## Choose the newest versions that fit and lock them with hashes
	$(UV_LOCK) --upgrade pyproject.toml --group dev --output-file .lock/development.txt
	$(UV_LOCK) --upgrade pyproject.toml --constraint .lock/development.txt --output-file .lock/runtime.txt


# Stamps: what is installed is not installed again until its lock changes.
$(RUNTIME): .lock/runtime.txt
	@.lock/install runtime
$(ALL): .lock/development.txt
	@.lock/install development
