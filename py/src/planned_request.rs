use crate::arguments::count;
use crate::value::{repr_of, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Serialize;

/// A request to send: a GET of `url` without credentials. Follow redirects on the same origin only.
///
/// Args:
///     id: The id to pass to `respond` or `fail`.
///     purpose: The purpose of the request.
///     url: The URL to get.
///     named_by_server: True if the URL comes from a server.
///     revalidate: True if a cache must revalidate its response.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(PartialEq, Eq, Hash, Serialize)]
pub(crate) struct PlannedRequest {
    /// The id to pass to `respond` or `fail`.
    #[pyo3(get)]
    id: usize,
    /// The purpose of the request. A `probe` needs no response body, is not retried, and may be aborted early.
    #[pyo3(get)]
    purpose: String,
    /// The URL to get.
    #[pyo3(get)]
    url: String,
    /// True if the URL comes from a server: from a challenge or a document. Such a URL must not lead to an address that is
    /// less public than the server's own address, or that is link-local.
    #[pyo3(get)]
    named_by_server: bool,
    /// True if the URL comes from a challenge. The document may have changed then, so a cache must revalidate its response
    /// (RFC 9728 section 5.2, https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
    #[pyo3(get)]
    revalidate: bool,
}

impl From<telnyx_oauth::PlannedRequest> for PlannedRequest {
    fn from(request: telnyx_oauth::PlannedRequest) -> PlannedRequest {
        let telnyx_oauth::PlannedRequest { id, purpose, url, named_by_server, revalidate, .. } = request;
        PlannedRequest { id, purpose: purpose.as_str().to_owned(), url, named_by_server, revalidate }
    }
}

value!(PlannedRequest {
    #[new]
    fn new(
        id: &Bound<'_, PyAny>,
        purpose: String,
        url: String,
        named_by_server: bool,
        revalidate: bool,
    ) -> PyResult<PlannedRequest> {
        Ok(PlannedRequest { id: count("id", id, usize::MAX)?, purpose, url, named_by_server, revalidate })
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str, &'static str, &'static str) {
        ("id", "purpose", "url", "named_by_server", "revalidate")
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "PlannedRequest", self)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let this = slf.get();
        let members = (this.id, &*this.purpose, &*this.url, this.named_by_server, this.revalidate);
        Ok((slf.get_type().into_any(), members.into_pyobject(slf.py())?))
    }
});
