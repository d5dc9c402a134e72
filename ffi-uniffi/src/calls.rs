//! Calls on the process's shared client. The shared client has the default options and is built on first use.

use crate::guard::guarded;
use crate::{
    AuthorizationServerMetadata, CancelToken, Client, Discovery, Options, ResourceMetadata, Seconds, TelnyxOAuthError,
};
use std::sync::Arc;
use telnyx_oauth::embedding::DefaultClient;

/// Calls `fetch_resource_metadata` of the process's shared `Client`. The shared client has the default options and is
/// built on first use.
///
/// # Errors
/// The errors of the `Client`'s call and of the `Client`'s constructor.
#[uniffi::export(default(resource = None, timeout = None, cancel = None))]
pub async fn fetch_resource_metadata(
    resource: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<ResourceMetadata, TelnyxOAuthError> {
    shared()?.fetch_resource_metadata(resource, timeout, cancel).await
}

/// The blocking form of `fetch_resource_metadata`. Waits on the calling thread.
///
/// # Errors
/// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
/// async call.
#[uniffi::export(default(resource = None, timeout = None, cancel = None))]
pub fn fetch_resource_metadata_blocking(
    resource: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<ResourceMetadata, TelnyxOAuthError> {
    shared()?.fetch_resource_metadata_blocking(resource, timeout, cancel)
}

/// Calls `fetch_authorization_server_metadata` of the process's shared `Client`. The shared client has the default
/// options and is built on first use.
///
/// # Errors
/// The errors of the `Client`'s call and of the `Client`'s constructor.
#[uniffi::export(default(issuer = None, timeout = None, cancel = None))]
pub async fn fetch_authorization_server_metadata(
    issuer: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
    shared()?.fetch_authorization_server_metadata(issuer, timeout, cancel).await
}

/// The blocking form of `fetch_authorization_server_metadata`. Waits on the calling thread.
///
/// # Errors
/// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
/// async call.
#[uniffi::export(default(issuer = None, timeout = None, cancel = None))]
pub fn fetch_authorization_server_metadata_blocking(
    issuer: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
    shared()?.fetch_authorization_server_metadata_blocking(issuer, timeout, cancel)
}

/// Calls `discover` of the process's shared `Client`. The shared client has the default options and is built on first
/// use.
///
/// # Errors
/// The errors of the `Client`'s call and of the `Client`'s constructor.
#[uniffi::export(default(resource = None, www_authenticate = None, issuer = None, timeout = None, cancel = None))]
pub async fn discover(
    resource: Option<String>,
    www_authenticate: Option<Vec<String>>,
    issuer: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Discovery, TelnyxOAuthError> {
    shared()?.discover(resource, www_authenticate, issuer, timeout, cancel).await
}

/// The blocking form of `discover`. Waits on the calling thread.
///
/// # Errors
/// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
/// async call.
#[uniffi::export(default(resource = None, www_authenticate = None, issuer = None, timeout = None, cancel = None))]
pub fn discover_blocking(
    resource: Option<String>,
    www_authenticate: Option<Vec<String>>,
    issuer: Option<String>,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Discovery, TelnyxOAuthError> {
    shared()?.discover_blocking(resource, www_authenticate, issuer, timeout, cancel)
}

/// Calls `vet` of the process's shared `Client`. The shared client has the default options and is built on first use.
///
/// # Errors
/// The errors of the `Client`'s call and of the `Client`'s constructor.
#[uniffi::export(default(timeout = None, cancel = None))]
pub async fn vet(
    url: String,
    from: String,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Vec<String>, TelnyxOAuthError> {
    shared()?.vet(url, from, timeout, cancel).await
}

/// The blocking form of `vet`. Waits on the calling thread.
///
/// # Errors
/// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
/// async call.
#[uniffi::export(default(timeout = None, cancel = None))]
pub fn vet_blocking(
    url: String,
    from: String,
    timeout: Option<Seconds>,
    cancel: Option<Arc<CancelToken>>,
) -> Result<Vec<String>, TelnyxOAuthError> {
    shared()?.vet_blocking(url, from, timeout, cancel)
}

fn shared() -> Result<&'static Client, TelnyxOAuthError> {
    static CLIENT: DefaultClient<Client> = DefaultClient::new();
    guarded(|| CLIENT.get_or_build(|| Client::build(Options::default())))
}
