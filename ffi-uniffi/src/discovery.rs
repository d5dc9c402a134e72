use crate::guard::guarded;
use crate::vocabulary::vocabulary;
use crate::{
    Attempt, AuthorizationParameters, AuthorizationServer, AuthorizationServerMetadata, Challenge, ErrorKind,
    ResourceMetadata, TelnyxOAuthError, Warning,
};
use telnyx_oauth::embedding;

/// Everything that a token request for a resource needs, with the source of each part
/// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Discovery {
    /// The requested resource.
    pub resource: String,
    /// All challenges of the resource, in order.
    pub challenges: Vec<Challenge>,
    /// The challenge with the document's URL; otherwise the first Bearer or DPoP challenge with a scope. The challenge's
    /// `scope` is the scope to request.
    pub challenge: Option<Challenge>,
    /// How the document was found, or why the discovery needed none.
    pub via: Via,
    /// The URL that the document was found at, after redirects; absent if there is no document.
    pub resource_metadata_url: Option<String>,
    /// The resource's document; absent if `via` is `issuer` or `legacy_origin`.
    pub resource_metadata: Option<ResourceMetadata>,
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
            challenges: found.challenges().iter().map(Challenge::from).collect(),
            challenge: found.challenge().map(Challenge::from),
            via: found.via().into(),
            resource_metadata_url: found.resource_metadata_url().map(str::to_owned),
            resource_metadata: found.resource_metadata().map(ResourceMetadata::from),
            authorization_servers: {
                let servers = found.authorization_servers().iter();
                servers.map(|server| AuthorizationServer::of(found, server)).collect()
            },
            authorization_server: required.as_ref().ok().map(|server| AuthorizationServerMetadata::from(*server)),
            authorization_server_error: required.err().map(TelnyxOAuthError::from),
            warnings: found.warnings().iter().map(Warning::from).collect(),
            attempts: found.attempts().iter().map(Attempt::from).collect(),
        }
    }
}

vocabulary! {
    /// How a discovery found the resource's document, or the reason why it needed none.
    Via {
        /// A challenge of the resource named the document's URL.
        Challenge,
        /// The document was at the resource's own well-known URL.
        WellKnown,
        /// The document was at the well-known URL of the resource's origin.
        Root,
        /// There is no document; the authorization server is the caller's choice.
        Issuer,
        /// There is no document; the resource's origin is the authorization server (the option `legacy_origin`).
        LegacyOrigin,
    }
}

#[uniffi::export]
impl Discovery {
    /// Returns the metadata of the first listed server with valid metadata.
    ///
    /// # Errors
    /// The first listed server's error if no listed server has valid metadata; `not_found` if the document lists no server.
    pub fn require_authorization_server(&self) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        guarded(|| required(self.authorization_server.as_ref(), self.authorization_server_error.as_ref()))
    }

    /// Returns the parameters of the authorization and token requests that follow the discovery.
    ///
    /// `issuer` names the authorization server: the issuer as listed, or the issuer in the server's document. Default: the
    /// first listed server with valid metadata.
    ///
    /// # Errors
    /// `invalid_argument` if the discovery has no server with this issuer. The server's error if it has no valid metadata.
    /// Without `issuer`, the errors of `require_authorization_server`.
    #[uniffi::method(default(issuer = None))]
    pub fn authorization_parameters(
        &self,
        issuer: Option<String>,
    ) -> Result<AuthorizationParameters, TelnyxOAuthError> {
        guarded(|| match issuer {
            None => {
                let first =
                    self.authorization_servers.iter().find_map(|server| server.authorization_parameters.as_ref());
                required(first, self.authorization_server_error.as_ref())
            }
            Some(issuer) => {
                let server = &self.authorization_servers[self.index_of(&issuer)?];
                required(server.authorization_parameters.as_ref(), server.error.as_ref())
            }
        })
    }
}

impl Discovery {
    fn index_of(&self, issuer: &str) -> Result<usize, TelnyxOAuthError> {
        let servers = self.authorization_servers.iter();
        let issuers = servers.map(|server| {
            let declared = server.metadata.as_ref().and_then(|metadata| metadata.issuer.as_deref());
            (server.issuer.as_str(), declared)
        });
        Ok(embedding::choose_server(issuers, issuer)?)
    }
}

/// Returns a copy of the value, or the error that says why it is absent. A caller can build a record without either.
fn required<T: Clone>(value: Option<&T>, error: Option<&TelnyxOAuthError>) -> Result<T, TelnyxOAuthError> {
    value.cloned().ok_or_else(|| {
        error.cloned().unwrap_or_else(|| {
            let message = "a discovery without valid metadata of a server must have an error".to_owned();
            TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
        })
    })
}
