# Needs Python 3.11 or later, git and make; everything else is installed into .venv and .tools.
PYTHON ?= python3
BIN := .venv/bin
UV := .tools/bin/uv
TRUSTING := .tools/bin/python .ci/with_certificates.py
PIP := $(TRUSTING) pip -qq --disable-pip-version-check
LOCKED = $(UV) export --frozen --quiet --no-emit-project --no-annotate
export UV_PYTHON_DOWNLOADS := never
export NO_MKDOCS_2_WARNING := 1

.PHONY: setup site serve quick check lint types imports drift test browser web bench mutants soak fix wheel clean

setup: .venv/.ready

$(UV):
	$(PYTHON) -m venv .tools
	$(PIP) install "uv>=0.7"

# pip fetches, so that its mirror, proxy and certificates hold; the versions and hashes are those of uv.lock.
.venv/.ready: pyproject.toml uv.lock | $(UV)
	$(PYTHON) -m venv --without-pip .venv
	$(LOCKED) --output-file .venv/requirements.txt
	$(PIP) --python $(BIN)/python install --no-deps --no-compile --require-hashes -r .venv/requirements.txt
	$(PIP) --python $(BIN)/python install --no-deps --editable .
	$(BIN)/python -m compileall -q -j 0 .venv generator plugins
	@touch $@

site: setup            ## build the sample portal into site/
	$(BIN)/yuandi build

serve: setup           ## look at the sample portal while editing it
	$(BIN)/yuandi serve

quick: lint types imports drift  ## before each commit: everything but the tests that take seconds or a browser
	$(BIN)/pytest -n 2 -m "not slow and not browser"

check: lint types imports drift test   ## everything that CI asks

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/yuandi check --strict

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

drift: setup           ## are the generated pages as the code has them?
	$(BIN)/python -m yuandi.docs --check docs

test: setup browser web  ## all tests; the fast ones first
	$(BIN)/pytest -n 2

browser:               ## Chromium, a Chinese font, nginx and rsync, where they may be installed
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	       && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null; } \
	  || echo "No Chromium and no right to install it: the browser tests will be skipped."
	@{ command -v nginx || test -x /usr/sbin/nginx; } >/dev/null && command -v rsync >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	       && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nginx-light rsync >/dev/null; } \
	  || echo "No nginx or rsync and no right to install them: tests of publishing will be skipped."

web: tests/web/node_modules/.ready  ## the validators of pages, styles and scripts, where there is npm

tests/web/node_modules/.ready: tests/web/package-lock.json | $(UV)
	@if command -v npm >/dev/null; then cd tests/web \
	  && npm() { ../../.tools/bin/python ../../.ci/with_certificates.py npm "$$@"; } && npm ci --no-audit --no-fund --loglevel=error \
	  && npm pack --silent --loglevel=error --pack-destination node_modules decap-cms@3.16.3 js-yaml@4.3.2 >/dev/null \
	  && touch node_modules/.ready; \
	else echo "No npm: the tests that need validators will be skipped."; fi

bench: setup           ## Yuandi beside Hugo, Material and Pagefind, and in an editor; ENTRIES and ROUNDS may be given
	$(LOCKED) --only-group bench --output-file .venv/bench.txt
	$(PIP) --python $(BIN)/python install --no-deps --require-hashes -r .venv/bench.txt
	$(BIN)/python benchmarks/run.py --entries $(or $(ENTRIES),10000) --rounds $(or $(ROUNDS),1) --write
	$(BIN)/python benchmarks/serve.py --entries $(or $(ENTRIES),10000) --write
	$(BIN)/python benchmarks/search.py --entries $(or $(ENTRIES),10000) --write
	$(BIN)/python benchmarks/lsp.py --entries $(or $(ENTRIES),10000) --write

mutants: setup         ## small changes of the code that some test must notice; SAMPLE, SEED and MINUTES may be given
	$(LOCKED) --only-group mutants --output-file .venv/mutants.txt
	$(PIP) --python $(BIN)/python install --no-deps --require-hashes -r .venv/mutants.txt
	$(BIN)/python -m tools.mutants --sample $(or $(SAMPLE),300) --seed $(or $(SEED),11) --minutes $(or $(MINUTES),120)

soak: setup            ## the long campaigns: random edits, killed builds
	YUANDI_SOAK=$(or $(SCRIPTS),20) $(BIN)/pytest -n 2 tests/incremental tests/building tests/drawing

fix: setup             ## format, and write generated pages and the ids of messages again
	$(BIN)/ruff check --fix --quiet || true
	$(BIN)/ruff format --quiet
	$(BIN)/python -m yuandi.docs docs
	$(BIN)/python -m yuandi.docs.messages

wheel: setup           ## build the wheel into dist/
	rm -rf dist
	$(PIP) wheel --no-deps --wheel-dir dist .

clean:
	rm -rf .venv .tools dist
