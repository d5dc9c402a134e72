use crate::arguments::{body, optional_text};
use crate::errors::invalid_argument;
use crate::exception::raised;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::hash::{Hash, Hasher};

/// The keys that verify `signed_metadata`
/// (RFC 9728 section 2.2, https://www.rfc-editor.org/rfc/rfc9728#section-2.2, and RFC 8414 section 2.1,
/// https://www.rfc-editor.org/rfc/rfc8414#section-2.1).
///
/// The supported algorithms are ES256, ES384, RS256, PS256, and EdDSA with Ed25519.
///
/// Args:
///     jwks: A JWK Set (RFC 7517 section 5, https://www.rfc-editor.org/rfc/rfc7517#section-5), as JSON. Keys of
///         unsupported types are ignored.
///     issuer: The only trusted issuer: the `iss` of the metadata must be identical to it. Default: any issuer is trusted.
///
/// Raises:
///     InvalidArgumentError: `jwks` is not a JWK Set, or has no key of a supported type.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(PartialEq, Eq)]
pub(crate) struct TrustedKeys {
    pub(crate) keys: telnyx_oauth::TrustedKeys,
    jwks: String,
    issuer: Option<String>,
}

impl Hash for TrustedKeys {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.jwks, &self.issuer).hash(state);
    }
}

#[pymethods]
impl TrustedKeys {
    #[new]
    #[pyo3(signature = (jwks, *, issuer=None))]
    fn new(py: Python<'_>, jwks: &Bound<'_, PyAny>, issuer: Option<&Bound<'_, PyAny>>) -> PyResult<TrustedKeys> {
        let jwks = String::from_utf8(body("jwks", jwks)?.into_owned());
        let jwks = jwks.map_err(|_| invalid_argument(py, "jwks must be JSON in UTF-8".to_owned()))?;
        let issuer = optional_text("issuer", issuer)?.map(|issuer| issuer.into_owned());
        let mut keys = telnyx_oauth::TrustedKeys::from_jwks(&jwks).map_err(|error| raised(py, &error))?;
        if let Some(issuer) = &issuer {
            keys = keys.issuer(issuer);
        }
        Ok(TrustedKeys { keys, jwks, issuer })
    }

    fn __repr__(&self) -> String {
        match &self.issuer {
            Some(issuer) => format!("<TrustedKeys of {issuer:?}>"),
            None => "<TrustedKeys>".to_owned(),
        }
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((&str,), Bound<'py, PyDict>)> {
        let options = PyDict::new(py);
        options.set_item("issuer", &self.issuer)?;
        Ok(((&self.jwks,), options))
    }
}
