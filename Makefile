# Each target calls the usual tool of its language. `make` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help setup demo bindings install check test test-ci test-faces test-clients test-verdicts soak mutations bench fuzz fmt lint lint-features msrv doc needs
CARGO ?= cargo
export CARGO
PAGES := README.md $(wildcard docs/*.md)
NEEDS := abidiff c++ cc cjson/cJSON.h clang clang++ cmake curl curl/curl.h g++ gcc go ip javac mvn nginx node npm openssl pkg-config \
  python3 python3-venv readelf rubocop ruby ruby-ffi ruby-minitest script unshare valgrind
# These targets install missing Debian packages if root runs them. All others print the command that does.
demo setup test: export INSTALL := yes

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: needs ## install the Debian packages that demo, test and test-ci need

demo: ## run a discovery over TLS, then the example of each language; LANGS="c python" chooses languages
	@tools/demo $(LANGS)

bindings: ## generate and package the bindings for Kotlin, Java, Swift and Ruby, in build/
	@ffi-uniffi/bindings

install: ## build the C library and install it: PREFIX (/usr/local), LIBDIR (lib) and DESTDIR are obeyed
	$(CARGO) build --locked --release --package telnyx-oauth-ffi
	@ffi-c/install --prefix "$(or $(PREFIX),/usr/local)" --libdir "$(or $(LIBDIR),lib)" --destdir "$(DESTDIR)"

check: lint ## check formatting and lints, and run the unit tests of the Rust libraries
	$(CARGO) test --locked --quiet --workspace --all-features --lib

test: needs ## run the tests of Rust, C, C++ and Python
	@tools/build-debug --lib --bins --examples
	C_LIBRARY_IS_BUILT=yes $(CARGO) test --locked --workspace --all-features
	@py/build debug
	@PROFILE=dev py/test 3

test-ci: needs lint lint-features doc ## run all else: lints, the demo, documented commands, release builds, other languages, sanitizers
	@py/build wheel sdist
	@py/check
	@py/test 3.9 3.10 3.11 3.12 3.13
	@tools/build-debug --lib --bins --examples
	@tools/demo
	@tools/run-documented $(PAGES)
	@tools/check-leaks
	@$(MAKE) --no-print-directory test-faces
	@ffi-c/sanitize
	$(CARGO) install --locked --quiet --path cli --root build/install
	@tools/check-size build/install/bin/telnyx-oauth 6000000
	@$(MAKE) --no-print-directory install PREFIX=$(CURDIR)/build/installed
	@tools/check-size build/installed/lib/libtelnyx_oauth.so 4000000
	C_LIBRARY=$(CURDIR)/build/installed/lib/libtelnyx_oauth.so $(CARGO) test --locked --workspace --all-features --test c_programs stacks
	@soak/run --quick
	@bench/run --quick
	@py/build free-threaded

test-faces: needs bindings ## test the packages for Go, Node.js, Kotlin, Java, Ruby and Swift
	@examples/go/test
	@examples/node/test
	@ffi-uniffi/test

test-clients: ## discover real servers, and run recipes that get tokens and the MCP conformance suite; needs npm, PyPI, Maven and Go
	@clients/run

test-verdicts: ## compare the verdicts of check with what the clients do; needs npm, PyPI, crates.io and Go
	@clients/verdicts/run

soak: needs bindings ## run 23,000 discoveries in each language, at latencies around every timer, and 20,000 forks
	@py/build wheel
	@soak/run

mutations: needs ## remove each defence of docs/threats.md in turn; its tests must fail
	@tools/check-mutations

bench: ## measure speed and size relative to peers in the same run
	@bench/run

fuzz: ## lint the fuzz targets, and fuzz each for a minute, on the nightly toolchain
	$(CARGO) fmt --manifest-path fuzz/Cargo.toml --all --check
	CARGO_TARGET_DIR=$${CARGO_TARGET_DIR:-build/fuzz/target} \
	  $(CARGO) clippy --locked --manifest-path fuzz/Cargo.toml --all-targets -- -D warnings
	@fuzz/run

fmt: ## format the code
	$(CARGO) fmt --all

lint: ## check the formatting, the lints, generated files and links
	@tools/require cargo cc python3
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets --all-features -- -D warnings
	$(CARGO) build --locked --quiet --workspace --all-features --bin generate
	@"$${CARGO_TARGET_DIR:-target}/debug/generate" --check
	$(CARGO) metadata --locked --quiet --format-version 1 --manifest-path fuzz/Cargo.toml >/dev/null
	@tools/check-imports
	@tools/check-rust-version
	@tools/check-project
	@tools/check-threats
	@tools/check-shown $(PAGES)
	@tools/check-links
	@python3 -B -m unittest discover --quiet --start-directory tools/tests --top-level-directory tools

lint-features: ## lint the core with its default features, and without the client, for WebAssembly too
	$(CARGO) clippy --locked --package telnyx-oauth -- -D warnings
	@tools/check-portable

msrv: ## compile each crate with the oldest Rust that its rust-version names
	@tools/check-rust-version --compile

doc: ## build the documentation
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc --locked --workspace --no-deps --all-features

needs:
	@tools/require cargo $(NEEDS)
