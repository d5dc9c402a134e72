use serde::Serialize;

/// A request that arrived, as [`Sandbox::requests`](crate::Sandbox::requests) lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Request {
    /// The number of its connection, counted from 1 over both ports.
    pub connection: u64,
    /// Whether it came over TLS.
    pub secure: bool,
    /// The name that the TLS client asked for (SNI), if any.
    pub server_name: Option<String>,
    /// `HTTP/1.0`, `HTTP/1.1` or `HTTP/2.0`.
    pub version: String,
    /// The method, such as `GET`.
    pub method: String,
    /// Path and query, exactly as sent.
    pub target: String,
    /// The `Host` header (or `:authority`), with its port if it has one. Empty if absent.
    pub host: String,
    /// All headers in order. Names are in lower case; bytes that are not UTF-8 are replaced by U+FFFD.
    pub headers: Vec<(String, String)>,
    /// The status of its answer; `None` if no HTTP response is sent.
    pub status: Option<u16>,
}

impl Request {
    /// The first header of this name (in any case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The path of [`target`](Request::target), without the query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}
