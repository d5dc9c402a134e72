use super::builder::require_timeout;
use super::discoverer::discover;
use crate::cache::Kind;
use crate::process::Process;
use crate::protocol::call::{CallRequest, Message, Reach};
use crate::protocol::discovery::{DiscoveryPlan, IssuerSearch, Step, outcome_of};
use crate::protocol::errors::without_url;
use crate::protocol::identifiers::Resource;
use crate::transport::{Call, Config, Trace, Transport};
use crate::{
    Attempt, AttemptLog, AuthorizationServerMetadata, CancelToken, ClientBuilder, Discovery, Error, Identifier,
    Purpose, ResourceMetadata, WwwAuthenticate,
};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// The default resource.
const TELNYX: &str = "https://api.telnyx.com";

/// The reason of an attempt that brought the resource's document.
const OWN: &str = "taken: the resource's own well-known URL";

/// An async client: options, kept-alive connections, a cache, and the calls. Cloning is cheap; clones share all of these.
/// Calls need a tokio runtime with I/O and time enabled; several runtimes may use one client. Dropping a call's future
/// cancels the call.
///
/// ```no_run
/// # async fn example() -> Result<(), telnyx_oauth::Error> {
/// let client = telnyx_oauth::Client::new()?;
/// let metadata = client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp").await?;
/// println!("{:?}", metadata.authorization_servers());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) transport: Arc<Transport>,
    timeout: Duration,
    cancel: Option<CancelToken>,
    issuer: Option<Arc<str>>,
    log: Option<AttemptLog>,
}

impl ClientBuilder {
    /// Builds an async client. Reads the environment now, and the system's CA store when a TLS handshake needs it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an unusable option or proxy variable, and
    /// [`ErrorKind::Tls`](crate::ErrorKind::Tls) for a `ca_file` that is missing or has no usable certificate. The message
    /// names the option or variable.
    pub fn build(self) -> Result<Client, Error> {
        let config = self.into_config()?;
        let timeout = config.timeout;
        let transport = Arc::new(Transport::new(config)?);
        Ok(Client { transport, timeout, cancel: None, issuer: None, log: None })
    }
}

impl Client {
    /// Returns a client with the default options.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) for an unusable proxy variable.
    pub fn new() -> Result<Client, Error> {
        ClientBuilder::new().build()
    }

    /// Returns the options to build a client from.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// Returns a client with the same connections and cache, and this timeout for each call. The timeout must not be zero.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Client {
        Client { timeout, ..self.clone() }
    }

    /// Returns a client with the same connections and cache. `cancel` cancels its calls.
    #[must_use]
    pub fn with_cancel(&self, cancel: CancelToken) -> Client {
        Client { cancel: Some(cancel), ..self.clone() }
    }

    /// Returns a client with the same connections and cache. `log` collects the attempts of its calls, as soon as
    /// each has ended.
    #[must_use]
    pub fn with_attempt_log(&self, log: AttemptLog) -> Client {
        Client { log: Some(log), ..self.clone() }
    }

    /// Returns a client with the same connections and cache, whose [`Client::discover`] uses the authorization server
    /// `issuer`. The resource's document need not list this server. No other server replaces it: if the server fails, the call
    /// fails with that error. The call then also succeeds if the resource has no document ([`Discovery::via`] is
    /// [`Via::Issuer`](crate::Via::Issuer)), or if its document lists no authorization server.
    #[must_use]
    pub fn with_issuer(&self, issuer: impl Into<Arc<str>>) -> Client {
        Client { issuer: Some(issuer.into()), ..self.clone() }
    }

    /// Fetches and judges the document at the well-known URL of `resource`
    /// ([RFC 9728 section 3](https://www.rfc-editor.org/rfc/rfc9728#section-3)).
    ///
    /// `resource` is an absolute https URL, or http on a loopback host. `None` is `https://api.telnyx.com`, or the origin
    /// of [`ClientBuilder::base_url`].
    ///
    /// # Errors
    /// Any [`ErrorKind`](crate::ErrorKind) except `issuer_mismatch` and `not_found`. `signature_invalid` only with
    /// [`ClientBuilder::trusted_keys`].
    pub async fn fetch_resource_metadata<'a>(
        &self,
        resource: impl Into<Identifier<'a>>,
    ) -> Result<ResourceMetadata, Error> {
        let resource = resource.into();
        match self.cached_resource_metadata(resource.text()) {
            Some(metadata) => Ok(metadata),
            None => self.request_resource_metadata(Process::current(), resource.text()).await,
        }
    }

    /// Returns the result of [`Client::fetch_resource_metadata`] from the cache; `None` if the call would send a request.
    /// Needs no runtime and never waits.
    pub fn cached_resource_metadata<'a>(&self, resource: impl Into<Identifier<'a>>) -> Option<ResourceMetadata> {
        self.cached(resource.into().text(), |metadata: &ResourceMetadata| {
            Attempt::cached(Purpose::ResourceMetadata, metadata.url(), OWN)
        })
    }

    pub(crate) async fn request_resource_metadata(
        &self,
        process: Process,
        text: Option<&str>,
    ) -> Result<ResourceMetadata, Error> {
        let resource = self.resource(text)?;
        let (metadata_url, rules) = (resource.metadata_url(), &self.transport.config().rules);
        let (call, trace) = (self.start(process)?, Trace::new(self.log.clone()));
        let answer = self.transport.send(request(Purpose::ResourceMetadata, &metadata_url), &call, &trace).await;
        let judged = answer.reply.and_then(|reply| ResourceMetadata::judge(&resource, &reply, rules));
        let reason: Cow<'static, str> = match &judged {
            Ok(_) => OWN.into(),
            Err(error) => format!("failed: {}", without_url(error, &metadata_url)).into(),
        };
        trace.settle(answer.attempt, outcome_of(&judged), reason);
        if let (Ok(metadata), Some(entry)) = (&judged, &answer.entry) {
            self.transport.keep_document(text, metadata, entry);
        }
        with_attempts(judged, trace)
    }

    /// Fetches and judges the document of an authorization server. Requests the URLs of
    /// [`authorization_server_metadata_urls`](crate::authorization_server_metadata_urls) in order, until a URL has a
    /// document ([RFC 8414 section 3](https://www.rfc-editor.org/rfc/rfc8414#section-3)). These answers mean that a URL has
    /// no document: a status of 4xx (other than 408, 425 and 429), an empty body, a body that is not JSON, a JSON object
    /// without a registered member, and a redirect that is not followed. Any other failure ends the search.
    ///
    /// `issuer` is an absolute https URL without a query, or http on a loopback host. `None` is
    /// `https://api.telnyx.com`, or the origin of [`ClientBuilder::base_url`].
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if no candidate has a document, and any other
    /// [`ErrorKind`](crate::ErrorKind) except `resource_mismatch`. `signature_invalid` only with
    /// [`ClientBuilder::authorization_server_trusted_keys`].
    pub async fn fetch_authorization_server_metadata<'a>(
        &self,
        issuer: impl Into<Identifier<'a>>,
    ) -> Result<AuthorizationServerMetadata, Error> {
        let issuer = issuer.into();
        match self.cached_authorization_server_metadata(issuer.text()) {
            Some(metadata) => Ok(metadata),
            None => self.request_authorization_server_metadata(Process::current(), issuer.text()).await,
        }
    }

    /// Returns the result of [`Client::fetch_authorization_server_metadata`] from the cache, as
    /// [`Client::cached_resource_metadata`] does.
    pub fn cached_authorization_server_metadata<'a>(
        &self,
        issuer: impl Into<Identifier<'a>>,
    ) -> Option<AuthorizationServerMetadata> {
        self.cached(issuer.into().text(), |metadata: &AuthorizationServerMetadata| {
            Attempt::cached(Purpose::AuthorizationServerMetadata, metadata.url(), "taken: the issuer's document")
        })
    }

    pub(crate) async fn request_authorization_server_metadata(
        &self,
        process: Process,
        text: Option<&str>,
    ) -> Result<AuthorizationServerMetadata, Error> {
        let rules = self.transport.config().rules.clone();
        let mut search = match text {
            Some(issuer) => IssuerSearch::new(issuer, rules)?,
            None => IssuerSearch::new(self.resource(None)?.text(), rules)?,
        };
        let (call, trace) = (self.start(process)?, Trace::new(self.log.clone()));
        let found = loop {
            let request = request(Purpose::AuthorizationServerMetadata, search.url());
            let answer = self.transport.send(request, &call, &trace).await;
            let Step { outcome, reason, result } = search.receive(&answer.reply);
            trace.settle(answer.attempt, outcome, reason);
            if let Some(result) = result {
                if let (Ok(metadata), Some(entry)) = (&result, &answer.entry) {
                    self.transport.keep_document(text, metadata, entry);
                }
                break result;
            }
        };
        with_attempts(found, trace)
    }

    /// Discovers the metadata to request a token for `resource`: its challenge, its document, and the document of each
    /// authorization server in it ([RFC 9728 section 5](https://www.rfc-editor.org/rfc/rfc9728#section-5)).
    ///
    /// `www_authenticate` holds the field lines of a `WWW-Authenticate` from an earlier response of the resource
    /// ([`WwwAuthenticate`]). With `None`, the client sends a probe to the resource, without credentials, at the same time
    /// as the request for its document. A probe that fails adds the warning `probe_failed`. So does a probe without an
    /// answer after 5 s or a third of the timeout.
    ///
    /// A challenge's `resource_metadata` is authoritative: the result is its document, or its failure. Without a challenge,
    /// the client requests the resource's own well-known URL, and then the origin's. A bad document ends the search. URLs
    /// are never guessed.
    ///
    /// The call succeeds if it finds the resource's document. The failure of an authorization server is in that server's
    /// entry of the result, with the warning `authorization_server_unusable`. The client requests the documents of the
    /// first 64 servers.
    ///
    /// # Errors
    /// Any error that ends the search. If no URL has a document, the first refused redirect, else
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound). [`Error::attempts`] lists the requests, and why each answer was
    /// used or ignored.
    pub async fn discover<'a>(
        &self,
        resource: impl Into<Identifier<'a>>,
        www_authenticate: impl Into<WwwAuthenticate>,
    ) -> Result<Discovery, Error> {
        let resource = self.resource(resource.into().text())?;
        let Config { rules, limits, .. } = self.transport.config();
        let chosen = self.issuer.as_ref().map(|issuer| IssuerSearch::new(issuer, rules.clone())).transpose()?;
        let call = self.start(Process::current())?;
        let www_authenticate = match www_authenticate.into().into_lines() {
            Some(lines) => Some((lines, self.transport.zone_of(resource.url(), &call).await?)),
            None => None,
        };
        let plan = DiscoveryPlan::begin(resource, www_authenticate, rules.clone(), limits.max_total_bytes);
        discover(&self.transport, plan.with_chosen(chosen), &call, Trace::new(self.log.clone())).await
    }

    /// Returns a cached document, unless the timeout is zero or the call is cancelled. The log gets an `attempt`.
    fn cached<D: Kind>(&self, text: Option<&str>, attempt: impl FnOnce(&D) -> Attempt) -> Option<D> {
        let ended = self.timeout.is_zero() || self.cancel.as_ref().is_some_and(CancelToken::is_cancelled);
        let document = if ended { None } else { self.transport.cached(text) };
        if let (Some(document), Some(log)) = (&document, &self.log) {
            log.add(attempt(document));
        }
        document
    }

    pub(crate) fn start(&self, process: Process) -> Result<Call, Error> {
        require_timeout("timeout", self.timeout)?;
        Call::start(process, self.timeout, self.cancel.clone())
    }

    fn resource(&self, resource: Option<&str>) -> Result<Resource, Error> {
        resource_of(self.transport.config(), resource)
    }
}

/// Returns the resource of a call; `None`: the default.
pub(super) fn resource_of(config: &Config, resource: Option<&str>) -> Result<Resource, Error> {
    let allow_http = config.rules.allow_http;
    match (resource, &config.base_url) {
        (Some(resource), _) => Resource::parse(resource, allow_http),
        (None, Some((name, base_url))) => Resource::origin_of(name, base_url, allow_http),
        (None, None) => Resource::parse(TELNYX, allow_http),
    }
}

/// Returns a call's result. An error gets the trace's attempts.
fn with_attempts<T>(result: Result<T, Error>, trace: Trace) -> Result<T, Error> {
    result.map_err(|error| error.with_attempts(trace.take_attempts()))
}

/// Returns the request for a URL that the caller chose.
fn request(purpose: Purpose, url: &Url) -> CallRequest<'_> {
    let (message, url) = (Cow::Owned(Message::Document), Cow::Borrowed(url));
    let has_extra_fields = purpose == Purpose::ResourceMetadata;
    let (reach, revalidate, max_bytes) = (Reach::Caller, false, usize::MAX);
    CallRequest { purpose, message, has_extra_fields, url, reach, revalidate, max_bytes }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("timeout", &self.timeout).field("cancel", &self.cancel).finish_non_exhaustive()
    }
}
