use crate::protocol::errors::{escaped, without_url};
use crate::{Error, ErrorKind};
use url::Url;

/// The candidates that had no document, with the reason for each.
#[derive(Debug, Default)]
pub(super) struct AbsentCandidates {
    reasons: Vec<String>,
    /// The first refused redirect.
    redirect: Option<Error>,
}

impl AbsentCandidates {
    pub(super) fn add(&mut self, url: &Url, error: Error) {
        // A long URL is cut so that the other reasons have room.
        self.reasons.push(format!("{}: {}", escaped(url.as_str()), without_url(&error, url)));
        if error.kind() == ErrorKind::RedirectRefused {
            self.redirect.get_or_insert(error);
        }
    }

    /// The error of a search that found no document: the first refused redirect, else `not_found`. `subject` is "resource" or
    /// "issuer", and `identifier` is its URL.
    pub(super) fn error(&self, subject: &str, identifier: &str) -> Error {
        self.redirect.clone().unwrap_or_else(|| {
            let message = format!("no metadata of the {subject} was found: {}", self.reasons.join("; "));
            Error::new(ErrorKind::NotFound, message).at(identifier)
        })
    }
}
