# make demo   crawl five made-up portals on this machine and open the archive of them (SERVE=0: only crawl; PORT=9000:
#             serve there; DEMO_PORT=8620 ARCHIVE=data-demo-2: play them there, into another folder)
# make test   everything that must pass: style, types, tests
# make soak   what takes longer than the suite may
# make screenshots   the pictures of the README, of the demo archive
# make peers  dates beside dateparser, dateutil and htmldate, in an environment of their own (PEERS=.venv-peers)
# make extractors  reading beside trafilatura, newspaper4k and news-please, in an environment of their own
PYTHON ?= python3
VENV ?= .venv
SERVE ?= 1
PORT ?= 8001
DEMO_PORT ?=
ARCHIVE ?= data-demo
BIN := $(VENV)/bin
PEERS ?= .venv-peers
PYWB ?= .venv-pywb
# the tests start hundreds of processes: none of them compiles the project anew
export PYTHONDONTWRITEBYTECODE =
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: demo test check soak setup browser readers pywb lock peers extractors clean

demo: setup
	$(BIN)/kehoach demo --archive "$(ARCHIVE)" --port $(PORT) $(addprefix --demo-port ,$(DEMO_PORT)) $(if $(filter 0,$(SERVE)),--no-serve)

test: setup browser readers check
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder --together -m "not soak"

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

soak: setup browser readers pywb
	$(BIN)/pytest -m soak

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || deploy/apt-install python3-venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

browser:
	@test -n "$(CHROMIUM)" || deploy/apt-install chromium fonts-noto-core

readers:
	@for tool in antiword tesseract; do command -v $$tool >/dev/null || missing=1; done; \
		test -z "$$missing" || deploy/apt-install antiword tesseract-ocr tesseract-ocr-vie

pywb: $(PYWB)/.ready

$(PYWB)/.ready: tests/pywb.lock
	$(PYTHON) -m venv $(PYWB)
	$(PYWB)/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/pywb.lock
	@touch $@

peers: $(PEERS)/.ready
	$(PEERS)/bin/python -m benchmarks.dates

$(PEERS)/.ready: benchmarks/peers.txt requirements.lock
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check -r benchmarks/peers.txt
	$(PEERS)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

extractors: setup
	$(BIN)/python -m benchmarks.extractors

screenshots: setup browser
	$(BIN)/kehoach demo --archive data-demo --no-serve
	$(BIN)/kehoach serve --archive data-demo --port $(PORT) & server=$$!; trap "kill $$server" EXIT; \
		$(BIN)/python deploy/screenshots.py http://127.0.0.1:$(PORT) docs/screenshots

lock: setup
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --extra test --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--upgrade -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(PEERS) $(PYWB) data-demo .pytest_cache .mypy_cache .ruff_cache
