use crate::{Error, ErrorKind};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) error for input that a binding refuses itself, such
/// as text that is not UTF-8. `message` must name the argument and the rule.
pub fn invalid_argument(message: impl Into<String>) -> Error {
    Error::invalid_argument(message)
}

/// Runs `work`, and turns a panic into an [`ErrorKind::Internal`](crate::ErrorKind::Internal) error.
///
/// # Errors
/// Those of `work`.
pub fn caught<T, E: From<Error>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(panicked(&*panic).into()))
}

/// An [`ErrorKind::Internal`](crate::ErrorKind::Internal) error with the message of a panic's payload.
pub fn panicked(panic: &(dyn Any + Send)) -> Error {
    Error::from_panic(panic)
}

/// Returns text from the network in quotes, for a message: escaped, on one line, and cut if it is long.
pub fn quoted(text: &str) -> String {
    crate::protocol::errors::quoted(text)
}

/// An error of this kind, for a failure that a program observed elsewhere, such as in a recording.
pub fn failed(kind: ErrorKind, message: impl Into<String>) -> Error {
    Error::new(kind, message)
}
