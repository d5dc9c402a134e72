use crate::cancel_token::telnyx_cancel_token;
use crate::input::{required, shared};
use crate::setter::{Settable, set};
use crate::status::telnyx_status;
use oauth::blocking::Client;
use oauth::{CancelToken, Error};
use std::ffi::c_char;
use std::time::Duration;

/// The settings of one or more calls: a timeout, a cancel token and an issuer. Several threads may use the same settings
/// at the same time. Do not change or free them while a call uses them.
#[derive(Default)]
pub struct telnyx_call {
    timeout: Option<Duration>,
    cancel: Option<CancelToken>,
    issuer: Option<String>,
    /// The first error of a setter. Every call with these settings fails with this error.
    refused: Option<Error>,
}

impl telnyx_call {
    /// Returns the client with the settings of this call.
    pub(crate) fn apply(&self, client: &Client) -> Result<Client, Error> {
        if let Some(error) = &self.refused {
            return Err(error.clone());
        }
        let mut client = client.clone();
        if let Some(timeout) = self.timeout {
            client = client.with_timeout(timeout);
        }
        if let Some(cancel) = &self.cancel {
            client = client.with_cancel(cancel.clone());
        }
        if let Some(issuer) = &self.issuer {
            client = client.with_issuer(issuer.as_str());
        }
        Ok(client)
    }
}

impl Settable for telnyx_call {
    const NAME: &'static str = "call";

    fn refused(&mut self) -> &mut Option<Error> {
        &mut self.refused
    }
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes settings for calls. They start with the client's timeout, no cancel token and no issuer.
///
/// A setter returns TELNYX_STATUS_INVALID_ARGUMENT if it refuses its input or if call is NULL, and TELNYX_STATUS_OK
/// otherwise. A program need not check these results: the settings keep the first error, and every call with them then
/// fails with the same status.
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
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_call_set_timeout_ms(call: Option<&mut telnyx_call>, timeout_ms: u64) -> telnyx_status {
    set(call, |call| {
        call.timeout = Some(Duration::from_millis(timeout_ms));
        Ok(())
    })
}

/// Sets the token that cancels the call. The token may be freed at any time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_call_set_cancel_token(
    call: Option<&mut telnyx_call>,
    token: *mut telnyx_cancel_token,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a token.
    let token = unsafe { shared("cancel_token", token) };
    set(call, |call| {
        call.cancel = Some(token?.0.clone());
        Ok(())
    })
}

/// Sets the authorization server of telnyx_client_discover(). Other calls ignore the issuer.
///
/// The resource's document need not list this server. No other server replaces it: if the server fails, the call fails
/// with that error. The call then also succeeds if the resource has no document, or if its document lists no server.
///
/// issuer: an absolute https URL without a query, or http on a loopback host. With any other value, the call fails with
/// TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL. Default: the servers that the document lists.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_call_set_issuer(
    call: Option<&mut telnyx_call>,
    issuer: *const c_char,
) -> telnyx_status {
    // SAFETY: the header requires NULL or a string.
    let issuer = unsafe { required("issuer", issuer) };
    set(call, |call| {
        call.issuer = Some(issuer?.to_owned());
        Ok(())
    })
}

/// Frees the settings of a call.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_call_free(call: Option<Box<telnyx_call>>) {
    drop(call);
}
