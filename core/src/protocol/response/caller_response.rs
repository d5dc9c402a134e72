use std::time::SystemTime;

/// A response from your own HTTP client, for
/// [`ResourceMetadata::from_response`](crate::ResourceMetadata::from_response),
/// [`AuthorizationServerMetadata::from_response`](crate::AuthorizationServerMetadata::from_response) or
/// [`DiscoveryPlan::respond`](crate::DiscoveryPlan::respond).
///
/// Your client must enforce the rules of this library's transport: https, redirects on the same origin only, limits of time
/// and size, no content coding.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<'a> {
    /// The URL that sent the response, after redirects. Default: the document's first well-known URL.
    pub url: Option<&'a str>,
    /// The HTTP status, 100 to 599.
    pub status: u16,
    /// The value of the `Content-Type` header field. `None`: the response has no such field.
    pub content_type: Option<&'a str>,
    /// The field lines of `WWW-Authenticate`. `None`: not known.
    ///
    /// Only the response to a [`Purpose::Probe`](crate::Purpose::Probe) needs them. If that response has no such field, pass
    /// an empty list.
    pub www_authenticate: Option<Vec<String>>,
    /// The `Mcp-Session-Id` header field of an answer to a probe. `None`: there was none.
    pub mcp_session_id: Option<&'a str>,
    /// The `MCP-Protocol-Version` header field of an answer to a probe. `None`: there was none.
    pub mcp_protocol_version: Option<&'a str>,
    /// The time when the response was received. The time claims of a `signed_metadata` are checked against it. `None`: not
    /// known.
    pub received_at: Option<SystemTime>,
    /// The whole body. Of the answer to a probe, the first 64 KiB are enough.
    pub body: &'a [u8],
}

impl<'a> Response<'a> {
    /// Returns a response with this status and body. It has no content type, and comes from the document's first well-known
    /// URL.
    pub fn new(status: u16, body: &'a [u8]) -> Response<'a> {
        Response {
            url: None,
            status,
            content_type: None,
            www_authenticate: None,
            mcp_session_id: None,
            mcp_protocol_version: None,
            received_at: None,
            body,
        }
    }

    /// Sets the URL that sent the response, after redirects.
    #[must_use]
    pub fn url(mut self, url: &'a str) -> Response<'a> {
        self.url = Some(url);
        self
    }

    /// Sets the `Content-Type`.
    #[must_use]
    pub fn content_type(mut self, content_type: &'a str) -> Response<'a> {
        self.content_type = Some(content_type);
        self
    }

    /// Sets the field lines of `WWW-Authenticate`. Pass an empty iterator if the response has no such field.
    #[must_use]
    pub fn www_authenticate(mut self, lines: impl IntoIterator<Item = impl AsRef<str>>) -> Response<'a> {
        self.www_authenticate = Some(lines.into_iter().map(|line| line.as_ref().to_owned()).collect());
        self
    }

    /// Sets the `Mcp-Session-Id`.
    #[must_use]
    pub fn mcp_session_id(mut self, id: &'a str) -> Response<'a> {
        self.mcp_session_id = Some(id);
        self
    }

    /// Sets the `MCP-Protocol-Version`.
    #[must_use]
    pub fn mcp_protocol_version(mut self, version: &'a str) -> Response<'a> {
        self.mcp_protocol_version = Some(version);
        self
    }

    /// Sets the time when the response was received.
    #[must_use]
    pub fn received_at(mut self, time: SystemTime) -> Response<'a> {
        self.received_at = Some(time);
        self
    }
}
