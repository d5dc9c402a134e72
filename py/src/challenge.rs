use crate::arguments::strings;
use crate::json::frozen_texts;
use crate::value::{repr_of_present, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};

/// One challenge of a `WWW-Authenticate` header field
/// (RFC 9110 section 11.6.1, https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
///
/// Args:
///     scheme: The authentication scheme.
///     params: The parameters.
///     token68: The value that some schemes, such as Negotiate, have instead of parameters.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Challenge(pub(crate) telnyx_oauth::Challenge);

impl Hash for Challenge {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.scheme, &self.0.params, &self.0.token68).hash(state);
    }
}

impl Serialize for Challenge {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

value!(Challenge {
    #[new]
    #[pyo3(signature = (scheme, params=None, token68=None))]
    fn new(scheme: &Bound<'_, PyAny>, params: Option<&Bound<'_, PyAny>>, token68: Option<String>) -> PyResult<Challenge> {
        let params = params.map(|params| strings("params", params)).transpose()?.unwrap_or_default();
        Ok(Challenge(telnyx_oauth::Challenge::new(&crate::arguments::text("scheme", scheme)?, params, token68)))
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("scheme", "params", "token68")
    }

    /// The authentication scheme, in lower case.
    #[getter]
    fn scheme(&self) -> &str {
        &self.0.scheme
    }

    /// The parameters, by their names in lower case. If a name occurs twice, the first value is kept.
    #[getter]
    fn params<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        frozen_texts(py, self.0.params.iter().map(|(name, value)| (&**name, &**value)))
    }

    /// The value that some schemes, such as Negotiate, have instead of parameters.
    #[getter]
    fn token68(&self) -> Option<&str> {
        self.0.token68.as_deref()
    }

    /// The `resource_metadata` parameter, not validated; None if it is absent
    /// (RFC 9728 section 5.1, https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
    #[getter]
    fn resource_metadata(&self) -> Option<&str> {
        self.0.resource_metadata()
    }

    /// The scopes of the `scope` parameter; None if it is absent
    /// (RFC 6750 section 3, https://www.rfc-editor.org/rfc/rfc6750#section-3).
    #[getter]
    fn scope<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        self.0.scope().map(|scope| PyTuple::new(py, scope)).transpose()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr_of_present(slf.as_any(), &["scheme", "params", "token68"])
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, this) = (slf.py(), slf.get());
        let members = (&*this.0.scheme, this.params(py)?, this.0.token68.as_deref());
        Ok((slf.get_type().into_any(), members.into_pyobject(py)?))
    }
});
