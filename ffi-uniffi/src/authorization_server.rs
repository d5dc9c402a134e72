use crate::{Attempt, AuthorizationServerMetadata, TelnyxOAuthError};

/// An authorization server that a resource's document lists, with either its `metadata` or an `error`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct AuthorizationServer {
    /// The issuer as the resource's document spells it. The server's own spelling is the metadata's `issuer`.
    pub issuer: String,
    /// The URL of the server's document; absent if no document was found.
    pub metadata_url: Option<String>,
    /// The server's document; absent if no document was found or the document was refused.
    pub metadata: Option<AuthorizationServerMetadata>,
    /// The reason why `metadata` is absent.
    pub error: Option<TelnyxOAuthError>,
    /// The attempts to find the document. They are also among the discovery's `attempts`.
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
