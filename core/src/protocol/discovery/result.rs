use super::authorization_server::AuthorizationServer;
use super::servers::Servers;
use super::via::Via;
use crate::protocol::authorization::choose_server;
use crate::protocol::identifiers::Resource;
use crate::protocol::response::counted_challenge;
use crate::{
    Attempt, AuthorizationParameters, AuthorizationServerMetadata, Challenge, Error, ErrorKind, ResourceMetadata,
    Warning, WarningKind,
};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// The result of a discovery: the metadata to request a token for a resource, and the source of each part.
///
/// Serialises to the object that the command line prints: `resource`, `challenges`, `challenge`, `via`,
/// `resource_metadata_url`, `resource_metadata`, `authorization_servers`, `authorization_parameters`, `warnings` and
/// `attempts`.
#[derive(Clone, Debug)]
pub struct Discovery {
    resource: String,
    challenges: Vec<Challenge>,
    via: Via,
    resource_metadata: Option<ResourceMetadata>,
    authorization_servers: Vec<AuthorizationServer>,
    warnings: Vec<Warning>,
    attempts: Vec<Attempt>,
}

impl Discovery {
    pub(super) fn new(
        resource: &Resource,
        challenges: Vec<Challenge>,
        via: Via,
        document: Option<ResourceMetadata>,
        servers: Servers,
        mut warnings: Vec<Warning>,
        attempts: Vec<Attempt>,
    ) -> Discovery {
        let of_document = document.as_ref().map(ResourceMetadata::warnings).unwrap_or_default();
        // The caller's choice of a server excuses a document that lists none.
        let is_excused = |kind| servers.has_chosen() && kind == WarningKind::AuthorizationServersMissing;
        warnings.extend(of_document.iter().filter(|warning| !is_excused(warning.kind)).cloned());
        warnings.extend(servers.warnings(document.as_ref(), resource));
        Discovery {
            resource: resource.text().to_owned(),
            challenges,
            via,
            authorization_servers: servers.into_results(&attempts),
            resource_metadata: document,
            warnings,
            attempts,
        }
    }

    /// The resource, exactly as requested.
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// All challenges of the resource's answer, in order, those without a `resource_metadata` included.
    pub fn challenges(&self) -> &[Challenge] {
        &self.challenges
    }

    /// The challenge that named the document's URL
    /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)), else the first Bearer or DPoP challenge
    /// with a scope. [`Challenge::scope`] is the scope to request.
    pub fn challenge(&self) -> Option<&Challenge> {
        counted_challenge(&self.challenges)
    }

    /// How the document was found, or why the discovery needed none.
    pub fn via(&self) -> Via {
        self.via
    }

    /// The URL of the resource's document, after redirects. `None` if there is no document.
    pub fn resource_metadata_url(&self) -> Option<&str> {
        self.resource_metadata().map(ResourceMetadata::url)
    }

    /// The resource's document. `None` if [`Discovery::via`] is [`Via::Issuer`] or [`Via::LegacyOrigin`].
    pub fn resource_metadata(&self) -> Option<&ResourceMetadata> {
        self.resource_metadata.as_ref()
    }

    /// The authorization servers of the document, each once, in the listed order, with metadata or an error. The caller's own
    /// choice of a server ([`Client::with_issuer`](crate::Client::with_issuer)) comes first. Discovery
    /// requests the metadata of the first 64; the others have the error `not_found`.
    pub fn authorization_servers(&self) -> &[AuthorizationServer] {
        &self.authorization_servers
    }

    /// The metadata of the caller's own choice of a server, else of the first listed server with a good document.
    pub fn authorization_server(&self) -> Option<&AuthorizationServerMetadata> {
        self.authorization_servers.iter().find_map(AuthorizationServer::metadata)
    }

    /// The metadata of [`Discovery::authorization_server`], or an error that says why there is none.
    ///
    /// # Errors
    /// The error of the first listed server; [`ErrorKind::NotFound`] if the document lists none.
    pub fn require_authorization_server(&self) -> Result<&AuthorizationServerMetadata, Error> {
        if let Some(metadata) = self.authorization_server() {
            return Ok(metadata);
        }
        let first = self.authorization_servers.first().and_then(AuthorizationServer::error);
        Err(first.cloned().unwrap_or_else(|| {
            let url = self.resource_metadata_url().unwrap_or(&self.resource);
            let message = format!("the document at {url} lists no authorization server");
            Error::new(ErrorKind::NotFound, message).at(url).with_attempts(self.attempts.as_slice())
        }))
    }

    /// True if [`Discovery::authorization_server`] advertises PKCE with S256.
    pub fn supports_pkce_s256(&self) -> bool {
        self.authorization_server().is_some_and(AuthorizationServerMetadata::supports_pkce_s256)
    }

    /// Returns the parameters of the authorization and token requests that follow the discovery.
    ///
    /// `issuer` names the authorization server: the issuer as listed, or the issuer in the server's document. `None`: the
    /// first listed server that has a good document.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] if the discovery has no server with this `issuer`. The server's own error if it has no
    /// good document. For `None`, the errors of [`Discovery::require_authorization_server`].
    pub fn authorization_parameters(&self, issuer: Option<&str>) -> Result<AuthorizationParameters, Error> {
        let server = match issuer {
            None => self.require_authorization_server()?,
            Some(issuer) => {
                let servers = self.authorization_servers.iter();
                let issuers = servers
                    .map(|server| (server.issuer(), server.metadata().and_then(AuthorizationServerMetadata::issuer)));
                let chosen = &self.authorization_servers[choose_server(issuers, issuer)?];
                chosen.outcome.as_ref().map_err(Error::clone)?
            }
        };
        let (challenge, document) = (self.challenge(), self.resource_metadata.as_ref());
        Ok(AuthorizationParameters::new(&self.resource, challenge, document, server))
    }

    /// The warnings of the whole discovery, those of the servers' documents included.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The requests, in the order sent.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }
}

impl Serialize for Discovery {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Discovery", 10)?;
        object.serialize_field("resource", &self.resource)?;
        let challenges: Vec<_> = self.challenges.iter().map(Taken).collect();
        object.serialize_field("challenges", &challenges)?;
        object.serialize_field("challenge", &self.challenge().map(Taken))?;
        object.serialize_field("via", &self.via)?;
        object.serialize_field("resource_metadata_url", &self.resource_metadata_url())?;
        object.serialize_field("resource_metadata", &self.resource_metadata)?;
        object.serialize_field("authorization_servers", &self.authorization_servers)?;
        object.serialize_field("authorization_parameters", &self.authorization_parameters(None).ok())?;
        object.serialize_field("warnings", &self.warnings)?;
        object.serialize_field("attempts", &self.attempts)?;
        object.end()
    }
}

/// A challenge as a discovery serialises it, with its scopes and its URL.
struct Taken<'a>(&'a Challenge);

impl Serialize for Taken<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Challenge", 4)?;
        object.serialize_field("scheme", &self.0.scheme)?;
        object.serialize_field("params", &self.0.params)?;
        object.serialize_field("scope", &self.0.scope())?;
        object.serialize_field("resource_metadata", &self.0.resource_metadata())?;
        object.end()
    }
}
