use crate::boundary::null;
use crate::cancel_token::telnyx_cancel_token;
use crate::input::shared;
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use oauth::blocking::Client;
use oauth::{CancelToken, Error};
use std::time::Duration;

/// The settings of one or more calls: a timeout and a cancel token. Several threads may use the same settings at the
/// same time. Do not change or free them while a call uses them.
#[derive(Default)]
pub struct telnyx_call {
    timeout: Option<Duration>,
    cancel: Option<CancelToken>,
}

impl telnyx_call {
    /// Returns the client with the settings of this call.
    pub(crate) fn limit(&self, client: &Client) -> Client {
        let mut client = client.clone();
        if let Some(timeout) = self.timeout {
            client = client.with_timeout(timeout);
        }
        if let Some(cancel) = &self.cancel {
            client = client.with_cancel(cancel.clone());
        }
        client
    }
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes settings for calls. They start with the client's timeout and no cancel token.
///
/// Returns settings, which the caller frees with telnyx_call_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_call_new() -> Box<telnyx_call> {
    Box::default()
}

/// Sets the time limit for the whole call, including retries and waits.
///
/// timeout_ms: milliseconds, 1 to 86400000 (24 hours). With any other value, the call fails with
/// TELNYX_STATUS_INVALID_ARGUMENT. Default: the client's timeout.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if call is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_call_set_timeout_ms(call: Option<&mut telnyx_call>, timeout_ms: u64) -> telnyx_status {
    set(call, |call| {
        call.timeout = Some(Duration::from_millis(timeout_ms));
        Ok(())
    })
}

/// Sets the token that cancels the call. The token may be freed at any time.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if call or token is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_call_set_cancel_token(
    call: Option<&mut telnyx_call>,
    token: *mut telnyx_cancel_token,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a token.
    let token = unsafe { shared("token", token) };
    set(call, |call| {
        call.cancel = Some(token?.0.clone());
        Ok(())
    })
}

/// Frees the settings of a call.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_call_free(call: Option<Box<telnyx_call>>) {
    drop(call);
}

fn set(call: Option<&mut telnyx_call>, change: impl FnOnce(&mut telnyx_call) -> Result<(), Error>) -> telnyx_status {
    match call.ok_or_else(|| null("call")).and_then(change) {
        Ok(()) => TELNYX_STATUS_OK,
        Err(error) => status_of(error.kind()),
    }
}
