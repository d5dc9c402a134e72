use crate::TelnyxOAuthError;
use crate::guard::guarded;
use std::sync::Arc;

/// A token that cancels calls from any thread. Pass the token to a call. A cancelled token stays cancelled.
#[derive(uniffi::Object)]
pub struct CancelToken {
    pub(crate) token: telnyx_oauth::CancelToken,
}

#[uniffi::export]
impl CancelToken {
    /// Returns a new token that is not cancelled.
    ///
    /// # Errors
    /// Only `internal`.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<CancelToken>, TelnyxOAuthError> {
        guarded(|| Ok(Arc::new(CancelToken { token: telnyx_oauth::CancelToken::new() })))
    }

    /// Returns a child token. Cancelling this token cancels the child; cancelling the child does not cancel this token.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn child(&self) -> Result<Arc<CancelToken>, TelnyxOAuthError> {
        guarded(|| Ok(Arc::new(CancelToken { token: self.token.child() })))
    }

    /// Ends every call with this token, now and later, with the error `cancelled`.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn cancel(&self) -> Result<(), TelnyxOAuthError> {
        guarded(|| {
            self.token.cancel();
            Ok(())
        })
    }

    /// Returns true if `cancel` was called on this token or on a parent of this token.
    ///
    /// # Errors
    /// Only `internal`.
    pub fn is_cancelled(&self) -> Result<bool, TelnyxOAuthError> {
        guarded(|| Ok(self.token.is_cancelled()))
    }
}
