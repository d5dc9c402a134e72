//! The shared library that is tested.

use super::folders::{abi, folder};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The shared library, in a folder of its own under the name that programs look for.
pub fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let built = std::env::var_os("C_LIBRARY").map_or_else(build, PathBuf::from);
        let name = folder().join(format!("libtelnyx_oauth.so.{}", abi()));
        // Another process of this test may have it loaded, so it is not written over.
        let copy = folder().join(format!("copy-{}", std::process::id()));
        std::fs::copy(&built, &copy).unwrap_or_else(|error| panic!("{}: {error}", built.display()));
        std::fs::rename(copy, &name).unwrap();
        name
    })
}

/// Has Cargo build it, which it does not do for tests: they cannot link to a library for C.
fn build() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    // Cargo keeps the library of one set of features alone, and does not notice where that is another set's.
    let kept = profile.join("deps/libtelnyx_oauth.so");
    let hook = b"telnyx_test_panic";
    if std::fs::read(&kept).is_ok_and(|bytes| bytes.windows(hook.len()).any(|part| part == hook) != panics()) {
        std::fs::remove_file(kept).unwrap();
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked", "--package", env!("CARGO_PKG_NAME"), "--lib"]);
    cargo.arg("--target-dir").arg(profile.parent().unwrap());
    if panics() {
        cargo.args(["--features", "test-panic"]);
    }
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    // These are this package's, and would make Cargo think that a package that reads its own has changed.
    for (name, _) in std::env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "OUT_DIR"].iter().any(|own| name.to_string_lossy().starts_with(own)) {
            cargo.env_remove(name);
        }
    }
    let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap();
    assert!(status.success(), "the library was not built: {status}");
    profile.join("libtelnyx_oauth.so")
}

/// Whether the library has the hooks of the tests for what a panic becomes.
pub fn panics() -> bool {
    cfg!(feature = "test-panic")
}
