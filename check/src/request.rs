use crate::role::Role;

/// A request of an examination. It carries no credentials.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The purpose.
    pub role: Role,
    /// The method. A GET and a HEAD follow redirects on the same origin; other methods follow none.
    pub method: &'static str,
    /// The URL.
    pub url: String,
    /// The header fields to send, the names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body; only a POST has one.
    pub body: Option<&'static str>,
    /// The index of the exchange whose answer named the URL; `None` if no server named it. The request must not lead to a
    /// less public address than that answer came from.
    pub named_by: Option<usize>,
    /// The number of bytes to read of the body.
    pub max_bytes: usize,
}

impl Request {
    pub(crate) fn new(role: Role, method: &'static str, url: impl Into<String>) -> Request {
        Request { role, method, url: url.into(), headers: Vec::new(), body: None, named_by: None, max_bytes: 0 }
    }

    /// A GET of a JSON document.
    pub(crate) fn document(role: Role, url: impl Into<String>) -> Request {
        Request::new(role, "GET", url).header("accept", "application/json")
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Request {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn named_by(mut self, exchange: Option<usize>) -> Request {
        self.named_by = exchange;
        self
    }
}
