use crate::arguments::{lines, text};
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::calls;
use crate::challenge::Challenge;
use crate::client;
use crate::discovery::Discovery;
use crate::exception::raised;
use crate::resource_metadata::ResourceMetadata;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use telnyx_oauth::blocking;
use telnyx_oauth::embedding::DefaultClient;

/// Makes a call with a client of its own if it has options, else with the process's shared client.
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
#[pyo3(signature = (resource=None, www_authenticate=None, *, timeout=None, cancel=None, **options))]
pub(crate) fn discover(
    py: Python<'_>,
    resource: Option<&Bound<'_, PyAny>>,
    www_authenticate: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<Discovery> {
    with_client(py, "discover", options, |client| {
        calls::discover(py, client, resource, www_authenticate, timeout, cancel)
    })
}

/// The well-known URL of a resource (RFC 9728 section 3.1, https://www.rfc-editor.org/rfc/rfc9728#section-3.1).
///
/// Args:
///     resource: An absolute http or https URL.
///
/// Returns:
///     The URL: `resource`, unchanged but for the inserted path.
///
/// Raises:
///     InvalidArgumentError: `resource` is no such URL, has a fragment or userinfo, or is itself a metadata URL.
#[pyfunction]
pub(crate) fn resource_metadata_url(resource: &Bound<'_, PyAny>) -> PyResult<String> {
    let url = telnyx_oauth::resource_metadata_url(&text("resource", resource)?);
    url.map_err(|error| raised(resource.py(), &error))
}

/// The well-known URLs of an issuer, in the order in which they are requested
/// (RFC 8414 section 3.1, https://www.rfc-editor.org/rfc/rfc8414#section-3.1).
///
/// Args:
///     issuer: An absolute http or https URL without a query.
///
/// Returns:
///     RFC 8414's URL, then OpenID Connect's, with the path inserted and then appended.
///
/// Raises:
///     InvalidArgumentError: `issuer` is no such URL.
#[pyfunction]
pub(crate) fn authorization_server_metadata_urls(issuer: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let urls = telnyx_oauth::authorization_server_metadata_urls(&text("issuer", issuer)?);
    urls.map_err(|error| raised(issuer.py(), &error))
}

/// Reads the challenges of `WWW-Authenticate`
/// (RFC 9110 section 11.6.1, https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
///
/// Args:
///     www_authenticate: All its field lines, or the one line.
///
/// Returns:
///     The challenges in order. A malformed part is skipped up to the next comma outside quotes.
#[pyfunction]
pub(crate) fn parse_challenges(www_authenticate: &Bound<'_, PyAny>) -> PyResult<Vec<Challenge>> {
    let challenges = telnyx_oauth::parse_challenges(lines("www_authenticate", www_authenticate)?);
    Ok(challenges.into_iter().map(Challenge).collect())
}
