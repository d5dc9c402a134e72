use super::retry::{Resend, Then, provisional_kind};
use crate::protocol::errors::without_url;
use crate::protocol::response::Reply;
use crate::{Error, Outcome};
use std::borrow::Cow;
use std::time::Duration;
use url::Url;

/// The end of an attempt. The outcome is provisional until the document is checked.
#[derive(Clone, Debug)]
pub(crate) struct AttemptEnd {
    /// The status that the server sent: 304 after a successful revalidation.
    pub(crate) status: Option<u16>,
    /// The URL that answered; `None` without a response.
    pub(crate) final_url: Option<Url>,
    pub(crate) outcome: Outcome,
    /// `None` if the status explains the outcome.
    pub(crate) reason: Option<Cow<'static, str>>,
    pub(crate) elapsed: Duration,
    pub(crate) from_cache: bool,
}

impl AttemptEnd {
    pub(super) fn new(
        reply: &Result<Reply, Error>,
        status: Option<u16>,
        from_cache: bool,
        elapsed: Duration,
        then: Then,
    ) -> AttemptEnd {
        let final_url = match reply {
            Ok(reply) => Some(reply.url.clone()),
            Err(error) => error.answered_by().and_then(|url| Url::parse(url).ok()),
        };
        let reason = match (then, reply) {
            (Then::Resend(Resend::ClosedConnection), _) => {
                Some("left: the server had closed a kept-alive connection; sent again immediately".into())
            }
            (Then::Resend(Resend::OtherResponse), _) => {
                Some("left: its 304 is not about the stored reply; sent again without a condition".into())
            }
            (Then::Retry(delay), _) => Some(format!("left: {}; {}", summary(reply), retry_text(delay)).into()),
            (Then::Done | Then::NoTime, Ok(Reply { body: Ok(_), .. })) => None,
            (Then::Done | Then::NoTime, _) => Some(format!("ended: {}", summary(reply)).into()),
        };
        AttemptEnd { status, final_url, outcome: Outcome::Failed(provisional_kind(reply)), reason, elapsed, from_cache }
    }
}

/// A short description of the reply.
fn summary(reply: &Result<Reply, Error>) -> String {
    match reply {
        Ok(Reply { status, body: Ok(_), .. }) => format!("HTTP status {status}"),
        Ok(Reply { url, body: Err(error), .. }) => without_url(error, url),
        Err(error) => error.message().to_owned(),
    }
}

fn retry_text(delay: Duration) -> String {
    match delay.is_zero() {
        true => "sent again immediately".to_owned(),
        // Rounded up, so that the text never says 0.0 s.
        false => format!("sent again in {:.1} s", delay.as_millis().div_ceil(100) as f64 / 10.0),
    }
}
