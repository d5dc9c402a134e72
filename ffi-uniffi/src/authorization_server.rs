use crate::{Attempt, AuthorizationParameters, AuthorizationServerMetadata, TelnyxOAuthError};

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
    /// The parameters of the next requests to this server; absent if `metadata` is absent.
    pub authorization_parameters: Option<AuthorizationParameters>,
    /// The reason why `metadata` is absent.
    pub error: Option<TelnyxOAuthError>,
    /// The attempts to find the document. They are also among the discovery's `attempts`.
    pub attempts: Vec<Attempt>,
}

impl AuthorizationServer {
    /// Copies a server of a discovery.
    pub(crate) fn of(
        found: &telnyx_oauth::Discovery,
        server: &telnyx_oauth::AuthorizationServer,
    ) -> AuthorizationServer {
        let parameters = found.authorization_parameters(Some(server.issuer())).ok();
        AuthorizationServer {
            issuer: server.issuer().to_owned(),
            metadata_url: server.metadata_url().map(str::to_owned),
            metadata: server.metadata().map(AuthorizationServerMetadata::from),
            authorization_parameters: parameters.as_ref().map(AuthorizationParameters::from),
            error: server.error().cloned().map(TelnyxOAuthError::from),
            attempts: server.attempts().iter().map(Attempt::from).collect(),
        }
    }
}
