use super::retry;
use crate::protocol::discovery::without_url;
use crate::protocol::response::Reply;
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose};
use std::borrow::Cow;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use url::Url;

/// The attempts of one call, in the order in which they began; several may be under way at once. Most calls succeed and
/// show no attempt, so sentences are written only where one is shown.
#[derive(Default)]
pub(crate) struct Trace(Mutex<Vec<Traced>>);

/// An attempt before its sentence is written.
struct Traced {
    purpose: Purpose,
    url: String,
    outcome: Outcome,
    /// `None`: nothing more than its status.
    reason: Option<Cow<'static, str>>,
    /// `None`: it has not ended.
    ended: Option<Ended>,
}

/// What an attempt came to, as far as the transport can tell.
pub(super) struct Ended {
    status: Option<u16>,
    /// Where the answer came from; `None` where none came.
    final_url: Option<Url>,
    outcome: Outcome,
    reason: Option<String>,
    elapsed: Duration,
    from_cache: bool,
}

impl Ended {
    /// The end of an attempt with this reply; `noted_status` is that of the answer itself.
    pub(super) fn of(
        reply: &Result<Reply, Error>,
        noted_status: Option<u16>,
        from_cache: bool,
        started: Instant,
        next: Option<Duration>,
    ) -> Ended {
        let outcome = Outcome::Failed(retry::provisional_kind(reply));
        let final_url = match reply {
            Ok(reply) => Some(reply.url.clone()),
            Err(error) => error.answered_by().and_then(|url| Url::parse(url).ok()),
        };
        let reason = match (next, reply) {
            (Some(wait), _) => Some(format!("left: {}; {}", answered(reply), again(wait))),
            (None, Ok(Reply { body: Ok(_), .. })) => None,
            (None, _) => Some(format!("ended: {}", answered(reply))),
        };
        Ended { status: noted_status, final_url, outcome, reason, elapsed: started.elapsed(), from_cache }
    }
}

/// What came, in a few words.
fn answered(reply: &Result<Reply, Error>) -> String {
    match reply {
        Ok(Reply { status, body: Ok(_), .. }) => format!("HTTP status {status}"),
        Ok(Reply { url, body: Err(error), .. }) => without_url(error, url),
        Err(error) => error.message().to_owned(),
    }
}

fn again(wait: Duration) -> String {
    match wait.is_zero() {
        true => "sent again at once".to_owned(),
        // Rounded up: a wait that is shown as 0.0 s would be none.
        false => format!("sent again in {:.1} s", wait.as_millis().div_ceil(100) as f64 / 10.0),
    }
}

impl Trace {
    /// Notes that a request is sent. Until its end is noted, it counts as given up.
    pub(super) fn begin(&self, purpose: Purpose, url: &Url) -> usize {
        let mut attempts = self.attempts();
        let (url, outcome) = (url.as_str().to_owned(), Outcome::Failed(ErrorKind::Cancelled));
        attempts.push(Traced { purpose, url, outcome, reason: None, ended: None });
        attempts.len() - 1
    }

    pub(super) fn end(&self, attempt: usize, mut ended: Ended) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = ended.outcome;
            attempt.reason = ended.reason.take().map(Cow::Owned);
            attempt.ended = Some(ended);
        }
    }

    /// Notes what an attempt came to and why, which only its judge can tell.
    pub(crate) fn settle(&self, attempt: usize, outcome: Outcome, reason: impl Into<Cow<'static, str>>) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = outcome;
            attempt.reason = Some(reason.into());
        }
    }

    /// Notes why the attempts were given up that have no end.
    pub(crate) fn give_up(&self, why: impl Fn(Purpose) -> &'static str) {
        for attempt in self.attempts().iter_mut().filter(|attempt| attempt.ended.is_none()) {
            attempt.reason = Some(why(attempt.purpose).into());
        }
    }

    /// Notes why an attempt's answer was left.
    pub(super) fn explain(&self, attempt: usize, reason: &'static str) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.reason = Some(reason.into());
        }
    }

    pub(crate) fn into_attempts(self) -> Vec<Attempt> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().map(Traced::into_attempt).collect()
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Traced>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Traced {
    fn into_attempt(self) -> Attempt {
        let Traced { purpose, url, outcome, reason, ended } = self;
        let mut attempt = Attempt::begun(purpose, url);
        if let Some(Ended { status, final_url, elapsed, from_cache, .. }) = ended {
            attempt.status = status;
            attempt.final_url = final_url.map(String::from);
            attempt.elapsed = elapsed;
            attempt.from_cache = from_cache;
        }
        let status = || attempt.status.map(|status| format!("ended: HTTP status {status}").into()).unwrap_or_default();
        let reason: Cow<'static, str> = reason.unwrap_or_else(status);
        attempt.settle(outcome, &reason);
        attempt
    }
}
