use crate::{Attempt, AuthorizationServerMetadata, TelnyxOAuthError};

/// An authorization server that a resource's document lists. It has either `metadata` or an `error`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct AuthorizationServer {
    /// The issuer as listed. The server's own string is the metadata's `issuer`.
    pub issuer: String,
    /// The URL that its document was found at.
    pub metadata_url: Option<String>,
    /// Its document; absent if none was found or it was refused.
    pub metadata: Option<AuthorizationServerMetadata>,
    /// The reason why there is no document.
    pub error: Option<TelnyxOAuthError>,
    /// The attempts to find the document. The discovery has them too.
    pub attempts: Vec<Attempt>,
}

impl From<&telnyx_oauth::AuthorizationServer> for AuthorizationServer {
    fn from(server: &telnyx_oauth::AuthorizationServer) -> AuthorizationServer {
        AuthorizationServer {
            issuer: server.issuer().to_owned(),
            metadata_url: server.metadata_url().map(str::to_owned),
            metadata: server.metadata().map(AuthorizationServerMetadata::from),
            error: server.error().cloned().map(TelnyxOAuthError::from),
            attempts: server.attempts().iter().map(Attempt::from).collect(),
        }
    }
}
