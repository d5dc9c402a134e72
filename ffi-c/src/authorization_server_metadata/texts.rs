//! The members that are strings. Every endpoint is an absolute https URL, or http where the issuer is http on a loopback
//! host.

use super::telnyx_authorization_server_metadata;
use std::ffi::c_char;
use std::ptr;

/// The server's issuer identifier (https://www.rfc-editor.org/rfc/rfc8414#section-2): use this one, not the one asked
/// for, in what follows.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_issuer(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.issuer.of(m.document.issuer()))
}

/// Where the user's browser is sent for authorization (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_authorization_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.authorization_endpoint.of(m.document.authorization_endpoint()))
}

/// Where tokens are requested (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.token_endpoint.of(m.document.token_endpoint()))
}

/// The server's JWK Set (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_jwks_uri(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.jwks_uri.of(m.document.jwks_uri()))
}

/// Dynamic client registration (https://www.rfc-editor.org/rfc/rfc7591).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_registration_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.registration_endpoint.of(m.document.registration_endpoint()))
}

/// A page for developers (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be any text.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_service_documentation(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.service_documentation.of(m.document.service_documentation()))
}

/// A page on how a client may use the data (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be
/// any text.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_op_policy_uri(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.op_policy_uri.of(m.document.op_policy_uri()))
}

/// A page with the terms of service (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be any
/// text.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_op_tos_uri(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.op_tos_uri.of(m.document.op_tos_uri()))
}

/// Where tokens are revoked (https://www.rfc-editor.org/rfc/rfc7009).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.revocation_endpoint.of(m.document.revocation_endpoint()))
}

/// Where tokens are introspected (https://www.rfc-editor.org/rfc/rfc7662).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.introspection_endpoint.of(m.document.introspection_endpoint()))
}

/// A JWT with the members as signed claims (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as sent and not
/// verified.
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_signed_metadata(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.signed_metadata.of(m.document.signed_metadata()))
}

/// OpenID Connect's user information (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.userinfo_endpoint.of(m.document.userinfo_endpoint()))
}

/// Where the user is logged out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html).
///
/// Returns a string of the document's; NULL: absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_end_session_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.end_session_endpoint.of(m.document.end_session_endpoint()))
}
