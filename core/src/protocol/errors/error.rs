use super::text::{cut, escaped};
use crate::{Attempt, ErrorKind, Warning};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::any::Any;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The error of a call: a [kind](ErrorKind), a message, and details such as the URL, the HTTP status and the attempts.
/// Cheap to clone.
///
/// Serialises to the object that the command line prints:
/// `{"kind", "message", "url", "http_status", "error", "error_description", "retry_after", "attempts",
/// "warnings"}`.
#[derive(Clone)]
pub struct Error(Arc<Fields>);

#[derive(Clone)]
struct Fields {
    kind: ErrorKind,
    message: String,
    url: Option<String>,
    http_status: Option<u16>,
    error: Option<String>,
    error_description: Option<String>,
    retry_after: Option<Duration>,
    attempts: Arc<[Attempt]>,
    warnings: Vec<Warning>,
    cause: Option<Arc<dyn StdError + Send + Sync>>,
    means_absent: bool,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error(Arc::new(Fields {
            kind,
            message: cut(message.into()),
            url: None,
            http_status: None,
            error: None,
            error_description: None,
            retry_after: None,
            attempts: Arc::default(),
            warnings: Vec::new(),
            cause: None,
            means_absent: false,
        }))
    }

    pub(crate) fn invalid_argument(message: impl Into<String>) -> Error {
        Error::new(ErrorKind::InvalidArgument, message)
    }

    pub(crate) fn internal(message: impl Into<String>) -> Error {
        Error::new(ErrorKind::Internal, message)
    }

    /// An [`ErrorKind::Internal`] with the message of a panic's payload.
    pub(crate) fn from_panic(panic: &(dyn Any + Send)) -> Error {
        let message = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
        Error::internal(format!("this is a bug, please report it: {}", message.unwrap_or("a panic without a message")))
    }

    pub(crate) fn at(mut self, url: impl Into<String>) -> Error {
        self.fields().url = Some(url.into());
        self
    }

    /// The error with a note in parentheses after its message.
    pub(crate) fn with_note(mut self, note: &str) -> Error {
        self.fields().message = cut(format!("{} ({note})", self.message()));
        self
    }

    pub(crate) fn with_status(mut self, status: u16) -> Error {
        self.fields().http_status = Some(status);
        self
    }

    pub(crate) fn with_oauth(mut self, error: String, description: Option<String>) -> Error {
        self.fields().error = Some(error);
        self.fields().error_description = description;
        self
    }

    pub(crate) fn with_retry_after(mut self, wait: Option<Duration>) -> Error {
        self.fields().retry_after = wait;
        self
    }

    pub(crate) fn with_attempts(mut self, attempts: impl Into<Arc<[Attempt]>>) -> Error {
        self.fields().attempts = attempts.into();
        self
    }

    /// The error with `what` before its message.
    pub(crate) fn about(mut self, what: &str) -> Error {
        let message = cut(format!("{what}: {}", self.message()));
        self.fields().message = message;
        self
    }

    pub(crate) fn with_warnings(mut self, warnings: Vec<Warning>) -> Error {
        self.fields().warnings = warnings;
        self
    }

    /// Marks an error that means that the URL has no document, as opposed to an invalid document.
    pub(crate) fn meaning_absent(mut self) -> Error {
        self.fields().means_absent = true;
        self
    }

    pub(crate) fn means_absent(&self) -> bool {
        self.0.means_absent
    }

    pub(crate) fn caused_by(mut self, cause: impl StdError + Send + Sync + 'static) -> Error {
        self.fields().cause = Some(Arc::new(cause));
        self
    }

    /// The fields, for changes. Copies the fields if clones share them.
    fn fields(&mut self) -> &mut Fields {
        Arc::make_mut(&mut self.0)
    }

    /// The kind of the error, for programs.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The message, for people: the expected and the actual value. Text from the network is escaped and cut.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The URL that the error is about: the requested URL, or the caller's input if the input is invalid.
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// The HTTP status. `None` if no response came.
    pub fn http_status(&self) -> Option<u16> {
        self.0.http_status
    }

    /// The URL that answered. `None` if no response came.
    pub(crate) fn answered_by(&self) -> Option<&str> {
        self.url().filter(|_| self.0.http_status.is_some())
    }

    /// The OAuth error code, exactly as sent. `None` unless the kind is [`ErrorKind::OauthError`].
    pub fn error(&self) -> Option<&str> {
        self.0.error.as_deref()
    }

    /// The description of the OAuth error, exactly as sent. Escape it before printing.
    pub fn error_description(&self) -> Option<&str> {
        self.0.error_description.as_deref()
    }

    /// The delay that the server requested in `Retry-After`, in whole seconds
    /// ([RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)).
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The messages of the causes, from the nearest to the root: [`source`](StdError::source) and its sources. They are
    /// escaped and cut like the message.
    pub fn causes(&self) -> impl Iterator<Item = String> {
        let causes = std::iter::successors(self.source(), |cause| (*cause).source());
        causes.map(|cause| escaped(&cause.to_string()))
    }

    /// All requests that the call sent, in order.
    pub fn attempts(&self) -> &[Attempt] {
        &self.0.attempts
    }

    /// The deviations that were tolerated before the call failed, in order.
    pub fn warnings(&self) -> &[Warning] {
        &self.0.warnings
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("url", &self.0.url)
            .field("http_status", &self.0.http_status)
            .field("error", &self.0.error)
            .field("error_description", &self.0.error_description)
            .field("retry_after", &self.0.retry_after)
            .field("attempts", &self.0.attempts)
            .field("warnings", &self.0.warnings)
            .field("cause", &self.0.cause)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.cause.as_deref().map(|cause| cause as &(dyn StdError + 'static))
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Error", 9)?;
        object.serialize_field("kind", &self.0.kind)?;
        object.serialize_field("message", &self.0.message)?;
        object.serialize_field("url", &self.0.url)?;
        object.serialize_field("http_status", &self.0.http_status)?;
        object.serialize_field("error", &self.0.error)?;
        object.serialize_field("error_description", &self.0.error_description)?;
        object.serialize_field("retry_after", &self.0.retry_after.map(|wait| wait.as_secs()))?;
        object.serialize_field("attempts", self.attempts())?;
        object.serialize_field("warnings", &self.0.warnings)?;
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_listed_from_the_nearest_to_the_root() {
        let root = Error::new(ErrorKind::Tls, "bad\u{1b}[31m");
        let middle = Error::new(ErrorKind::Transport, "the connection failed").caused_by(root);
        let error = Error::new(ErrorKind::Transport, "no answer").caused_by(middle);
        assert_eq!(error.causes().collect::<Vec<_>>(), ["the connection failed", "bad\\u{1b}[31m"]);
        assert_eq!(Error::new(ErrorKind::Timeout, "late").causes().next(), None);
    }

    #[test]
    fn an_error_is_as_small_as_a_pointer() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn the_errors_of_a_binding_have_its_messages() {
        let error = Error::invalid_argument("resource must be UTF-8");
        assert_eq!((error.kind(), error.message()), (ErrorKind::InvalidArgument, "resource must be UTF-8"));
        let error = Error::internal("x".repeat(2000));
        assert_eq!((error.kind(), error.message().chars().count()), (ErrorKind::Internal, 1001));
    }
}
