use crate::arguments::{borrowed, optional_lines, optional_text, seconds, text, token};
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::closable::Closable;
use crate::exception::raised;
use crate::log::Records;
use crate::options;
use crate::pending_call::{Found, PendingCall};
use crate::resource_metadata::ResourceMetadata;
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::sync::Arc;
use telnyx_oauth::{Client, Error};

/// The base class of `AsyncClient`. Each call returns a cached document or a `PendingCall`.
#[pyclass(frozen, subclass, weakref, module = "telnyx_oauth._native")]
pub(crate) struct AsyncCalls {
    core: Closable<Client>,
}

#[pymethods]
impl AsyncCalls {
    #[new]
    // begin generated: signature
    #[pyo3(signature = (**options), text_signature = "(*, \
        base_url=None, timeout=None, connect_timeout=None, max_retries=None, max_redirects=None, \
        max_body_bytes=None, max_total_bytes=None, cache=None, resource_match=None, strict=None, profile=None, \
        probe=None, legacy_origin=None, allow_http=None, allow_private_addresses=None, trusted_keys=None, \
        authorization_server_trusted_keys=None, ca_file=None, resolve=None, proxy=None, ignore_environment=None, \
        user_agent=None, header=None, api_key=None)")]
    // end generated: signature
    fn new(py: Python<'_>, options: Option<&Bound<'_, PyDict>>) -> PyResult<AsyncCalls> {
        let client = options::builder("AsyncClient", options)?.build().map_err(|error| raised(py, &error))?;
        Ok(AsyncCalls { core: Closable::new(client) })
    }

    fn _fetch_resource_metadata<'py>(
        &self,
        py: Python<'py>,
        resource: Option<&Bound<'py, PyAny>>,
        timeout: Option<&Bound<'py, PyAny>>,
        cancel: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.begin(py, timeout, cancel)?;
        let resource = optional_text("resource", resource)?;
        if let Some(found) = call.client.cached_resource_metadata(resource.as_deref()) {
            return call.answer(py, ResourceMetadata(found));
        }
        let resource = resource.map(|resource| resource.into_owned());
        call.pending(py, |client| async move {
            client.fetch_resource_metadata(resource.as_deref()).await.map(Found::Resource)
        })
    }

    fn _fetch_authorization_server_metadata<'py>(
        &self,
        py: Python<'py>,
        issuer: Option<&Bound<'py, PyAny>>,
        timeout: Option<&Bound<'py, PyAny>>,
        cancel: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.begin(py, timeout, cancel)?;
        let issuer = optional_text("issuer", issuer)?;
        if let Some(found) = call.client.cached_authorization_server_metadata(issuer.as_deref()) {
            return call.answer(py, AuthorizationServerMetadata(found));
        }
        let issuer = issuer.map(|issuer| issuer.into_owned());
        call.pending(py, |client| async move {
            client.fetch_authorization_server_metadata(issuer.as_deref()).await.map(Found::Server)
        })
    }

    fn _discover<'py>(
        &self,
        py: Python<'py>,
        resource: Option<&Bound<'py, PyAny>>,
        www_authenticate: Option<&Bound<'py, PyAny>>,
        issuer: Option<&Bound<'py, PyAny>>,
        timeout: Option<&Bound<'py, PyAny>>,
        cancel: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.begin(py, timeout, cancel)?;
        let resource = optional_text("resource", resource)?.map(|resource| resource.into_owned());
        let lines = optional_lines("www_authenticate", www_authenticate)?;
        let issuer = optional_text("issuer", issuer)?.map(|issuer| issuer.into_owned());
        call.pending(py, |client| async move {
            let client = match issuer {
                Some(issuer) => Arc::new(client.with_issuer(issuer)),
                None => client,
            };
            let lines = borrowed(lines.as_ref());
            let found = client.discover(resource.as_deref(), lines.as_deref()).await?;
            Ok(Found::Discovery(Box::new(found)))
        })
    }

    fn _vet<'py>(
        &self,
        py: Python<'py>,
        url: &Bound<'py, PyAny>,
        from_: &Bound<'py, PyAny>,
        timeout: Option<&Bound<'py, PyAny>>,
        cancel: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let call = self.begin(py, timeout, cancel)?;
        let (url, from) = (text("url", url)?.into_owned(), text("from_", from_)?.into_owned());
        call.pending(py, |client| async move { client.vet(&url, &from).await.map(Found::Addresses) })
    }

    /// True once `aclose` was called.
    #[getter]
    fn is_closed(&self) -> bool {
        self.core.is_closed()
    }

    fn _close(&self) {
        self.core.close();
    }

    fn __repr__(&self) -> &'static str {
        if self.core.is_closed() { "<AsyncClient, closed>" } else { "<AsyncClient>" }
    }
}

impl AsyncCalls {
    /// Returns the client with the timeout and the token of one call. The client collects the call's attempts if debug
    /// records are logged.
    fn begin(
        &self,
        py: Python<'_>,
        timeout: Option<&Bound<'_, PyAny>>,
        cancel: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Call> {
        let mut client = self.core.open(py)?;
        if let Some(timeout) = timeout {
            client = Arc::new(client.with_timeout(seconds("timeout", timeout)?));
        }
        if let Some(cancel) = token(cancel)? {
            client = Arc::new(client.with_cancel(cancel));
        }
        let records = Records::wanted(py)?;
        if let Some(records) = &records {
            client = Arc::new(client.with_attempt_log(records.attempts()));
        }
        Ok(Call { client, records })
    }
}

/// A call that has not started yet.
struct Call {
    client: Arc<Client>,
    records: Option<Records>,
}

impl Call {
    /// Returns a cached document, after its attempt was logged.
    fn answer<'py>(self, py: Python<'py>, found: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.records.map(|records| records.write(py)).transpose()?;
        found.into_bound_py_any(py)
    }

    /// Returns a `PendingCall`, for a call that runs on the I/O thread.
    fn pending<'py, C>(self, py: Python<'py>, call: impl FnOnce(Arc<Client>) -> C) -> PyResult<Bound<'py, PyAny>>
    where
        C: Future<Output = Result<Found, Error>> + Send + 'static,
    {
        PendingCall::new(call(self.client), self.records).into_bound_py_any(py)
    }
}
