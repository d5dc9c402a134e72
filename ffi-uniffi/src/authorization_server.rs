use crate::{Attempt, AuthorizationServerMetadata, TelnyxOAuthError};

/// An authorization server that a resource's document lists, and what became of the search for its metadata: it has either
/// `metadata` or an `error`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct AuthorizationServer {
    /// The issuer as it is listed. What the server calls itself is the metadata's `issuer`.
    pub issuer: String,
    /// Where its document was found.
    pub metadata_url: Option<String>,
    /// Its document, where one was found and is good.
    pub metadata: Option<AuthorizationServerMetadata>,
    /// Why there is no document.
    pub error: Option<TelnyxOAuthError>,
    /// The attempts to find it, which are among those of the discovery too.
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
