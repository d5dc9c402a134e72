use crate::arguments::count;
use crate::value::{repr_of, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Serialize;

/// @doc PlannedRequest
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(PartialEq, Eq, Hash, Serialize)]
pub(crate) struct PlannedRequest {
    /// @doc PlannedRequest.id
    #[pyo3(get)]
    id: usize,
    /// @doc PlannedRequest.purpose
    #[pyo3(get)]
    purpose: String,
    /// @doc PlannedRequest.url
    #[pyo3(get)]
    url: String,
    /// @doc PlannedRequest.named_by_server
    #[pyo3(get)]
    named_by_server: bool,
    /// @doc PlannedRequest.revalidate
    #[pyo3(get)]
    revalidate: bool,
}

impl From<telnyx_oauth::PlannedRequest> for PlannedRequest {
    fn from(request: telnyx_oauth::PlannedRequest) -> PlannedRequest {
        let telnyx_oauth::PlannedRequest { id, purpose, url, named_by_server, revalidate, .. } = request;
        PlannedRequest { id, purpose: purpose.as_str().to_owned(), url, named_by_server, revalidate }
    }
}

value!(PlannedRequest {
    #[new]
    fn new(
        id: &Bound<'_, PyAny>,
        purpose: String,
        url: String,
        named_by_server: bool,
        revalidate: bool,
    ) -> PyResult<PlannedRequest> {
        Ok(PlannedRequest { id: count("id", id, usize::MAX)?, purpose, url, named_by_server, revalidate })
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str, &'static str, &'static str) {
        ("id", "purpose", "url", "named_by_server", "revalidate")
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "PlannedRequest", self)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let this = slf.get();
        let members = (this.id, &*this.purpose, &*this.url, this.named_by_server, this.revalidate);
        Ok((slf.get_type().into_any(), members.into_pyobject(slf.py())?))
    }
});
