//! The members that are true, false or absent.

use super::telnyx_resource_metadata;

/// Whether tokens are bound to client certificates (https://www.rfc-editor.org/rfc/rfc9728#section-2); false, the RFC's
/// default, where the document does not say.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_tls_client_certificate_bound_access_tokens(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.tls_client_certificate_bound_access_tokens()).unwrap_or(false)
}

/// Whether the document has tls_client_certificate_bound_access_tokens, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_tls_client_certificate_bound_access_tokens(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.tls_client_certificate_bound_access_tokens().is_some())
}

/// Whether tokens must be bound by DPoP (https://www.rfc-editor.org/rfc/rfc9728#section-2); false, the RFC's default,
/// where the document does not say.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_dpop_bound_access_tokens_required(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.and_then(|m| m.document.dpop_bound_access_tokens_required()).unwrap_or(false)
}

/// Whether the document has dpop_bound_access_tokens_required, be it false.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_resource_metadata_has_dpop_bound_access_tokens_required(
    metadata: Option<&telnyx_resource_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.dpop_bound_access_tokens_required().is_some())
}
