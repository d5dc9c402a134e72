use crate::{Attempt, AuthorizationServerMetadata, Error};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::sync::Arc;

/// An authorization server that a resource's document lists, with its metadata or its error.
#[derive(Clone, Debug)]
pub struct AuthorizationServer {
    pub(super) issuer: String,
    pub(super) outcome: Result<AuthorizationServerMetadata, Error>,
    pub(super) attempts: Arc<[Attempt]>,
}

impl AuthorizationServer {
    /// The issuer, exactly as the resource's document lists it. The server's document has its own
    /// [`issuer`](AuthorizationServerMetadata::issuer).
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The URL of the server's document, after redirects. `None` if no good document was found.
    pub fn metadata_url(&self) -> Option<&str> {
        self.metadata().map(AuthorizationServerMetadata::url)
    }

    /// The server's document. `None` if no good document was found.
    pub fn metadata(&self) -> Option<&AuthorizationServerMetadata> {
        self.outcome.as_ref().ok()
    }

    /// The error of the search. `None` if a good document was found.
    pub fn error(&self) -> Option<&Error> {
        self.outcome.as_ref().err()
    }

    /// The requests for this server's document. [`Discovery::attempts`](crate::Discovery::attempts) lists them too. Two
    /// issuers that differ only by the slash after the host share the same requests.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }
}

impl Serialize for AuthorizationServer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("AuthorizationServer", 3)?;
        object.serialize_field("issuer", &self.issuer)?;
        match &self.outcome {
            Ok(metadata) => {
                object.serialize_field("metadata_url", metadata.url())?;
                object.serialize_field("metadata", metadata)?;
            }
            Err(error) => object.serialize_field("error", error)?,
        }
        object.end()
    }
}
