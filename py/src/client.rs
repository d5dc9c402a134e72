use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::calls;
use crate::closable::Closable;
use crate::discovery::Discovery;
use crate::exception::raised;
use crate::resource_metadata::ResourceMetadata;
use crate::well_known::WellKnown;
use crate::{options, signals};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use std::sync::Arc;
use telnyx_oauth::blocking;
use telnyx_oauth::embedding::BlockingOptions as _;

/// A blocking client with options, keep-alive connections and a cache.
///
/// Several threads may share a client. After a fork, both the parent and the child may use it. A client reads the
/// environment variables once, when it is created. A `with` statement closes the client at its end:
///
///     with telnyx_oauth.Client(timeout=5) as client:
///         print(client.fetch_resource_metadata("https://api.telnyx.com/v2/mcp").authorization_servers)
///
/// Args:
// begin generated: options
///     base_url: The URL whose origin is the default resource and issuer. The path of the URL is ignored.
///         Default: `TELNYX_BASE_URL`, else `https://api.telnyx.com`.
///     timeout: The time limit of a whole call, including retries and waits: more than zero, at most 24 hours.
///         In seconds, or as a `timedelta`. Default: 30 s.
///     connect_timeout: The time limit to open one connection, including name resolution and TLS handshake:
///         more than zero, at most 24 hours. In seconds, or as a `timedelta`. Default: 5 s.
///     max_retries: The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503
///         or 504: 0 to 100. Default: 2.
///     max_redirects: The number of redirects to follow within the same scheme, host and port: 0 to 10.
///         Default: 3.
///     max_body_bytes: The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
///     max_total_bytes: The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers
///         beyond the limit, in the listed order, get the error `body_too_large`. Default: 8 MiB.
///     cache: Caches documents in memory while they are fresh (RFC 9111,
///         https://www.rfc-editor.org/rfc/rfc9111), and lets concurrent calls for one URL share a request. Default:
///         True.
///     resource_match: Which documents may describe a resource (RFC 9728 section 3.3,
///         https://www.rfc-editor.org/rfc/rfc9728#section-3.3): `exact`, `covers` or `same_origin`. Default:
///         `covers`.
///     strict: Turns warnings about deviations that an RFC forbids into errors. Implies `exact`. Default:
///         False.
///     profile: The additional requirements of a protocol: `mcp`, for which the resource's document must list a
///         server, and a server must advertise PKCE with S256. Otherwise the error is `profile_unmet`. Default:
///         none.
///     probe: How a discovery asks the resource for its challenge: `auto`, `mcp`, `get` or `none`. `auto` sends
///         a GET, and continues as `mcp` if the answer shows a JSON-RPC endpoint; `mcp` sends a POST of
///         `server/discover`, and then of `initialize` if the server is older. Default: `mcp` with the profile
///         `mcp`, else `auto`.
///     legacy_origin: Tries the resource's origin as the authorization server if each well-known URL of the
///         resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default:
///         False.
///     allow_http: Allows http to hosts that are not loopback. Anyone on the network path can then read and
///         forge responses. Default: False.
///     allow_private_addresses: Allows a server on a public address to name private and loopback addresses in a
///         redirect, a challenge or a document. Default: False.
///     trusted_keys: The keys to verify a resource's `signed_metadata` with. Its claims then replace the plain
///         members. A document without `signed_metadata` is refused. Default: none, so that it is not verified.
///     authorization_server_trusted_keys: The keys to verify an authorization server's `signed_metadata` with.
///         Its claims then replace the plain members. A document without `signed_metadata` is refused. Default:
///         none, so that it is not verified.
///     ca_file: A PEM file of CA certificates to trust in addition to the system's store. It is read when the
///         client is built. Default: none.
///     resolve: Addresses by host and port. They replace name resolution, like curl's `--resolve`. For example
///         `{("api.example", 443): "192.0.2.1"}`. Default: none.
///     proxy: The http or https URL of a proxy for every request; the empty string means no proxy. `NO_PROXY`
///         still applies. Default: from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
///     ignore_environment: Ignores all environment variables: `TELNYX_BASE_URL`, `SSL_CERT_FILE`,
///         `SSL_CERT_DIR` and the variables for proxies. Default: False.
///     user_agent: The `User-Agent` to send. Default: `telnyx-oauth/VERSION (python)`.
///     header: Header fields for a gateway in front of the resource. Only the origin of the requested resource
///         gets them. Fields with credentials and those that the client sets itself are refused. Default: none.
///     api_key: Accepted for compatibility with Telnyx's SDK. Never sent, because the documents are public.
// end generated: options
///
/// Raises:
///     InvalidArgumentError: An option is invalid; the message names it.
///     TlsError: `ca_file` does not exist, or contains no usable certificate.
#[pyclass(frozen, weakref, module = "telnyx_oauth")]
pub(crate) struct Client {
    core: Arc<Closable<blocking::Client>>,
}

/// Builds core's client with these options. Its calls end if one of Python's signal handlers raises an exception.
pub(crate) fn build(py: Python<'_>, name: &str, options: Option<&Bound<'_, PyDict>>) -> PyResult<blocking::Client> {
    let builder = blocking::ClientBuilder::from(options::builder(name, options)?)
        .interrupt(signals::INTERVAL, signals::run_handlers);
    builder.build().map_err(|error| raised(py, &error))
}

#[pymethods]
impl Client {
    #[new]
    // begin generated: signature
    #[pyo3(signature = (**options), text_signature = "(*, \
        base_url=None, timeout=None, connect_timeout=None, max_retries=None, max_redirects=None, \
        max_body_bytes=None, max_total_bytes=None, cache=None, resource_match=None, strict=None, profile=None, \
        probe=None, legacy_origin=None, allow_http=None, allow_private_addresses=None, trusted_keys=None, \
        authorization_server_trusted_keys=None, ca_file=None, resolve=None, proxy=None, ignore_environment=None, \
        user_agent=None, header=None, api_key=None)")]
    // end generated: signature
    fn new(py: Python<'_>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Client> {
        Ok(Client { core: Arc::new(Closable::new(build(py, "Client", options)?)) })
    }

    #[doc = call_docs!(fetch_resource_metadata, arguments)]
    #[doc = call_docs!(fetch_resource_metadata, outcome)]
    #[pyo3(signature = (resource=None, *, timeout=None, cancel=None))]
    fn fetch_resource_metadata(
        &self,
        py: Python<'_>,
        resource: Option<&Bound<'_, PyAny>>,
        timeout: Option<&Bound<'_, PyAny>>,
        cancel: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<ResourceMetadata> {
        calls::fetch_resource_metadata(py, &*self.core.open(py)?, resource, timeout, cancel)
    }

    #[doc = call_docs!(fetch_authorization_server_metadata, arguments)]
    #[doc = call_docs!(fetch_authorization_server_metadata, outcome)]
    #[pyo3(signature = (issuer=None, *, timeout=None, cancel=None))]
    fn fetch_authorization_server_metadata(
        &self,
        py: Python<'_>,
        issuer: Option<&Bound<'_, PyAny>>,
        timeout: Option<&Bound<'_, PyAny>>,
        cancel: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<AuthorizationServerMetadata> {
        calls::fetch_authorization_server_metadata(py, &*self.core.open(py)?, issuer, timeout, cancel)
    }

    #[doc = call_docs!(discover, arguments)]
    #[doc = call_docs!(discover, outcome)]
    #[pyo3(signature = (resource=None, www_authenticate=None, *, issuer=None, timeout=None, cancel=None))]
    fn discover(
        &self,
        py: Python<'_>,
        resource: Option<&Bound<'_, PyAny>>,
        www_authenticate: Option<&Bound<'_, PyAny>>,
        issuer: Option<&Bound<'_, PyAny>>,
        timeout: Option<&Bound<'_, PyAny>>,
        cancel: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Discovery> {
        calls::discover(py, &*self.core.open(py)?, resource, www_authenticate, issuer, timeout, cancel)
    }

    #[doc = call_docs!(vet, arguments)]
    #[doc = call_docs!(vet, outcome)]
    #[pyo3(signature = (url, from_, *, timeout=None, cancel=None))]
    fn vet<'py>(
        &self,
        py: Python<'py>,
        url: &Bound<'_, PyAny>,
        from_: &Bound<'_, PyAny>,
        timeout: Option<&Bound<'_, PyAny>>,
        cancel: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        calls::vet(py, &*self.core.open(py)?, url, from_, timeout, cancel)
    }

    /// The calls with their names in Telnyx's SDK, such as
    /// `client.well_known.retrieve_protected_resource_metadata()`.
    #[getter]
    fn well_known(&self) -> WellKnown {
        WellKnown { core: self.core.clone() }
    }

    /// True once `close` was called.
    #[getter]
    fn is_closed(&self) -> bool {
        self.core.is_closed()
    }

    /// Closes the connections and drops the cache. Running calls continue, and later calls raise `InvalidArgumentError`.
    /// Closing a closed client does nothing.
    fn close(&self) {
        self.core.close();
    }

    fn __enter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    #[pyo3(signature = (exc_type=None, exc_value=None, traceback=None))]
    #[expect(unused_variables, reason = "the arguments are Python's keywords")]
    fn __exit__(
        &self,
        exc_type: Option<&Bound<'_, PyAny>>,
        exc_value: Option<&Bound<'_, PyAny>>,
        traceback: Option<&Bound<'_, PyAny>>,
    ) {
        self.core.close();
    }

    fn __repr__(&self) -> &'static str {
        if self.core.is_closed() { "<Client, closed>" } else { "<Client>" }
    }
}
