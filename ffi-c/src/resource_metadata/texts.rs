//! The members that are strings.

use super::telnyx_resource_metadata;
use std::ffi::c_char;
use std::ptr;

/// The resource identifier that the document is about (https://www.rfc-editor.org/rfc/rfc9728#section-2). It may differ
/// from the one asked for, within telnyx_options_set_resource_match(): see the warnings.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.resource.of(m.document.resource()))
}

/// The resource's JWK Set, an https URL (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_jwks_uri(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.jwks_uri.of(m.document.jwks_uri()))
}

/// The resource's name, for people (https://www.rfc-editor.org/rfc/rfc9728#section-2). See
/// telnyx_resource_metadata_resource_name_for().
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_name(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.resource_name.of(m.document.resource_name()))
}

/// A page for developers (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be any text. See
/// telnyx_resource_metadata_resource_documentation_for().
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_documentation(
    metadata: Option<&telnyx_resource_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.resource_documentation.of(m.document.resource_documentation()))
}

/// A page on how a client may use the data (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be
/// any text. See telnyx_resource_metadata_resource_policy_uri_for().
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_policy_uri(
    metadata: Option<&telnyx_resource_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.resource_policy_uri.of(m.document.resource_policy_uri()))
}

/// A page with the terms of service (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be any
/// text. See telnyx_resource_metadata_resource_tos_uri_for().
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_tos_uri(
    metadata: Option<&telnyx_resource_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.resource_tos_uri.of(m.document.resource_tos_uri()))
}

/// A JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc9728#section-2.2), as sent. See
/// telnyx_resource_metadata_signature_status().
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_signed_metadata(
    metadata: Option<&telnyx_resource_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.signed_metadata.of(m.document.signed_metadata()))
}
