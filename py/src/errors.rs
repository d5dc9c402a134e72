//! Core's errors as the exceptions of `telnyx_oauth._errors`.

use crate::attempt::Attempt;
use crate::warning::Warning;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple};
use std::any::Any;
use std::error::Error as _;
use std::io;
use telnyx_oauth::{Error, ErrorKind};

/// The classes by their kinds' names.
fn class<'py>(py: Python<'py>, kind: ErrorKind) -> PyResult<Bound<'py, PyAny>> {
    static CLASSES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let classes = CLASSES.get_or_try_init(py, || -> PyResult<_> {
        Ok(py.import("telnyx_oauth._errors")?.getattr("CLASSES")?.unbind())
    })?;
    classes.bind(py).get_item(kind.as_str())
}

/// The exception of an error, with the system's error as its cause if there is one.
pub(crate) fn exception<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyAny>> {
    let members = PyDict::new(py);
    members.set_item("url", error.url())?;
    members.set_item("http_status", error.http_status())?;
    members.set_item("error", error.error())?;
    members.set_item("error_description", error.error_description())?;
    members.set_item("retry_after", error.retry_after().map(|wait| wait.as_secs()))?;
    members.set_item("attempts", Attempt::all(py, error.attempts())?)?;
    members.set_item("warnings", Warning::all(py, error.warnings())?)?;
    let exception = class(py, error.kind())?.call((error.message(),), Some(&members))?;
    if let Some(cause) = system_error(error) {
        PyErr::from_value(exception.clone()).set_cause(py, Some(cause));
    }
    Ok(exception)
}

/// What the system said, such as a `ConnectionRefusedError`. What the libraries between say is in the message, or is said of
/// every request.
fn system_error(error: &Error) -> Option<PyErr> {
    let code = std::iter::successors(error.source(), |cause| (*cause).source())
        .find_map(|cause| cause.downcast_ref::<io::Error>()?.raw_os_error())?;
    let text = io::Error::from_raw_os_error(code).to_string();
    // Python shows the number by itself.
    let text = text.strip_suffix(&format!(" (os error {code})")).unwrap_or(&text).to_owned();
    Some(PyOSError::new_err((code, text)))
}

/// To raise an error.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).map_or_else(|failed| failed, PyErr::from_value)
}

/// To raise what is the caller's fault, and core could not see.
pub(crate) fn invalid_argument(py: Python<'_>, message: String) -> PyErr {
    made(py, ErrorKind::InvalidArgument, message)
}

/// To raise what the system refused, and what nobody here can help.
pub(crate) fn internal_because(py: Python<'_>, message: &str) -> PyErr {
    made(py, ErrorKind::Internal, message.to_owned())
}

/// To raise what a panic has left.
pub(crate) fn internal(py: Python<'_>, panic: &(dyn Any + Send)) -> PyErr {
    let text = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    let message = format!("a bug in telnyx-oauth, please report it: {}", text.unwrap_or("a panic without words"));
    made(py, ErrorKind::Internal, message)
}

fn made(py: Python<'_>, kind: ErrorKind, message: String) -> PyErr {
    let exception = class(py, kind).and_then(|class| class.call1((message,)));
    exception.map_or_else(|failed| failed, PyErr::from_value)
}

/// Errors as a tuple of what makes two of them equal.
pub(crate) fn compared<'py>(exception: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
    let names = ["kind", "message", "url", "http_status", "error", "error_description", "retry_after"];
    let members: PyResult<Vec<_>> = names.iter().map(|name| exception.getattr(*name)).collect();
    PyTuple::new(exception.py(), members?)
}
