use crate::arguments::strings;
use crate::value::{read_only, repr_of, value};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMappingProxy, PyTuple};
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};

/// @doc Challenge
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

impl Challenge {
    fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let params = PyDict::new(py);
        for (name, value) in &self.0.params {
            params.set_item(name, value)?;
        }
        Ok(params)
    }
}

value!(Challenge {
    #[new]
    #[pyo3(signature = (scheme, params=None, token68=None))]
    fn new(scheme: &Bound<'_, pyo3::types::PyString>, params: Option<&Bound<'_, PyAny>>, token68: Option<String>) -> PyResult<Challenge> {
        let params = params.map(|params| strings("params", params)).transpose()?.unwrap_or_default();
        Ok(Challenge(telnyx_oauth::Challenge::new(&crate::arguments::text("scheme", scheme)?, params, token68)))
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("scheme", "params", "token68")
    }

    /// @doc Challenge.scheme
    #[getter]
    fn scheme(&self) -> &str {
        &self.0.scheme
    }

    /// @doc Challenge.params
    #[getter]
    fn params<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyMappingProxy>> {
        read_only(self.dict(py)?.into_any())
    }

    /// @doc Challenge.token68
    #[getter]
    fn token68(&self) -> Option<&str> {
        self.0.token68.as_deref()
    }

    /// @doc Challenge.resource_metadata
    #[getter]
    fn resource_metadata(&self) -> Option<&str> {
        self.0.resource_metadata()
    }

    /// @doc Challenge.scope
    #[getter]
    fn scope<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        self.0.scope().map(|scope| PyTuple::new(py, scope)).transpose()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "Challenge", self)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, this) = (slf.py(), slf.get());
        let members = (&*this.0.scheme, this.dict(py)?, this.0.token68.as_deref());
        Ok((slf.get_type().into_any(), members.into_pyobject(py)?))
    }
});
