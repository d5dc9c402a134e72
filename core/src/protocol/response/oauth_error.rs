use serde::Deserialize;

/// The documented error body ([RFC 6749 section 5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)).
#[derive(Debug, Deserialize)]
pub(crate) struct OauthError {
    pub(crate) error: String,
    pub(crate) error_description: Option<String>,
}

/// The OAuth error in the body of a 4xx, if there is one.
pub(crate) fn parse(body: &[u8]) -> Option<OauthError> {
    serde_json::from_slice(body).ok()
}
