use super::{AuthorizationServerMetadata, Issuer, Reply, Rules};
use crate::{Attempt, Error, ErrorKind, Outcome};
use url::Url;

/// The search for one issuer's document: it hands out candidate URLs in order, takes their replies, and says when it has
/// an answer. It knows no network.
#[derive(Debug)]
pub(crate) struct Search {
    issuer: Issuer,
    candidates: std::vec::IntoIter<Url>,
    rules: Rules,
}

impl Search {
    pub(crate) fn new(issuer: &str, rules: Rules) -> Result<Search, Error> {
        let issuer = Issuer::parse(issuer, rules.allow_http)?;
        let candidates = issuer.metadata_urls().into_iter();
        Ok(Search { issuer, candidates, rules })
    }

    /// The next URL to ask; `None` where nothing is left.
    pub(crate) fn next_candidate(&mut self) -> Option<Url> {
        self.candidates.next()
    }

    /// Judges the reply of a candidate. `None`: there is no document at that URL, the next one is to be asked.
    pub(crate) fn take(
        &mut self,
        reply: Result<Reply, Error>,
    ) -> (Outcome, Option<Result<AuthorizationServerMetadata, Error>>) {
        match reply.and_then(|reply| AuthorizationServerMetadata::judge(&self.issuer, reply, &self.rules)) {
            Ok(metadata) => (Outcome::Ok, Some(Ok(metadata))),
            Err(error) if means_absent(&error) => (Outcome::Absent, None),
            Err(error) => (Outcome::Failed(error.kind()), Some(Err(error))),
        }
    }

    /// The answer where no candidate had a document.
    pub(crate) fn exhausted(self, attempts: &[Attempt]) -> Error {
        let asked: Vec<&str> = attempts.iter().map(|attempt| attempt.url.as_str()).collect();
        let message = format!("no metadata of the issuer was found: asked {}", asked.join(", "));
        Error::new(ErrorKind::NotFound, message).at(self.issuer.text())
    }
}

/// Whether an answer says "there is no document here", as opposed to "not now" or "there is one, and it is bad".
fn means_absent(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::ContentType => true,
        ErrorKind::HttpStatus | ErrorKind::OauthError => {
            error.http_status().is_some_and(|status| (400..500).contains(&status) && !matches!(status, 408 | 425 | 429))
        }
        _ => false,
    }
}
