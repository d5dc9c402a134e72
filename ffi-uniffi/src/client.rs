use crate::duration::duration;
use crate::guard::guarded;
use crate::signals;
use crate::{
    AuthorizationServerMetadata, CancelToken, Discovery, Options, ResourceMetadata, Seconds, TelnyxOAuthError,
};
use std::sync::Arc;
use telnyx_oauth::ClientBuilder;
use telnyx_oauth::embedding::{run, wait};

/// The future of a call, for the I/O thread.
trait Call<T>: Future<Output = Result<T, TelnyxOAuthError>> + Send + 'static {}

impl<T, F: Future<Output = Result<T, TelnyxOAuthError>> + Send + 'static> Call<T> for F {}

/// A client with its own options, kept-alive connections and cache. Threads may share a client.
#[derive(uniffi::Object)]
pub struct Client {
    client: telnyx_oauth::Client,
}

#[uniffi::export]
impl Client {
    /// Builds a client. Reads the environment now. Reads the system's CA store at the first TLS handshake.
    ///
    /// # Errors
    /// `invalid_argument` for an invalid option or proxy variable. `tls` for a `ca_file` that is missing or has no usable
    /// certificate; the message names the file.
    #[uniffi::constructor(default(options))]
    pub fn new(options: Options) -> Result<Arc<Client>, TelnyxOAuthError> {
        guarded(|| Ok(Arc::new(Client::build(options)?)))
    }

    /// Fetches and validates the document at the well-known URL of `resource`
    /// ([RFC 9728 section 3](https://www.rfc-editor.org/rfc/rfc9728#section-3)).
    ///
    /// `resource` is an absolute https URL, or http on a loopback host. Default: the origin of the option `base_url`.
    /// `timeout` replaces the client's timeout. `cancel` ends the call from any thread. Cancelling Kotlin's coroutine also
    /// ends the call; cancelling Swift's task does not.
    ///
    /// # Errors
    /// Any kind except `issuer_mismatch` and `not_found`.
    #[uniffi::method(default(resource = None, timeout = None, cancel = None))]
    pub async fn fetch_resource_metadata(
        &self,
        resource: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<ResourceMetadata, TelnyxOAuthError> {
        run(self.resource_metadata(resource, timeout, cancel)?).await
    }

    /// The blocking form of `fetch_resource_metadata`. Waits on the calling thread.
    ///
    /// # Errors
    /// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
    /// async call.
    #[uniffi::method(default(resource = None, timeout = None, cancel = None))]
    pub fn fetch_resource_metadata_blocking(
        &self,
        resource: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<ResourceMetadata, TelnyxOAuthError> {
        guarded(|| wait(self.resource_metadata(resource, timeout, cancel)?))
    }

    /// Fetches and validates the document of an authorization server
    /// ([RFC 8414 section 3](https://www.rfc-editor.org/rfc/rfc8414#section-3)). Requests the URLs of
    /// `authorization_server_metadata_urls` in order, until a URL has a document.
    ///
    /// `issuer` is an absolute https URL without a query, or http on a loopback host. Default: the origin of the option
    /// `base_url`. `timeout` replaces the client's timeout. `cancel` ends the call from any thread. Cancelling Kotlin's
    /// coroutine also ends the call; cancelling Swift's task does not.
    ///
    /// # Errors
    /// `not_found` if no URL has a document; any other kind except `resource_mismatch`.
    #[uniffi::method(default(issuer = None, timeout = None, cancel = None))]
    pub async fn fetch_authorization_server_metadata(
        &self,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        run(self.authorization_server_metadata(issuer, timeout, cancel)?).await
    }

    /// The blocking form of `fetch_authorization_server_metadata`. Waits on the calling thread.
    ///
    /// # Errors
    /// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
    /// async call.
    #[uniffi::method(default(issuer = None, timeout = None, cancel = None))]
    pub fn fetch_authorization_server_metadata_blocking(
        &self,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
        guarded(|| wait(self.authorization_server_metadata(issuer, timeout, cancel)?))
    }

    /// Finds everything that a token request for `resource` needs: the resource's challenge, the resource's document, and
    /// the document of each listed authorization server
    /// ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
    ///
    /// `resource` is as for `fetch_resource_metadata`. `www_authenticate` holds the `WWW-Authenticate` field lines of a
    /// response from the resource. Default: the client probes the resource. `issuer` is the authorization server to use,
    /// even if the resource's document does not list it. Default: the servers in the document. `timeout` replaces the
    /// client's timeout. `cancel` ends the call from any thread. Cancelling Kotlin's coroutine also ends the call;
    /// cancelling Swift's task does not.
    ///
    /// The call succeeds if the resource's document is found. The failure of a listed authorization server is part of the
    /// result. The failure of `issuer` fails the call. With `issuer`, the resource's document may be absent.
    ///
    /// # Errors
    /// `not_found` if no URL has a document; any other kind.
    #[uniffi::method(default(resource = None, www_authenticate = None, issuer = None, timeout = None, cancel = None))]
    pub async fn discover(
        &self,
        resource: Option<String>,
        www_authenticate: Option<Vec<String>>,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Discovery, TelnyxOAuthError> {
        run(self.discovery(resource, www_authenticate, issuer, timeout, cancel)?).await
    }

    /// The blocking form of `discover`. Waits on the calling thread.
    ///
    /// # Errors
    /// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
    /// async call.
    #[uniffi::method(default(resource = None, www_authenticate = None, issuer = None, timeout = None, cancel = None))]
    pub fn discover_blocking(
        &self,
        resource: Option<String>,
        www_authenticate: Option<Vec<String>>,
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Discovery, TelnyxOAuthError> {
        guarded(|| wait(self.discovery(resource, www_authenticate, issuer, timeout, cancel)?))
    }

    /// Returns the addresses to which an HTTP client may connect for `url`, an endpoint in a document from the URL `from`.
    /// The list is never empty. The rules are those for URLs that servers name: `url` must not lead to a less public
    /// address than `from` does, nor to a link-local one.
    ///
    /// Use it for token, registration and other endpoints. Connect to these addresses only, because the name may lead
    /// elsewhere later. Follow no redirects.
    ///
    /// `from` is the URL of the document, such as the `metadata_url` of an `AuthorizationServer`. `timeout` replaces the
    /// client's timeout. `cancel` ends the call from any thread. Cancelling Kotlin's coroutine also ends the call;
    /// cancelling Swift's task does not.
    ///
    /// # Errors
    /// `blocked_address` if no address is allowed. `insecure_url` for http, except between loopback hosts or with the
    /// option `allow_http`. `transport` if the name cannot be resolved. `invalid_argument` for an invalid `url` or `from`,
    /// and if a proxy takes the requests for `url`, because the proxy resolves the name. `timeout`. `cancelled`.
    #[uniffi::method(default(timeout = None, cancel = None))]
    pub async fn vet(
        &self,
        url: String,
        from: String,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Vec<String>, TelnyxOAuthError> {
        run(self.vetted(url, from, timeout, cancel)?).await
    }

    /// The blocking form of `vet`. Waits on the calling thread.
    ///
    /// # Errors
    /// The same errors. Also `invalid_argument` if called on the library's I/O thread, such as in a continuation of an
    /// async call.
    #[uniffi::method(default(timeout = None, cancel = None))]
    pub fn vet_blocking(
        &self,
        url: String,
        from: String,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Vec<String>, TelnyxOAuthError> {
        guarded(|| wait(self.vetted(url, from, timeout, cancel)?))
    }
}

impl Client {
    pub(crate) fn build(options: Options) -> Result<Client, TelnyxOAuthError> {
        signals::block_on_library_threads();
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
        issuer: Option<String>,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<impl Call<Discovery> + use<>, TelnyxOAuthError> {
        let mut client = self.for_call(timeout, cancel)?;
        if let Some(issuer) = issuer {
            client = client.with_issuer(issuer);
        }
        Ok(async move {
            let lines: Option<Vec<&str>> =
                www_authenticate.as_ref().map(|lines| lines.iter().map(String::as_str).collect());
            Ok((&client.discover(resource.as_deref(), lines.as_deref()).await?).into())
        })
    }

    fn vetted(
        &self,
        url: String,
        from: String,
        timeout: Option<Seconds>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<impl Call<Vec<String>> + use<>, TelnyxOAuthError> {
        let client = self.for_call(timeout, cancel)?;
        Ok(async move { Ok(client.vet(&url, &from).await?.iter().map(ToString::to_string).collect()) })
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
