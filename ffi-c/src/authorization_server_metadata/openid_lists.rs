//! The members of OpenID Connect that are lists of strings. Long, as each has the same three functions.

use super::telnyx_authorization_server_metadata;
use std::ffi::c_char;
use std::ptr;

/// The authentication context classes that the server supports
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_acr_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.acr_values_supported()).map_or(0, <[String]>::len)
}

/// One of acr_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_acr_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.acr_values_supported.at(m.document.acr_values_supported(), index))
}

/// Whether the document has acr_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_acr_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.acr_values_supported().is_some())
}

/// The subject identifier types that the server supports: pairwise, public
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_subject_types_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.subject_types_supported()).map_or(0, <[String]>::len)
}

/// One of subject_types_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_subject_types_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.subject_types_supported.at(m.document.subject_types_supported(), index))
}

/// Whether the document has subject_types_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_subject_types_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.subject_types_supported().is_some())
}

/// The JWS algorithms for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_id_token_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.id_token_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of id_token_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_id_token_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.id_token_signing_alg_values_supported.at(m.document.id_token_signing_alg_values_supported(), index)
    })
}

/// Whether the document has id_token_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_id_token_signing_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.id_token_signing_alg_values_supported().is_some())
}

/// The JWE algorithms for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_id_token_encryption_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.id_token_encryption_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of id_token_encryption_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_id_token_encryption_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .id_token_encryption_alg_values_supported
            .at(m.document.id_token_encryption_alg_values_supported(), index)
    })
}

/// Whether the document has id_token_encryption_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_id_token_encryption_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.id_token_encryption_alg_values_supported().is_some())
}

/// The JWE content encryptions for ID tokens
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_id_token_encryption_enc_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.id_token_encryption_enc_values_supported()).map_or(0, <[String]>::len)
}

/// One of id_token_encryption_enc_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_id_token_encryption_enc_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .id_token_encryption_enc_values_supported
            .at(m.document.id_token_encryption_enc_values_supported(), index)
    })
}

/// Whether the document has id_token_encryption_enc_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_id_token_encryption_enc_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.id_token_encryption_enc_values_supported().is_some())
}

/// The JWS algorithms for user information
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.userinfo_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of userinfo_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies.userinfo_signing_alg_values_supported.at(m.document.userinfo_signing_alg_values_supported(), index)
    })
}

/// Whether the document has userinfo_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_userinfo_signing_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.userinfo_signing_alg_values_supported().is_some())
}

/// The JWE algorithms for user information
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_encryption_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.userinfo_encryption_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of userinfo_encryption_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_encryption_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .userinfo_encryption_alg_values_supported
            .at(m.document.userinfo_encryption_alg_values_supported(), index)
    })
}

/// Whether the document has userinfo_encryption_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_userinfo_encryption_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.userinfo_encryption_alg_values_supported().is_some())
}

/// The JWE content encryptions for user information
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_encryption_enc_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.userinfo_encryption_enc_values_supported()).map_or(0, <[String]>::len)
}

/// One of userinfo_encryption_enc_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_userinfo_encryption_enc_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .userinfo_encryption_enc_values_supported
            .at(m.document.userinfo_encryption_enc_values_supported(), index)
    })
}

/// Whether the document has userinfo_encryption_enc_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_userinfo_encryption_enc_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.userinfo_encryption_enc_values_supported().is_some())
}

/// The JWS algorithms for request objects
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_object_signing_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.request_object_signing_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of request_object_signing_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_object_signing_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .request_object_signing_alg_values_supported
            .at(m.document.request_object_signing_alg_values_supported(), index)
    })
}

/// Whether the document has request_object_signing_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_request_object_signing_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.request_object_signing_alg_values_supported().is_some())
}

/// The JWE algorithms for request objects
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_object_encryption_alg_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.request_object_encryption_alg_values_supported()).map_or(0, <[String]>::len)
}

/// One of request_object_encryption_alg_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_object_encryption_alg_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .request_object_encryption_alg_values_supported
            .at(m.document.request_object_encryption_alg_values_supported(), index)
    })
}

/// Whether the document has request_object_encryption_alg_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_request_object_encryption_alg_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.request_object_encryption_alg_values_supported().is_some())
}

/// The JWE content encryptions for request objects
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_object_encryption_enc_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.request_object_encryption_enc_values_supported()).map_or(0, <[String]>::len)
}

/// One of request_object_encryption_enc_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_object_encryption_enc_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| {
        m.copies
            .request_object_encryption_enc_values_supported
            .at(m.document.request_object_encryption_enc_values_supported(), index)
    })
}

/// Whether the document has request_object_encryption_enc_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_request_object_encryption_enc_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.request_object_encryption_enc_values_supported().is_some())
}

/// The display values that the server supports
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_display_values_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.display_values_supported()).map_or(0, <[String]>::len)
}

/// One of display_values_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_display_values_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.display_values_supported.at(m.document.display_values_supported(), index))
}

/// Whether the document has display_values_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_display_values_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.display_values_supported().is_some())
}

/// The claim types that the server supports
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata); absent: normal.
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claim_types_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.claim_types_supported()).map_or(0, <[String]>::len)
}

/// One of claim_types_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claim_types_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.claim_types_supported.at(m.document.claim_types_supported(), index))
}

/// Whether the document has claim_types_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_claim_types_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.claim_types_supported().is_some())
}

/// The claims that the server may supply (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claims_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.claims_supported()).map_or(0, <[String]>::len)
}

/// One of claims_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claims_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.claims_supported.at(m.document.claims_supported(), index))
}

/// Whether the document has claims_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_claims_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.claims_supported().is_some())
}

/// The languages of claims, as BCP 47 tags
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata).
///
/// Returns how many there are; 0 where the member is absent too.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claims_locales_supported_count(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> usize {
    metadata.and_then(|m| m.document.claims_locales_supported()).map_or(0, <[String]>::len)
}

/// One of claims_locales_supported, from 0 on, as sent.
///
/// Returns a string of the document's; NULL past the end.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claims_locales_supported_at(
    metadata: Option<&telnyx_authorization_server_metadata>,
    index: usize,
) -> *const c_char {
    metadata.map_or(ptr::null(), |m| m.copies.claims_locales_supported.at(m.document.claims_locales_supported(), index))
}

/// Whether the document has claims_locales_supported, be it an empty list.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_claims_locales_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.claims_locales_supported().is_some())
}
