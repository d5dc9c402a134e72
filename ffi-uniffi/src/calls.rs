//! The calls of the process's shared client, which has the default options and is built on first use.

use crate::guard::guarded;
use crate::{
    AuthorizationServerMetadata, CancelToken, Client, Discovery, Options, ResourceMetadata, Seconds, TelnyxOAuthError,
};
use std::sync::Arc;
use telnyx_oauth::embedding::DefaultClient;

/// `fetch_resource_metadata` of the process's shared `Client`, which has the default options and is built on first use.
///
/// # Errors
/// Those of the `Client`'s call, and of the `Client`'s constructor.
#[uniffi::export(default(resource = None, timeout = None, cancel = None))]
pub async fn fetch_resource_metadata(
    resource: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<ResourceMetadata, TelnyxOAuthError> {
    shared()?.fetch_resource_metadata(resource, timeout, cancel).await
}

/// `fetch_resource_metadata`, on the calling thread.
///
/// # Errors
/// The same, and `invalid_argument` on the library's I/O thread, which resumes async calls.
#[uniffi::export(default(resource = None, timeout = None, cancel = None))]
pub fn fetch_resource_metadata_blocking(
    resource: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<ResourceMetadata, TelnyxOAuthError> {
    shared()?.fetch_resource_metadata_blocking(resource, timeout, cancel)
}

/// `fetch_authorization_server_metadata` of the process's shared `Client`, which has the default options and is built on
/// first use.
///
/// # Errors
/// Those of the `Client`'s call, and of the `Client`'s constructor.
#[uniffi::export(default(issuer = None, timeout = None, cancel = None))]
pub async fn fetch_authorization_server_metadata(
    issuer: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
    shared()?.fetch_authorization_server_metadata(issuer, timeout, cancel).await
}

/// `fetch_authorization_server_metadata`, on the calling thread.
///
/// # Errors
/// The same, and `invalid_argument` on the library's I/O thread, which resumes async calls.
#[uniffi::export(default(issuer = None, timeout = None, cancel = None))]
pub fn fetch_authorization_server_metadata_blocking(
    issuer: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
    shared()?.fetch_authorization_server_metadata_blocking(issuer, timeout, cancel)
}

/// `discover` of the process's shared `Client`, which has the default options and is built on first use.
///
/// # Errors
/// Those of the `Client`'s call, and of the `Client`'s constructor.
#[uniffi::export(default(resource = None, www_authenticate = None, timeout = None, cancel = None))]
pub async fn discover(
    resource: Option<String>,
    www_authenticate: Option<Vec<String>>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Discovery, TelnyxOAuthError> {
    shared()?.discover(resource, www_authenticate, timeout, cancel).await
}

/// `discover`, on the calling thread.
///
/// # Errors
/// The same, and `invalid_argument` on the library's I/O thread, which resumes async calls.
#[uniffi::export(default(resource = None, www_authenticate = None, timeout = None, cancel = None))]
pub fn discover_blocking(
    resource: Option<String>,
    www_authenticate: Option<Vec<String>>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Discovery, TelnyxOAuthError> {
    shared()?.discover_blocking(resource, www_authenticate, timeout, cancel)
}

fn shared() -> Result<&'static Client, TelnyxOAuthError> {
    static CLIENT: DefaultClient<Client> = DefaultClient::new();
    guarded(|| CLIENT.get_or_build(|| Client::build(Options::default())))
}
