use super::client::Client;
use crate::process::DefaultClient;
use crate::{AuthorizationServerMetadata, Discovery, Error, Identifier, ResourceMetadata, WwwAuthenticate};

/// [`Client::fetch_resource_metadata`] with the process's shared blocking client, built on first use.
///
/// # Errors
/// As [`Client::fetch_resource_metadata`], and as [`Client::new`].
pub fn fetch_resource_metadata<'a>(resource: impl Into<Identifier<'a>>) -> Result<ResourceMetadata, Error> {
    default_client()?.fetch_resource_metadata(resource)
}

/// [`Client::fetch_authorization_server_metadata`] with the process's shared blocking client, built on first use.
///
/// # Errors
/// As [`Client::fetch_authorization_server_metadata`], and as [`Client::new`].
pub fn fetch_authorization_server_metadata<'a>(
    issuer: impl Into<Identifier<'a>>,
) -> Result<AuthorizationServerMetadata, Error> {
    default_client()?.fetch_authorization_server_metadata(issuer)
}

/// [`Client::discover`] with the process's shared blocking client, built on first use.
///
/// # Errors
/// As [`Client::discover`], and as [`Client::new`].
pub fn discover<'a>(
    resource: impl Into<Identifier<'a>>,
    www_authenticate: impl Into<WwwAuthenticate>,
) -> Result<Discovery, Error> {
    default_client()?.discover(resource, www_authenticate)
}

fn default_client() -> Result<&'static Client, Error> {
    static CLIENT: DefaultClient<Client> = DefaultClient::new();
    CLIENT.get_or_build(Client::new)
}
