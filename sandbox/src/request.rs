use serde::Serialize;

/// A request that the sandbox received. [`Sandbox::requests`](crate::Sandbox::requests) returns such requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Request {
    /// The number of the connection, counted from 1 over both ports.
    pub connection: u64,
    /// True if the request came over TLS.
    pub secure: bool,
    /// The server name (SNI) that the TLS client sent.
    pub server_name: Option<String>,
    /// `HTTP/1.0`, `HTTP/1.1` or `HTTP/2.0`.
    pub version: String,
    /// The method, such as `GET`.
    pub method: String,
    /// The path and the query, exactly as sent.
    pub target: String,
    /// The `Host` header or `:authority`, with the port if there is one. Empty if absent.
    pub host: String,
    /// All headers in order. Names are in lower case. Bytes that are not UTF-8 are replaced with U+FFFD.
    pub headers: Vec<(String, String)>,
    /// The first 64 KiB of the body. Bytes that are not UTF-8 are replaced by U+FFFD.
    pub body: String,
    /// The status of the answer, or `None` for an answer without an HTTP response.
    pub status: Option<u16>,
}

impl Request {
    /// Returns the value of the first header with this name, compared without regard to case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Returns the path of [`target`](Request::target) without the query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}
