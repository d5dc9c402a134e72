use super::handle::telnyx_authorization_server_metadata;

/// Whether the server advertises PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_authorization_server_metadata_supports_pkce_s256(
    metadata: Option<&telnyx_authorization_server_metadata>,
) -> bool {
    metadata.is_some_and(|m| m.document.metadata.supports_pkce_s256())
}
