use crate::{Attempt, AuthorizationServer, Challenge, ResourceMetadata, Warning};

/// Everything that is needed to ask for a token for a resource, and where each part came from
/// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Discovery {
    /// The resource as it was asked for.
    pub resource: String,
    /// The challenge that named the document's URL, where one did; its `scope` says what to ask for.
    pub challenge: Option<Challenge>,
    /// Where the document was found, after redirects.
    pub resource_metadata_url: String,
    /// The resource's document.
    pub resource_metadata: ResourceMetadata,
    /// Each authorization server that the document lists, in its order, with its metadata or with the reason why there is
    /// none.
    pub authorization_servers: Vec<AuthorizationServer>,
    /// What was tolerated, in the documents of the servers too.
    pub warnings: Vec<Warning>,
    /// Every request that was sent, in the order sent.
    pub attempts: Vec<Attempt>,
}

impl From<&telnyx_oauth::Discovery> for Discovery {
    fn from(found: &telnyx_oauth::Discovery) -> Discovery {
        Discovery {
            resource: found.resource().to_owned(),
            challenge: found.challenge().map(Challenge::from),
            resource_metadata_url: found.resource_metadata_url().to_owned(),
            resource_metadata: found.resource_metadata().into(),
            authorization_servers: found.authorization_servers().iter().map(AuthorizationServer::from).collect(),
            warnings: found.warnings().iter().map(Warning::from).collect(),
            attempts: found.attempts().iter().map(Attempt::from).collect(),
        }
    }
}
