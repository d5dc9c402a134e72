use crate::protocol::call::AttemptEnd;
use crate::{Attempt, ErrorKind, Outcome, Purpose};
use std::borrow::Cow;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;

/// The attempts of one call, in the order of their starts. Several may be in flight. Most calls succeed and show no
/// attempt, so the reasons are formatted only when they are shown.
#[derive(Default)]
pub(crate) struct Trace(Mutex<Vec<Traced>>);

/// An attempt whose reason is not formatted yet.
struct Traced {
    purpose: Purpose,
    method: &'static str,
    url: String,
    outcome: Outcome,
    /// `None` if the status explains the outcome.
    reason: Option<Cow<'static, str>>,
    /// `None` until the attempt ends.
    ended: Option<AttemptEnd>,
}

impl Trace {
    /// Records the start of an attempt, and returns its number. An attempt without a recorded end counts as cancelled.
    pub(crate) fn begin(&self, purpose: Purpose, method: &'static str, url: &Url) -> usize {
        let mut attempts = self.attempts();
        let (url, outcome) = (url.as_str().to_owned(), Outcome::Failed(ErrorKind::Cancelled));
        attempts.push(Traced { purpose, method, url, outcome, reason: None, ended: None });
        attempts.len() - 1
    }

    pub(super) fn end(&self, attempt: usize, mut ended: AttemptEnd) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = ended.outcome;
            attempt.reason = ended.reason.take();
            attempt.ended = Some(ended);
        }
    }

    /// Records the final outcome of an attempt and its reason, after its document was checked.
    pub(crate) fn settle(&self, attempt: usize, outcome: Outcome, reason: impl Into<Cow<'static, str>>) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = outcome;
            attempt.reason = Some(reason.into());
        }
    }

    /// Records why the unfinished attempts were given up.
    pub(crate) fn give_up(&self, why: impl Fn(Purpose, &str) -> (Outcome, &'static str)) {
        for attempt in self.attempts().iter_mut().filter(|attempt| attempt.ended.is_none()) {
            let (outcome, reason) = why(attempt.purpose, attempt.method);
            attempt.outcome = outcome;
            attempt.reason = Some(reason.into());
        }
    }

    /// Removes and returns the attempts.
    pub(crate) fn take_attempts(&self) -> Vec<Attempt> {
        let traced = std::mem::take(&mut *self.attempts());
        traced.into_iter().map(Traced::into_attempt).collect()
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Traced>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Traced {
    fn into_attempt(self) -> Attempt {
        let Traced { purpose, method, url, outcome, reason, ended } = self;
        let mut attempt = Attempt::begun(purpose, method, url);
        if let Some(AttemptEnd { status, final_url, elapsed, from_cache, .. }) = ended {
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
