# Everything sets itself up: `make demo` and `make test` work in a fresh clone with Python 3.11 and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
# Commands are started hundreds of times by the tests; without kept bytecode each compiles 400 modules anew, a third of its start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test lint lock clean

setup: $(VENV)/ready

# Every package is pinned with its hashes, so any pip from 23.2 on installs the same set.
$(VENV)/ready: requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit("kznews needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

demo: setup
	@mkdir -p $(DATA)
	@$(BIN)/scrapy demo

# The SQLite store in a browser, at http://127.0.0.1:8001 (docs/browse.md).
.PHONY: browse
browse: setup
	@$(BIN)/scrapy browse

test: setup
	$(BIN)/python -m pytest -q -n 2 $(TESTS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy

# Needs uv: writes the pinned lists anew from requirements*.in.
LOCK = uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock"
lock:
	for list in requirements requirements-cluster requirements-dev requirements-bench; do \
		$(LOCK) $$list.in -o $$list.txt || exit; \
	done
	$(LOCK) --no-deps requirements-fundus.in -o requirements-fundus.txt

clean:
	rm -rf $(VENV) .bench $(DATA) .pytest_cache .mypy_cache .ruff_cache

# kill -9 in the middle of crawls, migrations and exports, over and over: about half a second of a processor each (docs/reliability.md).
KILLS ?= 1000
SAMPLE ?= 60
JOBS ?= 2
.PHONY: kill-test
kill-test: setup
	$(BIN)/python -m tests.support.kill_runner --kills $(KILLS) --jobs $(JOBS)
	$(BIN)/python -m tests.support.kill_runner --kills $(SAMPLE) --postgresql
	$(BIN)/python -m tests.support.kill_runner --kills 20 --weak

# Servers that try to lead a run away from its portal, and answers that break off; CI follows 500 chains (docs/reliability.md).
CHAINS ?= 10000
RESETS ?= 200
.PHONY: chains
chains: setup
	KZNEWS_CHAINS=$(CHAINS) KZNEWS_RESETS=$(RESETS) $(BIN)/python -m pytest -q tests/network/test_chains.py tests/network/test_bodies.py

# Every order, level of concurrency, interleaving of versions and start at once that docs/reliability.md speaks of.
.PHONY: order-test
order-test: setup
	KZNEWS_ORDERS=100 KZNEWS_LEVELS=8 KZNEWS_INTERLEAVINGS=10000 KZNEWS_STARTS=50 $(BIN)/python -m pytest -q \
		tests/test_orders.py tests/store/test_store_interleavings.py tests/store/test_store_starts.py \
		tests/store/test_store_stories.py

# Random bytes, texts and pages; 100,000 of each instead of the sample that `make test` runs.
FUZZ ?= 100000
.PHONY: fuzz
fuzz: setup
	KZNEWS_FUZZ=$(FUZZ) $(BIN)/python -m pytest -q tests/kazakh/test_properties.py tests/kazakh/test_date_forms.py tests/extract/test_fuzz.py

# kznews beside other libraries and beside bare parses: Kazakh text, then quality and speed of extraction, then a whole replay.
.PHONY: bench
bench: bench-kazakh bench-peers bench-extraction

# The figures of docs/benchmarks-kazakh.md; other libraries live in a second environment, since their pins clash with ours.
.PHONY: bench-kazakh
bench-kazakh: .bench/ready
	.bench/bin/python -m benchmarks.kazakh --sentences 250

# The figures of docs/benchmarks-store.md; the first time it makes a store of a million pages, which takes a quarter of an hour.
.PHONY: bench-store
bench-store: setup
	$(BIN)/python -m benchmarks.store .bench
	$(BIN)/python -m benchmarks.store .bench --postgresql

# The figures of docs/benchmarks.md: a page beside a bare lxml parse, and through a whole replay.
.PHONY: bench-extraction
bench-extraction: setup
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.replay

# The first tables of docs/benchmarks.md; newspaper4k's source package brings the public pages. PEERS takes further folders of pages.
PEERS ?=
.PHONY: bench-peers
bench-peers: .bench/pages
	.bench/bin/python -m benchmarks.peers --newspaper .bench/pages $(PEERS)

.bench/pages: .bench/ready
	rm -rf $@ && mkdir -p $@
	.bench/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary newspaper4k --dest $@ \
		"$$(grep -o '^newspaper4k==[0-9.]*' requirements-bench.txt)"
	tar xzf $@/newspaper4k-*.tar.gz -C $@

# Questions to a store of 200,000 articles, which it makes the first time (docs/search.md).
SEARCH ?= sqlite:///.bench/search.db
.PHONY: bench-search
bench-search: setup
	@mkdir -p .bench
	$(BIN)/python -m benchmarks.search $(SEARCH)

# The list is complete; resolving it again, pip 23.2 stops with an assertion over lxml[html-clean].
.bench/ready: requirements-bench.txt requirements-fundus.txt
	$(PYTHON) -m venv .bench
	.bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-bench.txt -r requirements-fundus.txt
	touch $@

# A back-fill of 10,000 addresses over 400 days that is killed five times; CI takes 200 addresses (docs/reliability.md).
ADDRESSES ?= 10000
.PHONY: backfill
backfill: setup
	KZNEWS_BACKFILL=$(ADDRESSES) $(BIN)/python -m pytest -q tests/test_backfill.py -k killed

# 100,000 pages of a local server at full speed: memory, descriptors and threads of the crawler (docs/benchmarks-soak.md).
SOAK ?= 100000
.PHONY: soak
soak: setup
	$(BIN)/python -m benchmarks.soak --pages $(SOAK)

# The pace of a run, and of two processes at once, read off a server's log: over half an hour, nearly all of it waiting; `make test` runs
# it with 20 pages and a delay of 0.1 s.
PAGES ?= 500
DELAY ?= 2
.PHONY: pace
pace: setup
	KZNEWS_PACE_PAGES=$(PAGES) KZNEWS_PACE_DELAY=$(DELAY) $(BIN)/python -m pytest -q -s tests/test_pace.py

# Re-extraction with one process, two, and Dask (docs/scale.md).
ARCHIVED ?= 20000
.PHONY: bench-archives
bench-archives: setup
	$(BIN)/python -m benchmarks.archives --pages $(ARCHIVED)

# Every class name that layouts use renamed on the saved pages, and 20,000 healthy runs of made-up portals (docs/health.md).
.PHONY: drift-test
drift-test: setup
	KZNEWS_WORLDS=200 KZNEWS_CLASSES=1000 $(BIN)/python -m pytest -q tests/health/test_judge.py

# Time and memory of every export of 20,000 and 200,000 articles (docs/feeds.md).
.PHONY: bench-exports
bench-exports: setup
	$(BIN)/python -m benchmarks.exports

# The labelled set of copies and of other news in the same form (docs/duplicates.md); CI takes 30 texts.
PAIRS ?= 250
.PHONY: pairs
pairs: setup
	KZNEWS_PAIRS=$(PAIRS) $(BIN)/python -m pytest -q tests/stories/test_pairs.py tests/stories/test_more_pairs.py
