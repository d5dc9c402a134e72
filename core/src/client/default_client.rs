use crate::process::DefaultClient;
use crate::{AuthorizationServerMetadata, Client, Discovery, Error, Identifier, ResourceMetadata, WwwAuthenticate};

/// [`Client::fetch_resource_metadata`] with the process's shared client, built on first use.
///
/// ```no_run
/// # async fn example() -> Result<(), telnyx_oauth::Error> {
/// let metadata = telnyx_oauth::fetch_resource_metadata(None).await?;
/// println!("{:?}", metadata.authorization_servers());
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// As [`Client::fetch_resource_metadata`], and as [`Client::new`].
pub async fn fetch_resource_metadata<'a>(resource: impl Into<Identifier<'a>>) -> Result<ResourceMetadata, Error> {
    default_client()?.fetch_resource_metadata(resource).await
}

/// [`Client::fetch_authorization_server_metadata`] with the process's shared client, built on first use.
///
/// # Errors
/// As [`Client::fetch_authorization_server_metadata`], and as [`Client::new`].
pub async fn fetch_authorization_server_metadata<'a>(
    issuer: impl Into<Identifier<'a>>,
) -> Result<AuthorizationServerMetadata, Error> {
    default_client()?.fetch_authorization_server_metadata(issuer).await
}

/// [`Client::discover`] with the process's shared client, built on first use.
///
/// # Errors
/// As [`Client::discover`], and as [`Client::new`].
pub async fn discover<'a>(
    resource: impl Into<Identifier<'a>>,
    www_authenticate: impl Into<WwwAuthenticate>,
) -> Result<Discovery, Error> {
    default_client()?.discover(resource, www_authenticate).await
}

fn default_client() -> Result<&'static Client, Error> {
    static CLIENT: DefaultClient<Client> = DefaultClient::new();
    CLIENT.get_or_build(Client::new)
}
