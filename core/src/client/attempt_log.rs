use crate::Attempt;
use crate::process::{PerProcess, Process};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Collects the attempts of calls, successful ones included:
/// [`Client::with_attempt_log`](crate::Client::with_attempt_log). Clones are the same log. After a fork, the child's log is
/// empty.
#[derive(Clone, Default)]
pub struct AttemptLog(Arc<PerProcess<Mutex<Vec<Attempt>>>>);

impl AttemptLog {
    /// Returns an empty log.
    pub fn new() -> AttemptLog {
        AttemptLog::default()
    }

    /// Removes and returns the attempts of the calls that have ended, in order. A call whose future was dropped adds none.
    pub fn take(&self) -> Vec<Attempt> {
        std::mem::take(&mut self.attempts())
    }

    pub(crate) fn extend(&self, attempts: &[Attempt]) {
        self.attempts().extend_from_slice(attempts);
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Attempt>> {
        let attempts = self.0.get_or_init(Process::current(), Mutex::default);
        attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for AttemptLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AttemptLog").field(&*self.attempts()).finish()
    }
}
