use std::time::Duration;

/// An action of a [`HostedDiscovery`](super::HostedDiscovery) that its host must do next.
#[derive(Debug)]
pub enum HostedAction {
    /// Send this request. Follow no redirect. Then call [`header`](super::HostedDiscovery::header).
    Send(HostedRequest),
    /// Read the body, or its first bytes if it has more than this number. Then call [`body`](super::HostedDiscovery::body).
    Read(usize),
    /// Close the response if there is one, and call [`begin`](super::HostedDiscovery::begin) after this delay.
    Retry(Duration),
    /// Close the response if there is one. The exchange has ended.
    Done,
}

/// A request that a host sends with its own HTTP client.
#[derive(Debug)]
pub struct HostedRequest {
    /// The method: `GET`, `POST` or `DELETE`.
    pub method: &'static str,
    /// The URL.
    pub url: String,
    /// All header fields to send, except `Host`, the framing and the fields of the connection. The names are in lower case.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The body; only a POST has one.
    pub body: Option<&'static str>,
}
