use crate::AuthorizationServerMetadata;
use crate::protocol::errors::vocabulary;

vocabulary! {
    /// A way for a client to get a `client_id`. The names are the same in every language.
    ClientRegistration {
        /// The client sends the URL of its own metadata document as its `client_id`
        /// ([OAuth Client ID Metadata Document](https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/)).
        ClientIdMetadataDocument = "client_id_metadata_document",
        /// The client registers itself at the `registration_endpoint`
        /// ([RFC 7591](https://www.rfc-editor.org/rfc/rfc7591)).
        Dynamic = "dynamic",
        /// The developer or the user registers the client before its first request.
        Preregistered = "preregistered",
    }
}

impl ClientRegistration {
    /// Returns the ways that a server supports, best first.
    pub(super) fn supported_by(server: &AuthorizationServerMetadata) -> Vec<ClientRegistration> {
        let supports = |way: &ClientRegistration| match way {
            ClientRegistration::ClientIdMetadataDocument => {
                server.client_id_metadata_document_supported().unwrap_or(false)
            }
            ClientRegistration::Dynamic => server.registration_endpoint().is_some(),
            ClientRegistration::Preregistered => true,
        };
        ClientRegistration::ALL.iter().copied().filter(supports).collect()
    }

    /// Returns the way with this name.
    pub(super) fn named(name: &str) -> Option<ClientRegistration> {
        ClientRegistration::ALL.iter().copied().find(|way| way.as_str() == name)
    }
}
