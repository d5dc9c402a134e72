//! The shared library under test.

use super::folders::{abi, folder};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Returns the path of the shared library, in its own folder and with its SONAME as the file name.
pub fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let built = std::env::var_os("C_LIBRARY").map_or_else(build, PathBuf::from);
        let name = folder().join(format!("libtelnyx_oauth.so.{}", abi()));
        // Replaces the file instead of overwriting it: another process of this test may have loaded it.
        let copy = folder().join(format!("copy-{}", std::process::id()));
        std::fs::copy(&built, &copy).unwrap_or_else(|error| panic!("{}: {error}", built.display()));
        std::fs::rename(copy, &name).unwrap();
        name
    })
}

/// Builds the library with Cargo. Cargo does not build it for the tests, because tests cannot link to a C library
/// crate. If `C_LIBRARY_IS_BUILT` is set, `cargo build` has built the library already, with the features of this test.
fn build() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    if std::env::var_os("C_LIBRARY_IS_BUILT").is_some() {
        return profile.join("libtelnyx_oauth.so");
    }
    // Cargo keeps only one copy of the library, and does not notice if that copy has other features.
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
    // With these variables of this package, Cargo would rebuild packages that read variables of the same names.
    for (name, _) in std::env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "OUT_DIR"].iter().any(|own| name.to_string_lossy().starts_with(own)) {
            cargo.env_remove(name);
        }
    }
    let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap();
    assert!(status.success(), "the library was not built: {status}");
    profile.join("libtelnyx_oauth.so")
}

/// Returns whether the library has the test functions that panic.
pub fn panics() -> bool {
    cfg!(feature = "test-panic")
}
