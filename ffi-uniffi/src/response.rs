use crate::guard::guarded;
use crate::{AuthorizationServerMetadata, ErrorKind, ResourceMetadata, Rules, TelnyxOAuthError};
use std::time::SystemTime;

/// A response from your own HTTP client, for `resource_metadata_from_response` or
/// `authorization_server_metadata_from_response`.
///
/// Your HTTP client is then responsible for these protections: require https, follow redirects on the same origin only,
/// limit time and size, and refuse content codings.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Response {
    /// The HTTP status, 100 to 599.
    pub status: i32,
    /// The whole body.
    pub body: Vec<u8>,
    /// The value of the `Content-Type` header field; absent if the response has no such field.
    #[uniffi(default)]
    pub content_type: Option<String>,
    /// The URL of the response, after redirects. Default: the first well-known URL of the document.
    #[uniffi(default)]
    pub url: Option<String>,
    /// The time of receipt. Required to verify a `signed_metadata` with `exp` or `nbf`.
    #[uniffi(default)]
    pub received_at: Option<SystemTime>,
}

impl Response {
    fn to_core(&self) -> Result<telnyx_oauth::Response<'_>, TelnyxOAuthError> {
        let status = u16::try_from(self.status).map_err(|_| {
            let message = format!("status must be an HTTP status, 100 to 599, not {}", self.status);
            TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
        })?;
        let mut response = telnyx_oauth::Response::new(status, &self.body);
        if let Some(content_type) = &self.content_type {
            response = response.content_type(content_type);
        }
        if let Some(url) = &self.url {
            response = response.url(url);
        }
        if let Some(time) = self.received_at {
            response = response.received_at(time);
        }
        Ok(response)
    }
}

/// Validates a response of your own HTTP client as the document of `resource`
/// ([RFC 9728 sections 3.2 and 3.3](https://www.rfc-editor.org/rfc/rfc9728#section-3.2)). No I/O.
///
/// # Errors
/// `invalid_argument` or `insecure_url` for `resource` or the response's URL. If the response is refused:
/// `http_status`, `oauth_error`, `content_type`, `invalid_json`, `invalid_metadata`, `resource_mismatch` or
/// `signature_invalid`.
#[uniffi::export(default(rules))]
pub fn resource_metadata_from_response(
    resource: String,
    response: Response,
    rules: Rules,
) -> Result<ResourceMetadata, TelnyxOAuthError> {
    guarded(|| {
        let rules = rules.try_into()?;
        let found = telnyx_oauth::ResourceMetadata::from_response(&resource, &response.to_core()?, &rules)?;
        Ok((&found).into())
    })
}

/// Validates a response of your own HTTP client as the document of `issuer`
/// ([RFC 8414 sections 3.2 and 3.3](https://www.rfc-editor.org/rfc/rfc8414#section-3.2)). No I/O.
///
/// # Errors
/// `invalid_argument` or `insecure_url` for `issuer` or the response's URL. If the response is refused:
/// `http_status`, `oauth_error`, `content_type`, `invalid_json`, `invalid_metadata`, `issuer_mismatch` or
/// `signature_invalid`.
#[uniffi::export(default(rules))]
pub fn authorization_server_metadata_from_response(
    issuer: String,
    response: Response,
    rules: Rules,
) -> Result<AuthorizationServerMetadata, TelnyxOAuthError> {
    guarded(|| {
        let rules = rules.try_into()?;
        let found = telnyx_oauth::AuthorizationServerMetadata::from_response(&issuer, &response.to_core()?, &rules)?;
        Ok((&found).into())
    })
}

/// Returns the well-known URL of a resource's document
/// ([RFC 9728 section 3](https://www.rfc-editor.org/rfc/rfc9728#section-3)). No I/O.
///
/// # Errors
/// `invalid_argument` if `resource` is not an absolute http(s) URL, has a fragment or userinfo, or is a metadata URL.
#[uniffi::export]
pub fn resource_metadata_url(resource: String) -> Result<String, TelnyxOAuthError> {
    guarded(|| Ok(telnyx_oauth::resource_metadata_url(&resource)?))
}

/// Returns the well-known URLs of an issuer, in the order of the requests: RFC 8414's, then OpenID Connect's
/// ([RFC 8414 sections 3.1 and 5](https://www.rfc-editor.org/rfc/rfc8414#section-3.1)). No I/O.
///
/// # Errors
/// `invalid_argument` if `issuer` is not an absolute http(s) URL, or has a query, a fragment or userinfo.
#[uniffi::export]
pub fn authorization_server_metadata_urls(issuer: String) -> Result<Vec<String>, TelnyxOAuthError> {
    guarded(|| Ok(telnyx_oauth::authorization_server_metadata_urls(&issuer)?))
}
