//! Checks that the header matches the code, the preamble and the version.
//!
//! `UPDATE=1 cargo test -p telnyx-oauth-ffi --test header` writes the header.

use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(folder().join(path)).unwrap()
}

fn path() -> PathBuf {
    folder().join("../include/telnyx_oauth.h")
}

fn generated() -> String {
    let mut config = cbindgen::Config::from_file(folder().join("cbindgen.toml")).unwrap();
    config.header = Some(read("preamble.h"));
    config.after_includes = Some(format!(
        "\n#define TELNYX_OAUTH_VERSION_MAJOR {}\n#define TELNYX_OAUTH_VERSION_MINOR {}\n\
         #define TELNYX_OAUTH_VERSION_PATCH {}\n#define TELNYX_OAUTH_VERSION_STRING \"{}\"\n#define TELNYX_OAUTH_ABI {}\n\n{}",
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
        env!("CARGO_PKG_VERSION"),
        include_str!("../abi").trim(),
        read("attributes.h").trim_end(),
    ));
    let mut header = Vec::new();
    cbindgen::Builder::new().with_crate(folder()).with_config(config).generate().unwrap().write(&mut header);
    let header = String::from_utf8(header).unwrap();
    let (header, end) = header.rsplit_once("#endif").unwrap();
    format!("{}#include \"telnyx_oauth_members.h\"\n\n#endif{end}", most_needed_first(header))
}

/// Moves the constants that most programs do not need after the functions that most programs need. cbindgen puts all
/// constants first. Most programs need only the constants of telnyx_status.
fn most_needed_first(header: &str) -> String {
    let is_constant = |block: &&str| block.starts_with("/**") && block.contains("\n#define TELNYX_");
    let is_needed = |block: &&str| !is_constant(block) || block.contains("\n#define TELNYX_STATUS_");
    let (mut first, rest): (Vec<&str>, Vec<&str>) = header.split("\n\n").partition(is_needed);
    let end = first.iter().position(|block| block.contains("void telnyx_client_free(")).unwrap() + 1;
    first.splice(end..end, rest);
    first.join("\n\n")
}

#[test]
fn the_header_is_up_to_date() {
    let generated = generated();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path(), &generated).unwrap();
    }
    let committed = std::fs::read_to_string(path()).unwrap();
    let differs = committed.lines().zip(generated.lines()).position(|(committed, generated)| committed != generated);
    assert!(
        committed == generated,
        "include/telnyx_oauth.h is out of date from line {}: UPDATE=1 cargo test -p telnyx-oauth-ffi --test header",
        differs.unwrap_or_else(|| committed.lines().count().min(generated.lines().count())) + 1
    );
}

/// Includes the header twice and makes a call, in every language version.
#[test]
fn the_header_compiles_in_every_language_version() {
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("include");
    let program = "#include <telnyx_oauth.h>\n#include <telnyx_oauth.h>\n\n\
                   int main(void)\n{\n    telnyx_resource_metadata *metadata;\n    telnyx_error *error;\n    \
                   return telnyx_fetch_resource_metadata(0, 0, &metadata, &error) == TELNYX_STATUS_OK;\n}\n";
    for (ending, compilers, versions) in [
        ("c", ["gcc", "clang"], &["c99", "c11", "c17"][..]),
        ("cpp", ["g++", "clang++"], &["c++11", "c++14", "c++17", "c++20"][..]),
    ] {
        let source = source.with_extension(ending);
        std::fs::write(&source, program).unwrap();
        for (compiler, version) in compilers.iter().flat_map(|compiler| versions.iter().map(move |v| (compiler, v))) {
            accept(compiler, version, &source);
        }
    }
}

/// The other tests build each program in only one language version.
#[test]
fn the_programs_compile_in_every_language_version() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (folder, compilers, versions) in [
        ("tests/c", ["gcc", "clang"], &["c99", "c11", "c17"][..]),
        ("../examples/c", ["gcc", "clang"], &["c99", "c11", "c17"][..]),
        ("tests/cpp", ["g++", "clang++"], &["c++17", "c++20"][..]),
        ("../examples/cpp", ["g++", "clang++"], &["c++17", "c++20"][..]),
    ] {
        let files = std::fs::read_dir(here.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let sources: Vec<PathBuf> =
            files.filter(|path| path.extension().is_some_and(|ending| ending == "c" || ending == "cpp")).collect();
        assert!(!sources.is_empty(), "{folder}");
        // The compilers run at the same time.
        std::thread::scope(|scope| {
            for compiler in compilers {
                let sources = &sources;
                scope.spawn(move || {
                    for version in versions {
                        sources.iter().for_each(|source| accept(compiler, version, source));
                    }
                });
            }
        });
    }
}

#[test]
fn the_compiler_warns_of_unused_results() {
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dropped.c");
    for (dropped, words) in
        [("telnyx_client_new(0, client, 0)", "telnyx_client_new"), ("telnyx_options_new()", "telnyx_options_new")]
    {
        let program = format!(
            "#include <telnyx_oauth.h>\n\nvoid drop(telnyx_client **client)\n{{\n    (void)client;\n    {dropped};\n}}\n"
        );
        std::fs::write(&source, program).unwrap();
        for compiler in ["gcc", "clang"] {
            let errors = errors(compiler, "c11", &source, &[]);
            assert!(errors.contains(words) && errors.contains("unused-result"), "{compiler}: {errors}");
            let errors = self::errors(compiler, "c11", &source, &["-DTELNYX_WARN_UNUSED="]);
            assert_eq!(errors, "", "{compiler}");
        }
    }
}

/// Checks that the compiler accepts a source in this language version without warnings.
fn accept(compiler: &str, version: &str, source: &Path) {
    let errors = errors(compiler, version, source, &["-fsyntax-only"]);
    assert!(errors.is_empty(), "{compiler} -std={version} {}: {errors}", source.display());
}

/// Returns the messages of the compiler for a source in this language version.
fn errors(compiler: &str, version: &str, source: &Path, options: &[&str]) -> String {
    let output = Command::new(compiler)
        .arg(format!("-std={version}"))
        .args(["-D_GNU_SOURCE", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-S", "-o", "/dev/null"])
        .args(options)
        .arg("-I")
        .arg(path().parent().unwrap())
        .arg(source)
        .output()
        .unwrap_or_else(|error| {
            panic!("{compiler}: {error}: sudo apt-get install {}", compiler.replace("clang++", "clang"))
        });
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.success(), errors.is_empty(), "{compiler}: {errors}");
    errors
}
