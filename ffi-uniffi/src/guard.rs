use crate::TelnyxOAuthError;
use telnyx_oauth::embedding;

/// Runs `work`; a panic is the error `internal`, like any other.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, TelnyxOAuthError>) -> Result<T, TelnyxOAuthError> {
    embedding::caught(work)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn a_panic_is_an_internal_error_with_its_message() {
        let message = "this is a bug, please report it: the bottom broke";
        let expected = Err(TelnyxOAuthError::new(ErrorKind::Internal, message.to_owned()));
        assert_eq!(guarded::<()>(|| panic!("the bottom broke")), expected);
        assert_eq!(guarded::<()>(|| panic!("the {} broke", "bottom")), expected);
    }
}
