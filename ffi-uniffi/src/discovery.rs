use crate::guard::guarded;
use crate::{
    Attempt, AuthorizationServer, AuthorizationServerMetadata, Challenge, ErrorKind, ResourceMetadata,
    TelnyxOAuthError, Warning,
};

/// Everything that is needed to ask for a token for a resource, and the source of each part
/// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Discovery {
    /// The resource as requested.
    pub resource: String,
    /// The challenge that named the document's URL; if none did, the first Bearer or DPoP challenge that has a scope. Its
    /// `scope` is the scope to request.
    pub challenge: Option<Challenge>,
    /// The URL that the document was found at, after redirects.
    pub resource_metadata_url: String,
    /// The resource's document.
    pub resource_metadata: ResourceMetadata,
    /// Each authorization server that the document lists, in its order, with its metadata or the reason why there is none.
    pub authorization_servers: Vec<AuthorizationServer>,
    /// The metadata of the first listed server that has any.
    pub authorization_server: Option<AuthorizationServerMetadata>,
    /// The reason why there is no `authorization_server`.
    pub authorization_server_error: Option<TelnyxOAuthError>,
    /// The deviations that were tolerated, those of the servers' documents included.
    pub warnings: Vec<Warning>,
    /// Every request that was sent, in order.
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
    /// The metadata of the first listed server that has any, for programs that cannot go on without.
    ///
    /// # Errors
    /// The first listed server's own if none has any; `not_found` if none is listed.
    pub fn require_authorization_server(&self) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        guarded(|| {
            self.authorization_server.clone().ok_or_else(|| {
                self.authorization_server_error.clone().unwrap_or_else(|| {
                    let message = "a discovery without an authorization server must say why".to_owned();
                    TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
                })
            })
        })
    }
}
