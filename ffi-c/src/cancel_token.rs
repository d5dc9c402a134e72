use crate::boundary::caught;
use crate::input::shared;
use oauth::CancelToken;

/// A token that cancels calls from any thread. The token may be freed while the calls run.
pub struct telnyx_cancel_token(pub(crate) CancelToken);

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes a token for telnyx_call_set_cancel_token(). The token is not cancelled.
///
/// Returns a token, which the caller frees with telnyx_cancel_token_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_cancel_token_new() -> Box<telnyx_cancel_token> {
    Box::new(telnyx_cancel_token(CancelToken::new()))
}

/// Cancels all current and later calls that use the token: they fail with TELNYX_STATUS_CANCELLED. The token stays
/// cancelled. Any thread may call this function. A signal handler must not, because the function acquires a lock: instead,
/// let a thread wait in sigwait() for the signal and cancel the token there.
///
/// token: if NULL, the function does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_cancel_token_cancel(token: *mut telnyx_cancel_token) {
    // SAFETY: the header requires NULL or a token.
    let token = unsafe { shared("token", token) };
    // If the token is NULL, there is nothing to cancel.
    let _ = caught(|| token.map(|token| token.0.cancel()));
}

/// Whether telnyx_cancel_token_cancel() was called; false if token is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_cancel_token_is_cancelled(token: Option<&telnyx_cancel_token>) -> bool {
    token.is_some_and(|token| token.0.is_cancelled())
}

/// Frees a token. Calls that use the token continue, and cannot be cancelled by it any more.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_cancel_token_free(token: Option<Box<telnyx_cancel_token>>) {
    drop(token);
}
