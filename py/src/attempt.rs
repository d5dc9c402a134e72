use crate::arguments::count;
use crate::value::{repr_of, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Serialize;

/// One request of a call. It was sent, or the cache answered it. Each retry is a separate attempt. A redirect that was
/// followed is part of the attempt whose request it answered.
///
/// Args:
///     purpose: The purpose of the request.
///     method: The HTTP method: `GET`.
///     url: The requested URL.
///     final_url: The URL of the response, after redirects. None if no response came.
///     status: The HTTP status. None if no response came.
///     outcome: `ok`, `absent` (the URL has no document), or the kind of the error that resulted.
///     reason: The reason why the response was used or refused, for people. Text from the network in it is escaped and cut.
///     elapsed_ms: Milliseconds from the start of the request to the end of its response.
///     from_cache: True if the document came from the cache.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(PartialEq, Eq, Hash, Serialize)]
pub(crate) struct Attempt {
    /// The purpose of the request.
    #[pyo3(get)]
    purpose: String,
    /// The HTTP method: `GET`.
    #[pyo3(get)]
    method: String,
    /// The requested URL.
    #[pyo3(get)]
    url: String,
    /// The URL of the response, after redirects. None if no response came.
    #[pyo3(get)]
    final_url: Option<String>,
    /// The HTTP status. None if no response came.
    #[pyo3(get)]
    status: Option<u16>,
    /// `ok`, `absent` (the URL has no document), or the kind of the error that resulted.
    #[pyo3(get)]
    outcome: String,
    /// The reason why the response was used or refused, for people. Text from the network in it is escaped and cut.
    #[pyo3(get)]
    reason: String,
    /// Milliseconds from the start of the request to the end of its response.
    #[pyo3(get)]
    elapsed_ms: u64,
    /// True if the document came from the cache, without a request or after a revalidation.
    #[pyo3(get)]
    from_cache: bool,
}

impl From<&telnyx_oauth::Attempt> for Attempt {
    fn from(attempt: &telnyx_oauth::Attempt) -> Attempt {
        Attempt {
            purpose: attempt.purpose.as_str().to_owned(),
            method: attempt.method.to_owned(),
            url: attempt.url.clone(),
            final_url: attempt.final_url.clone(),
            status: attempt.status,
            outcome: attempt.outcome.as_str().to_owned(),
            reason: attempt.reason.clone(),
            elapsed_ms: attempt.elapsed.as_millis().try_into().unwrap_or(u64::MAX),
            from_cache: attempt.from_cache,
        }
    }
}

impl Attempt {
    pub(crate) fn all<'py>(py: Python<'py>, attempts: &[telnyx_oauth::Attempt]) -> PyResult<Bound<'py, PyTuple>> {
        let attempts: PyResult<Vec<_>> = attempts.iter().map(|attempt| Py::new(py, Attempt::from(attempt))).collect();
        PyTuple::new(py, attempts?)
    }
}

value!(Attempt {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "the arguments are the members of the JSON object")]
    fn new(
        purpose: String,
        method: String,
        url: String,
        final_url: Option<String>,
        status: Option<&Bound<'_, PyAny>>,
        outcome: String,
        reason: String,
        elapsed_ms: &Bound<'_, PyAny>,
        from_cache: bool,
    ) -> PyResult<Attempt> {
        let status = status.map(|status| count("status", status, u16::MAX)).transpose()?;
        let elapsed_ms = count("elapsed_ms", elapsed_ms, u64::MAX)?;
        Ok(Attempt { purpose, method, url, final_url, status, outcome, reason, elapsed_ms, from_cache })
    }

    #[classattr]
    fn __match_args__<'py>(py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let names = ["purpose", "method", "url", "final_url", "status", "outcome", "reason", "elapsed_ms", "from_cache"];
        PyTuple::new(py, names)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "Attempt", self)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let this = slf.get();
        let members = (
            &*this.purpose,
            &*this.method,
            &*this.url,
            this.final_url.as_deref(),
            this.status,
            &*this.outcome,
            &*this.reason,
            this.elapsed_ms,
            this.from_cache,
        );
        Ok((slf.get_type().into_any(), members.into_pyobject(slf.py())?))
    }
});
