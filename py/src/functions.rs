use crate::arguments::{lines, text};
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::calls;
use crate::challenge::Challenge;
use crate::client;
use crate::discovery::Discovery;
use crate::exception::raised;
use crate::resource_metadata::ResourceMetadata;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use telnyx_oauth::blocking;
use telnyx_oauth::embedding::DefaultClient;

/// Makes a call. A call with options gets a new client, and a call without options uses the shared client of the process.
fn with_client<T>(
    py: Python<'_>,
    name: &str,
    options: Option<&Bound<'_, PyDict>>,
    call: impl FnOnce(&blocking::Client) -> PyResult<T>,
) -> PyResult<T> {
    static CLIENT: DefaultClient<blocking::Client> = DefaultClient::new();
    match options {
        Some(options) if !options.is_empty() => call(&client::build(py, name, Some(options))?),
        _ => call(CLIENT.get_or_build(|| client::build(py, name, None))?),
    }
}

#[doc = call_docs!(fetch_resource_metadata, arguments)]
#[doc = call_docs!(options)]
#[doc = call_docs!(fetch_resource_metadata, outcome)]
#[pyfunction]
#[pyo3(signature = (resource=None, *, timeout=None, cancel=None, **options))]
pub(crate) fn fetch_resource_metadata(
    py: Python<'_>,
    resource: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<ResourceMetadata> {
    with_client(py, "fetch_resource_metadata", options, |client| {
        calls::fetch_resource_metadata(py, client, resource, timeout, cancel)
    })
}

#[doc = call_docs!(fetch_authorization_server_metadata, arguments)]
#[doc = call_docs!(options)]
#[doc = call_docs!(fetch_authorization_server_metadata, outcome)]
#[pyfunction]
#[pyo3(signature = (issuer=None, *, timeout=None, cancel=None, **options))]
pub(crate) fn fetch_authorization_server_metadata(
    py: Python<'_>,
    issuer: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<AuthorizationServerMetadata> {
    with_client(py, "fetch_authorization_server_metadata", options, |client| {
        calls::fetch_authorization_server_metadata(py, client, issuer, timeout, cancel)
    })
}

#[doc = call_docs!(discover, arguments)]
#[doc = call_docs!(options)]
#[doc = call_docs!(discover, outcome)]
#[pyfunction]
#[pyo3(signature = (resource=None, www_authenticate=None, *, issuer=None, timeout=None, cancel=None, **options))]
pub(crate) fn discover(
    py: Python<'_>,
    resource: Option<&Bound<'_, PyAny>>,
    www_authenticate: Option<&Bound<'_, PyAny>>,
    issuer: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Discovery> {
    with_client(py, "discover", options, |client| {
        calls::discover(py, client, resource, www_authenticate, issuer, timeout, cancel)
    })
}

#[doc = call_docs!(vet, arguments)]
#[doc = call_docs!(options)]
#[doc = call_docs!(vet, outcome)]
#[pyfunction]
#[pyo3(signature = (url, from_, *, timeout=None, cancel=None, **options))]
pub(crate) fn vet<'py>(
    py: Python<'py>,
    url: &Bound<'_, PyAny>,
    from_: &Bound<'_, PyAny>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Bound<'py, PyTuple>> {
    with_client(py, "vet", options, |client| calls::vet(py, client, url, from_, timeout, cancel))
}

/// Returns the URL of a resource's metadata document
/// (RFC 9728 section 3.1, https://www.rfc-editor.org/rfc/rfc9728#section-3.1).
///
/// Args:
///     resource: An absolute http or https URL.
///
/// Returns:
///     `resource` with the well-known path inserted before its own path, and otherwise unchanged.
///
/// Raises:
///     InvalidArgumentError: `resource` is not such a URL, has a fragment or userinfo, or is itself a metadata URL.
#[pyfunction]
pub(crate) fn resource_metadata_url(resource: &Bound<'_, PyAny>) -> PyResult<String> {
    let url = telnyx_oauth::resource_metadata_url(&text("resource", resource)?);
    url.map_err(|error| raised(resource.py(), &error))
}

/// Returns the URLs at which an issuer may have its metadata document, in the order in which they are requested
/// (RFC 8414 section 3.1, https://www.rfc-editor.org/rfc/rfc8414#section-3.1).
///
/// Args:
///     issuer: An absolute http or https URL without a query.
///
/// Returns:
///     The URL of RFC 8414, then those of OpenID Connect. In the first of these the well-known path comes before the
///     issuer's path, and in the second after it.
///
/// Raises:
///     InvalidArgumentError: `issuer` is not such a URL.
#[pyfunction]
pub(crate) fn authorization_server_metadata_urls(issuer: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let urls = telnyx_oauth::authorization_server_metadata_urls(&text("issuer", issuer)?);
    urls.map_err(|error| raised(issuer.py(), &error))
}

/// Parses the challenges of a `WWW-Authenticate` header field
/// (RFC 9110 section 11.6.1, https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
///
/// Args:
///     www_authenticate: All field lines: an iterable of strings, or one string.
///
/// Returns:
///     The challenges, in order. A malformed part is skipped up to the next comma outside quotes.
#[pyfunction]
pub(crate) fn parse_challenges(www_authenticate: &Bound<'_, PyAny>) -> PyResult<Vec<Challenge>> {
    let challenges = telnyx_oauth::parse_challenges(lines("www_authenticate", www_authenticate)?);
    Ok(challenges.into_iter().map(Challenge).collect())
}
