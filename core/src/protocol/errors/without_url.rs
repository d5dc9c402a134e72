use super::error::Error;
use super::error_kind::ErrorKind;
use super::text::escaped;
use url::Url;

/// An error's message without the URL at its start, for texts that name the URL already.
pub(crate) fn without_url(error: &Error, url: &Url) -> String {
    match (error.kind(), error.http_status(), error.error()) {
        (ErrorKind::HttpStatus, Some(status), _) => format!("HTTP status {status}"),
        (ErrorKind::OauthError, Some(status), Some(code)) => {
            format!("HTTP status {status} with the OAuth error \"{}\"", escaped(code))
        }
        _ => {
            let message = error.message();
            let rest = message.strip_prefix(url.as_str()).and_then(|rest| rest.strip_prefix([' ', ':']));
            rest.unwrap_or(message).trim_start().to_owned()
        }
    }
}
