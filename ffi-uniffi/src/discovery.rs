use crate::guard::guarded;
use crate::{
    Attempt, AuthorizationServer, AuthorizationServerMetadata, Challenge, ErrorKind, ResourceMetadata,
    TelnyxOAuthError, Warning,
};

/// Everything that a token request for a resource needs, with the source of each part
/// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Discovery {
    /// The requested resource.
    pub resource: String,
    /// The challenge with the document's URL; otherwise the first Bearer or DPoP challenge with a scope. The challenge's
    /// `scope` is the scope to request.
    pub challenge: Option<Challenge>,
    /// The URL of the resource's document, after redirects.
    pub resource_metadata_url: String,
    /// The resource's document.
    pub resource_metadata: ResourceMetadata,
    /// The listed authorization servers in the document's order, each with its metadata or an error.
    pub authorization_servers: Vec<AuthorizationServer>,
    /// The metadata of the first listed server with valid metadata.
    pub authorization_server: Option<AuthorizationServerMetadata>,
    /// The reason why `authorization_server` is absent.
    pub authorization_server_error: Option<TelnyxOAuthError>,
    /// The tolerated deviations, including those of the servers' documents.
    pub warnings: Vec<Warning>,
    /// Every request of the discovery, in order.
    pub attempts: Vec<Attempt>,
}

impl From<&telnyx_oauth::Discovery> for Discovery {
    fn from(found: &telnyx_oauth::Discovery) -> Discovery {
        let required = found.require_authorization_server();
        Discovery {
            resource: found.resource().to_owned(),
            challenge: found.challenge().map(Challenge::from),
            resource_metadata_url: found.resource_metadata_url().to_owned(),
            resource_metadata: found.resource_metadata().into(),
            authorization_servers: found.authorization_servers().iter().map(AuthorizationServer::from).collect(),
            authorization_server: required.as_ref().ok().map(|server| AuthorizationServerMetadata::from(*server)),
            authorization_server_error: required.err().map(TelnyxOAuthError::from),
            warnings: found.warnings().iter().map(Warning::from).collect(),
            attempts: found.attempts().iter().map(Attempt::from).collect(),
        }
    }
}

#[uniffi::export]
impl Discovery {
    /// Returns the metadata of the first listed server with valid metadata.
    ///
    /// # Errors
    /// The first listed server's error if no listed server has valid metadata; `not_found` if the document lists no server.
    pub fn require_authorization_server(&self) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        guarded(|| {
            self.authorization_server.clone().ok_or_else(|| {
                self.authorization_server_error.clone().unwrap_or_else(|| {
                    let message = "authorization_server_error must be set if authorization_server is absent".to_owned();
                    TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
                })
            })
        })
    }
}
