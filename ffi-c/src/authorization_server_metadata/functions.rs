// Generated from core/members.toml by `cargo run -p generate`. Do not edit.

use super::handle::telnyx_authorization_server_metadata;
use crate::copies::Pairs;
use crate::input::readable;
use crate::member::{TELNYX_BOOLEAN_ABSENT, TELNYX_MEMBER_TYPE_ABSENT, telnyx_member_type};
use crate::signature::TELNYX_SIGNATURE_ABSENT;
use crate::warning::telnyx_warning;
use std::ffi::c_char;
use std::ptr;

/// The server's issuer identifier (https://www.rfc-editor.org/rfc/rfc8414#section-2). Use this string, not the
/// requested one, in all further requests and checks.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_issuer(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("issuer"))
}

/// The authorization endpoint, which the user's browser opens (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
/// absolute https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_authorization_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("authorization_endpoint"))
}

/// The token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http if the
/// resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("token_endpoint"))
}

/// The URL of the server's JWK Set (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http
/// if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_jwks_uri(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("jwks_uri"))
}

/// The endpoint for dynamic client registration (RFC 7591) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
/// absolute https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_registration_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("registration_endpoint"))
}

/// The scopes that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_scopes_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("scopes_supported"))
}

/// The item of scopes_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_scopes_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("scopes_supported", index))
}

/// The response_type values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_response_types_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("response_types_supported"))
}

/// The item of response_types_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_response_types_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("response_types_supported", index))
}

/// The grant types that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). If absent:
/// authorization_code and implicit.
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_grant_types_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("grant_types_supported"))
}

/// The item of grant_types_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_grant_types_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("grant_types_supported", index))
}

/// The client authentication methods of the token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). If
/// absent: client_secret_basic.
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("token_endpoint_auth_methods_supported"))
}

/// The item of token_endpoint_auth_methods_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("token_endpoint_auth_methods_supported", index))
}

/// The JWS algorithms for client authentication at the token endpoint
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("token_endpoint_auth_signing_alg_values_supported"))
}

/// The item of token_endpoint_auth_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("token_endpoint_auth_signing_alg_values_supported", index))
}

/// The token revocation endpoint (RFC 7009) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL,
/// or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("revocation_endpoint"))
}

/// The JWS algorithms for client authentication at the revocation endpoint
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("revocation_endpoint_auth_signing_alg_values_supported"))
}

/// The item of revocation_endpoint_auth_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("revocation_endpoint_auth_signing_alg_values_supported", index))
}

/// The token introspection endpoint (RFC 7662) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https
/// URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("introspection_endpoint"))
}

/// The JWS algorithms for client authentication at the introspection endpoint
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("introspection_endpoint_auth_signing_alg_values_supported"))
}

/// The item of introspection_endpoint_auth_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata
        .map_or(ptr::null(), |m| m.document.list_at("introspection_endpoint_auth_signing_alg_values_supported", index))
}

/// The PKCE code challenge methods that the server supports (RFC 7636)
/// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_code_challenge_methods_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("code_challenge_methods_supported"))
}

/// The item of code_challenge_methods_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_code_challenge_methods_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("code_challenge_methods_supported", index))
}

/// A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc8414#section-2.1). The
/// signature status tells whether it was verified.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_signed_metadata(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("signed_metadata"))
}

/// The device authorization endpoint (https://www.rfc-editor.org/rfc/rfc8628#section-4). An absolute https URL, or http
/// if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_device_authorization_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("device_authorization_endpoint"))
}

/// Whether the server can issue access tokens that are bound to client certificates
/// (https://www.rfc-editor.org/rfc/rfc8705#section-3.3). If absent: false.
///
/// Returns false also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_tls_client_certificate_bound_access_tokens(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.is_true("tls_client_certificate_bound_access_tokens"))
}

/// The endpoints for clients with a certificate (https://www.rfc-editor.org/rfc/rfc8705#section-5). They replace the
/// endpoints of the same names.
///
/// name: the name of the endpoint that the alias replaces, such as "token_endpoint".
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_mtls_endpoint_aliases(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    mtls_endpoint_aliases(metadata)
        .map_or(ptr::null(), |m| m.value_of(|known| name.is_some_and(|name| known == name.as_bytes())))
}

/// The number of members of mtls_endpoint_aliases; 0 also if mtls_endpoint_aliases is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_mtls_endpoint_aliases_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    mtls_endpoint_aliases(metadata).map_or(0, |m| m.count())
}

/// The name of a member of mtls_endpoint_aliases, in the order of the document.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_mtls_endpoint_aliases_name_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    mtls_endpoint_aliases(metadata).map_or(ptr::null(), |m| m.name_at(index))
}

/// The URL of a member of mtls_endpoint_aliases.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_mtls_endpoint_aliases_value_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    mtls_endpoint_aliases(metadata).map_or(ptr::null(), |m| m.value_at(index))
}

/// OpenID Connect's UserInfo endpoint (https://openid.net/specs/openid-connect-discovery-1_0.html). An absolute https
/// URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("userinfo_endpoint"))
}

/// Whether the server supports the request_uri parameter, if the document says so
/// (https://openid.net/specs/openid-connect-discovery-1_0.html).
///
/// Returns false also if the member is absent. The default of the member is true: see
/// telnyx_authorization_server_metadata_supports_request_uri_parameter().
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_uri_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.is_true("request_uri_parameter_supported"))
}

/// Whether the server supports the request_uri parameter; true if the document does not say
/// (https://openid.net/specs/openid-connect-discovery-1_0.html).
///
/// Returns false if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_supports_request_uri_parameter(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| !m.document.is_false("request_uri_parameter_supported"))
}

/// The pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126#section-5). An absolute https URL,
/// or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_pushed_authorization_request_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("pushed_authorization_request_endpoint"))
}

/// Whether authorization responses carry iss, if the document says so
/// (https://www.rfc-editor.org/rfc/rfc9207#section-3).
///
/// Returns false also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_authorization_response_iss_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.is_true("authorization_response_iss_parameter_supported"))
}

/// The URL of an iframe for session state notifications (https://openid.net/specs/openid-connect-session-1_0.html). An
/// absolute https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_check_session_iframe(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("check_session_iframe"))
}

/// The endpoint that logs the user out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html). An absolute
/// https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_end_session_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("end_session_endpoint"))
}

/// The backchannel authentication endpoint
/// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). An absolute https URL,
/// or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_backchannel_authentication_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("backchannel_authentication_endpoint"))
}

/// The JWS algorithms that the server supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("dpop_signing_alg_values_supported"))
}

/// The item of dpop_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("dpop_signing_alg_values_supported", index))
}

/// The JWS algorithms for authorization responses (https://openid.net/specs/oauth-v2-jarm.html).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("authorization_signing_alg_values_supported"))
}

/// The item of authorization_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("authorization_signing_alg_values_supported", index))
}

/// The endpoint for explicit client registration (https://openid.net/specs/openid-federation-1_0.html). An absolute
/// https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_federation_registration_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("federation_registration_endpoint"))
}

/// The URL of a signed JWT that holds the server's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
/// absolute https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_signed_jwks_uri(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("signed_jwks_uri"))
}

/// The server's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_jwks(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.json("jwks"))
}

/// The endpoint that lists the URLs of token status lists
/// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list). An absolute https URL, or http if the resource
/// or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_status_list_aggregation_endpoint(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("status_list_aggregation_endpoint"))
}

/// Whether a client's identifier may be the URL of a metadata document
/// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document). If absent: false.
///
/// Returns false also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_client_id_metadata_document_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.is_true("client_id_metadata_document_supported"))
}

/// The type of the member with this name, registered or not: one of TELNYX_MEMBER_TYPE_*.
///
/// name: the full name, such as TELNYX_MEMBER_ISSUER or "resource_name#fr-CA". A name that is NULL or not UTF-8 matches
/// no member.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_type(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> telnyx_member_type {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.map_or(TELNYX_MEMBER_TYPE_ABSENT, |m| m.document.type_of(name))
}

/// The member with this name, if it is a string.
///
/// Returns a string that belongs to the document; NULL if the member is absent or of another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_string(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.map_or(ptr::null(), |m| m.document.string(name))
}

/// The length of the member with this name, if it is a list of strings.
///
/// Returns 0 if the member is empty, absent or of another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_list_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> usize {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.map_or(0, |m| m.document.list_count(name))
}

/// The string at an index from 0 of the member with this name, if the member is a list of strings.
///
/// Returns a string that belongs to the document; NULL if index is past the end, or if the member is absent or of
/// another type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_list_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
    index: usize,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.map_or(ptr::null(), |m| m.document.list_at(name, index))
}

/// The member with this name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.
///
/// Returns TELNYX_BOOLEAN_ABSENT if the member is absent or of another type, or if metadata is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_boolean(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> i32 {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.map_or(TELNYX_BOOLEAN_ABSENT, |m| m.document.boolean(name))
}

/// The value of the member with this name as JSON, for a value of any type. The JSON is on one line, or as sent.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_json(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.map_or(ptr::null(), |m| m.document.json(name))
}

/// Whether the library checks the value of a member with this name. It checks registered members by their types, and
/// every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The document need not
/// have the member.
///
/// Returns false if metadata is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_authorization_server_metadata_is_judged(
    metadata: Option<&telnyx_authorization_server_metadata>,
    name: *const c_char,
) -> bool {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.is_some_and(|m| m.document.is_judged(name))
}

/// The number of members that the document has.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_names_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.names_count())
}

/// The full name of the member at an index from 0.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_names_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.names_at(index))
}

/// The URL that the document came from, after redirects.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_document_url(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.document_url())
}

/// The unregistered members as a JSON object on one line; "{}" if there are none.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_extra(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.extra())
}

/// The text of the document as the server sent it, without a byte-order mark.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_raw_json(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.raw_json())
}

/// The members of the document as JSON on one line.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_to_json(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.to_json())
}

/// The status of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() returns its
/// name.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_signature_status(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> i32 {
    metadata.map_or(TELNYX_SIGNATURE_ABSENT, |m| m.document.signature_status())
}

/// The number of warnings: deviations from an RFC in the document that were tolerated.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_warnings_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.warnings_count())
}

/// The warning at an index from 0.
///
/// Returns a warning that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_warnings_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> Option<&telnyx_warning> {
    metadata.and_then(|m| m.document.warnings_at(index))
}

/// Whether two documents have the same members. Their URLs may differ. Two NULLs are equal.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_equal(
    a: Option<&telnyx_authorization_server_metadata>,
    b: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    a.map(|a| &a.document.metadata) == b.map(|b| &b.document.metadata)
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes another handle to the same document. The new handle outlives this one and the handle that this one belongs to.
/// The copy is cheap: it shares the document.
///
/// Returns a document, which the caller frees with telnyx_authorization_server_metadata_free(); NULL only if metadata
/// is NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_authorization_server_metadata_clone(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> Option<Box<telnyx_authorization_server_metadata>> {
    metadata.map(|m| Box::new(m.document.metadata.clone().into()))
}

/// Frees a document and everything that belongs to it. Do not free a const document: it belongs to another handle.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_free(
    metadata: Option<Box<telnyx_authorization_server_metadata>>,
) {
    drop(metadata);
}

fn mtls_endpoint_aliases(metadata: Option<&telnyx_authorization_server_metadata>) -> Option<&Pairs> {
    let document = &metadata?.document;
    document.pairs("mtls_endpoint_aliases", document.metadata.mtls_endpoint_aliases())
}
