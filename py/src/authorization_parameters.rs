use crate::arguments::{lines, optional_lines, text};
use crate::authorization_server::AuthorizationServer;
use crate::authorization_server_metadata::AuthorizationServerMetadata;
use crate::challenge::Challenge;
use crate::exception::raised;
use crate::resource_metadata::ResourceMetadata;
use crate::value::{native, repr_of, tuple, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::{Serialize, Serializer};
use telnyx_oauth::embedding::{Document as _, authorization_parameters, choose_server};

/// The parameters of the authorization and token requests that a discovery determines, for any OAuth library.
///
/// `Discovery.authorization_parameters` returns them.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct AuthorizationParameters(telnyx_oauth::AuthorizationParameters);

impl AuthorizationParameters {
    /// Returns the parameters for one server.
    pub(crate) fn new(
        resource: &str,
        challenge: Option<&Challenge>,
        document: Option<&ResourceMetadata>,
        server: &AuthorizationServerMetadata,
    ) -> AuthorizationParameters {
        let challenge = challenge.map(|challenge| &challenge.0);
        let document = document.map(|document| &document.0);
        AuthorizationParameters(authorization_parameters(resource, challenge, document, &server.0))
    }
}

/// Returns the server with this issuer.
pub(crate) fn chosen<'py>(
    servers: &Bound<'py, PyTuple>,
    issuer: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, AuthorizationServer>> {
    let issuer = text("issuer", issuer)?;
    let mut found: Vec<Bound<'py, AuthorizationServer>> = servers.extract()?;
    let issuers = found.iter().map(|server| server.get().issuers());
    let index = choose_server(issuers, &issuer).map_err(|error| raised(servers.py(), &error))?;
    Ok(found.swap_remove(index))
}

/// Restores pickled `AuthorizationParameters`.
#[pyfunction]
pub(crate) fn restore_authorization_parameters(py: Python<'_>, saved: &str) -> PyResult<AuthorizationParameters> {
    let restored = telnyx_oauth::AuthorizationParameters::from_saved(saved);
    restored.map(AuthorizationParameters).map_err(|error| raised(py, &error))
}

impl Serialize for AuthorizationParameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

value!(AuthorizationParameters {
    /// The issuer in the server's document. Store tokens by this issuer and the requested resource.
    #[getter]
    fn issuer(&self) -> &str {
        self.0.issuer()
    }

    /// The URL of the authorization endpoint, if the server has one.
    #[getter]
    fn authorization_endpoint(&self) -> Option<&str> {
        self.0.authorization_endpoint()
    }

    /// The URL of the token endpoint, if the server has one.
    #[getter]
    fn token_endpoint(&self) -> Option<&str> {
        self.0.token_endpoint()
    }

    /// The URL of the pushed authorization request endpoint (RFC 9126, https://www.rfc-editor.org/rfc/rfc9126), if any.
    #[getter]
    fn pushed_authorization_request_endpoint(&self) -> Option<&str> {
        self.0.pushed_authorization_request_endpoint()
    }

    /// The value of the `resource` parameter (RFC 8707 section 2, https://www.rfc-editor.org/rfc/rfc8707#section-2): the
    /// `resource` of the document exactly as written, else the requested resource.
    #[getter]
    fn resource(&self) -> &str {
        self.0.resource()
    }

    /// The scopes to request, without duplicates: the scopes of the challenge, else the `scopes_supported` of the document.
    /// Join the scopes with spaces. If None, send no `scope` parameter.
    #[getter]
    fn scope<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        tuple(py, self.0.scope())
    }

    /// True if the server supports the scope `offline_access`, which requests a refresh token
    /// (OpenID Connect Core section 11, https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess). `scope`
    /// contains this scope only if the challenge or the document contains it.
    #[getter]
    fn offline_access_supported(&self) -> bool {
        self.0.offline_access_supported()
    }

    /// The `code_challenge_method` to send: `S256` if the server declares that it supports this method
    /// (RFC 7636 section 4.3, https://www.rfc-editor.org/rfc/rfc7636#section-4.3).
    #[getter]
    fn code_challenge_method(&self) -> Option<&str> {
        self.0.code_challenge_method()
    }

    /// The ways to get a `client_id` from this server, best first: `client_id_metadata_document`, `dynamic`,
    /// `preregistered`.
    #[getter]
    fn client_registration<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.client_registration().iter().map(|way| way.as_str()))
    }

    /// The client authentication methods of the token endpoint. Default: `client_secret_basic`
    /// (RFC 8414 section 2, https://www.rfc-editor.org/rfc/rfc8414#section-2).
    #[getter]
    fn token_endpoint_auth_methods<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.token_endpoint_auth_methods())
    }

    /// True if the server accepts only pushed authorization requests
    /// (RFC 9126 section 5, https://www.rfc-editor.org/rfc/rfc9126#section-5).
    #[getter]
    fn requires_pushed_authorization(&self) -> bool {
        self.0.requires_pushed_authorization()
    }

    /// True if the resource accepts only DPoP-bound access tokens
    /// (RFC 9449 section 5.2, https://www.rfc-editor.org/rfc/rfc9449#section-5.2).
    #[getter]
    fn dpop_required(&self) -> bool {
        self.0.dpop_required()
    }

    /// True if the resource and the server both support certificate-bound access tokens
    /// (RFC 8705 section 3.3, https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
    #[getter]
    fn mtls_supported(&self) -> bool {
        self.0.mtls_supported()
    }

    /// True if the server declares that its authorization responses have an `iss` parameter
    /// (RFC 9207 section 3, https://www.rfc-editor.org/rfc/rfc9207#section-3). `verify_issuer` then requires it.
    #[getter]
    fn sends_authorization_response_iss(&self) -> bool {
        self.0.sends_authorization_response_iss()
    }

    /// Returns the scopes to request after a response with status 403 and the error `insufficient_scope`
    /// (RFC 6750 section 3.1, https://www.rfc-editor.org/rfc/rfc6750#section-3.1): the previous scopes, then the scopes of the
    /// challenge, without duplicates.
    ///
    /// Args:
    ///     previous: The scopes of the last authorization request: an iterable of strings, or one string with spaces between
    ///         the scopes.
    ///     www_authenticate: The field lines of `WWW-Authenticate` in this response: an iterable of strings, or one string.
    ///         The challenge is selected as for `Discovery.challenge`. If there is no such challenge, the result is
    ///         `previous`.
    fn scope_after<'py>(
        &self,
        previous: &Bound<'py, PyAny>,
        www_authenticate: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let lines_of_403 = optional_lines("www_authenticate", www_authenticate)?.unwrap_or_default();
        PyTuple::new(previous.py(), self.0.scope_after(lines("previous", previous)?, lines_of_403))
    }

    /// Checks the `iss` parameter of an authorization response, a success or an error, before the client uses anything else
    /// in it (RFC 9207 section 2.4, https://www.rfc-editor.org/rfc/rfc9207#section-2.4).
    ///
    /// Args:
    ///     iss: The value of the parameter, percent-decoded, or None if the response has no `iss`. The value must be
    ///         identical to `issuer`, code point by code point.
    ///
    /// Raises:
    ///     IssuerMismatchError: `iss` differs, or it is missing although the server declares that it sends `iss`. Discard the
    ///         response, and do not show its `error_description`.
    fn verify_issuer(&self, py: Python<'_>, iss: Option<&Bound<'_, PyAny>>) -> PyResult<()> {
        let iss = crate::arguments::optional_text("iss", iss)?;
        self.0.verify_issuer(iss.as_deref()).map_err(|error| raised(py, &error))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "AuthorizationParameters", self)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((native(py, "restore_authorization_parameters")?, (self.0.to_saved(),)))
    }
});
