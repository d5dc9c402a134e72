use crate::copies::c_string;
use crate::status::{STATUSES, TELNYX_STATUS_OK, status_of};
use crate::vocabulary::{Vocabulary, name_of, number_of};
use oauth::{Attempt, Outcome, Purpose};
use std::ffi::{CString, c_char};

/// The request was for the resource itself, to receive its challenge.
pub const TELNYX_PURPOSE_PROBE: i32 = 1;
/// The request was for a resource's document.
pub const TELNYX_PURPOSE_RESOURCE_METADATA: i32 = 2;
/// The request was for an authorization server's document.
pub const TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA: i32 = 3;

/// The response was accepted.
pub const TELNYX_OUTCOME_OK: i32 = 0;
/// There is no document at this URL, so the call went on to the next candidate. Any other outcome is the
/// TELNYX_STATUS_* of the error that the request caused.
pub const TELNYX_OUTCOME_ABSENT: i32 = -1;

pub(crate) const PURPOSES: &Vocabulary<Purpose> = &[
    (Purpose::Probe, TELNYX_PURPOSE_PROBE, c"probe"),
    (Purpose::ResourceMetadata, TELNYX_PURPOSE_RESOURCE_METADATA, c"resource_metadata"),
    (
        Purpose::AuthorizationServerMetadata,
        TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA,
        c"authorization_server_metadata",
    ),
];

/// One request that a call sent, or that the cache answered. A retry is a separate attempt. A redirect that was
/// followed is part of the same attempt. If a call shared the request of another call, that request is one attempt. An
/// attempt belongs to an error or a discovery.
pub struct telnyx_attempt {
    method: CString,
    url: CString,
    final_url: Option<CString>,
    reason: CString,
    whole: Attempt,
}

impl From<&Attempt> for telnyx_attempt {
    fn from(attempt: &Attempt) -> telnyx_attempt {
        telnyx_attempt {
            method: c_string(attempt.method),
            url: c_string(&attempt.url),
            final_url: attempt.final_url.as_deref().map(c_string),
            reason: c_string(&attempt.reason),
            whole: attempt.clone(),
        }
    }
}

/// The purpose of the request: one of TELNYX_PURPOSE_*; 0 if attempt is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_purpose(attempt: Option<&telnyx_attempt>) -> i32 {
    attempt.and_then(|attempt| number_of(PURPOSES, &attempt.whole.purpose)).unwrap_or(0)
}

/// The HTTP method: "GET".
///
/// Returns a string that belongs to the attempt; NULL only if attempt is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_method(attempt: Option<&telnyx_attempt>) -> *const c_char {
    crate::copies::pointer_to(attempt.map(|attempt| &attempt.method))
}

/// The URL that sent the response, after redirects.
///
/// Returns a string that belongs to the attempt; NULL if there was no response.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_final_url(attempt: Option<&telnyx_attempt>) -> *const c_char {
    crate::copies::pointer_to(attempt.and_then(|attempt| attempt.final_url.as_ref()))
}

/// The reason why the response was accepted or rejected: one sentence for a person. Text from the network is escaped
/// and truncated.
///
/// Returns a string that belongs to the attempt; NULL only if attempt is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_reason(attempt: Option<&telnyx_attempt>) -> *const c_char {
    crate::copies::pointer_to(attempt.map(|attempt| &attempt.reason))
}

/// The requested URL.
///
/// Returns a string that belongs to the attempt; NULL only if attempt is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_url(attempt: Option<&telnyx_attempt>) -> *const c_char {
    crate::copies::pointer_to(attempt.map(|attempt| &attempt.url))
}

/// The HTTP status of the response; 0 if there was none.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_status(attempt: Option<&telnyx_attempt>) -> u16 {
    attempt.and_then(|attempt| attempt.whole.status).unwrap_or(0)
}

/// The outcome: TELNYX_OUTCOME_OK, TELNYX_OUTCOME_ABSENT, or the TELNYX_STATUS_* of the error that the request caused.
/// telnyx_outcome_str() returns its name.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_outcome(attempt: Option<&telnyx_attempt>) -> i32 {
    match attempt.map(|attempt| attempt.whole.outcome) {
        Some(Outcome::Absent) => TELNYX_OUTCOME_ABSENT,
        Some(Outcome::Failed(kind)) => status_of(kind),
        _ => TELNYX_OUTCOME_OK,
    }
}

/// The time from the start of the request to the end of the response, in milliseconds. If the call shared the request
/// of another call: the time that it waited.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_elapsed_ms(attempt: Option<&telnyx_attempt>) -> u64 {
    attempt.map_or(0, |attempt| u64::try_from(attempt.whole.elapsed.as_millis()).unwrap_or(u64::MAX))
}

/// Whether the document came from the cache, either without a request or after the server confirmed it with status 304.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_attempt_from_cache(attempt: Option<&telnyx_attempt>) -> bool {
    attempt.is_some_and(|attempt| attempt.whole.from_cache)
}

/// The name of a purpose, the same in every language: "probe", "resource_metadata", "authorization_server_metadata".
///
/// Returns a static string, which is "unknown" for any other number; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_purpose_str(purpose: i32) -> *const c_char {
    name_of(PURPOSES, purpose)
}

/// The name of an outcome, the same in every language: "ok", "absent", or the name of the error's kind.
///
/// Returns a static string, which is "unknown" for any other number; never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_outcome_str(outcome: i32) -> *const c_char {
    match outcome {
        TELNYX_STATUS_OK => c"ok".as_ptr(),
        TELNYX_OUTCOME_ABSENT => c"absent".as_ptr(),
        status => name_of(STATUSES, status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_its_own_number() {
        crate::vocabulary::check(PURPOSES, Purpose::ALL);
    }
}
