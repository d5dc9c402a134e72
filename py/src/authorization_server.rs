use crate::attempt::Attempt;
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::errors::invalid_argument;
use crate::exception::{compared, exception};
use crate::json::text;
use crate::value::{native, repr_of_present, value};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// An authorization server that a resource's document lists. It has either metadata or an error.
#[pyclass(frozen, module = "telnyx_oauth")]
pub(crate) struct AuthorizationServer {
    /// The issuer, as the resource's document spells it. `metadata.issuer` is the server's own spelling.
    #[pyo3(get)]
    issuer: String,
    /// The server's document. None if no document was found, or if the document was refused.
    #[pyo3(get)]
    metadata: Option<Py<AuthorizationServerMetadata>>,
    /// The error that explains why `metadata` is None. None if there is metadata.
    #[pyo3(get)]
    error: Option<Py<PyAny>>,
    /// The requests for the server's document. `Discovery.attempts` contains them too.
    #[pyo3(get)]
    attempts: Py<PyTuple>,
    json: String,
}

impl AuthorizationServer {
    pub(crate) fn new(py: Python<'_>, server: &telnyx_oauth::AuthorizationServer) -> PyResult<Py<AuthorizationServer>> {
        let metadata = server.metadata().cloned().map(AuthorizationServerMetadata);
        let error = server.error().map(|error| exception(py, error)).transpose()?;
        let server = AuthorizationServer {
            issuer: server.issuer().to_owned(),
            metadata: metadata.map(|metadata| Py::new(py, metadata)).transpose()?,
            error: error.map(Bound::unbind),
            attempts: Attempt::all(py, server.attempts())?.unbind(),
            json: text(server)?,
        };
        Py::new(py, server)
    }

    /// Returns the issuer as listed, and the issuer in the server's document.
    pub(crate) fn issuers(&self) -> (&str, Option<&str>) {
        (&self.issuer, self.metadata.as_ref().and_then(|metadata| metadata.get().0.issuer()))
    }

    /// Returns the metadata, or the server's error if there is no metadata.
    pub(crate) fn required(&self, py: Python<'_>) -> PyResult<Py<AuthorizationServerMetadata>> {
        match (&self.metadata, &self.error) {
            // Raise a copy, because raising adds frames to an exception.
            (None, Some(error)) => Err(PyErr::from_value(error.bind(py).call_method0("__copy__")?)),
            (found, _) => found
                .as_ref()
                .map(|found| found.clone_ref(py))
                .ok_or_else(|| invalid_argument(py, "a server without metadata must have an error".to_owned())),
        }
    }

    /// Returns the JSON, for the macro `value!`.
    fn json(&self) -> PyResult<&str> {
        Ok(&self.json)
    }

    /// Returns the members that `__eq__` compares.
    fn compared<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let error = self.error.as_ref().map(|error| compared(error.bind(py))).transpose()?;
        (&*self.issuer, &self.metadata, error).into_pyobject(py)
    }
}

/// Restores a pickled `AuthorizationServer`.
#[pyfunction]
pub(crate) fn restore_authorization_server(
    issuer: String,
    metadata: Option<Py<AuthorizationServerMetadata>>,
    error: Option<Py<PyAny>>,
    attempts: Py<PyTuple>,
    json: String,
) -> AuthorizationServer {
    AuthorizationServer { issuer, metadata, error, attempts, json }
}

value!(AuthorizationServer as AuthorizationServer::json {
    /// The URL of the server's document, after redirects. None if there is no metadata.
    #[getter]
    fn metadata_url(&self) -> Option<&str> {
        self.metadata.as_ref().map(|metadata| metadata.get().0.url())
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, AuthorizationServer>) -> PyResult<bool> {
        self.compared(py)?.eq(other.get().compared(py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (&*self.issuer, &self.metadata).into_pyobject(py)?.hash()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr_of_present(slf.as_any(), &["issuer", "metadata_url", "error"])
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = native(py, "restore_authorization_server")?;
        let members = (&*self.issuer, &self.metadata, &self.error, &self.attempts, &*self.json);
        Ok((restore, members.into_pyobject(py)?))
    }

    /// Lets the garbage collector find cycles: a raised exception holds frames, which may hold this value.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.error)
    }
});
