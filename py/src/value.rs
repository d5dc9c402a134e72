//! The methods that all values share: JSON, copies and `repr`.

use crate::json::python;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use serde::Serialize;

/// Declares the methods of a class, together with the methods that all values share. `as` names the function that returns a
/// value's JSON.
macro_rules! value {
    ($type:ident { $($items:tt)* }) => {
        $crate::value::value!($type as $crate::json::text { $($items)* });
    };
    ($type:ident as $json:path { $($items:tt)* }) => {
        #[pyo3::pymethods]
        impl $type {
            $($items)*

            /// Returns the value's JSON as a dict.
            fn to_dict<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                $crate::json::parsed(py, &$json(self)?)
            }

            /// Returns the value's JSON as text, on one line.
            fn to_json(&self) -> pyo3::PyResult<String> {
                Ok($json(self)?.into())
            }

            fn __copy__(slf: pyo3::PyRef<'_, Self>) -> pyo3::PyRef<'_, Self> {
                slf
            }

            fn __deepcopy__<'py>(
                slf: pyo3::PyRef<'py, Self>,
                _memo: &pyo3::Bound<'py, pyo3::PyAny>,
            ) -> pyo3::PyRef<'py, Self> {
                slf
            }
        }
    };
}

pub(crate) use value;

/// Returns `Name(member=value, …)` with the members of a value's JSON.
pub(crate) fn repr_of(py: Python<'_>, name: &str, value: &impl Serialize) -> PyResult<String> {
    let members = python(py, value)?;
    let members = members.cast::<PyDict>()?.iter();
    repr(name, members)
}

/// Returns `Name(attribute=value, …)` with these attributes. An attribute is left out if it is None or an empty mapping.
pub(crate) fn repr_of_present(value: &Bound<'_, PyAny>, attributes: &[&str]) -> PyResult<String> {
    let mut present = Vec::new();
    for &attribute in attributes {
        let Some(value) = value.getattr_opt(attribute)? else { continue };
        let absent = value.is_none() || value.is_instance_of::<PyDict>() && value.is_empty()?;
        if !absent {
            present.push((PyString::new(value.py(), attribute).into_any(), value));
        }
    }
    repr(&value.get_type().name()?.to_string_lossy(), present.into_iter())
}

/// Returns `Name(member=value, …)` with these members.
pub(crate) fn repr<'py>(
    name: &str,
    members: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>,
) -> PyResult<String> {
    let members: PyResult<Vec<String>> =
        members.map(|(name, value)| Ok(format!("{name}={}", value.repr()?.to_string_lossy()))).collect();
    Ok(format!("{name}({})", members?.join(", ")))
}

/// Returns strings as a tuple, or `None` for `None`.
pub(crate) fn tuple<'py>(py: Python<'py>, texts: Option<&[String]>) -> PyResult<Option<Bound<'py, PyTuple>>> {
    texts.map(|texts| PyTuple::new(py, texts)).transpose()
}

/// Returns a function of this module by its name. Pickles refer to the function by this name.
pub(crate) fn native<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("telnyx_oauth._native")?.getattr(name)
}
