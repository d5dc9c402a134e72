use clap::error::ErrorKind as UsageKind;
use serde::{Serialize, Serializer};
use std::fmt::Display;
use std::io;
use telnyx_oauth::{Error, ErrorKind};

/// The reason why the program failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An error of the library.
    Call(Error),
    /// The command line cannot be parsed.
    Usage(clap::Error),
    /// An argument is well formed, but cannot be used.
    Argument(String),
    /// An I/O error of the program itself. [`ErrorKind`] has no kind for it.
    Io(String),
    /// `check` has printed findings at or above `--fail-on`.
    Findings,
    /// The reader of standard output has closed the pipe.
    BrokenPipe,
    /// A bug in this program.
    Internal(String),
}

impl Failure {
    /// Returns the failure for an error in writing to standard output.
    pub(crate) fn of_output(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::BrokenPipe,
            _ => Failure::io("standard output cannot be written", error),
        }
    }

    /// Returns the failure for an I/O error, with the operation or file that it concerns.
    pub(crate) fn io(context: impl Display, error: io::Error) -> Failure {
        Failure::Io(format!("{context}: {error}"))
    }

    pub(crate) fn kind(&self) -> Option<ErrorKind> {
        match self {
            Failure::Call(error) => Some(error.kind()),
            Failure::Usage(_) | Failure::Argument(_) => Some(ErrorKind::InvalidArgument),
            Failure::Io(_) | Failure::BrokenPipe | Failure::Findings => None,
            Failure::Internal(_) => Some(ErrorKind::Internal),
        }
    }

    /// Returns the message and its URL as one line of text.
    pub(crate) fn line(&self) -> String {
        let url = match self {
            Failure::Call(error) => error.url(),
            _ => None,
        };
        let text = match self.kind() {
            Some(kind) => described(kind, &self.message(), url),
            None => self.message(),
        };
        format!("telnyx-oauth: {text}")
    }

    fn message(&self) -> String {
        match self {
            Failure::Call(error) => error.message().to_owned(),
            Failure::Usage(error) => usage_message(error),
            Failure::Argument(message) | Failure::Io(message) | Failure::Internal(message) => message.clone(),
            Failure::Findings => "the check has findings".to_owned(),
            Failure::BrokenPipe => "standard output is closed".to_owned(),
        }
    }
}

/// Returns the text of an error or a warning. The URL is left out if the message contains it.
pub(crate) fn described(kind: impl Display, message: &str, url: Option<&str>) -> String {
    match url.filter(|url| !message.contains(url)) {
        Some(url) => format!("{kind}: {message} ({url})"),
        None => format!("{kind}: {message}"),
    }
}

/// Returns the message of clap on one line, without the usage.
fn usage_message(error: &clap::Error) -> String {
    if error.kind() == UsageKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "a command is missing: see --help".to_owned();
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let mut message = String::new();
    for line in text.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:")) {
        if !line.is_empty() && !line.starts_with("For more information") {
            message += match line {
                _ if message.is_empty() => "",
                line if line.starts_with("tip:") => "; ",
                _ => " ",
            };
            message += line;
        }
    }
    message
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Call(error)
    }
}

/// Serialises a failure with the members of the library's [`Error`].
impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Own {
            kind: Option<ErrorKind>,
            message: String,
            url: (),
            http_status: (),
            error: (),
            error_description: (),
            retry_after: (),
            attempts: [(); 0],
            warnings: [(); 0],
        }
        match self {
            Failure::Call(error) => error.serialize(serializer),
            own => Own {
                kind: own.kind(),
                message: own.message(),
                url: (),
                http_status: (),
                error: (),
                error_description: (),
                retry_after: (),
                attempts: [],
                warnings: [],
            }
            .serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn a_failure_has_the_members_of_a_library_error() {
        let members = |failure: Failure| -> Vec<String> {
            let json: serde_json::Value = serde_json::from_str(&json::line(&failure).unwrap()).unwrap();
            json.as_object().unwrap().keys().cloned().collect()
        };
        let error = telnyx_oauth::resource_metadata_url("nothing").unwrap_err();
        assert_eq!(members(Failure::Internal("a bug".into())), members(error.into()));
    }

    #[test]
    fn an_io_failure_has_no_kind() {
        let full = Failure::of_output(io::ErrorKind::StorageFull.into());
        assert!(
            json::line(&full).unwrap().starts_with(r#"{"kind":null,"message":"standard output cannot be written: "#)
        );
        assert!(full.line().starts_with("telnyx-oauth: standard output cannot be written: "));
    }
}
