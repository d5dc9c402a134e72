# Each target calls the usual tool of its language. `make` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help demo bindings install test test-ci soak mutations bench fuzz fmt lint msrv doc tools
CARGO ?= cargo

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: tools ## fetch the document of a sandbox over TLS, in every language
	$(CARGO) build --locked --quiet --workspace --all-features --lib --example fetch --bin telnyx-oauth
	@py/build wheel
	@py/install build/python/demo-venv python3
	@PROFILE=dev ffi-uniffi/bindings
	@tools/demo

bindings: tools ## generate and package the bindings for Kotlin, Java, Swift and Ruby, in build/
	@ffi-uniffi/bindings

install: ## build the C library and install it: PREFIX (/usr/local), LIBDIR (lib) and DESTDIR are obeyed
	$(CARGO) build --locked --release --package telnyx-oauth-ffi
	@ffi-c/install --prefix "$(or $(PREFIX),/usr/local)" --libdir "$(or $(LIBDIR),lib)" --destdir "$(DESTDIR)"

test: tools lint doc ## check formatting, lints and documentation, and run the tests
	$(CARGO) test --locked --workspace --all-features
	@py/build wheel
	@py/check
	@py/test 3.9 3.13
	@$(MAKE) --no-print-directory demo
	@tools/run-documented README.md

test-ci: tools ## run what takes longer: leaks, sanitizers, release builds, other languages, short soak and benchmark runs
	@py/build wheel sdist
	@py/test 3.10 3.11 3.12
	@tools/require valgrind
	$(CARGO) build --locked --quiet --workspace --all-features --example fetch --bin telnyx-oauth
	@tools/check-leaks
	@examples/go/test
	@examples/node/test
	@ffi-c/sanitize
	$(CARGO) install --locked --quiet --path cli --root build/install
	@tools/check-size build/install/bin/telnyx-oauth 5000000
	@$(MAKE) --no-print-directory install PREFIX=$(CURDIR)/build/installed
	@tools/check-size build/installed/lib/libtelnyx_oauth.so 4000000
	C_LIBRARY=$(CURDIR)/build/installed/lib/libtelnyx_oauth.so $(CARGO) test --locked --package telnyx-oauth-ffi --test c_programs stacks
	@$(MAKE) --no-print-directory bindings
	@ffi-uniffi/test
	@soak/run --quick
	@bench/run --quick
	@py/build free-threaded

soak: tools ## run 23,000 discoveries in each language, at latencies around every timer, and 20,000 forks (25 minutes)
	@py/build wheel
	@$(MAKE) --no-print-directory bindings
	@soak/run

mutations: tools ## remove each defence of docs/threats.md in turn; its tests must fail (15 minutes)
	@tools/check-mutations

bench: ## measure speed and size relative to peers in the same run
	@bench/run

fuzz: tools ## lint the fuzz targets, and fuzz each for a minute, on the nightly toolchain
	$(CARGO) fmt --manifest-path fuzz/Cargo.toml --all --check
	CARGO_TARGET_DIR=$${CARGO_TARGET_DIR:-build/fuzz/target} \
	  $(CARGO) clippy --locked --manifest-path fuzz/Cargo.toml --all-targets -- -D warnings
	@fuzz/run

fmt: ## format the code
	$(CARGO) fmt --all

lint: tools ## check the formatting and the lints
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets --all-features -- -D warnings
	$(CARGO) clippy --locked --package telnyx-oauth -- -D warnings
	$(CARGO) run --locked --quiet --package generate -- --check
	@tools/check-portable
	$(CARGO) metadata --locked --quiet --format-version 1 --manifest-path fuzz/Cargo.toml >/dev/null
	@tools/check-imports
	@tools/check-rust-version
	@tools/check-project
	@tools/check-threats
	@tools/check-shown README.md
	@python3 -B -m unittest discover --quiet --start-directory tools/tests --top-level-directory tools

msrv: tools ## compile each crate with the oldest Rust that its rust-version names
	@tools/check-rust-version --compile

doc: tools ## build the documentation
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps --all-features

tools:
	@tools/require abidiff cargo cc gcc c++ g++ clang clang++ cjson/cJSON.h cmake ip openssl pkg-config python3 readelf script unshare
