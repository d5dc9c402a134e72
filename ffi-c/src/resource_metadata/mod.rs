//! A resource's document.

mod booleans;
mod languages;
mod lists;
mod texts;

use crate::boundary::{make, null};
use crate::copies::{Copies, Copy};
use crate::error::telnyx_error;
use crate::input::required;
use crate::options::{rules, telnyx_options};
use crate::response::telnyx_response;
use crate::signature::{TELNYX_SIGNATURE_ABSENT, signature_status_of};
use crate::status::telnyx_status;
use crate::warning::{Warnings, telnyx_warning};
use languages::Variants;
use oauth::ResourceMetadata;
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::ptr;

/// A protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2), judged. What is absent
/// stays absent, and strings are exactly as sent. Immutable: any number of threads may read one at the same time.
pub struct telnyx_resource_metadata {
    document: ResourceMetadata,
    copies: Strings,
}

/// What C has asked for of the document so far.
#[derive(Default)]
struct Strings {
    document_url: Copy,
    extra: Copy,
    raw_json: Copy,
    json: Copy,
    warnings: Warnings,
    resource: Copy,
    jwks_uri: Copy,
    resource_name: Copy,
    resource_documentation: Copy,
    resource_policy_uri: Copy,
    resource_tos_uri: Copy,
    signed_metadata: Copy,
    authorization_servers: Copies,
    scopes_supported: Copies,
    bearer_methods_supported: Copies,
    resource_signing_alg_values_supported: Copies,
    authorization_details_types_supported: Copies,
    dpop_signing_alg_values_supported: Copies,
    variants: Variants,
}

impl From<ResourceMetadata> for telnyx_resource_metadata {
    fn from(document: ResourceMetadata) -> telnyx_resource_metadata {
        telnyx_resource_metadata { document, copies: Strings::default() }
    }
}

/// Judges a response that was fetched elsewhere: may it describe the resource?
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.2).
///
/// resource: as in telnyx_fetch_resource_metadata(), but not NULL.
/// response: what came; its default URL is that of telnyx_resource_metadata_url().
/// options: only how a document is judged counts (resource match, strict, allow http, trusted keys). NULL: defaults.
/// metadata_out: a document to be freed with telnyx_resource_metadata_free(); NULL on failure.
/// error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL for resource and the response's
/// URL; else what the response deserves: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR, TELNYX_STATUS_CONTENT_TYPE,
/// TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA, TELNYX_STATUS_RESOURCE_MISMATCH or
/// TELNYX_STATUS_SIGNATURE_INVALID.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_resource_metadata_from_response(
    resource: *const c_char,
    response: Option<&telnyx_response>,
    options: Option<&telnyx_options>,
    metadata_out: Option<&mut MaybeUninit<Option<Box<telnyx_resource_metadata>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("metadata_out", metadata_out, error_out, || {
        // SAFETY: the header asks for NULL or a string.
        let resource = unsafe { required("resource", resource)? };
        let response = response.ok_or_else(|| null("response"))?;
        ResourceMetadata::from_response(resource, &response.lent()?, &rules(options)?).map(From::from)
    })
}

/// The URL that the document was found at, after redirects.
///
/// Returns a string of the document's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_document_url(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.document_url.of(Some(m.document.url())))
}

/// The members that have no accessor, as a JSON object on one line; "{}" where there are none.
///
/// Returns a string of the document's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_extra(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.extra.json_of(&m.document.extra()))
}

/// The document's text as served, without a byte-order mark.
///
/// Returns a string of the document's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_raw_json(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.raw_json.of(Some(m.document.raw_json())))
}

/// The document's members as JSON on one line.
///
/// Returns a string of the document's; NULL for NULL only.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_to_json(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.json.json_of(&m.document))
}

/// What is known of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() has its name.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_signature_status(metadata: Option<&telnyx_resource_metadata>) -> i32 {
    metadata.map_or(TELNYX_SIGNATURE_ABSENT, |m| signature_status_of(m.document.signature_status()))
}

/// The number of warnings: of what was tolerated in the document.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_warnings_count(metadata: Option<&telnyx_resource_metadata>) -> usize {
    metadata.map_or(0, |m| m.document.warnings().len())
}

/// One warning, from 0 on.
///
/// Returns a warning of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_warnings_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> Option<&telnyx_warning> {
    metadata.and_then(|m| m.copies.warnings.at(m.document.warnings(), index))
}

/// Whether two documents have the same members, wherever they were found; two NULLs are equal too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_equal(
    a: Option<&telnyx_resource_metadata>,
    b: Option<&telnyx_resource_metadata>,
) -> bool {
    a.map(|a| &a.document) == b.map(|b| &b.document)
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes another handle to the same document, which outlives this one and whatever this one belongs to. Cheap.
///
/// Returns a document to be freed with telnyx_resource_metadata_free(); NULL for NULL only.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_resource_metadata_clone(
    metadata: Option<&telnyx_resource_metadata>,
) -> Option<Box<telnyx_resource_metadata>> {
    metadata.map(|m| Box::new(m.document.clone().into()))
}

/// Frees a document with all that was borrowed from it. Not for those that belong to another handle, which are const.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_free(metadata: Option<Box<telnyx_resource_metadata>>) {
    drop(metadata);
}
