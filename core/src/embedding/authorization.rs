use crate::{AuthorizationParameters, AuthorizationServerMetadata, Challenge, ResourceMetadata};

pub use crate::protocol::authorization::{choose_server, scope_after, verify_issuer};

/// Returns the parameters of [`Discovery::authorization_parameters`](crate::Discovery::authorization_parameters) from the
/// parts of a discovery. For bindings that copy a discovery's parts.
///
/// - `resource`: the requested resource.
/// - `challenge`: the challenge of [`Discovery::challenge`](crate::Discovery::challenge).
/// - `document`: the resource's document.
/// - `server`: the document of the chosen server, see [`choose_server`].
pub fn authorization_parameters(
    resource: &str,
    challenge: Option<&Challenge>,
    document: Option<&ResourceMetadata>,
    server: &AuthorizationServerMetadata,
) -> AuthorizationParameters {
    AuthorizationParameters::new(resource, challenge, document, server)
}
