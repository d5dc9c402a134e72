//! The ABI of the number in `abi` is that of `abi.xml`, by abidiff: what a program was compiled with is still there.
//!
//! `UPDATE=1 cargo test -p telnyx-oauth-ffi --test abi` adds what is new. It refuses to change or take away anything: that
//! needs another number in `abi`, and a new `abi.xml` (`rm ffi-c/abi.xml` first).
//!
//! abidiff cannot read the types of Rust. So what it compares is a library of the header's functions, compiled as C with
//! debug information; `symbols.rs` and `header.rs` see to it that these are the library's.

mod common;

use common::{Declaration, abi, declarations_of, folder, here, read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HEADER: &str = "../include/telnyx_oauth.h";

/// A library that has the functions of a header, with their types.
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
    // The name of the source is in the debug information, and must not be that of a folder of one machine.
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

/// What abidiff says, with these options, of the differences from `abi.xml`; none if there is none.
fn differences(options: &[&str], library: &Path) -> Option<String> {
    let mut abidiff = Command::new("abidiff");
    let output = run(abidiff.args(options).arg(here("abi.xml")).arg(library), "abigail-tools");
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn no_function_was_changed_or_taken_away() {
    let current = library("current", &read(HEADER));
    if std::env::var_os("UPDATE").is_some() {
        if here("abi.xml").exists() {
            let lost = differences(&["--no-added-syms"], &current);
            assert_eq!(lost, None, "another number in ffi-c/abi is needed");
        }
        let mut abidw = Command::new("abidw");
        abidw.args(["--no-show-locs", "--no-corpus-path", "--no-comp-dir-path", "--type-id-style", "hash"]);
        succeed(run(abidw.arg("--out-file").arg(here("abi.xml")).arg(&current), "abigail-tools"));
    }
    let differences = differences(&[], &current);
    assert_eq!(
        differences, None,
        "where functions were only added: UPDATE=1 cargo test -p telnyx-oauth-ffi --test abi"
    );
}

#[test]
fn what_is_changed_or_taken_away_is_noticed() {
    let header = read(HEADER);
    let lost_without = |name: &str, text: &str, other: &str| {
        assert!(header.contains(text), "{text}");
        differences(&["--no-added-syms"], &library(name, &header.replace(text, other))).unwrap_or_default()
    };
    let removed = lost_without("removed", "void telnyx_error_free(telnyx_error *error);", "");
    assert!(removed.contains("[D]") && removed.contains("telnyx_error_free"), "{removed}");
    let changed = lost_without("changed", "uint64_t timeout_ms", "uint32_t timeout_ms");
    assert!(changed.contains("[C]") && changed.contains("telnyx_call_set_timeout_ms"), "{changed}");
}
