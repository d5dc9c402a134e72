use super::retry;
use crate::protocol::{Reply, why};
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use url::Url;

/// The attempts of one call, in the order in which they began; several may be under way at once.
#[derive(Default)]
pub(crate) struct Trace(Mutex<Vec<Attempt>>);

/// What an attempt came to, as far as the transport can tell.
pub(super) struct Ended {
    pub(super) status: Option<u16>,
    pub(super) final_url: Option<String>,
    pub(super) outcome: Outcome,
    pub(super) reason: String,
    pub(super) elapsed: Duration,
    pub(super) from_cache: bool,
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
            Ok(reply) => Some(reply.url.as_str()),
            Err(error) => error.answered_by(),
        };
        let reason = next.map_or_else(
            || format!("ended: {}", answered(reply)),
            |wait| format!("left: {}; {}", answered(reply), again(wait)),
        );
        let (status, final_url, elapsed) = (noted_status, final_url.map(str::to_owned), started.elapsed());
        Ended { status, final_url, outcome, reason, elapsed, from_cache }
    }
}

/// What came, in a few words.
fn answered(reply: &Result<Reply, Error>) -> String {
    match reply {
        Ok(Reply { status, body: Ok(_), .. }) => format!("HTTP status {status}"),
        Ok(Reply { url, body: Err(error), .. }) => why(error, url),
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
        attempts.push(Attempt {
            purpose,
            method: "GET",
            url: url.as_str().to_owned(),
            final_url: None,
            status: None,
            outcome: Outcome::Failed(ErrorKind::Cancelled),
            reason: String::new(),
            elapsed: Duration::ZERO,
            from_cache: false,
        });
        attempts.len() - 1
    }

    pub(super) fn end(&self, attempt: usize, ended: Ended) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.status = ended.status;
            attempt.final_url = ended.final_url;
            attempt.elapsed = ended.elapsed;
            attempt.from_cache = ended.from_cache;
            attempt.settle(ended.outcome, &ended.reason);
        }
    }

    /// Notes what an attempt came to and why, which only its judge can tell.
    pub(crate) fn settle(&self, attempt: usize, outcome: Outcome, reason: &str) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.settle(outcome, reason);
        }
    }

    /// Notes why the attempts were given up that have no end.
    pub(crate) fn give_up(&self, why: impl Fn(Purpose) -> &'static str) {
        for attempt in self.attempts().iter_mut().filter(|attempt| attempt.reason.is_empty()) {
            attempt.settle(attempt.outcome, why(attempt.purpose));
        }
    }

    /// Notes why an attempt's answer was left.
    pub(super) fn explain(&self, attempt: usize, reason: &str) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.reason = reason.to_owned();
        }
    }

    pub(crate) fn into_attempts(self) -> Vec<Attempt> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Attempt>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
