use crate::Error;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for input that the language allows and that no call
/// takes, such as text that is not UTF-8. `message` names the argument and the rule.
pub fn invalid_argument(message: impl Into<String>) -> Error {
    Error::invalid_argument(message)
}

/// Runs `work`. A panic in it is an [`ErrorKind::Internal`](crate::ErrorKind::Internal).
///
/// # Errors
/// Those of `work`.
pub fn caught<T, E: From<Error>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(panicked(&*panic).into()))
}

/// The [`ErrorKind::Internal`](crate::ErrorKind::Internal) for a panic's payload, with the panic's message.
pub fn panicked(panic: &(dyn Any + Send)) -> Error {
    Error::from_panic(panic)
}
