use crate::attempt::PURPOSES;
use crate::copies::{Pairs, c_string, pointer_to};
use crate::vocabulary::number_of;
use oauth::{PlannedRequest, Purpose};
use std::ffi::{CString, c_char};
use std::ptr;

/// A request that a discovery plan asks the caller to send, without credentials. A GET follows redirects on the same
/// origin, at most 3. A POST and a DELETE follow none. A planned request is immutable: any number of threads may read it
/// at the same time. It belongs to its plan.
pub struct telnyx_planned_request {
    id: usize,
    purpose: Purpose,
    method: CString,
    url: CString,
    headers: Pairs,
    body: Option<CString>,
    named_by: Option<CString>,
    revalidate: bool,
}

impl From<PlannedRequest> for telnyx_planned_request {
    fn from(request: PlannedRequest) -> telnyx_planned_request {
        telnyx_planned_request {
            id: request.id,
            purpose: request.purpose,
            method: c_string(request.method),
            url: c_string(&request.url),
            headers: Pairs::of(request.headers.iter().map(|(name, value)| (*name, value.as_str()))),
            body: request.body.map(c_string),
            named_by: request.named_by.as_deref().map(c_string),
            revalidate: request.revalidate,
        }
    }
}

/// The id to pass to telnyx_discovery_plan_respond() or telnyx_discovery_plan_fail(). The ids of a plan start at 0.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_id(request: Option<&telnyx_planned_request>) -> usize {
    request.map_or(0, |request| request.id)
}

/// The purpose of the request: one of TELNYX_PURPOSE_*; 0 if request is NULL. Do not retry a TELNYX_PURPOSE_PROBE. All
/// probes together should take at most 5 s. After that time, pass TELNYX_STATUS_TIMEOUT to telnyx_discovery_plan_fail().
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_purpose(request: Option<&telnyx_planned_request>) -> i32 {
    request.and_then(|request| number_of(PURPOSES, &request.purpose)).unwrap_or(0)
}

/// The HTTP method: "GET", "POST" or "DELETE". Only a probe is a POST or a DELETE. The plan does not wait for the response
/// to a DELETE.
///
/// Returns a string that belongs to the plan; NULL only if request is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_method(request: Option<&telnyx_planned_request>) -> *const c_char {
    pointer_to(request.map(|request| &request.method))
}

/// The URL to request.
///
/// Returns a string that belongs to the plan; NULL only if request is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_url(request: Option<&telnyx_planned_request>) -> *const c_char {
    pointer_to(request.map(|request| &request.url))
}

/// The number of header fields to send.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_headers_count(request: Option<&telnyx_planned_request>) -> usize {
    request.map_or(0, |request| request.headers.count())
}

/// The name of a header field, in lower case.
///
/// Returns a string that belongs to the plan; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_headers_name_at(
    request: Option<&telnyx_planned_request>,
    index: usize,
) -> *const c_char {
    request.map_or(ptr::null(), |request| request.headers.name_at(index))
}

/// The value of a header field.
///
/// Returns a string that belongs to the plan; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_headers_value_at(
    request: Option<&telnyx_planned_request>,
    index: usize,
) -> *const c_char {
    request.map_or(ptr::null(), |request| request.headers.value_at(index))
}

/// The body to send. It is JSON, without a NUL inside: its length is that of the string.
///
/// Returns a string that belongs to the plan; NULL if the request has no body. Only a POST has one.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_body(request: Option<&telnyx_planned_request>) -> *const c_char {
    pointer_to(request.and_then(|request| request.body.as_ref()))
}

/// The URL of the response that named the URL of this request, in a challenge or a document. The request must not connect
/// to a less public address than that response came from, nor to a link-local address: telnyx_client_vet() returns the
/// permitted addresses.
///
/// Returns a string that belongs to the plan; NULL if no server named the URL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_named_by(request: Option<&telnyx_planned_request>) -> *const c_char {
    pointer_to(request.and_then(|request| request.named_by.as_ref()))
}

/// Whether a challenge named the URL. The document may have changed, so a cache must not answer without asking the server
/// (https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_planned_request_revalidate(request: Option<&telnyx_planned_request>) -> bool {
    request.is_some_and(|request| request.revalidate)
}
