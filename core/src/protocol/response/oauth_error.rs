use serde::Deserialize;

/// The documented error body ([RFC 6749 section 5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)).
#[derive(Debug, Deserialize)]
pub(crate) struct OauthError {
    pub(crate) error: String,
    pub(crate) error_description: Option<String>,
}

/// The body of a 4xx, where it is an OAuth error; anything else is just not one.
pub(crate) fn parse(body: &[u8]) -> Option<OauthError> {
    serde_json::from_slice(body).ok()
}
