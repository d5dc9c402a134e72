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

/// Judges a response that was fetched elsewhere: is it the document of the issuer?
/// (https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
///
/// issuer: as in telnyx_fetch_authorization_server_metadata(), but not NULL.
/// response: what came; its default URL is the first of telnyx_authorization_server_metadata_urls().
/// options: only how a document is judged counts (resource match, strict, allow http, trusted keys). NULL: defaults.
/// metadata_out: a document to be freed with telnyx_authorization_server_metadata_free(); NULL on failure.
/// error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL for issuer and the response's
/// URL; else the response's own error: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR, TELNYX_STATUS_CONTENT_TYPE,
/// TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA or TELNYX_STATUS_ISSUER_MISMATCH.
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
        // SAFETY: the header asks for NULL or a string.
        let issuer = unsafe { required("issuer", issuer)? };
        let response = response.ok_or_else(|| null("response"))?;
        AuthorizationServerMetadata::from_response(issuer, &response.lent()?, &rules(options)?).map(From::from)
    })
}
