//! The calls that do no I/O.

use crate::boundary::make;
use crate::challenges::telnyx_challenges;
use crate::error::telnyx_error;
use crate::input::{required, texts};
use crate::status::telnyx_status;
use crate::string::telnyx_string;
use crate::strings::telnyx_strings;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// The URL of a resource's metadata document: /.well-known/oauth-protected-resource inserted between host and path
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.1). The path keeps its trailing slash, percent-encoding and query.
/// No request is sent.
///
/// resource: an absolute https URL, or http on a loopback host.
/// url_out: receives a string, which the caller frees with telnyx_string_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if resource is not an absolute http(s) URL, has a fragment
/// or userinfo, or is itself a metadata URL; TELNYX_STATUS_INSECURE_URL if it is http and its host is not loopback.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_resource_metadata_url(
    resource: *const c_char,
    url_out: Option<&mut MaybeUninit<Option<Box<telnyx_string>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("url_out", url_out, error_out, || {
        // SAFETY: the header requires NULL or a string.
        let resource = unsafe { required("resource", resource)? };
        oauth::resource_metadata_url(resource).map(From::from)
    })
}

/// The URLs at which an issuer's metadata can be, in the order in which to request them
/// (https://www.rfc-editor.org/rfc/rfc8414#section-3.1 and section 5). The first is the URL of RFC 8414, the second
/// that of OpenID Connect with the issuer's path inserted. If the issuer has a path, the third is that of OpenID
/// Connect with the path appended. No request is sent.
///
/// issuer: an absolute https URL without a query, or http on a loopback host.
/// urls_out: receives the URLs, which the caller frees with telnyx_strings_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if issuer is not an absolute http(s) URL, has a query, a
/// fragment or userinfo, or is itself a metadata URL; TELNYX_STATUS_INSECURE_URL if it is http and its host is not
/// loopback.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_urls(
    issuer: *const c_char,
    urls_out: Option<&mut MaybeUninit<Option<Box<telnyx_strings>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("urls_out", urls_out, error_out, || {
        // SAFETY: the header requires NULL or a string.
        let issuer = unsafe { required("issuer", issuer)? };
        oauth::authorization_server_metadata_urls(issuer).map(From::from)
    })
}

/// Parses the challenges of all WWW-Authenticate field lines (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
/// Each line is parsed separately, so that a malformed line does not affect the others. The parser skips a malformed
/// part up to the next comma outside quotes. It accepts unquoted values that should be quoted, because some servers
/// send them. The time is linear in the length of the input.
///
/// www_authenticate, www_authenticate_count: the values of the WWW-Authenticate header fields. NULL and 0: there are
/// none.
/// challenges_out: receives the challenges, possibly none, which the caller frees with telnyx_challenges_free(); NULL
/// on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if a line is NULL or not UTF-8.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_parse_challenges(
    www_authenticate: *const *const c_char,
    www_authenticate_count: usize,
    challenges_out: Option<&mut MaybeUninit<Option<Box<telnyx_challenges>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("challenges_out", challenges_out, error_out, || {
        // SAFETY: the header requires NULL or an array of that many strings.
        let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count)? };
        Ok(oauth::parse_challenges(lines.unwrap_or_default()).into())
    })
}
