//! The blocking calls, which core's client makes.

use crate::arguments::{borrowed, optional_lines, optional_text, seconds, text, token};
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::discovery::Discovery;
use crate::exception::raised;
use crate::log::Records;
use crate::resource_metadata::ResourceMetadata;
use crate::signals;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::borrow::Cow;
use std::sync::Arc;
use telnyx_oauth::blocking::Client;
use telnyx_oauth::{Error, embedding};

pub(crate) fn fetch_resource_metadata(
    py: Python<'_>,
    client: &Client,
    resource: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
) -> PyResult<ResourceMetadata> {
    let resource = optional_text("resource", resource)?;
    let resource = resource.as_deref();
    let found = recorded(py, limited(client, timeout, cancel)?, |client| {
        let cached = client.cached_resource_metadata(resource);
        cached.map_or_else(|| wait(py, || client.fetch_resource_metadata(resource)), Ok)
    });
    found.map(ResourceMetadata)
}

pub(crate) fn fetch_authorization_server_metadata(
    py: Python<'_>,
    client: &Client,
    issuer: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
) -> PyResult<AuthorizationServerMetadata> {
    let issuer = optional_text("issuer", issuer)?;
    let issuer = issuer.as_deref();
    let found = recorded(py, limited(client, timeout, cancel)?, |client| {
        let cached = client.cached_authorization_server_metadata(issuer);
        cached.map_or_else(|| wait(py, || client.fetch_authorization_server_metadata(issuer)), Ok)
    });
    found.map(AuthorizationServerMetadata)
}

pub(crate) fn discover(
    py: Python<'_>,
    client: &Client,
    resource: Option<&Bound<'_, PyAny>>,
    www_authenticate: Option<&Bound<'_, PyAny>>,
    issuer: Option<&Bound<'_, PyAny>>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
) -> PyResult<Discovery> {
    let resource = optional_text("resource", resource)?;
    let resource = resource.as_deref();
    let lines = optional_lines("www_authenticate", www_authenticate)?;
    let lines = borrowed(lines.as_ref());
    let mut client = limited(client, timeout, cancel)?;
    if let Some(issuer) = optional_text("issuer", issuer)? {
        client = Cow::Owned(client.with_issuer(&*issuer));
    }
    let found = recorded(py, client, |client| wait(py, || client.discover(resource, lines.as_deref())))?;
    Discovery::new(py, &found)
}

pub(crate) fn vet<'py>(
    py: Python<'py>,
    client: &Client,
    url: &Bound<'_, PyAny>,
    from: &Bound<'_, PyAny>,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
) -> PyResult<Bound<'py, PyTuple>> {
    let (url, from) = (text("url", url)?, text("from_", from)?);
    let client = limited(client, timeout, cancel)?;
    PyTuple::new(py, wait(py, || client.vet(&url, &from))?)
}

/// Returns the client with the timeout and the token of one call.
fn limited<'a>(
    client: &'a Client,
    timeout: Option<&Bound<'_, PyAny>>,
    cancel: Option<&Bound<'_, PyAny>>,
) -> PyResult<Cow<'a, Client>> {
    let mut client = Cow::Borrowed(client);
    if let Some(timeout) = timeout {
        client = Cow::Owned(client.with_timeout(seconds("timeout", timeout)?));
    }
    if let Some(cancel) = token(cancel)? {
        client = Cow::Owned(client.with_cancel(cancel));
    }
    Ok(client)
}

/// Makes a call. If debug records are logged, logs the attempts while the call waits.
fn recorded<T>(py: Python<'_>, client: Cow<'_, Client>, call: impl FnOnce(&Client) -> PyResult<T>) -> PyResult<T> {
    let Some(records) = Records::wanted(py)? else { return call(&client) };
    let records = Arc::new(records);
    let found = call(&records.follow(&client));
    records.end(py)?;
    found
}

/// Waits for a call while other Python threads run.
fn wait<T: Send>(py: Python<'_>, call: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    let result = py.detach(|| embedding::caught(call));
    match (result, signals::take_raised()) {
        (Ok(found), _) => Ok(found),
        (Err(_), Some(interruption)) => Err(interruption),
        (Err(error), None) => Err(raised(py, &error)),
    }
}
