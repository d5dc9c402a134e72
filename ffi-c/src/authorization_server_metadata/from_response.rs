use super::handle::telnyx_authorization_server_metadata;
use crate::boundary::{make, null};
use crate::error::telnyx_error;
use crate::input::required;
use crate::options::{rules, telnyx_options};
use crate::response::telnyx_response;
use crate::status::telnyx_status;
use oauth::AuthorizationServerMetadata;
use std::ffi::c_char;
use std::mem::MaybeUninit;

/// Checks a response from another HTTP client, and reads the issuer's document from it
/// (https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
///
/// issuer: as for telnyx_fetch_authorization_server_metadata(), but not NULL.
/// response: the response. Its default URL is the first of telnyx_authorization_server_metadata_urls().
/// options: only the options for checking a document are used (resource match, strict, allow http, trusted keys). NULL:
/// the defaults.
/// metadata_out: receives a document, which the caller frees with telnyx_authorization_server_metadata_free(); NULL on
/// failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL if issuer or the URL of the
/// response is refused; otherwise the error in the response: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR,
/// TELNYX_STATUS_CONTENT_TYPE, TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA,
/// TELNYX_STATUS_ISSUER_MISMATCH or TELNYX_STATUS_SIGNATURE_INVALID.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_from_response(
    issuer: *const c_char,
    response: Option<&telnyx_response>,
    options: Option<&telnyx_options>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_authorization_server_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header requires NULL or a string.
        let issuer = unsafe { required("issuer", issuer)? };
        let response = response.ok_or_else(|| null("response"))?;
        AuthorizationServerMetadata::from_response(issuer, &response.to_core()?, &rules(options)?).map(From::from)
    })
}
