//! The exception classes of `telnyx_oauth._errors`, by their kinds.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use telnyx_oauth::ErrorKind;

/// Returns the exception class of a kind of error.
pub(crate) fn class<'py>(py: Python<'py>, kind: ErrorKind) -> PyResult<Bound<'py, PyAny>> {
    static CLASSES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let classes = CLASSES.get_or_try_init(py, || -> PyResult<_> {
        Ok(py.import("telnyx_oauth._errors")?.getattr("CLASSES")?.unbind())
    })?;
    classes.bind(py).get_item(kind.as_str())
}

/// Returns an `InvalidArgumentError`, for an argument that core does not check.
pub(crate) fn invalid_argument(py: Python<'_>, message: String) -> PyErr {
    new(py, ErrorKind::InvalidArgument, message)
}

/// Returns an `InternalError`, for a system call that failed.
pub(crate) fn internal(py: Python<'_>, message: String) -> PyErr {
    new(py, ErrorKind::Internal, message)
}

fn new(py: Python<'_>, kind: ErrorKind, message: String) -> PyErr {
    let exception = class(py, kind).and_then(|class| class.call1((message,)));
    exception.map_or_else(|failed| failed, PyErr::from_value)
}
