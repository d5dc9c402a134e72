use crate::TelnyxOAuthError;
use crate::guard::guarded;
use std::sync::Arc;

/// Cancels the calls that it is passed to, from any thread. It stays cancelled.
#[derive(uniffi::Object)]
pub struct CancelToken {
    pub(crate) token: telnyx_oauth::CancelToken,
}

#[uniffi::export]
impl CancelToken {
    /// A token that is not cancelled.
    ///
    /// # Errors
    /// None but `internal`.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<CancelToken>, TelnyxOAuthError> {
        guarded(|| Ok(Arc::new(CancelToken { token: telnyx_oauth::CancelToken::new() })))
    }

    /// A token that is cancelled together with this one. Cancelling it does not cancel this one.
    ///
    /// # Errors
    /// None but `internal`.
    pub fn child(&self) -> Result<Arc<CancelToken>, TelnyxOAuthError> {
        guarded(|| Ok(Arc::new(CancelToken { token: self.token.child() })))
    }

    /// Ends the calls that this token was passed to, and every later one, with the error `cancelled`.
    ///
    /// # Errors
    /// None but `internal`.
    pub fn cancel(&self) -> Result<(), TelnyxOAuthError> {
        guarded(|| {
            self.token.cancel();
            Ok(())
        })
    }

    /// True once `cancel` was called on this token or on one that it is a child of.
    ///
    /// # Errors
    /// None but `internal`.
    pub fn is_cancelled(&self) -> Result<bool, TelnyxOAuthError> {
        guarded(|| Ok(self.token.is_cancelled()))
    }
}
