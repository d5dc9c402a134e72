use crate::protocol::errors::{escaped, without_url};
use crate::{Error, ErrorKind};
use url::Url;

/// The candidates that had no document, with the reason for each.
#[derive(Clone, Debug, Default)]
pub(super) struct AbsentCandidates {
    reasons: Vec<String>,
    /// True if a candidate did not answer with a status of 4xx.
    has_other_answer: bool,
    /// The first refused redirect.
    redirect: Option<Error>,
}

impl AbsentCandidates {
    pub(super) fn add(&mut self, url: &Url, error: Error) {
        // A long URL is cut so that the other reasons have room.
        self.reasons.push(format!("{}: {}", escaped(url.as_str()), without_url(&error, url)));
        self.has_other_answer |= !matches!(error.kind(), ErrorKind::HttpStatus | ErrorKind::OauthError);
        if error.kind() == ErrorKind::RedirectRefused {
            self.redirect.get_or_insert(error);
        }
    }

    /// True if each candidate answered with a status of 4xx.
    pub(super) fn are_client_errors(&self) -> bool {
        !self.has_other_answer
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
