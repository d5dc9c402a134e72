use crate::arguments::count;
use crate::value::{repr_of, value};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Serialize;

/// A request to send, without credentials. A GET follows redirects on the same origin; a POST and a DELETE follow none.
///
/// Args:
///     id: The id to pass to `respond` or `fail`.
///     purpose: The purpose of the request.
///     url: The URL.
///     named_by_server: True if a server named the URL.
///     revalidate: True if a cache must revalidate its response.
///     method: The method.
///     headers: The header fields to send, as pairs of name and value.
///     body: The body.
///     named_by: The URL of the response that named the URL.
#[pyclass(frozen, eq, hash, module = "telnyx_oauth")]
#[derive(PartialEq, Eq, Hash, Serialize)]
pub(crate) struct PlannedRequest {
    /// The id to pass to `respond` or `fail`.
    #[pyo3(get)]
    id: usize,
    /// The purpose of the request. A `probe` is not retried. All probes together should take at most 5 s.
    #[pyo3(get)]
    purpose: String,
    /// The URL.
    #[pyo3(get)]
    url: String,
    /// True if a server named the URL, in a challenge or a document. The URL must not lead to a less public address than
    /// that server's own, nor to a link-local address.
    #[pyo3(get)]
    named_by_server: bool,
    /// True if a challenge named the URL. The document may have changed, so a cache must revalidate its response
    /// (RFC 9728 section 5.2, https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
    #[pyo3(get)]
    revalidate: bool,
    /// The method: `GET`, `POST` or `DELETE`. The plan waits for no response to a `DELETE`.
    #[pyo3(get)]
    method: String,
    /// The header fields to send, as pairs of name and value. The names are in lower case.
    #[pyo3(get)]
    headers: Vec<(String, String)>,
    /// The body. None if the request has no body.
    #[pyo3(get)]
    body: Option<String>,
    /// The URL of the response that named `url`. None if no server named `url`. It is the resource for a URL in a
    /// challenge, and the resource's document for a URL of an authorization server.
    #[pyo3(get)]
    named_by: Option<String>,
}

impl From<telnyx_oauth::PlannedRequest> for PlannedRequest {
    fn from(request: telnyx_oauth::PlannedRequest) -> PlannedRequest {
        let telnyx_oauth::PlannedRequest {
            id,
            purpose,
            url,
            named_by_server,
            revalidate,
            method,
            headers,
            body,
            named_by,
            ..
        } = request;
        PlannedRequest {
            id,
            purpose: purpose.as_str().to_owned(),
            url,
            named_by_server,
            revalidate,
            method: method.to_owned(),
            headers: headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            body: body.map(str::to_owned),
            named_by,
        }
    }
}

value!(PlannedRequest {
    #[new]
    #[pyo3(signature = (id, purpose, url, named_by_server, revalidate, method="GET".to_owned(), headers=Vec::new(), body=None,
        named_by=None))]
    #[expect(clippy::too_many_arguments, reason = "they are the fields")]
    fn new(
        id: &Bound<'_, PyAny>,
        purpose: String,
        url: String,
        named_by_server: bool,
        revalidate: bool,
        method: String,
        headers: Vec<[String; 2]>,
        body: Option<String>,
        named_by: Option<String>,
    ) -> PyResult<PlannedRequest> {
        let id = count("id", id, usize::MAX)?;
        let headers = headers.into_iter().map(|[name, value]| (name, value)).collect();
        Ok(PlannedRequest { id, purpose, url, named_by_server, revalidate, method, headers, body, named_by })
    }

    #[classattr]
    fn __match_args__<'py>(py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, ["id", "purpose", "url", "named_by_server", "revalidate", "method", "headers", "body", "named_by"])
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr_of(py, "PlannedRequest", self)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let this = slf.get();
        let PlannedRequest { id, purpose, url, named_by_server, revalidate, method, headers, body, named_by } = this;
        let (body, named_by) = (body.as_deref(), named_by.as_deref());
        let members =
            (*id, &**purpose, &**url, *named_by_server, *revalidate, &**method, headers.clone(), body, named_by);
        Ok((slf.get_type().into_any(), members.into_pyobject(slf.py())?))
    }
});
