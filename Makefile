# `make run` serves the register; `make test` runs every test. Both do all the set-up they need.

# Build caches stand outside the checkout where nobody says otherwise, so that a fresh checkout is
# built from what the last one left.
CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/corridor
export CARGO_TARGET_DIR ?= $(CACHE)/target
export CORRIDOR_TOOLS ?= $(CACHE)/tools
export PATH := $(CORRIDOR_TOOLS)/bin:$(CORRIDOR_TOOLS)/node_modules/.bin:$(PATH)

.PHONY: run build sbom test setup setup-tests check unit browser screenshots advisories fuzz bench

# Builds the release, brings the database and the starter register, serves.
run: build
	target/release/corridor seed
	target/release/corridor serve

# The release alone: target/release/corridor, the site in target/site, and the list of all that they
# are made of. What has not changed is not built again, so that a second start takes no time.
build: target/release/corridor sbom

SOURCES := $(shell find Cargo.toml Cargo.lock app migrations server style -type f -not -path '*/tests/*')

target/release/corridor: $(SOURCES) | setup
	cargo leptos build --release --precompress
	install -D "$(CARGO_TARGET_DIR)/release/corridor" target/release/corridor
	install -m 644 "$(CARGO_TARGET_DIR)/release/hash.txt" target/release/hash.txt

# What the program is made of, as CycloneDX: target/corridor.cdx.json.
sbom: target/corridor.cdx.json

target/corridor.cdx.json: Cargo.toml Cargo.lock .ci/sbom.mjs $(wildcard */Cargo.toml */*/Cargo.toml)
	mkdir -p target
	node .ci/sbom.mjs > $@.new
	mv $@.new $@

setup:
	.ci/setup

setup-tests:
	.ci/setup tests

# Everything: formatting, lints, packages and their licences, unit and integration tests, browser tests.
test: setup-tests check unit browser

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --features app/ssr -- --deny warnings
	cargo clippy --package app --lib --features hydrate --target wasm32-unknown-unknown -- --deny warnings
	cargo fetch --locked
	cargo deny --offline --locked check licenses sources
	cargo deny --offline --locked --exclude-dev check bans

unit:
	.ci/with-postgres cargo test --workspace --features app/ssr

browser: build setup-tests
	cd end2end && npx playwright test

# Whether a known weakness concerns a package of the lock file. It asks the RustSec database, which is
# no package registry: it needs the open network, so it is no part of `make test`.
advisories:
	.ci/setup deny
	cargo deny --locked check advisories

# Tries the readers of text at random, each for so many seconds. It ends by chance, so it is no part of
# `make test`; what it found is tested there.
FUZZ_SECONDS ?= 60
fuzz:
	.ci/setup fuzz
	fuzz/run $(FUZZ_SECONDS)

# Makes the README's picture anew, from the program as it is.
screenshots: build setup-tests
	cd end2end && CORRIDOR_SCREENSHOTS=../docs npx playwright test readme

# Measures the release at 1,222 and 122,200 made-up agreements on both databases, and writes
# docs/BENCHMARKS.md; takes about an hour. BENCH_SCALE=1 measures the small registers alone.
bench: build setup-tests
	cargo build --release --package floor
	bench/run
