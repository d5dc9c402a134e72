//! The methods that all values share: JSON, copies, `repr`.

use crate::json::python;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use serde::Serialize;

/// Declares a class's methods, and those that all values have. `as` names the function that returns a value's JSON.
macro_rules! value {
    ($type:ident { $($items:tt)* }) => {
        $crate::value::value!($type as $crate::json::text { $($items)* });
    };
    ($type:ident as $json:path { $($items:tt)* }) => {
        #[pyo3::pymethods]
        impl $type {
            $($items)*

            /// As a dict, with the names of its JSON.
            fn to_dict<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                $crate::json::parsed(py, &$json(self)?)
            }

            /// As JSON on one line.
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

/// `Name(member=value, …)` of a value's own members.
pub(crate) fn repr_of(py: Python<'_>, name: &str, value: &impl Serialize) -> PyResult<String> {
    let members = python(py, value)?;
    let members = members.cast::<PyDict>()?.iter();
    repr(name, members)
}

/// `Name(attribute=value, …)` of these attributes, without those that are None or an empty mapping.
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

/// `Name(member=value, …)`.
pub(crate) fn repr<'py>(
    name: &str,
    members: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>,
) -> PyResult<String> {
    let members: PyResult<Vec<String>> =
        members.map(|(name, value)| Ok(format!("{name}={}", value.repr()?.to_string_lossy()))).collect();
    Ok(format!("{name}({})", members?.join(", ")))
}

/// Texts as a tuple, if there are any.
pub(crate) fn tuple<'py>(py: Python<'py>, texts: Option<&[String]>) -> PyResult<Option<Bound<'py, PyTuple>>> {
    texts.map(|texts| PyTuple::new(py, texts)).transpose()
}

/// A function of this module, by the name under which pickles find it.
pub(crate) fn native<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("telnyx_oauth._native")?.getattr(name)
}
