use crate::protocol::errors::{cut, without_url};
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Outcome};
use url::Url;

/// The judgement of a candidate's reply.
#[derive(Debug)]
pub(super) enum Verdict<T> {
    Good(T),
    /// There is no document at this URL. The search continues with the next candidate.
    Absent(Error),
    Failed(Error),
}

impl<T> Verdict<T> {
    /// Judges the reply of a candidate. The candidate of a challenge is the only one, so a refused redirect is a failure.
    pub(super) fn of(
        reply: &Result<Reply, Error>,
        is_challenged: bool,
        judge: impl FnOnce(&Reply) -> Result<T, Error>,
    ) -> Verdict<T> {
        let judged = match reply {
            Ok(reply) => judge(reply),
            Err(error) => Err(error.clone()),
        };
        match judged {
            Ok(document) => Verdict::Good(document),
            Err(error) if means_absent(&error) || (!is_challenged && error.kind() == ErrorKind::RedirectRefused) => {
                Verdict::Absent(error)
            }
            Err(error) => Verdict::Failed(error),
        }
    }

    /// Returns the outcome of the attempt.
    pub(super) fn outcome(&self) -> Outcome {
        match self {
            Verdict::Good(_) => Outcome::Ok,
            // The target of the redirect may have a document.
            Verdict::Absent(error) if error.kind() == ErrorKind::RedirectRefused => Outcome::Failed(error.kind()),
            Verdict::Absent(_) => Outcome::Absent,
            Verdict::Failed(error) => Outcome::Failed(error.kind()),
        }
    }

    /// Returns why the search used or ignored the answer from `url`. `document` describes a good document.
    pub(super) fn reason(&self, url: &Url, document: impl FnOnce() -> String) -> String {
        cut(match self {
            Verdict::Good(_) => format!("taken: {}", document()),
            Verdict::Absent(error) if error.kind() == ErrorKind::RedirectRefused => {
                format!("left: {}", without_url(error, url))
            }
            Verdict::Absent(error) => format!("left: there is no document here: {}", without_url(error, url)),
            Verdict::Failed(error) => format!("failed: {}", without_url(error, url)),
        })
    }
}

/// Returns the outcome of an attempt whose document was judged.
pub(crate) fn outcome_of<T>(judged: &Result<T, Error>) -> Outcome {
    judged.as_ref().map_or_else(|error| Outcome::Failed(error.kind()), |_| Outcome::Ok)
}

/// Returns true if an error means that there is no document at a URL. It is false for a temporary failure and for a bad
/// document.
fn means_absent(error: &Error) -> bool {
    let is_gone = |status: u16| (400..500).contains(&status) && !matches!(status, 408 | 425 | 429);
    match error.kind() {
        ErrorKind::HttpStatus | ErrorKind::OauthError => error.http_status().is_some_and(is_gone),
        _ => error.means_absent(),
    }
}
