use super::caller_response::Response;
use super::content_type::{JsonType, json_type};
use super::mcp_fields::McpFields;
use super::oauth_error;
use crate::protocol::addresses::Zone;
use crate::protocol::documents::Rules;
use crate::protocol::errors::{escaped, quoted};
use crate::protocol::identifiers::{parse_identifier, require_secure};
use crate::{Error, ErrorKind, Warning, WarningKind};
use bytes::Bytes;
use std::time::Duration;
use url::Url;

/// A response from the transport.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// The URL that sent the response, after redirects.
    pub(crate) url: Url,
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) content_encoding: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// The zone of the address that sent the response.
    pub(crate) zone: Zone,
    /// The field lines of `WWW-Authenticate`.
    pub(crate) www_authenticate: Vec<String>,
    pub(crate) mcp: McpFields,
    /// The time when the response was received. `None`: not known.
    #[cfg(feature = "signed-metadata")]
    pub(crate) received_at: Option<std::time::SystemTime>,
    /// True if the cache answered without a request.
    pub(crate) from_cache: bool,
    /// The body, or the error that ended the transfer. The error is ignored if the status or the header decides.
    pub(crate) body: Result<Bytes, Error>,
}

/// True if the body of this response must be read. For other responses, the status and the header decide.
pub(crate) fn wants_body(status: u16, content_type: Option<&str>, content_encoding: Option<&str>) -> bool {
    let plain = is_plain(content_encoding);
    match status {
        200 | 400..500 => plain && json_type(content_type) != JsonType::NotJson,
        _ => false,
    }
}

impl Reply {
    /// Converts a response from the caller's own HTTP client. `default_url` applies if the response has no URL.
    pub(crate) fn fetched_elsewhere(
        response: &Response<'_>,
        default_url: impl FnOnce() -> Url,
        rules: &Rules,
    ) -> Result<Reply, Error> {
        if !(100..=599).contains(&response.status) {
            let message = format!("a response's status must be 100 to 599, not {}", response.status);
            return Err(Error::invalid_argument(message));
        }
        let url = match response.url {
            Some(text) => parse_identifier("a response's URL", text)?,
            None => default_url(),
        };
        require_secure(&url, rules.allow_http)?;
        Ok(Reply {
            url,
            status: response.status,
            content_type: response.content_type.map(str::to_owned),
            content_encoding: None,
            retry_after: None,
            // The caller's HTTP client decides which addresses it connects to.
            zone: Zone::Public,
            www_authenticate: response.www_authenticate.clone().unwrap_or_default(),
            mcp: McpFields::of_text(response.mcp_session_id, response.mcp_protocol_version),
            #[cfg(feature = "signed-metadata")]
            received_at: response.received_at,
            from_cache: false,
            body: Ok(Bytes::copy_from_slice(response.body)),
        })
    }

    /// True if neither the content type nor a content coding excludes JSON.
    pub(crate) fn may_be_json(&self) -> bool {
        is_plain(self.content_encoding.as_deref()) && json_type(self.content_type.as_deref()) != JsonType::NotJson
    }

    /// Returns the body of a successful JSON response, and the warning about an unusual content type.
    ///
    /// # Errors
    /// The error of the status, the content coding, the content type or the transfer. If `strict`, also
    /// [`ErrorKind::ContentType`] for an unusual content type.
    pub(crate) fn json(&self, strict: bool) -> Result<(&Bytes, Option<Warning>), Error> {
        if self.status != 200 {
            return Err(self.status_error());
        }
        let shown = || self.content_type.as_deref().map_or_else(|| "none".to_owned(), quoted);
        let refused =
            |message: String| Error::new(ErrorKind::ContentType, message).at(self.url.as_str()).with_status(200);
        let from = || escaped(self.url.as_str());
        if !is_plain(self.content_encoding.as_deref()) {
            let coding = quoted(self.content_encoding.as_deref().unwrap_or_default());
            let message = format!("{} answered in the content coding {coding}, which was not asked for", from());
            return Err(refused(message));
        }
        let other_type =
            || refused(format!("{} must answer with application/json, its content type is {}", from(), shown()));
        let json_type = json_type(self.content_type.as_deref());
        if json_type == JsonType::NotJson {
            return Err(other_type().meaning_absent());
        }
        if self.body.as_ref().is_ok_and(|body| body.iter().all(u8::is_ascii_whitespace)) {
            let message = format!("{} answered with an empty body, its content type is {}", from(), shown());
            return Err(refused(message).meaning_absent());
        }
        let unusual = match json_type {
            JsonType::Usual => None,
            _ if strict => return Err(other_type()),
            _ => Some(Warning::new(
                WarningKind::ContentTypeUnusual,
                format!("the content type should be application/json, and is {}", shown()),
                self.url.as_str(),
            )),
        };
        Ok((self.body.as_ref().map_err(Error::clone)?, unusual))
    }

    fn status_error(&self) -> Error {
        let documented = match (self.status, &self.body) {
            (400..500, Ok(body))
                if wants_body(self.status, self.content_type.as_deref(), self.content_encoding.as_deref()) =>
            {
                oauth_error::parse(body)
            }
            _ => None,
        };
        let error = match documented {
            Some(oauth) => {
                let description =
                    oauth.error_description.as_deref().map(|text| format!(": {}", quoted(text))).unwrap_or_default();
                let message = format!(
                    "{} answered {} with the OAuth error {}{description}",
                    escaped(self.url.as_str()),
                    self.status,
                    quoted(&oauth.error)
                );
                Error::new(ErrorKind::OauthError, message).with_oauth(oauth.error, oauth.error_description)
            }
            None => Error::new(
                ErrorKind::HttpStatus,
                format!(
                    "{} answered with HTTP status {}, a document needs 200",
                    escaped(self.url.as_str()),
                    self.status
                ),
            ),
        };
        error.at(self.url.as_str()).with_status(self.status).with_retry_after(self.retry_after)
    }
}

fn is_plain(content_encoding: Option<&str>) -> bool {
    content_encoding.is_none_or(|coding| coding.trim().is_empty() || coding.trim().eq_ignore_ascii_case("identity"))
}
