use std::time::SystemTime;

/// A response from your own HTTP client, to be judged by
/// [`ResourceMetadata::from_response`](crate::ResourceMetadata::from_response) or
/// [`AuthorizationServerMetadata::from_response`](crate::AuthorizationServerMetadata::from_response).
///
/// That client is then responsible for the rules of this library's transport: https, redirects on the same origin only,
/// limits of time and size, no content coding.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<'a> {
    /// The URL that it came from, after redirects. `None`: the first URL where the document may be.
    pub url: Option<&'a str>,
    /// The HTTP status, 100 to 599.
    pub status: u16,
    /// The `Content-Type` header field, where there was one.
    pub content_type: Option<&'a str>,
    /// The field lines of `WWW-Authenticate`, which count in the answer of the resource itself. `None`: not known. The
    /// answer to a probe needs them, an empty list where it has none.
    pub www_authenticate: Option<Vec<String>>,
    /// When it was received, for the claims of a `signed_metadata` that limit its time. `None`: not known.
    pub received_at: Option<SystemTime>,
    /// The whole body.
    pub body: &'a [u8],
}

impl<'a> Response<'a> {
    /// A response of this status and body, without a content type, from the first URL where the document may be.
    pub fn new(status: u16, body: &'a [u8]) -> Response<'a> {
        Response { url: None, status, content_type: None, www_authenticate: None, received_at: None, body }
    }

    /// Sets the URL that the response came from.
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

    /// Sets the field lines of `WWW-Authenticate`, from any iterator of text; an empty one: there are none.
    #[must_use]
    pub fn www_authenticate(mut self, lines: impl IntoIterator<Item = impl AsRef<str>>) -> Response<'a> {
        self.www_authenticate = Some(lines.into_iter().map(|line| line.as_ref().to_owned()).collect());
        self
    }

    /// Sets when the response was received.
    #[must_use]
    pub fn received_at(mut self, time: SystemTime) -> Response<'a> {
        self.received_at = Some(time);
        self
    }
}
