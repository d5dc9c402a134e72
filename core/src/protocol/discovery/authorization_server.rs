use crate::{Attempt, AuthorizationServerMetadata, Error};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::sync::Arc;

/// An authorization server that a resource's document lists, with its metadata or the error of the search for it.
#[derive(Clone, Debug)]
pub struct AuthorizationServer {
    pub(super) issuer: String,
    pub(super) outcome: Result<AuthorizationServerMetadata, Error>,
    pub(super) attempts: Arc<[Attempt]>,
}

impl AuthorizationServer {
    /// The issuer as listed. Its document's own is [`AuthorizationServerMetadata::issuer`].
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The URL of its document, after redirects.
    pub fn metadata_url(&self) -> Option<&str> {
        self.metadata().map(AuthorizationServerMetadata::url)
    }

    /// Its document, if a good one was found.
    pub fn metadata(&self) -> Option<&AuthorizationServerMetadata> {
        self.outcome.as_ref().ok()
    }

    /// The error, if there is no good document.
    pub fn error(&self) -> Option<&Error> {
        self.outcome.as_ref().err()
    }

    /// The attempts to find its document, which are among [`Discovery::attempts`](crate::Discovery::attempts) too. Issuers
    /// that differ by the slash of a root URL share theirs.
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
