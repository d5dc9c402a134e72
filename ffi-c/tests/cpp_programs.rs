//! Compiles the C++ programs of `tests/cpp` with each compiler, and runs them against the library and a sandbox.
//!
//! `C_COMPILERS`, `C_FLAGS`, `C_LIBRARY` and `C_RUNNER` are those of the C programs' tests; g++ is taken for gcc, and clang++
//! for clang.

mod common;

use common::{folder, here, library, panics, read};
use oauth::{AuthorizationServerMetadata, ResourceMetadata};
use std::path::Path;
use std::process::Command;
use telnyx_oauth_sandbox::{Sandbox, Scenario};

const WARNINGS: &[&str] =
    &["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wold-style-cast", "-Werror"];
const NO_EXCEPTIONS: &[&str] = &["-fno-exceptions", "-fno-rtti"];

/// What a program must not hang for, in seconds.
const PATIENCE: &str = "300";

fn setting(name: &str) -> Vec<String> {
    std::env::var(name).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

/// The compilers, each with a standard of its own.
fn compilers() -> Vec<(&'static str, &'static str)> {
    let wanted = setting("C_COMPILERS");
    let all = [("gcc", "g++", "c++17"), ("clang", "clang++", "c++20")];
    let mut compilers = Vec::new();
    for (c, name, standard) in all {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == c) {
            compilers.push((name, standard));
        }
    }
    assert!(!compilers.is_empty(), "C_COMPILERS names neither gcc nor clang");
    compilers
}

/// A compiler that finds the headers, and takes no warning.
fn compiler(name: &str, standard: &str) -> Command {
    let mut command = Command::new(name);
    command.arg(format!("-std={standard}")).arg("-g").args(WARNINGS).arg("-I").arg(here("../include"));
    command
}

fn succeed(command: &mut Command) {
    let program = command.get_program().to_string_lossy().into_owned();
    let package = if program == "clang++" { "clang" } else { &program };
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}: sudo apt-get install {package}"));
    assert!(output.status.success(), "{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
}

/// Builds and runs a program with each compiler.
fn run(name: &str, flags: &[&str]) {
    let scenario = Scenario::from_json(&read("tests/cpp/scenario.json")).unwrap();
    let sandbox = Sandbox::builder().scenario(scenario).start().unwrap();
    for (compiler_name, standard) in compilers() {
        let program = folder().join(format!("{name}-{compiler_name}"));
        let mut build = compiler(compiler_name, standard);
        build.args(flags).args(setting("C_FLAGS")).arg("-o").arg(&program);
        if panics() {
            build.arg("-DTELNYX_TEST_PANIC");
        }
        build.arg(here(&format!("tests/cpp/{name}.cpp"))).arg(library()).arg("-pthread");
        succeed(&mut build);
        succeed(&mut running(&program, &sandbox));
    }
}

fn running(program: &Path, sandbox: &Sandbox) -> Command {
    let mut command = Command::new("timeout");
    command.args(["--kill-after=9", PATIENCE]).args(setting("C_RUNNER")).arg(program);
    command.args([sandbox.http_origin(), sandbox.https_origin()]).arg(sandbox.ca_file());
    for variable in ["SSL_CERT_FILE", "SSL_CERT_DIR", "TELNYX_BASE_URL"] {
        command.env_remove(variable);
    }
    command.env("LD_LIBRARY_PATH", library().parent().unwrap());
    command
}

#[test]
fn documents() {
    run("documents", &[]);
}

#[test]
fn errors() {
    run("errors", &[]);
}

#[test]
fn discovery() {
    run("discovery", &[]);
}

#[test]
fn handles() {
    run("handles", &[]);
}

#[test]
fn no_exceptions() {
    run("no_exceptions", NO_EXCEPTIONS);
}

#[test]
fn the_header_compiles_everywhere() {
    for compiler_name in ["g++", "clang++"] {
        for standard in ["c++17", "c++20"] {
            for flags in [&[], NO_EXCEPTIONS] {
                let header = here("../include/telnyx_oauth.hpp");
                let mut command = compiler(compiler_name, standard);
                succeed(
                    command.args(flags).args(["-fsyntax-only", "-x", "c++", "-include"]).arg(header).arg("/dev/null"),
                );
            }
        }
    }
}

#[test]
fn the_header_covers_the_whole_abi() {
    let header = read("../include/telnyx_oauth.hpp");
    let words: Vec<&str> = header.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    for symbol in read("symbols.txt").lines() {
        assert!(words.contains(&symbol), "telnyx_oauth.hpp does not use {symbol}");
    }
}

#[test]
fn every_member_is_tested() {
    let program = read("tests/cpp/documents.cpp");
    for member in ResourceMetadata::MEMBERS.iter().chain(AuthorizationServerMetadata::MEMBERS) {
        let is_tested =
            [format!("X({member})"), format!("body.text(\"{member}\")")].iter().any(|use_| program.contains(use_));
        assert!(is_tested, "documents.cpp does not test {member}");
    }
}
