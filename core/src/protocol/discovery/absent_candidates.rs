use crate::protocol::errors::escaped;
use crate::{Error, ErrorKind};
use url::Url;

/// The candidates of a search that had no document, with the reason for each.
#[derive(Debug, Default)]
pub(super) struct AbsentCandidates {
    reasons: Vec<String>,
    /// The first redirect that was refused.
    redirect: Option<Error>,
}

impl AbsentCandidates {
    pub(super) fn add(&mut self, url: &Url, error: Error) {
        // A long URL is cut, so that it leaves room for the reasons of the others.
        self.reasons.push(format!("{}: {}", escaped(url.as_str()), without_url(&error, url)));
        if error.kind() == ErrorKind::RedirectRefused {
            self.redirect.get_or_insert(error);
        }
    }

    /// The error of a search without a document: the first refused redirect, else `not_found`. `identifier` is that of the
    /// `subject`, a resource or an issuer.
    pub(super) fn error(&self, subject: &str, identifier: &str) -> Error {
        self.redirect.clone().unwrap_or_else(|| {
            let message = format!("no metadata of the {subject} was found: {}", self.reasons.join("; "));
            Error::new(ErrorKind::NotFound, message).at(identifier)
        })
    }
}

/// An error's message without the URL that it begins with, for a reader who knows the URL.
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
