//! Compiles the C programs of `tests/c`, and runs them.
//!
//! `ffi-c/sanitize` runs the same tests under sanitizers and valgrind, by these variables:
//! - `C_COMPILERS`: the compilers, instead of gcc and clang
//! - `C_FLAGS`: more options for the compilers
//! - `C_LIBRARY`: the libtelnyx_oauth.so to test, instead of the one that Cargo builds for these tests
//! - `C_RUNNER`: a command that runs the programs
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test binary uses a part of it")]

mod declarations;
mod folders;
mod library;

pub use declarations::{Declaration, Parameter, declarations, declarations_of};
pub use folders::{abi, folder, here, read, sources};
pub use library::{library, panics};
pub use testing::{METADATA, namespace};

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use telnyx_oauth_sandbox::{Answer, Sandbox};

/// The time limit of a program, in seconds.
const TIME_LIMIT: &str = "300";

/// A compiled program.
pub struct Program {
    path: PathBuf,
    source: String,
}

fn setting(name: &str) -> Option<Vec<String>> {
    Some(std::env::var(name).ok()?.split_whitespace().map(str::to_owned).collect())
}

/// Returns whether the programs use the allocator of a sanitizer.
pub fn sanitized() -> bool {
    setting("C_FLAGS").is_some()
}

/// Returns whether `C_LIBRARY` names the library.
pub fn has_library() -> bool {
    std::env::var_os("C_LIBRARY").is_some()
}

/// Returns whether another program, such as valgrind, runs the programs.
pub fn has_runner() -> bool {
    setting("C_RUNNER").is_some()
}

/// Compiles a test program with each compiler. `options` apply to every compiler.
pub fn programs(name: &str, options: &[&str]) -> Vec<Program> {
    programs_of(name, &sources().join(format!("{name}.c")), options)
}

/// Compiles an example of `examples/c` with each compiler. `options` apply to every compiler.
pub fn examples(name: &str, options: &[&str]) -> Vec<Program> {
    programs_of(name, &here("../examples/c").join(format!("{name}.c")), options)
}

/// The same for generated source text.
pub fn generated(name: &str, text: &str, options: &[&str]) -> Vec<Program> {
    let source = folder().join(format!("{name}.c"));
    std::fs::write(&source, text).unwrap();
    programs_of(name, &source, options)
}

fn programs_of(name: &str, source: &Path, options: &[&str]) -> Vec<Program> {
    let compilers = setting("C_COMPILERS").unwrap_or_else(|| vec!["gcc".to_owned(), "clang".to_owned()]);
    compilers.iter().map(|compiler| compile(compiler, name, source, options)).collect()
}

fn compile(compiler: &str, name: &str, source: &Path, options: &[&str]) -> Program {
    // Each program gets its own file: a running program cannot be overwritten, and two tests may use it at the same
    // time.
    static COMPILED: AtomicUsize = AtomicUsize::new(0);
    let number = COMPILED.fetch_add(1, Ordering::Relaxed);
    let path = folder().join(format!("{name}-{compiler}-{}-{number}", std::process::id()));
    let mut command = Command::new(compiler);
    command.args(["-std=c11", "-D_GNU_SOURCE", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
    command.arg("-I").arg(here("../include")).arg("-I").arg(sources());
    command.args(setting("C_FLAGS").unwrap_or_default()).arg("-o").arg(&path).arg(source);
    if !options.contains(&"-ldl") {
        command.arg(library());
    }
    command.args(options).args(["-lcjson", "-pthread"]);
    let output =
        command.output().unwrap_or_else(|error| panic!("{compiler}: {error}: sudo apt-get install {compiler}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{compiler} on {} (where cJSON is missing: sudo apt-get install libcjson-dev):\n{errors}",
        source.display()
    );
    Program { path, source: std::fs::read_to_string(source).unwrap() }
}

impl Program {
    /// Runs the program. Its arguments are the origins of the sandbox, the file of its CA, and `more`.
    pub fn output(&self, sandbox: &Sandbox, more: &[&str], environment: &[(&str, &str)]) -> Output {
        let ca_file = sandbox.ca_file().to_str().unwrap();
        let arguments = [&[sandbox.http_origin(), sandbox.https_origin(), ca_file], more].concat();
        self.output_of(&arguments, environment)
    }

    /// Runs the program with only these arguments.
    pub fn output_of(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        let runner = setting("C_RUNNER").unwrap_or_default();
        let mut command = Command::new("timeout");
        command.args(["--kill-after=9", TIME_LIMIT]).args(runner).arg(&self.path).args(arguments);
        testing::clear(&mut command)
            .env("LD_LIBRARY_PATH", library().parent().unwrap())
            .envs(environment.iter().copied());
        command.output().expect("timeout is part of coreutils: sudo apt-get install coreutils")
    }

    /// Runs the program, asserts that it succeeds and prints only its own strings, and returns its output.
    pub fn run(&self, sandbox: &Sandbox, more: &[&str]) -> String {
        self.run_in(sandbox, more, &[])
    }

    /// The same with environment variables.
    pub fn run_in(&self, sandbox: &Sandbox, more: &[&str], environment: &[(&str, &str)]) -> String {
        self.check(self.output(sandbox, more, environment), "")
    }

    /// Asserts that the program succeeded, and checks its standard error. Returns its output.
    pub fn check(&self, output: Output, errors: &str) -> String {
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{}: {}\n{out}{err}", self.path.display(), output.status);
        assert!(err.contains(errors) && errors.is_empty() == err.is_empty(), "{}: {err}", self.path.display());
        for line in out.lines() {
            assert!(self.source.contains(line), "{} prints an unknown line: {line}", self.path.display());
        }
        assert!(!out.is_empty());
        out.into_owned()
    }
}

/// Returns a sandbox with these answers for the documents at `METADATA/name`.
pub fn sandbox_with(answers: impl IntoIterator<Item = (&'static str, Answer)>) -> Sandbox {
    let sandbox = Sandbox::start().expect("the sandbox starts on loopback");
    for (name, answer) in answers {
        sandbox.route(format!("{METADATA}/{name}"), [answer]);
    }
    sandbox
}

/// Returns a document about the resource `name` of the sandbox.
pub fn document(name: &str) -> Answer {
    Answer::json(format!(r#"{{"resource": "${{origin}}/{name}", "authorization_servers": ["${{origin}}"]}}"#))
}
