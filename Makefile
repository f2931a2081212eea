# Touchstone: every command a newcomer needs. `make` alone lists them.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

LISTEN ?= 127.0.0.1:8080
DATA ?= ./data
TARGET := $(or $(CARGO_TARGET_DIR),target)

PORTAL_MODULES := frontend/node_modules/.package-lock.json
TOOL_MODULES := tests/tools/node_modules/.package-lock.json
JUDGES := tests/tools/.venv/pyvenv.cfg
CLIENTS := clients/typescript/node_modules/.package-lock.json clients/python/.venv/pyvenv.cfg
PORTAL := frontend/dist/index.html
PORTAL_SOURCES := $(shell find frontend/src frontend/public frontend/graphiql -type f 2>/dev/null) \
  $(wildcard frontend/*.html frontend/*.json frontend/*.ts frontend/.npmrc) schema.graphql

# Two jobs at once print one after the other, where this make knows how (4.0 and newer).
SYNC := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

say = @printf '\n\033[1m== %s\033[0m\n' "$(1)"

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- Run

.PHONY: demo
demo: require $(PORTAL) ## Build and serve the demo alliance on http://127.0.0.1:8080 (LISTEN=…, DATA=…)
	$(call say,Server: compiling (a first time takes some minutes))
	cargo build --profile demo --bin touchstone
	$(call say,Starting)
	$(TARGET)/demo/touchstone demo --listen $(LISTEN) --data-dir $(DATA)

.PHONY: build
build: require $(PORTAL) ## Build the optimised program: target/release/touchstone
	$(call say,Server: compiling)
	cargo build --release --bin touchstone

.PHONY: require
require:
	@scripts/ensure rust node

# ---- Judge

.PHONY: check
check: require $(PORTAL) ## Formatting, lints, documentation, generated files
	@$(MAKE) --no-print-directory --jobs 2 $(SYNC) check-rust check-portal check-clients
	$(call say,Generated files)
	scripts/generate --check

.PHONY: check-clients
check-clients: clients/typescript/node_modules/.package-lock.json
	$(call say,Example in TypeScript: types)
	npm --prefix clients/typescript run check

.PHONY: check-rust
check-rust:
	$(call say,Server: formatting)
	cargo fmt --all --check
	$(call say,Server: lints)
	cargo clippy --workspace --all-targets -- -D warnings
	$(call say,Server: documentation)
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --lib --no-deps --document-private-items

.PHONY: check-portal
check-portal: $(PORTAL_MODULES)
	$(call say,Portal: formatting and lints and types and translations)
	npm --prefix frontend run check

.PHONY: test
test: require $(PORTAL) $(TOOL_MODULES) $(JUDGES) $(CLIENTS) ## The whole suite: SQLite, PostgreSQL, Chromium
	@scripts/ensure postgres chromium openssl curl jq cjk-font pdf-tools hledger nats
	$(call say,Server: compiling the tests)
	cargo build --workspace --bins --tests --features failpoints
	@scripts/test

.PHONY: test-long
test-long: require $(PORTAL) $(TOOL_MODULES) $(JUDGES) $(CLIENTS) ## The long forms: more generated cases, long storms, and the examples in the documentation
	cargo test --workspace --doc
	ulimit -n "$$(ulimit -H -n)" && \
	  PROPTEST_CASES=4096 STORM_ROUNDS=60 STORM_SEED=$${STORM_SEED:-$$RANDOM} \
	  scripts/with-postgres cargo test --workspace --bins --lib --tests --features failpoints
	@$(MAKE) --no-print-directory lighthouse

.PHONY: lighthouse
lighthouse: require $(PORTAL) ## Lighthouse over every page of the demo; nothing else should run beside it
	@scripts/ensure chromium
	cargo build --profile demo --bin touchstone
	CHROMIUM_PATH=$$(scripts/find-chromium) TOUCHSTONE_BIN=$$(cd $(TARGET) && pwd)/demo/touchstone \
	  npm --prefix frontend run lighthouse

# ---- Measure

BENCH := $(TARGET)/release/bench
BENCH_DATA ?= $(TARGET)/bench
LEADS ?= 200000
CORRELATED ?= 100000
BENCH_SECONDS ?= 8
BENCH_PLACE = --folder $(BENCH_DATA) --program $(TARGET)/release/touchstone
BENCH_ARGS = $(BENCH_PLACE) --seconds $(BENCH_SECONDS)
# Real logos, where they are: how well pictures are known again.
LOGOS := $(addprefix --logos ,$(wildcard ../shared/data/images/logos))
PEER_MODULES := bench/peers/node_modules/.package-lock.json
WITH_POSTGRES := scripts/with-postgres --keep $(BENCH_DATA)/server

.PHONY: measurable
measurable: require $(PORTAL)
	@scripts/ensure postgres
	cargo build --release --package touchstone --package bench --bins

.PHONY: evaluate
evaluate: require ## How well screening agrees with labels of real data (docs/screening.md)
	cargo build --release --package bench
	$(BENCH) evaluate

.PHONY: bench
bench: measurable $(TOOL_MODULES) ## Speed beside hand-written SQL, on both databases (docs/performance.md)
	$(WITH_POSTGRES) $(BENCH) compare --leads $(LEADS) $(BENCH_ARGS)
	$(BENCH) compare --sqlite --leads $(LEADS) $(BENCH_ARGS)
	$(WITH_POSTGRES) $(BENCH) correlate --leads $(CORRELATED) $(BENCH_PLACE)
	$(BENCH) correlate --sqlite --leads $(CORRELATED) $(BENCH_PLACE)
	$(WITH_POSTGRES) $(BENCH) postings --folder $(BENCH_DATA) --seconds $(BENCH_SECONDS)
	$(BENCH) postings --sqlite --folder $(BENCH_DATA) --seconds $(BENCH_SECONDS)
	$(WITH_POSTGRES) $(BENCH) digests --folder $(BENCH_DATA)
	$(BENCH) digests --sqlite --folder $(BENCH_DATA)
	$(BENCH) screen $(LOGOS)
	$(WITH_POSTGRES) $(BENCH) fair $(BENCH_ARGS)
	$(BENCH) fair --sqlite $(BENCH_ARGS)

.PHONY: bench-peers
bench-peers: measurable $(PEER_MODULES) ## The same beside PostGraphile and Apollo
	$(WITH_POSTGRES) $(BENCH) compare --beside raw,post-graphile,apollo --leads $(LEADS) $(BENCH_ARGS)

.PHONY: bench-scale
bench-scale: measurable ## A page among 20,000 and among 2,000,000 leads: takes long, and 15 GB
	$(WITH_POSTGRES) $(BENCH) scale $(BENCH_ARGS)

$(PEER_MODULES): bench/peers/package.json bench/peers/package-lock.json
	npm --prefix bench/peers ci
	@touch $@

# ---- Write

.PHONY: generate
generate: require $(PORTAL_MODULES) ## Write every generated file anew
	scripts/generate

.PHONY: format
format: $(PORTAL_MODULES) ## Format Rust and TypeScript
	cargo fmt --all
	cd frontend && npx biome check --write .

.PHONY: sbom
sbom: require $(PORTAL_MODULES) ## List what the program is made of (CycloneDX): target/sbom/
	command -v cargo-cyclonedx >/dev/null || cargo install --locked cargo-cyclonedx
	mkdir -p $(TARGET)/sbom
	cargo cyclonedx --format json --override-filename sbom
	mv sbom.json $(TARGET)/sbom/server.cdx.json
	rm -f entity/sbom.json migration/sbom.json
	npm --prefix frontend sbom --sbom-format cyclonedx --omit dev > $(TARGET)/sbom/portal.cdx.json

.PHONY: clean
clean: ## Remove everything that was built (not ./data)
	rm -rf frontend/dist frontend/node_modules tests/tools/node_modules bench/peers/node_modules
	rm -rf clients/typescript/node_modules clients/python/.venv
	cargo clean

# ---- Files

# The server embeds the built portal and is compiled anew when that changes, so the portal comes first everywhere.

$(PORTAL_MODULES): frontend/package.json frontend/package-lock.json
	$(call say,Portal: installing packages)
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix frontend ci
	@touch $@

$(TOOL_MODULES): tests/tools/package.json tests/tools/package-lock.json
	$(call say,Test tools: installing packages)
	npm --prefix tests/tools ci
	@touch $@

clients/typescript/node_modules/.package-lock.json: clients/typescript/package.json clients/typescript/package-lock.json
	$(call say,Example in TypeScript: installing packages)
	npm --prefix clients/typescript ci
	@touch $@

%/.venv/pyvenv.cfg: %/requirements.txt
	$(call say,$*: installing packages of Python)
	@scripts/ensure python
	python3 -m venv $*/.venv
	$*/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

$(PORTAL): $(PORTAL_MODULES) $(PORTAL_SOURCES)
	$(call say,Portal: building)
	npm --prefix frontend run build
	@touch $@
