use super::missed::{Missed, why};
use crate::protocol::documents::{AuthorizationServerMetadata, Rules};
use crate::protocol::errors::{cut, quoted};
use crate::protocol::identifiers::Issuer;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Outcome};
use url::Url;

/// The search for one issuer's document: it names the URL to ask, takes the reply, and says when it has an answer. It
/// knows no network.
#[derive(Debug)]
pub(crate) struct Search {
    issuer: Issuer,
    at: Url,
    candidates: std::vec::IntoIter<Url>,
    missed: Missed,
    rules: Rules,
}

/// What the reply of a candidate led to.
#[derive(Debug)]
pub(crate) struct Step {
    /// What its attempt came to, and why.
    pub(crate) outcome: Outcome,
    pub(crate) reason: String,
    /// The end of the search; `None`: the next candidate is to be asked.
    pub(crate) answer: Option<Result<AuthorizationServerMetadata, Error>>,
}

impl Search {
    pub(crate) fn new(issuer: &str, rules: Rules) -> Result<Search, Error> {
        let issuer = Issuer::parse(issuer, rules.allow_http)?;
        let mut candidates = issuer.metadata_urls().into_iter();
        let none = || Error::new(ErrorKind::Internal, "an issuer has no candidate");
        let at = candidates.next().ok_or_else(none)?;
        Ok(Search { issuer, at, candidates, missed: Missed::default(), rules })
    }

    /// The URL to ask.
    pub(crate) fn wanted(&self) -> &Url {
        &self.at
    }

    /// Judges the reply for the URL that is wanted.
    pub(crate) fn take(&mut self, reply: &Result<Reply, Error>) -> Step {
        let issuer = &self.issuer;
        let verdict = take(reply, false, |reply| AuthorizationServerMetadata::judge(issuer, reply, &self.rules));
        let (outcome, reason) =
            (verdict.outcome(), verdict.reason(&self.at, || format!("the document of {}", quoted(issuer.text()))));
        let answer = match verdict {
            Verdict::Good(metadata) => Some(Ok(metadata)),
            Verdict::Failed(error) => Some(Err(error)),
            Verdict::Absent(error) => {
                self.missed.add(&self.at, error);
                match self.candidates.next() {
                    Some(next) => {
                        self.at = next;
                        None
                    }
                    None => Some(Err(self.missed.error("issuer", self.issuer.text()))),
                }
            }
        };
        Step { outcome, reason, answer }
    }
}

/// What the reply of a candidate is.
#[derive(Debug)]
pub(crate) enum Verdict<T> {
    Good(T),
    /// There is no document here: the next candidate counts.
    Absent(Error),
    Failed(Error),
}

impl<T> Verdict<T> {
    /// What the attempt came to.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Verdict::Good(_) => Outcome::Ok,
            // There may be a document behind it.
            Verdict::Absent(error) if error.kind() == ErrorKind::RedirectRefused => Outcome::Failed(error.kind()),
            Verdict::Absent(_) => Outcome::Absent,
            Verdict::Failed(error) => Outcome::Failed(error.kind()),
        }
    }

    /// Why the answer from `url` was taken or left; `good`: why a good one was.
    pub(crate) fn reason(&self, url: &Url, good: impl FnOnce() -> String) -> String {
        cut(match self {
            Verdict::Good(_) => format!("taken: {}", good()),
            Verdict::Absent(error) if error.kind() == ErrorKind::RedirectRefused => {
                format!("left: {}", why(error, url))
            }
            Verdict::Absent(error) => format!("left: there is no document here: {}", why(error, url)),
            Verdict::Failed(error) => format!("failed: {}", why(error, url)),
        })
    }
}

/// Judges the reply of a candidate. `named`: a challenge names it, so that it is the only one.
pub(crate) fn take<T>(
    reply: &Result<Reply, Error>,
    named: bool,
    judge: impl FnOnce(&Reply) -> Result<T, Error>,
) -> Verdict<T> {
    let judged = match reply {
        Ok(reply) => judge(reply),
        Err(error) => Err(error.clone()),
    };
    match judged {
        Ok(document) => Verdict::Good(document),
        Err(error) if means_absent(&error) || (!named && error.kind() == ErrorKind::RedirectRefused) => {
            Verdict::Absent(error)
        }
        Err(error) => Verdict::Failed(error),
    }
}

/// What an attempt came to that led to this.
pub(crate) fn outcome_of<T>(judged: &Result<T, Error>) -> Outcome {
    judged.as_ref().map_or_else(|error| Outcome::Failed(error.kind()), |_| Outcome::Ok)
}

/// Whether an answer says "there is no document here", as opposed to "not now" or "there is one, and it is bad".
fn means_absent(error: &Error) -> bool {
    let is_gone = |status: u16| (400..500).contains(&status) && !matches!(status, 408 | 425 | 429);
    match error.kind() {
        ErrorKind::HttpStatus | ErrorKind::OauthError => error.http_status().is_some_and(is_gone),
        _ => error.means_absent(),
    }
}
