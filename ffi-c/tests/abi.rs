//! Compares the ABI with `abi.xml` by abidiff. While the number in `abi` stays the same, nothing may be removed or
//! changed.
//!
//! `UPDATE=1 cargo test -p telnyx-oauth-ffi --test abi` adds new items to `abi.xml`. It refuses to remove or change
//! items: that needs another number in `abi`, and a new `abi.xml` (`rm ffi-c/abi.xml` first).
//!
//! abidiff cannot read Rust types. Therefore it compares a C library with the functions of the header, compiled with
//! debug information. `symbols.rs` and `header.rs` check that the header matches the real library.

mod common;

use common::{Declaration, abi, declarations_of, folder, here, read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HEADER: &str = "../include/telnyx_oauth.h";

/// Builds a C library with the functions of a header.
fn library(name: &str, header: &str) -> PathBuf {
    let folder = folder().join(name);
    let library = folder.join("libtelnyx_oauth.so");
    let mut program = "#include <stdlib.h>\n#include \"telnyx_oauth.h\"\n\n".to_owned();
    for Declaration { returns, name, parameters } in declarations_of(header) {
        let parameters: Vec<String> = parameters.iter().map(|p| format!("{} {}", p.type_, p.name)).collect();
        let parameters = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
        program += &format!("{returns} {name}({parameters})\n{{\n    abort();\n}}\n\n");
    }
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("telnyx_oauth.h"), header).unwrap();
    std::fs::write(folder.join("telnyx_oauth.c"), program).unwrap();
    let mut gcc = Command::new("gcc");
    gcc.args(["-g", "-shared", "-fPIC", "-Wall", "-Werror", &format!("-Wl,-soname,libtelnyx_oauth.so.{}", abi())]);
    // The debug information contains the path of the source, which must not depend on the machine.
    gcc.current_dir(&folder).arg("-I").arg(here("../include")).arg("-o").arg(&library).arg("telnyx_oauth.c");
    succeed(run(&mut gcc, "gcc"));
    library
}

fn run(command: &mut Command, package: &str) -> Output {
    let output = command.output();
    output.unwrap_or_else(|error| panic!("{command:?}: {error}: sudo apt-get install {package}"))
}

fn succeed(output: Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Returns the differences from `abi.xml` that abidiff reports with these options, or `None` if there are none.
fn differences(options: &[&str], library: &Path) -> Option<String> {
    let mut abidiff = Command::new("abidiff");
    let output = run(abidiff.args(options).arg(here("abi.xml")).arg(library), "abigail-tools");
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn no_function_is_changed_or_removed() {
    let current = library("current", &read(HEADER));
    if std::env::var_os("UPDATE").is_some() {
        if here("abi.xml").exists() {
            let lost = differences(&["--no-added-syms"], &current);
            assert_eq!(lost, None, "the ABI lost or changed functions: change the number in ffi-c/abi");
        }
        let mut abidw = Command::new("abidw");
        abidw.args(["--no-show-locs", "--no-corpus-path", "--no-comp-dir-path", "--type-id-style", "hash"]);
        succeed(run(abidw.arg("--out-file").arg(here("abi.xml")).arg(&current), "abigail-tools"));
    }
    let differences = differences(&[], &current);
    assert_eq!(
        differences, None,
        "if functions were only added, run: UPDATE=1 cargo test -p telnyx-oauth-ffi --test abi"
    );
}

#[test]
fn a_changed_or_removed_function_is_found() {
    let header = read(HEADER);
    let lost_with = |name: &str, text: &str, other: &str| {
        assert!(header.contains(text), "{text}");
        differences(&["--no-added-syms"], &library(name, &header.replace(text, other))).unwrap_or_default()
    };
    let removed = lost_with("removed", "void telnyx_error_free(telnyx_error *error);", "");
    assert!(removed.contains("[D]") && removed.contains("telnyx_error_free"), "{removed}");
    let changed = lost_with("changed", "uint64_t timeout_ms", "uint32_t timeout_ms");
    assert!(changed.contains("[C]") && changed.contains("telnyx_call_set_timeout_ms"), "{changed}");
}
