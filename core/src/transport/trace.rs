use crate::{Attempt, ErrorKind, Outcome, Purpose};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use url::Url;

/// The attempts of one call, in the order in which they began; several may be under way at once.
#[derive(Default)]
pub(crate) struct Trace(Mutex<Vec<Attempt>>);

/// What an attempt came to, as far as the transport can tell.
pub(super) struct Ended {
    pub(super) status: Option<u16>,
    pub(super) outcome: Outcome,
    pub(super) elapsed: Duration,
    pub(super) from_cache: bool,
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
            attempt.outcome = ended.outcome;
            attempt.elapsed = ended.elapsed;
            attempt.from_cache = ended.from_cache;
        }
    }

    /// Notes what an attempt came to, which only its judge can tell.
    pub(crate) fn settle(&self, attempt: usize, outcome: Outcome) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = outcome;
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
