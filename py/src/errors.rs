//! The exception classes of `telnyx_oauth._errors`, by their kinds.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use telnyx_oauth::ErrorKind;

/// The class of a kind.
pub(crate) fn class<'py>(py: Python<'py>, kind: ErrorKind) -> PyResult<Bound<'py, PyAny>> {
    static CLASSES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let classes = CLASSES.get_or_try_init(py, || -> PyResult<_> {
        Ok(py.import("telnyx_oauth._errors")?.getattr("CLASSES")?.unbind())
    })?;
    classes.bind(py).get_item(kind.as_str())
}

/// An `InvalidArgumentError` for input that core does not see.
pub(crate) fn invalid_argument(py: Python<'_>, message: String) -> PyErr {
    new(py, ErrorKind::InvalidArgument, message)
}

/// An `InternalError` for something that the system refuses.
pub(crate) fn internal(py: Python<'_>, message: String) -> PyErr {
    new(py, ErrorKind::Internal, message)
}

fn new(py: Python<'_>, kind: ErrorKind, message: String) -> PyErr {
    let exception = class(py, kind).and_then(|class| class.call1((message,)));
    exception.map_or_else(|failed| failed, PyErr::from_value)
}
