PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(VENV)/bin/uv pip compile --quiet --generate-hashes --python-version 3.11 --universal

.PHONY: run dev test browser-test bench bench-threads bench-search faults load format lint messages fonts requirements
export PORT

run: $(VENV)/site.stamp  ## Make everything ready and start server and worker.
	@$(RUN) -m config.env
	@exec $(RUN) manage.py serve

dev: $(VENV)/site.stamp  ## Serve with Django's own server, which follows changes of the code.
	@DEBUG=true $(RUN) manage.py migrate --verbosity 0
	@DEBUG=true SITE_URL=http://127.0.0.1:$(or $(PORT),8000) $(RUN) manage.py runserver 127.0.0.1:$(or $(PORT),8000)

test: $(VENV)/tests.stamp  ## Run the whole suite.
	$(RUN) -m pytest -n 2

browser-test: $(VENV)/tests.stamp  ## Run the tests that drive Chromium.
	$(RUN) -m pytest -n 2 -m browser

bench: $(VENV)/tests.stamp  ## Measure what the site takes, beside nginx, and write it into docs and README.
	$(RUN) -m tests.bench $(ROWS)

bench-threads: $(VENV)/tests.stamp  ## Print how a thread's queries take to ten times as many comments.
	$(RUN) -m tests.bench.threads

bench-search: $(VENV)/tests.stamp  ## Print how long indexing and searching 20,000 articles take.
	$(RUN) -m tests.bench.search $(ARTICLES)

load: $(VENV)/tests.stamp  ## Write comments as fast as can be, and kill the site in the middle of it.
	$(RUN) -m tests.load.posting
	$(RUN) -m tests.load.killing

faults: $(VENV)/tests.stamp  ## Stop database and Redis, fill the disk, kill processes, and see what readers notice.
	$(RUN) -m tests.faults

lint: $(VENV)/tests.stamp  ## Say what is not as it should be written.
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	find templates -name '*.html' -print0 | xargs -0 --no-run-if-empty $(VENV)/bin/djade --target-version 5.2 --check

format: $(VENV)/tests.stamp  ## Write it as it should be written.
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	find templates -name '*.html' -print0 | xargs -0 --no-run-if-empty $(VENV)/bin/djade --target-version 5.2

messages: $(VENV)/tests.stamp  ## Gather the strings of the interface and compile their translations (needs gettext).
	$(RUN) .ci/messages.py

fonts: $(VENV)/tests.stamp  ## Rebuild the font subsets.
	$(RUN) static/fonts/build.py

requirements: $(VENV)/tests.stamp  ## Compile requirements.in and requirements-dev.in with hashes.
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) requirements-dev.in --output-file requirements-dev.txt

$(VENV)/site.stamp: requirements.txt | $(VENV)/bin/pip
	@echo "Installing what the site needs."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/tests.stamp: requirements-dev.txt | $(VENV)/bin/pip
	@echo "Installing what the site and its tests need."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Munur needs Python 3.11 or newer, and $(PYTHON) is %d.%d. Name another one: make PYTHON=python3.12" % sys.version_info[:2])'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) could not make a virtual environment. On Debian and Ubuntu it needs the package python3-venv." >&2; exit 1; }
