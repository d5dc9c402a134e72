use crate::TelnyxOAuthError;
use telnyx_oauth::embedding;

/// Runs `work` and returns its result. A panic becomes the error `internal`.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, TelnyxOAuthError>) -> Result<T, TelnyxOAuthError> {
    embedding::caught(work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn a_panic_becomes_an_internal_error_with_the_message() {
        let message = "this is a bug, please report it: the invariant broke";
        let expected = Err(TelnyxOAuthError::new(ErrorKind::Internal, message.to_owned()));
        assert_eq!(guarded::<()>(|| panic!("the invariant broke")), expected);
        assert_eq!(guarded::<()>(|| panic!("the {} broke", "invariant")), expected);
    }
}
