//! The members that are true, false or absent.

use super::telnyx_authorization_server_metadata;

/// Whether authorization responses carry iss (https://www.rfc-editor.org/rfc/rfc9207#section-3); false, the RFC's
/// default, where the document does not say.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_authorization_response_iss_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.authorization_response_iss_parameter_supported()).unwrap_or(false)
}

/// Whether the document has authorization_response_iss_parameter_supported, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_authorization_response_iss_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.authorization_response_iss_parameter_supported().is_some())
}

/// Whether the claims parameter is supported
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata); false, the default, where the
/// document does not say.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_claims_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.claims_parameter_supported()).unwrap_or(false)
}

/// Whether the document has claims_parameter_supported, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_claims_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.claims_parameter_supported().is_some())
}

/// Whether the request parameter is supported
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata); false, the default, where the
/// document does not say.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.request_parameter_supported()).unwrap_or(false)
}

/// Whether the document has request_parameter_supported, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_request_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.request_parameter_supported().is_some())
}

/// Whether the document says that the request_uri parameter is supported
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata); false where it does not say. Its
/// default is true: see telnyx_authorization_server_metadata_supports_request_uri_parameter().
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_request_uri_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.request_uri_parameter_supported()).unwrap_or(false)
}

/// Whether the document has request_uri_parameter_supported, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_request_uri_parameter_supported(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.request_uri_parameter_supported().is_some())
}

/// Whether request_uri values must be registered beforehand
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata); false, the default, where the
/// document does not say.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_require_request_uri_registration(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.require_request_uri_registration()).unwrap_or(false)
}

/// Whether the document has require_request_uri_registration, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_has_require_request_uri_registration(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.require_request_uri_registration().is_some())
}

/// Whether the server says that it supports PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_supports_pkce_s256(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.supports_pkce_s256())
}

/// Whether the request_uri parameter is supported; true where the document does not say
/// (https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata). False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_supports_request_uri_parameter(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.supports_request_uri_parameter())
}
