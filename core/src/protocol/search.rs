use super::{AuthorizationServerMetadata, Issuer, Reply, Rules};
use crate::{Error, ErrorKind, Outcome};
use url::Url;

/// The search for one issuer's document: it hands out candidate URLs in order, takes their replies, and says when it has
/// an answer. It knows no network.
#[derive(Debug)]
pub(crate) struct Search {
    issuer: Issuer,
    candidates: std::vec::IntoIter<Url>,
    asked: Vec<Url>,
    rules: Rules,
}

impl Search {
    pub(crate) fn new(issuer: &str, rules: Rules) -> Result<Search, Error> {
        let issuer = Issuer::parse(issuer, rules.allow_http)?;
        let candidates = issuer.metadata_urls().into_iter();
        Ok(Search { issuer, candidates, asked: Vec::new(), rules })
    }

    /// The next URL to ask.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] where no candidate is left.
    pub(crate) fn next_candidate(&mut self) -> Result<Url, Error> {
        let next = self.candidates.next();
        self.asked.extend(next.clone());
        next.ok_or_else(|| not_found("issuer", self.issuer.text(), &self.asked))
    }

    /// Judges the reply of a candidate. `None`: there is no document at that URL, the next one is to be asked.
    pub(crate) fn take(
        &self,
        reply: &Result<Reply, Error>,
    ) -> (Outcome, Option<Result<AuthorizationServerMetadata, Error>>) {
        take(reply, |reply| AuthorizationServerMetadata::judge(&self.issuer, reply, &self.rules))
    }
}

/// Judges the reply of a candidate, and says what its attempt came to. Without a result, there is no document at its URL.
pub(crate) fn take<T>(
    reply: &Result<Reply, Error>,
    judge: impl FnOnce(&Reply) -> Result<T, Error>,
) -> (Outcome, Option<Result<T, Error>>) {
    let judged = match reply {
        Ok(reply) => judge(reply),
        Err(error) => Err(error.clone()),
    };
    match judged {
        Err(error) if means_absent(&error) => (Outcome::Absent, None),
        judged => (outcome_of(&judged), Some(judged)),
    }
}

/// What an attempt came to that led to this.
pub(crate) fn outcome_of<T>(judged: &Result<T, Error>) -> Outcome {
    judged.as_ref().map_or_else(|error| Outcome::Failed(error.kind()), |_| Outcome::Ok)
}

/// The answer where none of the URLs asked had a document.
pub(crate) fn not_found(subject: &str, text: &str, asked: &[Url]) -> Error {
    let asked: Vec<&str> = asked.iter().map(Url::as_str).collect();
    let message = format!("no metadata of the {subject} was found: asked {}", asked.join(", "));
    Error::new(ErrorKind::NotFound, message).at(text)
}

/// Whether an answer says "there is no document here", as opposed to "not now" or "there is one, and it is bad".
fn means_absent(error: &Error) -> bool {
    let is_gone = |status: u16| (400..500).contains(&status) && !matches!(status, 408 | 425 | 429);
    match error.kind() {
        ErrorKind::HttpStatus | ErrorKind::OauthError => error.http_status().is_some_and(is_gone),
        _ => error.means_absent(),
    }
}
