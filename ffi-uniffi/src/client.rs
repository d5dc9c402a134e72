use crate::duration::duration;
use crate::guard::guarded;
use crate::signals;
use crate::{
    AuthorizationServerMetadata, CancelToken, Discovery, Options, ResourceMetadata, Seconds, TelnyxOAuthError,
};
use std::sync::Arc;
use telnyx_oauth::ClientBuilder;
use telnyx_oauth::embedding::{run, wait};

/// A call that the I/O thread runs.
trait Call<T>: Future<Output = Result<T, TelnyxOAuthError>> + Send + 'static {}

impl<T, F: Future<Output = Result<T, TelnyxOAuthError>> + Send + 'static> Call<T> for F {}

/// A client: options, kept-alive connections, a cache, and the calls. Many threads may use it at once.
#[derive(uniffi::Object)]
pub struct Client {
    client: telnyx_oauth::Client,
}

#[uniffi::export]
impl Client {
    /// Builds a client. Reads the environment now, and the system's CA store when a TLS handshake needs it.
    ///
    /// # Errors
    /// `invalid_argument` for an invalid option or proxy variable, and `tls` for a `ca_file` that is missing or holds no
    /// usable certificate; the message names it.
    #[uniffi::constructor(default(options))]
    pub fn new(options: Options) -> Result<Arc<Client>, TelnyxOAuthError> {
        guarded(|| Ok(Arc::new(Client::build(options)?)))
    }

    /// Fetches and judges one document: the one at the well-known URL of `resource`
    /// ([RFC 9728 section 3](https://www.rfc-editor.org/rfc/rfc9728#section-3)).
    ///
    /// `resource` is an absolute https URL, or http on a loopback host. Default: the origin of the option `base_url`.
    /// `timeout` replaces the client's. `cancel` ends the call from any thread; so does cancelling Kotlin's coroutine, but
    /// not cancelling Swift's task.
    ///
    /// # Errors
    /// Any kind but `issuer_mismatch`.
    #[uniffi::method(default(resource = None, timeout = None, cancel = None))]
    pub async fn fetch_resource_metadata(
        &self,
        resource: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<ResourceMetadata, TelnyxOAuthError> {
        run(self.resource_metadata(resource, timeout, cancel)?).await
    }

    /// `fetch_resource_metadata`, on the calling thread.
    ///
    /// # Errors
    /// The same, and `invalid_argument` on the library's I/O thread, which resumes async calls.
    #[uniffi::method(default(resource = None, timeout = None, cancel = None))]
    pub fn fetch_resource_metadata_blocking(
        &self,
        resource: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<ResourceMetadata, TelnyxOAuthError> {
        guarded(|| wait(self.resource_metadata(resource, timeout, cancel)?))
    }

    /// Fetches and judges the document of an authorization server: requests the URLs of
    /// `authorization_server_metadata_urls` in order, up to the first that has one ([RFC 8414 section 3](https://www.rfc-editor.org/rfc/rfc8414#section-3)).
    ///
    /// `issuer` is an absolute https URL without a query, or http on a loopback host. Default: the origin of the option
    /// `base_url`. `timeout` replaces the client's. `cancel` ends the call from any thread; so does cancelling Kotlin's
    /// coroutine, but not cancelling Swift's task.
    ///
    /// # Errors
    /// `not_found` if no URL had a document; any other kind but `resource_mismatch`.
    #[uniffi::method(default(issuer = None, timeout = None, cancel = None))]
    pub async fn fetch_authorization_server_metadata(
        &self,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        run(self.authorization_server_metadata(issuer, timeout, cancel)?).await
    }

    /// `fetch_authorization_server_metadata`, on the calling thread.
    ///
    /// # Errors
    /// The same, and `invalid_argument` on the library's I/O thread, which resumes async calls.
    #[uniffi::method(default(issuer = None, timeout = None, cancel = None))]
    pub fn fetch_authorization_server_metadata_blocking(
        &self,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        guarded(|| wait(self.authorization_server_metadata(issuer, timeout, cancel)?))
    }

    /// Finds everything that is needed to ask for a token for `resource`: its challenge, its document, and the document of
    /// each authorization server that it lists ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
    ///
    /// `resource` is as for `fetch_resource_metadata`. `www_authenticate` are the field lines of a `WWW-Authenticate`
    /// that you have got from the resource; left out, the resource is asked. `timeout` takes the place of the client's.
    /// `cancel` ends the call from any thread; so does the end of Kotlin's coroutine, but not that of Swift's task.
    ///
    /// The call succeeds if the resource's document was found; a server's failure is in the result.
    ///
    /// # Errors
    /// `not_found` if no URL had a document; any other kind.
    #[uniffi::method(default(resource = None, www_authenticate = None, timeout = None, cancel = None))]
    pub async fn discover(
        &self,
        resource: Option<String>,
        www_authenticate: Option<Vec<String>>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Discovery, TelnyxOAuthError> {
        run(self.discovery(resource, www_authenticate, timeout, cancel)?).await
    }

    /// `discover`, on the calling thread.
    ///
    /// # Errors
    /// The same, and `invalid_argument` on the library's I/O thread, which resumes async calls.
    #[uniffi::method(default(resource = None, www_authenticate = None, timeout = None, cancel = None))]
    pub fn discover_blocking(
        &self,
        resource: Option<String>,
        www_authenticate: Option<Vec<String>>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Discovery, TelnyxOAuthError> {
        guarded(|| wait(self.discovery(resource, www_authenticate, timeout, cancel)?))
    }
}

impl Client {
    pub(crate) fn build(options: Options) -> Result<Client, TelnyxOAuthError> {
        signals::keep_from_threads_of_core();
        Ok(Client { client: ClientBuilder::try_from(options)?.build()? })
    }

    fn resource_metadata(
        &self,
        resource: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<impl Call<ResourceMetadata> + use<>, TelnyxOAuthError> {
        let client = self.for_call(timeout, cancel)?;
        Ok(async move { Ok((&client.fetch_resource_metadata(resource.as_deref()).await?).into()) })
    }

    fn authorization_server_metadata(
        &self,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<impl Call<AuthorizationServerMetadata> + use<>, TelnyxOAuthError> {
        let client = self.for_call(timeout, cancel)?;
        Ok(async move { Ok((&client.fetch_authorization_server_metadata(issuer.as_deref()).await?).into()) })
    }

    fn discovery(
        &self,
        resource: Option<String>,
        www_authenticate: Option<Vec<String>>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<impl Call<Discovery> + use<>, TelnyxOAuthError> {
        let client = self.for_call(timeout, cancel)?;
        Ok(async move {
            let lines: Option<Vec<&str>> =
                www_authenticate.as_ref().map(|lines| lines.iter().map(String::as_str).collect());
            Ok((&client.discover(resource.as_deref(), lines.as_deref()).await?).into())
        })
    }

    fn for_call(
        &self,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<telnyx_oauth::Client, TelnyxOAuthError> {
        let mut client = self.client.clone();
        if let Some(timeout) = timeout {
            client = client.with_timeout(duration(timeout, "timeout")?);
        }
        if let Some(cancel) = cancel {
            client = client.with_cancel(cancel.token.clone());
        }
        Ok(client)
    }
}
