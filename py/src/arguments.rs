//! Converts Python's arguments to the types that core takes. A wrong type raises `TypeError`, and an invalid value raises
//! `InvalidArgumentError`. Both messages name the argument.

use crate::cancel_token::CancelToken;
use crate::errors::invalid_argument;
use pyo3::PyTypeCheck;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyMapping, PyString};
use std::borrow::Cow;
use std::fmt::Display;
use std::net::IpAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Returns the argument as a value of type `T`. `wanted` names this type in the error message.
pub(crate) fn cast<'a, 'py, T: PyTypeCheck>(
    name: &str,
    wanted: &str,
    value: &'a Bound<'py, PyAny>,
) -> PyResult<&'a Bound<'py, T>> {
    value.cast::<T>().map_err(|_| wrong_type(name, wanted, value))
}

fn wrong_type(name: &str, wanted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    match value.get_type().name() {
        Ok(found) => PyTypeError::new_err(format!("{name} must be {wanted}, not {found}")),
        Err(error) => error,
    }
}

/// Returns a string. A string with lone surrogates is refused, because UTF-8 cannot encode them.
pub(crate) fn text<'a>(name: &str, value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    let text = cast::<PyString>(name, "a str", value)?;
    text.to_cow().map_err(|_| invalid_argument(value.py(), format!("{name} must be text without lone surrogates")))
}

/// Returns a string, or `None` if the argument is not given.
pub(crate) fn optional_text<'a>(name: &str, value: Option<&'a Bound<'_, PyAny>>) -> PyResult<Option<Cow<'a, str>>> {
    value.map(|value| text(name, value)).transpose()
}

/// Returns the value of a bool.
pub(crate) fn boolean(name: &str, value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(cast::<PyBool>(name, "a bool", value)?.is_true())
}

/// Returns the token that cancels a call, or `None` if the argument is not given.
pub(crate) fn token(cancel: Option<&Bound<'_, PyAny>>) -> PyResult<Option<telnyx_oauth::CancelToken>> {
    let token = cancel.map(|cancel| cast::<CancelToken>("cancel", "a CancelToken", cancel)).transpose()?;
    Ok(token.map(|token| token.get().0.clone()))
}

/// Returns a duration, from a number of seconds or a `timedelta`.
pub(crate) fn seconds(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Duration> {
    let wanted = || wrong_type(name, "a number of seconds or a timedelta", value);
    let number = if value.is_instance_of::<PyBool>() || value.is_instance_of::<PyString>() {
        return Err(wanted());
    } else if value.is_instance_of::<PyFloat>() || value.is_instance_of::<PyInt>() {
        Ok(value.clone())
    } else {
        value.call_method0("total_seconds").or_else(|_| value.call_method0("__float__"))
    };
    let number = number.map_err(|_| wanted())?;
    let duration = number.extract::<f64>().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration.ok_or_else(|| {
        let message = format!("{name} must be a finite number of seconds greater than zero, not {}", shown(&number));
        invalid_argument(value.py(), message)
    })
}

/// Returns a whole number from 0 to `max`.
pub(crate) fn count<T: TryFrom<u64> + Display>(name: &str, value: &Bound<'_, PyAny>, max: T) -> PyResult<T> {
    if value.is_instance_of::<PyBool>() || !value.is_instance_of::<PyInt>() {
        return Err(wrong_type(name, "an int", value));
    }
    let count = value.extract::<u64>().ok().and_then(|count| T::try_from(count).ok());
    count.ok_or_else(|| invalid_argument(value.py(), format!("{name} must be 0 to {max}, not {}", shown(value))))
}

/// Returns a number as text for a message, cut to 40 characters.
fn shown(number: &Bound<'_, PyAny>) -> String {
    let mut text = number.to_string();
    if let Some((end, _)) = text.char_indices().nth(40) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Returns the field lines of a header field, from an iterable of strings or from one string.
pub(crate) fn lines(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let wanted = || wrong_type(name, "a str or an iterable of str", value);
    if let Ok(line) = value.cast::<PyString>() {
        return Ok(vec![text(name, line)?.into_owned()]);
    }
    let mut lines = Vec::new();
    for line in value.try_iter().map_err(|_| wanted())? {
        let line = line?;
        let line = line.cast::<PyString>().map_err(|_| wanted())?;
        lines.push(text(name, line)?.into_owned());
    }
    Ok(lines)
}

/// Returns the field lines, or `None` if the argument is not given.
pub(crate) fn optional_lines(name: &str, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Vec<String>>> {
    value.map(|value| lines(name, value)).transpose()
}

/// Returns the lines as string slices, which core takes.
pub(crate) fn borrowed(lines: Option<&Vec<String>>) -> Option<Vec<&str>> {
    lines.map(|lines| lines.iter().map(String::as_str).collect())
}

/// Returns a body, from `bytes`, a `bytearray` or a `str`. A `str` is encoded in UTF-8.
pub(crate) fn body<'a>(name: &str, value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, [u8]>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Cow::Borrowed(bytes.as_bytes()));
    }
    if let Ok(bytes) = value.cast::<PyByteArray>() {
        return Ok(Cow::Owned(bytes.to_vec()));
    }
    match value.cast::<PyString>() {
        Ok(body) => Ok(match text(name, body)? {
            Cow::Borrowed(body) => Cow::Borrowed(body.as_bytes()),
            Cow::Owned(body) => Cow::Owned(body.into_bytes()),
        }),
        Err(_) => Err(wrong_type(name, "bytes or str", value)),
    }
}

/// Returns a point in time, from seconds since 1970 as `time.time()` returns them.
pub(crate) fn time(name: &str, value: &Bound<'_, PyAny>) -> PyResult<SystemTime> {
    let seconds: f64 = value.extract().map_err(|_| wrong_type(name, "a number of seconds", value))?;
    let time = Duration::try_from_secs_f64(seconds).ok().and_then(|since| UNIX_EPOCH.checked_add(since));
    time.ok_or_else(|| {
        invalid_argument(value.py(), format!("{name} must be a number of seconds since 1970, not {seconds}"))
    })
}

/// Returns the addresses of a mapping from (host, port) to an address.
pub(crate) fn addresses(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<(String, u16, IpAddr)>> {
    let wanted = || wrong_type(name, "a mapping of (host, port) to an address", value);
    let mut addresses = Vec::new();
    for item in value.cast::<PyMapping>().map_err(|_| wanted())?.items()?.iter() {
        let (key, address): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let (host, port): (Bound<'_, PyString>, Bound<'_, PyAny>) = key.extract().map_err(|_| wanted())?;
        let host = text(name, &host)?.into_owned();
        let port = count(&format!("the port in {name}"), &port, u16::MAX)?;
        let address = address.str()?;
        let parsed = text(name, &address)?.parse();
        let address = parsed.map_err(|_| {
            let message =
                format!("{name} must map (host, port) to an IP address, not to {:?}", address.to_string_lossy());
            invalid_argument(value.py(), message)
        })?;
        addresses.push((host, port, address));
    }
    Ok(addresses)
}

/// Returns the pairs of a mapping of strings to strings.
pub(crate) fn strings(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    let wanted = || wrong_type(name, "a mapping of str to str", value);
    let items = match value.cast::<PyDict>() {
        Ok(dict) => dict.items(),
        Err(_) => value.cast::<PyMapping>().map_err(|_| wanted())?.items()?,
    };
    items.iter().map(|item| item.extract().map_err(|_| wanted())).collect()
}
