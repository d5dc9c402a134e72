use crate::failure::Failure;
use crate::json;
use crate::printable::printable;
use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Writes results and errors as JSON or as text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    /// True for JSON, false for text.
    pub(crate) json: bool,
}

impl Output {
    pub(crate) fn detect(json_wanted: bool) -> Output {
        Output { json: json_wanted || !io::stdout().is_terminal() }
    }

    /// Writes to standard output and flushes it.
    pub(crate) fn bytes(self, bytes: &[u8]) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(Failure::of_output)
    }

    pub(crate) fn text(self, text: &str) -> Result<(), Failure> {
        self.bytes(text.as_bytes())
    }

    pub(crate) fn json_document(self, document: &impl Serialize) -> Result<(), Failure> {
        let mut stdout = BufWriter::new(io::stdout().lock());
        json::write_pretty(document, &mut stdout).map_err(|error| match error.is_io() {
            true => Failure::of_output(error.into()),
            false => unserialisable(error),
        })?;
        stdout.write_all(b"\n").and_then(|()| stdout.flush()).map_err(Failure::of_output)
    }

    pub(crate) fn json_line(self, value: &impl Serialize) -> Result<(), Failure> {
        self.text(&(json::line(value).map_err(unserialisable)? + "\n"))
    }

    /// Prints the help of clap, with colours if the terminal allows them.
    pub(crate) fn help(self, help: &clap::Error) -> Result<(), Failure> {
        help.print().and_then(|()| io::stdout().flush()).map_err(Failure::of_output)
    }

    /// Writes a line of text to standard error.
    pub(crate) fn note(self, line: &str) {
        to_stderr(&(printable(line) + "\n"));
    }

    pub(crate) fn failure(self, failure: &Failure) {
        match failure {
            Failure::BrokenPipe | Failure::Findings => {}
            failure if self.json => match json::line(failure) {
                Ok(line) => to_stderr(&(line + "\n")),
                Err(_) => self.note(&failure.line()),
            },
            // If standard error cannot be written, no other stream can report that.
            Failure::Usage(error) => drop(error.print()),
            failure => self.note(&failure.line()),
        }
    }
}

/// Returns the failure for a value that cannot be serialised, which is a bug.
pub(crate) fn unserialisable(error: serde_json::Error) -> Failure {
    Failure::Internal(format!("the result cannot be written as JSON: {error}"))
}

/// Writes to standard error and ignores errors. `eprint!` would panic if standard error is closed.
pub(crate) fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
