//! The members of OAuth that are lists of strings. Long, as each has the same three functions.

use super::telnyx_authorization_server_metadata;
use std::ffi::c_char;
use std::ptr;

/// The scopes that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_scopes_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.scopes_supported()).map_or(0, <[String]>::len)
}

/// One of scopes_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_scopes_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.scopes_supported.at(m.document.scopes_supported(), index))
}

/// Whether the document has scopes_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_scopes_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.scopes_supported().is_some())
}

/// The response_type values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_response_types_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.response_types_supported()).map_or(0, <[String]>::len)
}

/// One of response_types_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_response_types_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.response_types_supported.at(m.document.response_types_supported(), index))
}

/// Whether the document has response_types_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_response_types_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.response_types_supported().is_some())
}

/// The response_mode values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2); absent: query
/// and fragment.
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_response_modes_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.response_modes_supported()).map_or(0, <[String]>::len)
}

/// One of response_modes_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_response_modes_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.response_modes_supported.at(m.document.response_modes_supported(), index))
}

/// Whether the document has response_modes_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_response_modes_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.response_modes_supported().is_some())
}

/// The grant types that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2); absent:
/// authorization_code and implicit.
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_grant_types_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.grant_types_supported()).map_or(0, <[String]>::len)
}

/// One of grant_types_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_grant_types_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.grant_types_supported.at(m.document.grant_types_supported(), index))
}

/// Whether the document has grant_types_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_grant_types_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.grant_types_supported().is_some())
}

/// How a client may authenticate at the token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2); absent:
/// client_secret_basic.
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.token_endpoint_auth_methods_supported()).map_or(0, <[String]>::len)
}

/// One of token_endpoint_auth_methods_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.token_endpoint_auth_methods_supported.at(m.document.token_endpoint_auth_methods_supported(), index)
    })
}

/// Whether the document has token_endpoint_auth_methods_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_token_endpoint_auth_methods_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.token_endpoint_auth_methods_supported().is_some())
}

/// The JWS algorithms for client authentication at the token endpoint
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.token_endpoint_auth_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of token_endpoint_auth_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .token_endpoint_auth_signing_alg_values_supported
            .at(m.document.token_endpoint_auth_signing_alg_values_supported(), index)
    })
}

/// Whether the document has token_endpoint_auth_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_token_endpoint_auth_signing_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.token_endpoint_auth_signing_alg_values_supported().is_some())
}

/// The languages of the user interface, as BCP 47 tags (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_ui_locales_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.ui_locales_supported()).map_or(0, <[String]>::len)
}

/// One of ui_locales_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_ui_locales_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.ui_locales_supported.at(m.document.ui_locales_supported(), index))
}

/// Whether the document has ui_locales_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_ui_locales_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.ui_locales_supported().is_some())
}

/// How a client may authenticate at the revocation endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2); absent:
/// client_secret_basic.
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint_auth_methods_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.revocation_endpoint_auth_methods_supported()).map_or(0, <[String]>::len)
}

/// One of revocation_endpoint_auth_methods_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint_auth_methods_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .revocation_endpoint_auth_methods_supported
            .at(m.document.revocation_endpoint_auth_methods_supported(), index)
    })
}

/// Whether the document has revocation_endpoint_auth_methods_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_revocation_endpoint_auth_methods_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.revocation_endpoint_auth_methods_supported().is_some())
}

/// The JWS algorithms for client authentication at the revocation endpoint
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.revocation_endpoint_auth_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of revocation_endpoint_auth_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .revocation_endpoint_auth_signing_alg_values_supported
            .at(m.document.revocation_endpoint_auth_signing_alg_values_supported(), index)
    })
}

/// Whether the document has revocation_endpoint_auth_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_revocation_endpoint_auth_signing_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.revocation_endpoint_auth_signing_alg_values_supported().is_some())
}

/// How a client may authenticate at the introspection endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint_auth_methods_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.introspection_endpoint_auth_methods_supported()).map_or(0, <[String]>::len)
}

/// One of introspection_endpoint_auth_methods_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint_auth_methods_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .introspection_endpoint_auth_methods_supported
            .at(m.document.introspection_endpoint_auth_methods_supported(), index)
    })
}

/// Whether the document has introspection_endpoint_auth_methods_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_introspection_endpoint_auth_methods_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.introspection_endpoint_auth_methods_supported().is_some())
}

/// The JWS algorithms for client authentication at the introspection endpoint
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata
        .and_then(|m| m.document.introspection_endpoint_auth_signing_alg_values_supported())
        .map_or(0, <[String]>::len)
}

/// One of introspection_endpoint_auth_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .introspection_endpoint_auth_signing_alg_values_supported
            .at(m.document.introspection_endpoint_auth_signing_alg_values_supported(), index)
    })
}

/// Whether the document has introspection_endpoint_auth_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_introspection_endpoint_auth_signing_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.introspection_endpoint_auth_signing_alg_values_supported().is_some())
}

/// The PKCE methods that the server supports (https://www.rfc-editor.org/rfc/rfc7636). See
/// telnyx_authorization_server_metadata_supports_pkce_s256().
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_code_challenge_methods_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.code_challenge_methods_supported()).map_or(0, <[String]>::len)
}

/// One of code_challenge_methods_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_code_challenge_methods_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.code_challenge_methods_supported.at(m.document.code_challenge_methods_supported(), index)
    })
}

/// Whether the document has code_challenge_methods_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_code_challenge_methods_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.code_challenge_methods_supported().is_some())
}

/// The resources that the server says it serves (https://www.rfc-editor.org/rfc/rfc9728#section-4).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_protected_resources_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.protected_resources()).map_or(0, <[String]>::len)
}

/// One of protected_resources, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_protected_resources_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.protected_resources.at(m.document.protected_resources(), index))
}

/// Whether the document has protected_resources, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_protected_resources(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.protected_resources().is_some())
}
