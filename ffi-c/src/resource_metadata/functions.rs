// Generated from core/members.toml by `cargo run -p generate`. Do not edit.

use super::handle::telnyx_resource_metadata;
use crate::input::readable;
use crate::member::{TELNYX_BOOLEAN_ABSENT, TELNYX_MEMBER_TYPE_ABSENT, telnyx_member_type};
use crate::signature::TELNYX_SIGNATURE_ABSENT;
use crate::warning::telnyx_warning;
use std::ffi::c_char;
use std::ptr;

/// The resource identifier of the document (https://www.rfc-editor.org/rfc/rfc9728#section-2). The resource match
/// decides how it may differ from the requested one; a difference is a warning.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("resource"))
}

/// The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs
/// (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_authorization_servers_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("authorization_servers"))
}

/// The item of authorization_servers at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_authorization_servers_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("authorization_servers", index))
}

/// The URL of the resource's JWK Set (https://www.rfc-editor.org/rfc/rfc9728#section-2). An absolute https URL, or http
/// if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_jwks_uri(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("jwks_uri"))
}

/// The scopes to request for access to the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_scopes_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("scopes_supported"))
}

/// The item of scopes_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_scopes_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("scopes_supported", index))
}

/// The ways to send a bearer token: header, body, query (https://www.rfc-editor.org/rfc/rfc9728#section-2). An empty
/// list means that bearer tokens are not supported.
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_bearer_methods_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("bearer_methods_supported"))
}

/// The item of bearer_methods_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_bearer_methods_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("bearer_methods_supported", index))
}

/// The JWS algorithms for signed responses of the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_signing_alg_values_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("resource_signing_alg_values_supported"))
}

/// The item of resource_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_signing_alg_values_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("resource_signing_alg_values_supported", index))
}

/// The resource's name, for people (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_resource_name(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("resource_name"))
}

/// Like telnyx_resource_metadata_resource_name(), in the best matching language by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
///
/// language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_name_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let language = unsafe { readable(language) };
    let found = metadata.and_then(|m| m.document.metadata.resource_name_for(language.unwrap_or_default()));
    metadata.map_or(ptr::null(), |m| m.in_language("resource_name", found))
}

/// Like telnyx_resource_metadata_resource_documentation(), in the best matching language by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
///
/// language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_documentation_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let language = unsafe { readable(language) };
    let found = metadata.and_then(|m| m.document.metadata.resource_documentation_for(language.unwrap_or_default()));
    metadata.map_or(ptr::null(), |m| m.in_language("resource_documentation", found))
}

/// Like telnyx_resource_metadata_resource_policy_uri(), in the best matching language by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
///
/// language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_policy_uri_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let language = unsafe { readable(language) };
    let found = metadata.and_then(|m| m.document.metadata.resource_policy_uri_for(language.unwrap_or_default()));
    metadata.map_or(ptr::null(), |m| m.in_language("resource_policy_uri", found))
}

/// Like telnyx_resource_metadata_resource_tos_uri(), in the best matching language by the lookup of
/// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
///
/// language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_resource_tos_uri_for(
    metadata: Option<&telnyx_resource_metadata>,
    language: *const c_char,
) -> *const c_char {
    // SAFETY: the header requires NULL or a string.
    let language = unsafe { readable(language) };
    let found = metadata.and_then(|m| m.document.metadata.resource_tos_uri_for(language.unwrap_or_default()));
    metadata.map_or(ptr::null(), |m| m.in_language("resource_tos_uri", found))
}

/// Whether access tokens are bound to client certificates, if the document says so
/// (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns false also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_tls_client_certificate_bound_access_tokens(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.is_true("tls_client_certificate_bound_access_tokens"))
}

/// The JWS algorithms that the resource supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns the number of items; 0 also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_dpop_signing_alg_values_supported_count(
    metadata: Option<&telnyx_resource_metadata>,
) -> usize {
    metadata.map_or(0, |m| m.document.list_count("dpop_signing_alg_values_supported"))
}

/// The item of dpop_signing_alg_values_supported at an index from 0, exactly as sent.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_dpop_signing_alg_values_supported_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.list_at("dpop_signing_alg_values_supported", index))
}

/// Whether access tokens must be bound by DPoP, if the document says so
/// (https://www.rfc-editor.org/rfc/rfc9728#section-2).
///
/// Returns false also if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_dpop_bound_access_tokens_required(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.is_true("dpop_bound_access_tokens_required"))
}

/// A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
/// signature status tells whether it was verified.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_signed_metadata(
    metadata: Option<&telnyx_resource_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("signed_metadata"))
}

/// The URL of a signed JWT that holds the resource's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
/// absolute https URL, or http if the resource or issuer of the document is http.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_signed_jwks_uri(
    metadata: Option<&telnyx_resource_metadata>,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.string("signed_jwks_uri"))
}

/// The resource's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
///
/// Returns a string that belongs to the document; NULL if the member is absent.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_jwks(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.json("jwks"))
}

/// The type of the member with this name, registered or not: one of TELNYX_MEMBER_TYPE_*.
///
/// name: the full name, such as TELNYX_MEMBER_ISSUER or "resource_name#fr-CA". A name that is NULL or not UTF-8 matches
/// no member.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn telnyx_resource_metadata_type(
    metadata: Option<&telnyx_resource_metadata>,
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
pub unsafe extern "C" fn telnyx_resource_metadata_string(
    metadata: Option<&telnyx_resource_metadata>,
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
pub unsafe extern "C" fn telnyx_resource_metadata_list_count(
    metadata: Option<&telnyx_resource_metadata>,
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
pub unsafe extern "C" fn telnyx_resource_metadata_list_at(
    metadata: Option<&telnyx_resource_metadata>,
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
pub unsafe extern "C" fn telnyx_resource_metadata_boolean(
    metadata: Option<&telnyx_resource_metadata>,
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
pub unsafe extern "C" fn telnyx_resource_metadata_json(
    metadata: Option<&telnyx_resource_metadata>,
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
pub unsafe extern "C" fn telnyx_resource_metadata_is_judged(
    metadata: Option<&telnyx_resource_metadata>,
    name: *const c_char,
) -> bool {
    // SAFETY: the header requires NULL or a string.
    let name = unsafe { readable(name) };
    metadata.is_some_and(|m| m.document.is_judged(name))
}

/// The number of members that the document has.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_names_count(metadata: Option<&telnyx_resource_metadata>) -> usize {
    metadata.map_or(0, |m| m.document.names_count())
}

/// The full name of the member at an index from 0.
///
/// Returns a string that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_names_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.names_at(index))
}

/// The URL that the document came from, after redirects.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_document_url(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.document_url())
}

/// The unregistered members as a JSON object on one line; "{}" if there are none.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_extra(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.extra())
}

/// The text of the document as the server sent it, without a byte-order mark.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_raw_json(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.raw_json())
}

/// The members of the document as JSON on one line.
///
/// Returns a string that belongs to the document; NULL only if metadata is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_to_json(metadata: Option<&telnyx_resource_metadata>) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.document.to_json())
}

/// The status of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() returns its
/// name.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_signature_status(metadata: Option<&telnyx_resource_metadata>) -> i32 {
    metadata.map_or(TELNYX_SIGNATURE_ABSENT, |m| m.document.signature_status())
}

/// The number of warnings: deviations from an RFC in the document that were tolerated.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_warnings_count(metadata: Option<&telnyx_resource_metadata>) -> usize {
    metadata.map_or(0, |m| m.document.warnings_count())
}

/// The warning at an index from 0.
///
/// Returns a warning that belongs to the document; NULL if index is past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_warnings_at(
    metadata: Option<&telnyx_resource_metadata>,
    index: usize,
) -> Option<&telnyx_warning> {
    metadata.and_then(|m| m.document.warnings_at(index))
}

/// Whether two documents have the same members. Their URLs may differ. Two NULLs are equal.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_equal(
    a: Option<&telnyx_resource_metadata>,
    b: Option<&telnyx_resource_metadata>,
) -> bool {
    a.map(|a| &a.document.metadata) == b.map(|b| &b.document.metadata)
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes another handle to the same document. The new handle outlives this one and the handle that this one belongs to.
/// The copy is cheap: it shares the document.
///
/// Returns a document, which the caller frees with telnyx_resource_metadata_free(); NULL only if metadata is NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_resource_metadata_clone(
    metadata: Option<&telnyx_resource_metadata>,
) -> Option<Box<telnyx_resource_metadata>> {
    metadata.map(|m| Box::new(m.document.metadata.clone().into()))
}

/// Frees a document and everything that belongs to it. Do not free a const document: it belongs to another handle.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_free(metadata: Option<Box<telnyx_resource_metadata>>) {
    drop(metadata);
}
