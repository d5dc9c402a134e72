//! The details of an error, besides its kind and message.

use crate::attempt::telnyx_attempt;
use crate::copies::pointer_to;
use crate::error::telnyx_error;
use crate::warning::telnyx_warning;
use std::ffi::c_char;

/// The URL that the error is about: the requested URL, or the caller's input if the input was invalid.
///
/// Returns a string that belongs to the error; NULL if there is no such URL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_url(error: Option<&telnyx_error>) -> *const c_char {
    pointer_to(error.and_then(|error| error.url.as_ref()))
}

/// The HTTP status of the response that caused the error, such as 503; 0 if there was none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_http_status(error: Option<&telnyx_error>) -> u16 {
    error.and_then(|error| error.whole.http_status()).unwrap_or(0)
}

/// The OAuth error code of a TELNYX_STATUS_OAUTH_ERROR, such as "invalid_request", exactly as sent
/// (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
///
/// Returns a string that belongs to the error; NULL for every other kind.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_error(error: Option<&telnyx_error>) -> *const c_char {
    pointer_to(error.and_then(|error| error.error.as_ref()))
}

/// The OAuth error's description, exactly as sent: escape it before you print it
/// (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
///
/// Returns a string that belongs to the error; NULL if the server sent none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_error_description(error: Option<&telnyx_error>) -> *const c_char {
    pointer_to(error.and_then(|error| error.error_description.as_ref()))
}

/// The time that the server asks the client to wait, in seconds, from Retry-After
/// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); -1 if the server did not ask, or if error is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_retry_after(error: Option<&telnyx_error>) -> i64 {
    let wait = error.and_then(|error| error.whole.retry_after());
    wait.map_or(-1, |wait| i64::try_from(wait.as_secs()).unwrap_or(i64::MAX))
}

/// The number of causes.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_causes_count(error: Option<&telnyx_error>) -> usize {
    error.map_or(0, |error| error.causes.len())
}

/// The cause at an index from 0, from the nearest cause to the root cause. A cause is text of the system or of a
/// library, for a log; the message has everything that a user needs. A cause is escaped and truncated as the message
/// is.
///
/// Returns a string that belongs to the error; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_causes_at(error: Option<&telnyx_error>, index: usize) -> *const c_char {
    pointer_to(error.and_then(|error| error.causes.get(index)))
}

/// The number of requests that the call sent, or that the cache answered.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_attempts_count(error: Option<&telnyx_error>) -> usize {
    error.map_or(0, |error| error.attempts.len())
}

/// The request at an index from 0, in the order of the requests.
///
/// Returns an attempt that belongs to the error; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_attempts_at(error: Option<&telnyx_error>, index: usize) -> Option<&telnyx_attempt> {
    error?.attempts.get(index)
}

/// The number of warnings before the call failed.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_warnings_count(error: Option<&telnyx_error>) -> usize {
    error.map_or(0, |error| error.whole.warnings().len())
}

/// The warning at an index from 0.
///
/// Returns a warning that belongs to the error; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_warnings_at(error: Option<&telnyx_error>, index: usize) -> Option<&telnyx_warning> {
    let error = error?;
    error.warnings.at(error.whole.warnings(), index)
}

/// The whole error as JSON on one line, as the command-line tool prints it: kind, message, url, http_status, error,
/// error_description, retry_after, attempts and warnings.
///
/// Returns a string that belongs to the error; NULL only if error is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_error_to_json(error: Option<&telnyx_error>) -> *const c_char {
    error.map_or(std::ptr::null(), |error| error.json.json_of(&error.whole))
}
