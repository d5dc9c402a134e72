use super::absent_candidates::AbsentCandidates;
use super::verdict::Verdict;
use crate::protocol::documents::{AuthorizationServerMetadata, Rules};
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::Issuer;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Outcome};
use url::Url;

/// The search for one issuer's document, without I/O. Request [`IssuerSearch::url`], pass the reply to
/// [`IssuerSearch::receive`], and repeat until that returns a result.
#[derive(Clone, Debug)]
pub(crate) struct IssuerSearch {
    issuer: Issuer,
    url: Url,
    candidates: std::vec::IntoIter<Url>,
    absent: AbsentCandidates,
    rules: Rules,
}

/// The effect of one reply on a search.
#[derive(Debug)]
pub(crate) struct Step {
    /// The outcome of the attempt.
    pub(crate) outcome: Outcome,
    /// Why the search used or ignored the answer.
    pub(crate) reason: String,
    /// The search's result. `None`: request the next candidate.
    pub(crate) result: Option<Result<AuthorizationServerMetadata, Error>>,
}

impl IssuerSearch {
    pub(crate) fn new(issuer: &str, rules: Rules) -> Result<IssuerSearch, Error> {
        let issuer = Issuer::parse(issuer, rules.allow_http)?;
        let mut candidates = issuer.metadata_urls().into_iter();
        let none = || Error::new(ErrorKind::Internal, "an issuer has no candidate");
        let url = candidates.next().ok_or_else(none)?;
        Ok(IssuerSearch { issuer, url, candidates, absent: AbsentCandidates::default(), rules })
    }

    /// The issuer, as the caller or a document wrote it.
    pub(crate) fn issuer(&self) -> &str {
        self.issuer.text()
    }

    /// The URL to request.
    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// Judges the reply to a request for [`IssuerSearch::url`].
    pub(crate) fn receive(&mut self, reply: &Result<Reply, Error>) -> Step {
        let issuer = &self.issuer;
        let judge = |reply: &Reply| AuthorizationServerMetadata::judge(issuer, reply, &self.rules);
        let verdict = Verdict::of(reply, false, judge);
        let outcome = verdict.outcome();
        let reason = verdict.reason(&self.url, || format!("the document of {}", quoted(issuer.text())));
        let result = match verdict {
            Verdict::Good(metadata) => Some(Ok(metadata)),
            Verdict::Failed(error) => Some(Err(error)),
            Verdict::Absent(error) => {
                self.absent.add(&self.url, error);
                match self.candidates.next() {
                    Some(next) => {
                        self.url = next;
                        None
                    }
                    None => Some(Err(self.absent.error("issuer", self.issuer.text()))),
                }
            }
        };
        Step { outcome, reason, result }
    }
}
