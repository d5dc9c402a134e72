use crate::protocol::errors::{cut, without_url};
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Outcome};
use url::Url;

/// The judgement of a candidate's reply.
#[derive(Debug)]
pub(super) enum Verdict<T> {
    Good(T),
    /// There is no document at this URL: the next candidate is asked.
    Absent(Error),
    Failed(Error),
}

impl<T> Verdict<T> {
    /// Judges the reply of a candidate. A challenge's candidate is the only one, so that a refused redirect is its failure.
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

    /// The outcome of the attempt.
    pub(super) fn outcome(&self) -> Outcome {
        match self {
            Verdict::Good(_) => Outcome::Ok,
            // There may be a document behind the redirect.
            Verdict::Absent(error) if error.kind() == ErrorKind::RedirectRefused => Outcome::Failed(error.kind()),
            Verdict::Absent(_) => Outcome::Absent,
            Verdict::Failed(error) => Outcome::Failed(error.kind()),
        }
    }

    /// Why the answer from `url` was taken or left. `document` describes a good one.
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

/// The outcome of an attempt whose document was judged.
pub(crate) fn outcome_of<T>(judged: &Result<T, Error>) -> Outcome {
    judged.as_ref().map_or_else(|error| Outcome::Failed(error.kind()), |_| Outcome::Ok)
}

/// True if an answer says "there is no document here", as opposed to "not now" or "there is one, and it is bad".
fn means_absent(error: &Error) -> bool {
    let is_gone = |status: u16| (400..500).contains(&status) && !matches!(status, 408 | 425 | 429);
    match error.kind() {
        ErrorKind::HttpStatus | ErrorKind::OauthError => error.http_status().is_some_and(is_gone),
        _ => error.means_absent(),
    }
}
