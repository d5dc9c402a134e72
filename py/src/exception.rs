//! Converts core's errors to exceptions.

use crate::attempt::Attempt;
use crate::errors::class;
use crate::warning::Warning;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use std::error::Error as _;
use std::io;
use telnyx_oauth::Error;

/// Returns the exception for an error. Its cause is the operating system's error, if there is one.
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

/// Returns the exception for an error, as a `PyErr` that raises it.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).map_or_else(|failed| failed, PyErr::from_value)
}

/// Returns the members that decide if two exceptions are equal.
pub(crate) fn compared<'py>(exception: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
    let names = ["kind", "message", "url", "http_status", "error", "error_description", "retry_after"];
    let members: PyResult<Vec<_>> = names.iter().map(|name| exception.getattr(*name)).collect();
    PyTuple::new(exception.py(), members?)
}

/// Returns the operating system's error, such as a `ConnectionRefusedError`. All other causes are left out, because they add
/// nothing to the message.
fn system_error(error: &Error) -> Option<PyErr> {
    let code = std::iter::successors(error.source(), |cause| (*cause).source())
        .find_map(|cause| cause.downcast_ref::<io::Error>()?.raw_os_error())?;
    let text = io::Error::from_raw_os_error(code).to_string();
    // Python adds the number to the message.
    let text = text.strip_suffix(&format!(" (os error {code})")).unwrap_or(&text).to_owned();
    Some(PyOSError::new_err((code, text)))
}
