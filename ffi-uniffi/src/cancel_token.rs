use crate::TelnyxOAuthError;
use crate::guard::guarded;
use std::sync::Arc;

/// Cancels the calls that it was given to, from any thread. It stays cancelled.
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

    /// Ends the calls that this token was given to with the error `cancelled`, and those that it will be given to.
    ///
    /// # Errors
    /// None but `internal`.
    pub fn cancel(&self) -> Result<(), TelnyxOAuthError> {
        guarded(|| {
            self.token.cancel();
            Ok(())
        })
    }

    /// Whether `cancel` was called.
    ///
    /// # Errors
    /// None but `internal`.
    pub fn is_cancelled(&self) -> Result<bool, TelnyxOAuthError> {
        guarded(|| Ok(self.token.is_cancelled()))
    }
}
