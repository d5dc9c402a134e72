use serde::Deserialize;

/// The error body that Telnyx documents ([RFC 6749 section 5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)).
#[derive(Debug, Deserialize)]
pub(crate) struct OauthError {
    pub(crate) error: String,
    pub(crate) error_description: Option<String>,
}

/// Returns the OAuth error in the body of a 4xx response. Returns `None` for any other body.
pub(crate) fn parse(body: &[u8]) -> Option<OauthError> {
    serde_json::from_slice(body).ok()
}
