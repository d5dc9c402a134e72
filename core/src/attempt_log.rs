use crate::Attempt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Collects the attempts of the calls that it is given to, of those that succeed too:
/// [`Client::with_attempt_log`](crate::Client::with_attempt_log). Clones are the same log.
#[derive(Clone, Debug, Default)]
pub struct AttemptLog(Arc<Mutex<Vec<Attempt>>>);

impl AttemptLog {
    /// A log without attempts.
    pub fn new() -> AttemptLog {
        AttemptLog::default()
    }

    /// Takes what was collected: each call's attempts in order, when the call has ended. A call whose future was dropped
    /// leaves none.
    pub fn take(&self) -> Vec<Attempt> {
        std::mem::take(&mut self.attempts())
    }

    pub(crate) fn extend(&self, attempts: &[Attempt]) {
        self.attempts().extend_from_slice(attempts);
    }

    fn attempts(&self) -> MutexGuard<'_, Vec<Attempt>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
