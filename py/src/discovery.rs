use crate::attempt::Attempt;
use crate::authorization_server::AuthorizationServer;
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::challenge::Challenge;
use crate::errors::invalid_argument;
use crate::exception::exception;
use crate::json::text;
use crate::resource_metadata::ResourceMetadata;
use crate::value::{native, repr_of_present, value};
use crate::warning::Warning;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// Everything that is needed to ask for a token for a resource, and the source of each part.
///
/// Discoveries are equal if they found the same; `attempts` do not count.
#[pyclass(frozen, module = "telnyx_oauth")]
pub(crate) struct Discovery {
    /// The resource as requested.
    #[pyo3(get)]
    resource: String,
    /// The challenge that named the document's URL
    /// (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1); if none did, the first Bearer or DPoP
    /// challenge that has a scope. Its `scope` is the scope to request.
    #[pyo3(get)]
    challenge: Option<Py<Challenge>>,
    /// The resource's document.
    #[pyo3(get)]
    resource_metadata: Py<ResourceMetadata>,
    /// Each authorization server that the document lists, in its order, with its metadata or the reason why there is
    /// none.
    #[pyo3(get)]
    authorization_servers: Py<PyTuple>,
    /// The metadata of the first listed server that has any.
    #[pyo3(get)]
    authorization_server: Option<Py<AuthorizationServerMetadata>>,
    /// The error that `require_authorization_server` raises.
    missing: Option<Py<PyAny>>,
    /// True if `authorization_server` says that it supports PKCE with S256.
    #[pyo3(get)]
    supports_pkce_s256: bool,
    /// The deviations that were tolerated, those of the servers' documents included.
    #[pyo3(get)]
    warnings: Py<PyTuple>,
    /// Every request that was sent, in order.
    #[pyo3(get)]
    attempts: Py<PyTuple>,
    json: String,
}

impl Discovery {
    pub(crate) fn new(py: Python<'_>, found: &telnyx_oauth::Discovery) -> PyResult<Discovery> {
        let challenge = found.challenge().cloned().map(Challenge);
        let servers: PyResult<Vec<_>> =
            found.authorization_servers().iter().map(|server| AuthorizationServer::new(py, server)).collect();
        let missing = found.require_authorization_server().err().map(|error| exception(py, &error)).transpose()?;
        let authorization_server = found.authorization_server().cloned().map(AuthorizationServerMetadata);
        Ok(Discovery {
            resource: found.resource().to_owned(),
            challenge: challenge.map(|challenge| Py::new(py, challenge)).transpose()?,
            resource_metadata: Py::new(py, ResourceMetadata(found.resource_metadata().clone()))?,
            authorization_servers: PyTuple::new(py, servers?)?.unbind(),
            authorization_server: authorization_server.map(|server| Py::new(py, server)).transpose()?,
            missing: missing.map(Bound::unbind),
            supports_pkce_s256: found.supports_pkce_s256(),
            warnings: Warning::all(py, found.warnings())?.unbind(),
            attempts: Attempt::all(py, found.attempts())?.unbind(),
            json: text(found)?,
        })
    }

    /// The JSON, for `value!`.
    fn json(&self) -> PyResult<&str> {
        Ok(&self.json)
    }

    /// The members that make two of them equal. Attempts and JSON hold times, which differ.
    fn compared<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let Discovery { resource, challenge, resource_metadata, authorization_servers, warnings, .. } = self;
        (&**resource, challenge, resource_metadata, authorization_servers, warnings).into_pyobject(py)
    }
}

/// Makes a pickled one again.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "they are the pickled members")]
pub(crate) fn restore_discovery(
    resource: String,
    challenge: Option<Py<Challenge>>,
    resource_metadata: Py<ResourceMetadata>,
    authorization_servers: Py<PyTuple>,
    authorization_server: Option<Py<AuthorizationServerMetadata>>,
    missing: Option<Py<PyAny>>,
    supports_pkce_s256: bool,
    warnings: Py<PyTuple>,
    attempts: Py<PyTuple>,
    json: String,
) -> Discovery {
    Discovery {
        resource,
        challenge,
        resource_metadata,
        authorization_servers,
        authorization_server,
        missing,
        supports_pkce_s256,
        warnings,
        attempts,
        json,
    }
}

value!(Discovery as Discovery::json {
    /// The URL that the document was found at, after redirects.
    #[getter]
    fn resource_metadata_url(&self) -> &str {
        self.resource_metadata.get().0.url()
    }

    /// The metadata of the first listed server that has any, for programs that cannot go on without.
    ///
    /// Raises:
    ///     Error: No listed server has any. It is the first server's error.
    ///     NotFoundError: No server is listed.
    fn require_authorization_server(&self, py: Python<'_>) -> PyResult<Py<AuthorizationServerMetadata>> {
        match (&self.authorization_server, &self.missing) {
            // A copy, because raising adds frames to an exception.
            (None, Some(missing)) => Err(PyErr::from_value(missing.bind(py).call_method0("__copy__")?)),
            (found, _) => found.as_ref().map(|found| found.clone_ref(py)).ok_or_else(|| {
                invalid_argument(py, "a discovery without an authorization server must say why".to_owned())
            }),
        }
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, Discovery>) -> PyResult<bool> {
        self.compared(py)?.eq(other.get().compared(py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (&*self.resource, &self.resource_metadata).into_pyobject(py)?.hash()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr_of_present(slf.as_any(), &["resource", "resource_metadata_url", "authorization_servers", "warnings"])
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = native(py, "restore_discovery")?;
        let members = (
            &*self.resource,
            &self.challenge,
            &self.resource_metadata,
            &self.authorization_servers,
            &self.authorization_server,
            &self.missing,
            self.supports_pkce_s256,
            &self.warnings,
            &self.attempts,
            &*self.json,
        );
        Ok((restore, members.into_pyobject(py)?))
    }

    /// The servers hold exceptions, whose frames may hold this value.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.missing)?;
        visit.call(&self.authorization_servers)
    }
});
