//! Core's errors as the exceptions of `telnyx_oauth._errors`.

use crate::attempt::Attempt;
use crate::warning::Warning;
use pyo3::exceptions::{PyException, PyOSError};
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

/// The exception of an error, with the errors that caused it.
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
    if let Some(cause) = cause(py, error) {
        PyErr::from_value(exception.clone()).set_cause(py, Some(cause));
    }
    Ok(exception)
}

/// What caused an error: the system's errors as the system's, the others as text.
fn cause(py: Python<'_>, error: &Error) -> Option<PyErr> {
    let codes = std::iter::successors(error.source(), |cause| (*cause).source())
        .map(|cause| cause.downcast_ref::<io::Error>().and_then(io::Error::raw_os_error));
    let mut causes: Vec<PyErr> = error
        .causes()
        .zip(codes)
        .map(|(text, code)| match code {
            Some(code) => PyOSError::new_err((code, text)),
            None => PyException::new_err(text),
        })
        .collect();
    // Each is the cause of the one before it.
    let mut cause = causes.pop()?;
    while let Some(next) = causes.pop() {
        next.set_cause(py, Some(cause));
        cause = next;
    }
    Some(cause)
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
