use serde::{Deserialize, Serialize};

/// The purpose of a request in an examination. A role and a URL identify a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// A GET of the resource, without credentials.
    Resource,
    /// A POST of MCP's `server/discover` (2026-07-28) to the resource.
    ServerDiscover,
    /// A POST of MCP's `initialize` (2025-11-25) to the resource.
    Initialize,
    /// A DELETE that closes an MCP session of this examination.
    CloseSession,
    /// A preflight of a browser for a POST to the resource: an OPTIONS with an `Origin`.
    ResourcePreflight,
    /// A GET of the resource as a browser sends it, with an `Origin` and without credentials.
    ResourceFromBrowser,
    /// A GET of a resource's document.
    Metadata,
    /// A HEAD of the same URL.
    MetadataHead,
    /// The same GET as a browser sends it, with an `Origin`.
    MetadataFromBrowser,
    /// The same GET with another `User-Agent`.
    MetadataFromOtherAgent,
    /// The same GET once more.
    MetadataAgain,
    /// A GET of a well-known URL that no server has.
    UnknownWellKnown,
    /// A GET of an authorization server's document.
    ServerMetadata,
    /// The same GET as a browser sends it, with an `Origin`.
    ServerMetadataFromBrowser,
    /// A GET that a client in use sends for a document, and a discovery does not.
    OfClient,
    /// A GET of a JWK Set.
    Jwks,
}

impl Role {
    /// True for a request to the resource itself that a client sends to get a challenge.
    pub fn asks_for_a_challenge(self) -> bool {
        matches!(self, Role::Resource | Role::ServerDiscover | Role::Initialize)
    }
}
