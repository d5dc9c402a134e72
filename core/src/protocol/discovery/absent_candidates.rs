use crate::protocol::errors::{escaped, without_url};
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
