use crate::attempt::Attempt;
use crate::authorization_parameters::{AuthorizationParameters, chosen};
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

/// The result of a discovery: all that a program needs to request a token for a resource, and the source of each part.
///
/// Two discoveries are equal if they found the same. Their `attempts` are not compared.
#[pyclass(frozen, module = "telnyx_oauth")]
pub(crate) struct Discovery {
    /// The resource, as requested.
    #[pyo3(get)]
    resource: String,
    /// All challenges of the resource, in order.
    #[pyo3(get)]
    challenges: Py<PyTuple>,
    /// The challenge that contained the document's URL
    /// (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1). If no challenge contained it, the first
    /// Bearer or DPoP challenge with a scope; None if there is no such challenge. Its `scope` is the scope to request.
    #[pyo3(get)]
    challenge: Option<Py<Challenge>>,
    /// How the document was found: `challenge`, `well_known` or `root`. Without a document, `issuer` or `legacy_origin`.
    #[pyo3(get)]
    via: String,
    /// The resource's document. None if `via` is `issuer` or `legacy_origin`.
    #[pyo3(get)]
    resource_metadata: Option<Py<ResourceMetadata>>,
    /// The authorization servers that the document lists, in the same order. Each has either metadata or an error.
    #[pyo3(get)]
    authorization_servers: Py<PyTuple>,
    /// The metadata of the first listed server that has metadata. None if no server has metadata.
    #[pyo3(get)]
    authorization_server: Option<Py<AuthorizationServerMetadata>>,
    /// The error that `require_authorization_server` raises.
    missing: Option<Py<PyAny>>,
    /// True if `authorization_server` declares that it supports PKCE with S256.
    #[pyo3(get)]
    supports_pkce_s256: bool,
    /// The deviations from RFCs that were tolerated, including those of the servers' documents.
    #[pyo3(get)]
    warnings: Py<PyTuple>,
    /// Every request of the discovery, in order.
    #[pyo3(get)]
    attempts: Py<PyTuple>,
    json: String,
}

impl Discovery {
    pub(crate) fn new(py: Python<'_>, found: &telnyx_oauth::Discovery) -> PyResult<Discovery> {
        let challenge = found.challenge().cloned().map(Challenge);
        let challenges: PyResult<Vec<_>> =
            found.challenges().iter().map(|challenge| Py::new(py, Challenge(challenge.clone()))).collect();
        let document = found.resource_metadata().cloned().map(ResourceMetadata);
        let servers: PyResult<Vec<_>> =
            found.authorization_servers().iter().map(|server| AuthorizationServer::new(py, server)).collect();
        let missing = found.require_authorization_server().err().map(|error| exception(py, &error)).transpose()?;
        let authorization_server = found.authorization_server().cloned().map(AuthorizationServerMetadata);
        Ok(Discovery {
            resource: found.resource().to_owned(),
            challenges: PyTuple::new(py, challenges?)?.unbind(),
            challenge: challenge.map(|challenge| Py::new(py, challenge)).transpose()?,
            via: found.via().as_str().to_owned(),
            resource_metadata: document.map(|document| Py::new(py, document)).transpose()?,
            authorization_servers: PyTuple::new(py, servers?)?.unbind(),
            authorization_server: authorization_server.map(|server| Py::new(py, server)).transpose()?,
            missing: missing.map(Bound::unbind),
            supports_pkce_s256: found.supports_pkce_s256(),
            warnings: Warning::all(py, found.warnings())?.unbind(),
            attempts: Attempt::all(py, found.attempts())?.unbind(),
            json: text(found)?,
        })
    }

    /// Returns the JSON, for the macro `value!`.
    fn json(&self) -> PyResult<&str> {
        Ok(&self.json)
    }

    /// Returns the members that `__eq__` compares. The attempts and the JSON contain times, which differ.
    fn compared<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let Discovery { resource, challenges, via, resource_metadata, authorization_servers, warnings, .. } = self;
        (&**resource, challenges, &**via, resource_metadata, authorization_servers, warnings).into_pyobject(py)
    }
}

/// Restores a pickled `Discovery`.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the arguments are the pickled members")]
pub(crate) fn restore_discovery(
    resource: String,
    challenges: Py<PyTuple>,
    challenge: Option<Py<Challenge>>,
    via: String,
    resource_metadata: Option<Py<ResourceMetadata>>,
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
        challenges,
        challenge,
        via,
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
    /// The URL of the resource's document, after redirects. None if there is no document.
    #[getter]
    fn resource_metadata_url(&self) -> Option<&str> {
        Some(self.resource_metadata.as_ref()?.get().0.url())
    }

    /// Returns `authorization_server`, or raises an error if it is None. For programs that cannot continue without it.
    ///
    /// Raises:
    ///     Error: No listed server has metadata. This is the error of the first listed server.
    ///     NotFoundError: The document lists no server.
    fn require_authorization_server(&self, py: Python<'_>) -> PyResult<Py<AuthorizationServerMetadata>> {
        match (&self.authorization_server, &self.missing) {
            // Raise a copy, because raising adds frames to an exception.
            (None, Some(missing)) => Err(PyErr::from_value(missing.bind(py).call_method0("__copy__")?)),
            (found, _) => found.as_ref().map(|found| found.clone_ref(py)).ok_or_else(|| {
                invalid_argument(py, "a discovery without an authorization server must have an error".to_owned())
            }),
        }
    }

    /// Returns the parameters of the next requests: the authorization request and the token request.
    ///
    /// Args:
    ///     issuer: The issuer of an authorization server, as listed or as in the server's own document. Default: the first
    ///         listed server that has metadata.
    ///
    /// Raises:
    ///     InvalidArgumentError: The discovery has no server with this issuer.
    ///     Error: The server has no metadata. This is the server's error. Without `issuer`, the same errors as
    ///         `require_authorization_server`.
    #[pyo3(signature = (issuer=None))]
    fn authorization_parameters(
        &self,
        py: Python<'_>,
        issuer: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<AuthorizationParameters> {
        let server = match issuer {
            None => self.require_authorization_server(py)?,
            Some(issuer) => chosen(self.authorization_servers.bind(py), issuer)?.get().required(py)?,
        };
        let challenge = self.challenge.as_ref().map(Py::get);
        let document = self.resource_metadata.as_ref().map(Py::get);
        Ok(AuthorizationParameters::new(&self.resource, challenge, document, server.get()))
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
            &self.challenges,
            &self.challenge,
            &*self.via,
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

    /// Lets the garbage collector find cycles: the servers hold exceptions, whose frames may hold this value.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.missing)?;
        visit.call(&self.authorization_servers)
    }
});
