use crate::protocol::errors::escaped;
use crate::{Error, ErrorKind};
use url::Url;

/// The candidates of a search that had no document, with the reason for each.
#[derive(Debug, Default)]
pub(crate) struct Missed {
    reasons: Vec<String>,
    /// The first redirect that was refused.
    redirect: Option<Error>,
}

impl Missed {
    pub(crate) fn add(&mut self, url: &Url, error: Error) {
        // Cut, so that no long URL takes the place of the others' reasons.
        self.reasons.push(format!("{}: {}", escaped(url.as_str()), why(&error, url)));
        if error.kind() == ErrorKind::RedirectRefused {
            self.redirect.get_or_insert(error);
        }
    }

    /// The error of a search without a document: the first refused redirect, else `not_found`.
    pub(crate) fn error(&self, subject: &str, text: &str) -> Error {
        self.redirect.clone().unwrap_or_else(|| {
            let message = format!("no metadata of the {subject} was found: {}", self.reasons.join("; "));
            Error::new(ErrorKind::NotFound, message).at(text)
        })
    }
}

/// An error about an answer, without the URL that the reader knows.
pub(crate) fn why(error: &Error, url: &Url) -> String {
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
