//! Runs the built program in an environment with no variable but `PATH`.
#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each test file is a separate crate that uses a part of this module"
)]

pub mod discovery;

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;
pub use testing::{METADATA, wait_for};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_telnyx-oauth");

/// The result of a run.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

pub fn bare(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).stdin(Stdio::null());
    command
}

pub fn program(args: &[&str]) -> Command {
    let mut command = bare(PROGRAM);
    command.args(args);
    command
}

pub fn finished(command: &mut Command) -> Run {
    read(command.output().unwrap())
}

pub fn read(output: Output) -> Run {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

pub fn run(args: &[&str]) -> Run {
    finished(&mut program(args))
}

/// Runs a shell command on a pseudo-terminal. `$T` is the program. Both output streams arrive in `stdout`.
pub fn terminal(line: &str, env: &[(&str, &str)]) -> Run {
    let mut script = bare("script");
    script.args(["-qec", line, "/dev/null"]).env("SHELL", "/bin/sh").env("TERM", "xterm").env("T", PROGRAM);
    let mut run = finished(script.envs(env.iter().copied()));
    run.stdout = run.stdout.replace("\r\n", "\n");
    run
}

impl Run {
    /// Returns the document on standard output. Panics if the run failed.
    #[track_caller]
    pub fn document(&self) -> Value {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{self:?}");
        assert!(self.stdout.ends_with("}\n") && !self.stdout.ends_with("\n\n"), "{self:?}");
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// Returns the error. Panics unless the run failed with this kind and exit code, one line on standard error and no other
    /// output.
    #[track_caller]
    pub fn error(&self, kind: &str, code: i32) -> Value {
        assert_eq!((self.code, self.stdout.as_str()), (Some(code), ""), "{self:?}");
        assert_eq!(self.stderr.matches('\n').count(), 1, "{self:?}");
        let error: Value = serde_json::from_str(&self.stderr).unwrap();
        let members: Vec<_> = error.as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = [
            "kind",
            "message",
            "url",
            "http_status",
            "error",
            "error_description",
            "retry_after",
            "attempts",
            "warnings",
        ];
        expected.sort_unstable();
        assert_eq!(members, expected);
        assert_eq!(error["kind"], kind, "{self:?}");
        error
    }
}

pub fn signal(child: &Child, name: &str) {
    let status = bare("sh").args(["-c", &format!("kill -{name} {}", child.id())]).status().unwrap();
    assert!(status.success());
}

/// A temporary directory for one test. Dropping the value removes the directory.
pub struct Dir(TempDir);

impl Dir {
    pub fn new() -> Dir {
        Dir(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self, name: &str, text: &str) -> String {
        let file = self.path().join(name);
        fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    }

    pub fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}
