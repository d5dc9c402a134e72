//! The members that are lists of strings.

use super::telnyx_resource_metadata;
use std::ffi::c_char;
use std::ptr;

/// The issuers of the authorization servers that can be used here, absolute http(s) URLs
/// (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_authorization_servers_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.authorization_servers()).map_or(0, <[String]>::len)
}

/// One of authorization_servers, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_authorization_servers_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.authorization_servers.at(m.document.authorization_servers(), index))
}

/// Whether the document has authorization_servers, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_authorization_servers(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.authorization_servers().is_some())
}

/// The scopes that requests for access to the resource use (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_scopes_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.scopes_supported()).map_or(0, <[String]>::len)
}

/// One of scopes_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_scopes_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.scopes_supported.at(m.document.scopes_supported(), index))
}

/// Whether the document has scopes_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_scopes_supported(metadata: Option<&telnyx_resource_metadata>) -> bool {
    metadata.is_some_and(|m| m.document.scopes_supported().is_some())
}

/// How a bearer token may be sent: header, body, query (https://www.rfc-editor.org/rfc/rfc9728#section-2); an empty
/// list says that none is supported.
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_bearer_methods_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.bearer_methods_supported()).map_or(0, <[String]>::len)
}

/// One of bearer_methods_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_bearer_methods_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.bearer_methods_supported.at(m.document.bearer_methods_supported(), index))
}

/// Whether the document has bearer_methods_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_bearer_methods_supported(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.bearer_methods_supported().is_some())
}

/// The algorithms with which the resource signs its responses (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_signing_alg_values_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.resource_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of resource_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_signing_alg_values_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.resource_signing_alg_values_supported.at(m.document.resource_signing_alg_values_supported(), index)
    })
}

/// Whether the document has resource_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_resource_signing_alg_values_supported(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.resource_signing_alg_values_supported().is_some())
}

/// The type values of authorization_details that are supported (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_authorization_details_types_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.authorization_details_types_supported()).map_or(0, <[String]>::len)
}

/// One of authorization_details_types_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_authorization_details_types_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.authorization_details_types_supported.at(m.document.authorization_details_types_supported(), index)
    })
}

/// Whether the document has authorization_details_types_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_authorization_details_types_supported(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.authorization_details_types_supported().is_some())
}

/// The algorithms supported for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_dpop_signing_alg_values_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.dpop_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of dpop_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_dpop_signing_alg_values_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.dpop_signing_alg_values_supported.at(m.document.dpop_signing_alg_values_supported(), index)
    })
}

/// Whether the document has dpop_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_dpop_signing_alg_values_supported(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.dpop_signing_alg_values_supported().is_some())
}
