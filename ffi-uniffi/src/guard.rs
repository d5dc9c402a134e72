use crate::{ErrorKind, TelnyxOAuthError};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work`; a panic is the error `internal`, like any other.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, TelnyxOAuthError>) -> Result<T, TelnyxOAuthError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(internal(&*panic)))
}

/// The error that a panic is.
pub(crate) fn internal(panic: &(dyn Any + Send)) -> TelnyxOAuthError {
    let said = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    let message = format!("this is a bug, please report it: {}", said.unwrap_or("a panic without a message"));
    TelnyxOAuthError::new(ErrorKind::Internal, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_internal_error_with_its_message() {
        let message = "this is a bug, please report it: the bottom broke";
        let expected = Err(TelnyxOAuthError::new(ErrorKind::Internal, message.to_owned()));
        assert_eq!(guarded::<()>(|| panic!("the bottom broke")), expected);
        assert_eq!(guarded::<()>(|| panic!("the {} broke", "bottom")), expected);
    }
}
