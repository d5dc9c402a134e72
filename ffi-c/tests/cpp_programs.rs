//! Compiles the C++ programs of `tests/cpp` with each compiler, and runs them with the library and a sandbox.
//!
//! `C_COMPILERS`, `C_FLAGS`, `C_LIBRARY` and `C_RUNNER` have the same meaning as in the tests of the C programs. For
//! gcc, the tests use g++, and for clang, clang++.

mod common;

use common::{folder, here, library, panics, read};
use std::path::Path;
use std::process::Command;
use telnyx_oauth_sandbox::{Sandbox, Scenario};

const WARNINGS: &[&str] =
    &["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wold-style-cast", "-Werror"];
const NO_EXCEPTIONS: &[&str] = &["-fno-exceptions", "-fno-rtti"];

/// The time limit of a program, in seconds.
const TIME_LIMIT: &str = "300";

fn setting(name: &str) -> Vec<String> {
    std::env::var(name).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

/// The compilers, each with a different standard.
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

/// Returns a compiler command that finds the headers and treats warnings as errors.
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

/// Builds a program with each compiler, and runs it.
fn run(name: &str, flags: &[&str]) {
    let sandbox = sandbox(&read("tests/cpp/scenario.json"));
    run_against(&sandbox, name, flags, &[]);
}

fn sandbox(scenario: &str) -> Sandbox {
    Sandbox::builder().scenario(Scenario::from_json(scenario).unwrap()).start().unwrap()
}

/// Builds a program with each compiler, and runs it with more arguments.
fn run_against(sandbox: &Sandbox, name: &str, flags: &[&str], more: &[&str]) {
    for (compiler_name, standard) in compilers() {
        let program = folder().join(format!("{name}-{compiler_name}"));
        let mut build = compiler(compiler_name, standard);
        build.args(flags).args(setting("C_FLAGS")).arg("-o").arg(&program);
        if panics() {
            build.arg("-DTELNYX_TEST_PANIC");
        }
        build.arg(here(&format!("tests/cpp/{name}.cpp"))).arg(library()).args(["-lcjson", "-pthread"]);
        succeed(&mut build);
        succeed(running(&program, sandbox).args(more));
    }
}

fn running(program: &Path, sandbox: &Sandbox) -> Command {
    let mut command = Command::new("timeout");
    command.args(["--kill-after=9", TIME_LIMIT]).args(setting("C_RUNNER")).arg(program);
    command.args([sandbox.http_origin(), sandbox.https_origin()]).arg(sandbox.ca_file());
    testing::clear(&mut command).env("LD_LIBRARY_PATH", library().parent().unwrap());
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
fn authorization_parameters() {
    let vectors = read("../testdata/scenarios/authorization_parameters.json");
    let vectors: serde_json::Value = serde_json::from_str(&vectors).unwrap();
    let sandbox = sandbox(&vectors["scenario"].to_string());
    let cases = serde_json::json!({"cases": vectors["cases"]}).to_string().replace("${http}", sandbox.http_origin());
    run_against(&sandbox, "authorization_parameters", &[], &[&cases]);
}

#[test]
fn handles() {
    run("handles", &[]);
}

#[test]
fn plan() {
    run("plan", &[]);
}

#[test]
fn vet() {
    run("vet", &[]);
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

/// Code that must not compile, because it borrows from a temporary.
const BORROWED_FROM_TEMPORARIES: &[&str] = &[
    "for (auto issuer : fetch_resource_metadata().authorization_servers()) (void)issuer;",
    "for (auto &warning : fetch_authorization_server_metadata().warnings()) (void)warning;",
    "for (auto server : discover().authorization_servers()) (void)server;",
    "for (auto scope : try_fetch_resource_metadata().value().scopes_supported()) (void)scope;",
    "for (auto scope : (*try_fetch_resource_metadata()).scopes_supported()) (void)scope;",
    "for (auto scope : try_fetch_resource_metadata()->scopes_supported()) (void)scope;",
    "for (auto attempt : try_discover().error().attempts()) (void)attempt;",
    "auto name = fetch_resource_metadata().resource_name();",
    "auto name = fetch_resource_metadata().resource_name_for(\"fr\");",
    "auto json = fetch_authorization_server_metadata().to_json();",
    "auto document = discover().resource_metadata();",
    "auto server = discover().authorization_server();",
    "auto message = try_discover().error().message();",
    "auto first = parse_challenges(\"Basic\")[0];",
    "auto first = parse_challenges(\"Basic\").begin();",
    "auto requests = discovery_plan(\"https://rs.example\").requests();",
    "auto *handle = client().handle();",
    "auto *handle = options().handle();",
    "auto *handle = response(200, \"\").handle();",
    "auto *string = text(std::string(\"a\")).c_str();",
    "auto lines = www_authenticate(\"Basic\").lines();",
    "resource_metadata_view view = fetch_resource_metadata();",
    "authorization_server_metadata_view view = fetch_authorization_server_metadata();",
    "resource_metadata named = fetch_resource_metadata(); auto servers = std::move(named).authorization_servers();",
    "resource_metadata_view view(nullptr); view = fetch_resource_metadata();",
];

/// The same with variables, which compiles.
const BORROWED_FROM_VARIABLES: &str = "
    resource_metadata document = fetch_resource_metadata();
    for (auto issuer : document.authorization_servers()) (void)issuer;
    resource_metadata_view view = document;
    view = document;
    for (auto issuer : view.authorization_servers()) (void)issuer;
    discovery found = discover();
    for (auto issuer : found.resource_metadata()->authorization_servers()) (void)issuer;
    for (auto server : found.authorization_servers()) (void)server.issuer();
    for (auto challenge : parse_challenges(\"Basic\")) (void)challenge.scheme();
    auto result = try_fetch_resource_metadata();
    for (auto issuer : result->authorization_servers()) (void)issuer;
    discovery_plan plan(\"https://rs.example\");
    for (auto request : plan.requests()) (void)request.url();
    (void)(fetch_resource_metadata() == document);
    (void)document.resource_name_for(\"fr\");
    auto error = try_discover().error();
    for (auto attempt : error.attempts()) (void)attempt.url();
    auto taken = *try_discover();
    (void)taken.resource();";

#[test]
fn borrowing_from_a_temporary_does_not_compile() {
    let functions = BORROWED_FROM_TEMPORARIES.iter().enumerate();
    let functions = functions.map(|(i, code)| format!("void f{i}() {{ {code} }}\n")).collect::<String>();
    let begin = "#include <telnyx_oauth.hpp>\nusing namespace telnyx_oauth;\n";
    let (good, bad) = (folder().join("named.cpp"), folder().join("temporary.cpp"));
    std::fs::write(&good, format!("{begin}void f() {{{BORROWED_FROM_VARIABLES}\n}}\n")).unwrap();
    std::fs::write(&bad, format!("{begin}{functions}")).unwrap();
    for (name, limit) in [("g++", "-fmax-errors=0"), ("clang++", "-ferror-limit=0")] {
        for standard in ["c++17", "c++20"] {
            succeed(compiler(name, standard).arg("-fsyntax-only").arg(&good));
            let output = compiler(name, standard).args(["-fsyntax-only", limit]).arg(&bad).output().unwrap();
            let errors = String::from_utf8(output.stderr).unwrap();
            for (i, code) in BORROWED_FROM_TEMPORARIES.iter().enumerate() {
                let place = format!("temporary.cpp:{}:", i + 3);
                let mut found = errors.lines().filter(|line| line.contains(&place) && line.contains(" error: "));
                let refused = found.any(|line| line.contains("deleted"));
                assert!(refused, "{name} -std={standard} compiles {code}\n{errors}");
            }
        }
    }
}

/// Returns the accessors of a C++ class that return borrowed values: their names and arguments.
fn borrowing(class: &str) -> Vec<(String, String)> {
    let header = read("../include/telnyx_oauth.hpp");
    let start = header.find(&format!("\nclass {class} {{")).unwrap_or_else(|| panic!("there is no class {class}"));
    let class = &header[start..start + header[start..].find("\n};").unwrap()];
    let borrows = |returned: &str| {
        let parts = ["string_view", "_view>", "vector", "challenge>", "*", "&"];
        // A list of enum values or std::strings owns them.
        let owned = ["vector<telnyx_oauth::client_registration>", "vector<std::string>"];
        let owns = owned.iter().any(|list| returned.contains(list));
        !owns && (returned.ends_with("_view") || parts.iter().any(|part| returned.contains(part)))
    };
    let mut found = Vec::new();
    for line in class.lines().filter(|line| line.starts_with("  ") && line[2..].starts_with(char::is_alphabetic)) {
        let Some((head, rest)) = line.trim().split_once('(') else { continue };
        let Some((arguments, rest)) = rest.split_once(')') else { continue };
        let Some((returned, name)) = head.rsplit_once([' ', '*', '&']) else { continue };
        let returned = &head[..returned.len() + 1];
        if rest.starts_with(" const")
            && !rest.contains("= delete")
            && !name.starts_with("operator")
            && borrows(returned)
        {
            found.push((name.to_owned(), if arguments.is_empty() { "" } else { "\"\"" }.to_owned()));
        }
    }
    assert!(!found.is_empty());
    found
}

/// Checks every borrowing accessor of every class that owns a handle.
#[test]
fn every_borrowing_accessor_is_deleted_for_temporaries() {
    let mut program = "#include <telnyx_oauth.hpp>\nusing namespace telnyx_oauth;\n".to_owned();
    for (owner, class) in [
        ("resource_metadata", "resource_metadata_view"),
        ("authorization_server_metadata", "authorization_server_metadata_view"),
        ("error", "error_view"),
        ("authorization_parameters", "authorization_parameters"),
        ("discovery", "discovery"),
        ("challenges", "challenges"),
        ("discovery_plan", "discovery_plan"),
        ("client", "client"),
        ("options", "options"),
        ("call", "call"),
        ("cancel_token", "cancel_token"),
        ("response", "response"),
        ("www_authenticate", "www_authenticate"),
        ("text", "text"),
    ] {
        for (name, arguments) in borrowing(class) {
            // Two methods may have the same name, one with a parameter and one without.
            let by_name = if arguments.is_empty() { "" } else { "_by_name" };
            let borrows = format!("borrows_{owner}_{name}{by_name}");
            program += &format!(
                "template <class Of, class = void> constexpr bool {borrows} = false;\n\
                 template <class Of> constexpr bool {borrows}<Of, \
                 std::void_t<decltype(std::declval<Of>().{name}({arguments}))>> = true;\n\
                 static_assert({borrows}<const {owner} &> && {borrows}<{owner} &>);\n\
                 static_assert(!{borrows}<{owner}> && !{borrows}<const {owner}>);\n"
            );
        }
    }
    let source = folder().join("borrowing.cpp");
    std::fs::write(&source, program).unwrap();
    for name in ["g++", "clang++"] {
        for standard in ["c++17", "c++20"] {
            succeed(compiler(name, standard).arg("-fsyntax-only").arg(&source));
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
