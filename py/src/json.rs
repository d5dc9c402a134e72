//! Converts JSON to Python values. Python's `json` module parses it, because it returns integers of any size.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use serde::Serialize;

/// Returns a value's JSON, on one line.
pub(crate) fn text(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// Returns a value's JSON as `json.loads` returns it, with the members in the same order.
pub(crate) fn python<'py>(py: Python<'py>, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    parsed(py, &text(value)?)
}

/// Returns JSON text as `json.loads` returns it.
pub(crate) fn parsed<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((text,))
}

/// Returns JSON text as immutable values: objects are `FrozenDict`s, and arrays are tuples.
pub(crate) fn frozen<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static FROZEN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    FROZEN.import(py, "telnyx_oauth._json", "frozen")?.call1((text,))
}

/// Returns an immutable mapping of strings.
pub(crate) fn frozen_texts<'py, 'a>(
    py: Python<'py>,
    texts: impl Iterator<Item = (&'a str, &'a str)>,
) -> PyResult<Bound<'py, PyAny>> {
    static FROZEN_DICT: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let dict = PyDict::new(py);
    for (name, value) in texts {
        dict.set_item(name, value)?;
    }
    FROZEN_DICT.import(py, "telnyx_oauth._json", "FrozenDict")?.call1((dict,))
}

/// Returns an immutable mapping of strings, or `None` for `None`.
pub(crate) fn optional_frozen_texts<'py>(
    py: Python<'py>,
    texts: Option<&[(String, String)]>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    texts.map(|texts| frozen_texts(py, texts.iter().map(|(name, text)| (&**name, &**text)))).transpose()
}
