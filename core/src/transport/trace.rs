use super::attempt_log::{AttemptLog, GIVEN_UP};
use crate::protocol::call::AttemptEnd;
use crate::{Attempt, ErrorKind, Outcome, Purpose};
use std::borrow::Cow;
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;

/// The attempts of one call, in the order of their starts. Several may be in flight. Most calls succeed and show no
/// attempt, so the reasons are formatted only when they are shown.
pub(crate) struct Trace {
    attempts: Mutex<Vec<Traced>>,
    log: Option<AttemptLog>,
}

/// An attempt whose reason is not formatted yet.
#[derive(Clone)]
struct Traced {
    purpose: Purpose,
    method: &'static str,
    url: String,
    outcome: Outcome,
    /// `None` if the status explains the outcome.
    reason: Option<Cow<'static, str>>,
    /// `None` until the attempt ends.
    ended: Option<AttemptEnd>,
    /// The attempt's id in the log, until the log has its end.
    id_in_log: Option<u64>,
}

impl Trace {
    /// Returns an empty trace, whose attempts are added to `log` when they end.
    pub(crate) fn new(log: Option<AttemptLog>) -> Trace {
        Trace { attempts: Mutex::default(), log }
    }

    /// Records the start of an attempt, and returns its number. An attempt without a recorded end counts as cancelled.
    pub(crate) fn begin(&self, purpose: Purpose, method: &'static str, url: &Url) -> usize {
        let (url, outcome) = (url.as_str().to_owned(), Outcome::Failed(ErrorKind::Cancelled));
        let id_in_log = self.log.as_ref().map(|log| log.begin(Attempt::begun(purpose, method, url.clone())));
        let mut attempts = self.attempts();
        attempts.push(Traced { purpose, method, url, outcome, reason: None, ended: None, id_in_log });
        attempts.len() - 1
    }

    /// Records the end of an attempt. Its outcome is provisional.
    pub(crate) fn end(&self, attempt: usize, mut ended: AttemptEnd) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = ended.outcome;
            attempt.reason = ended.reason.take();
            attempt.ended = Some(ended);
        }
    }

    /// Records the outcome of an attempt and its reason, after its document was checked.
    pub(crate) fn settle(&self, attempt: usize, outcome: Outcome, reason: impl Into<Cow<'static, str>>) {
        if let Some(attempt) = self.attempts().get_mut(attempt) {
            attempt.outcome = outcome;
            attempt.reason = Some(reason.into());
        }
        self.log(attempt);
    }

    /// Adds an attempt to the log, unless the log has its end.
    pub(super) fn log(&self, attempt: usize) {
        let Some(log) = &self.log else { return };
        let mut attempts = self.attempts();
        let Some(attempt) = attempts.get_mut(attempt) else { return };
        let Some(id) = attempt.id_in_log.take() else { return };
        let attempt = attempt.clone();
        drop(attempts);
        log.end(id, attempt.into_attempt());
    }

    /// Records why the unfinished attempts were given up.
    pub(crate) fn give_up(&self, why: impl Fn(Purpose, &str) -> (Outcome, &'static str)) {
        for attempt in self.attempts().iter_mut().filter(|attempt| attempt.ended.is_none()) {
            let (outcome, reason) = why(attempt.purpose, attempt.method);
            attempt.outcome = outcome;
            attempt.reason = Some(reason.into());
        }
    }

    /// Removes and returns the attempts. The log gets those that it does not have.
    pub(crate) fn take_attempts(&self) -> Vec<Attempt> {
        let attempts = self.attempts().len();
        (0..attempts).for_each(|attempt| self.log(attempt));
        let traced = std::mem::take(&mut *self.attempts());
        traced.into_iter().map(Traced::into_attempt).collect()
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Traced>> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Trace {
    /// Logs the attempts of a call whose future was dropped.
    fn drop(&mut self) {
        if self.log.is_some() {
            self.give_up(|_, _| (Outcome::Failed(ErrorKind::Cancelled), GIVEN_UP));
            self.take_attempts();
        }
    }
}

impl Traced {
    fn into_attempt(self) -> Attempt {
        let Traced { purpose, method, url, outcome, reason, ended, .. } = self;
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
