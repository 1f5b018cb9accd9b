# Everything that is built lies outside the clone; the npm tools alone are inside, in node_modules.
LICENSE_TARGET_DIR ?= $(HOME)/.cache/icp-license/target
export CARGO_TARGET_DIR := $(LICENSE_TARGET_DIR)

XTASK := cargo run --quiet --package xtask --
RELEASE_FLAG := $(if $(filter 1,$(RELEASE)),--release)

.DEFAULT_GOAL := run
.PHONY: run reset test bench screenshots lint fmt setup compiler

run: compiler ## Serve the application with demo data at http://127.0.0.1:3000 (RELEASE=1: optimized)
	@LICENSE_DEMO=$${LICENSE_DEMO:-true} $(XTASK) run $(RELEASE_FLAG)

reset: compiler ## Throw the demo's data away, so that the next run begins anew (asks nothing)
	@LICENSE_DEMO=$${LICENSE_DEMO:-true} $(XTASK) reset $(RELEASE_FLAG)

test: compiler ## Set up what is missing and run every test
	@$(XTASK) test

bench: compiler ## Measure the optimized build: a table of speeds and sizes beside their budgets
	@$(XTASK) bench

screenshots: compiler ## Take the README's screenshots anew
	@$(XTASK) screenshots

lint: compiler ## Clippy for both sides, types of the browser tests
	@$(XTASK) lint

fmt: compiler ## Format everything (CHECK=1: only say what is not formatted)
	@$(XTASK) fmt $(if $(filter 1,$(CHECK)),--check)

setup: compiler ## Install what building and testing need
	@$(XTASK) setup

# Cargo can build nothing, not even the rest of the set-up, without a linker.
compiler:
	@command -v cargo >/dev/null || { echo "Rust is missing: install the stable toolchain with rustup" >&2; exit 1; }
	@command -v npm >/dev/null || { echo "npm is missing: install Node 20 or newer" >&2; exit 1; }
	@command -v cc >/dev/null || { \
		echo "» installing a C compiler (apt-get)"; \
		sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq gcc libc6-dev; }
	@[ -x "$(LICENSE_TARGET_DIR)/debug/xtask" ] || echo "» compiling the build tool (about a minute, once)"
