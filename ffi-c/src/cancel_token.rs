use crate::boundary::caught;
use crate::input::shared;
use oauth::CancelToken;

/// Cancels the calls that it was given to, from any thread. It may be freed while they run.
pub struct telnyx_cancel_token(pub(crate) CancelToken);

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes a token that is not cancelled, for telnyx_call_set_cancel_token().
///
/// Returns a token to be freed with telnyx_cancel_token_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_cancel_token_new() -> Box<telnyx_cancel_token> {
    Box::new(telnyx_cancel_token(CancelToken::new()))
}

/// Ends the calls that the token was given to with TELNYX_STATUS_CANCELLED, and those that it will be given to; it stays
/// cancelled. From any thread, but not in a signal handler, as it takes a lock: let a thread wait in sigwait() for the
/// signal, and cancel there.
///
/// token: NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_cancel_token_cancel(token: *mut telnyx_cancel_token) {
    // SAFETY: the header asks for NULL or a token.
    let token = unsafe { shared("token", token) };
    // NULL is no token, and nothing to cancel.
    let _ = caught(|| token.map(|token| token.0.cancel()));
}

/// Whether telnyx_cancel_token_cancel() was called; false for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_cancel_token_is_cancelled(token: Option<&telnyx_cancel_token>) -> bool {
    token.is_some_and(|token| token.0.is_cancelled())
}

/// Frees a token. Calls that it was given to go on, and can no longer be cancelled by it.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_cancel_token_free(token: Option<Box<telnyx_cancel_token>>) {
    drop(token);
}
