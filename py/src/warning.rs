use crate::value::{repr_of, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Serialize;

/// A deviation from an RFC, of a document or a server, that was tolerated.
///
/// Args:
///     kind: The kind of the deviation, for programs.
///     message: The expected and the actual value, for people. Text from the network in it is escaped and cut.
///     url: The URL that the warning is about.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(PartialEq, Eq, Hash, Serialize)]
pub(crate) struct Warning {
    /// The kind of the deviation, for programs.
    #[pyo3(get)]
    kind: String,
    /// The expected and the actual value, for people. Text from the network in it is escaped and cut.
    #[pyo3(get)]
    message: String,
    /// The URL that the warning is about.
    #[pyo3(get)]
    url: Option<String>,
}

impl Warning {
    pub(crate) fn all<'py>(py: Python<'py>, warnings: &[telnyx_oauth::Warning]) -> PyResult<Bound<'py, PyTuple>> {
        let warning = |warning: &telnyx_oauth::Warning| {
            let telnyx_oauth::Warning { kind, message, url, .. } = warning;
            Py::new(py, Warning { kind: kind.as_str().to_owned(), message: message.clone(), url: url.clone() })
        };
        PyTuple::new(py, warnings.iter().map(warning).collect::<PyResult<Vec<_>>>()?)
    }
}

value!(Warning {
    #[new]
    #[pyo3(signature = (kind, message, url=None))]
    fn new(kind: String, message: String, url: Option<String>) -> Warning {
        Warning { kind, message, url }
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("kind", "message", "url")
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "Warning", self)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let this = slf.get();
        let members = (&*this.kind, &*this.message, this.url.as_deref());
        Ok((slf.get_type().into_any(), members.into_pyobject(slf.py())?))
    }
});
