use crate::process::{PerProcess, Process};
use crate::{Attempt, ErrorKind, Outcome};
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Collects the attempts of calls, successful ones included:
/// [`Client::with_attempt_log`](crate::Client::with_attempt_log). Clones are the same log. After a fork, the child's log is
/// empty.
///
/// A call adds each attempt as soon as its outcome and its reason are known, so that the order is that of the ends. An
/// attempt of `discover` may wait for another answer: the reason of a document can depend on the probe.
/// [`embedding::LiveLog`](crate::embedding::LiveLog) has more functions, for bindings that log attempts during a call.
#[derive(Clone, Default)]
pub struct AttemptLog(Arc<Shared>);

#[derive(Default)]
struct Shared {
    attempts: PerProcess<Mutex<Attempts>>,
    added: OnceLock<Box<dyn Fn() + Send + Sync>>,
}

#[derive(Debug, Default)]
struct Attempts {
    /// The attempts without an outcome, by id.
    open: BTreeMap<u64, Attempt>,
    last_id: u64,
    ended: VecDeque<Attempt>,
}

impl AttemptLog {
    /// Returns an empty log.
    pub fn new() -> AttemptLog {
        AttemptLog::default()
    }

    /// Removes and returns the attempts that have ended. If a call's future is dropped, its open attempts end as cancelled.
    pub fn take(&self) -> Vec<Attempt> {
        std::mem::take(&mut self.attempts().ended).into()
    }

    /// Adds the start of an attempt, and returns the id of the attempt.
    pub(super) fn begin(&self, attempt: Attempt) -> u64 {
        let mut attempts = self.attempts();
        attempts.last_id += 1;
        let id = attempts.last_id;
        attempts.open.insert(id, attempt);
        id
    }

    /// Adds the end of an attempt, unless [`AttemptLog::give_up_open`] has ended the attempt before.
    pub(super) fn end(&self, id: u64, attempt: Attempt) {
        let mut attempts = self.attempts();
        let was_open = attempts.open.remove(&id).is_some();
        if was_open {
            attempts.ended.push_back(attempt);
        }
        drop(attempts);
        if was_open {
            self.notify();
        }
    }

    /// Adds an attempt that has ended.
    pub(crate) fn add(&self, attempt: Attempt) {
        self.attempts().ended.push_back(attempt);
        self.notify();
    }

    /// Sets the function to call after each new attempt. Later functions are ignored.
    pub(crate) fn set_added(&self, added: Box<dyn Fn() + Send + Sync>) {
        _ = self.0.added.set(added);
    }

    pub(crate) fn has_none_ended(&self) -> bool {
        self.attempts().ended.is_empty()
    }

    pub(crate) fn pop_first(&self) -> Option<Attempt> {
        self.attempts().ended.pop_front()
    }

    /// Ends the open attempts as cancelled.
    pub(crate) fn give_up_open(&self) {
        let mut attempts = self.attempts();
        let open = std::mem::take(&mut attempts.open);
        attempts.ended.extend(open.into_values().map(|mut attempt| {
            attempt.settle(Outcome::Failed(ErrorKind::Cancelled), GIVEN_UP);
            attempt
        }));
    }

    fn notify(&self) {
        if let Some(added) = self.0.added.get() {
            added();
        }
    }

    fn attempts(&self) -> MutexGuard<'_, Attempts> {
        let attempts = self.0.attempts.get_or_init(Process::current(), Mutex::default);
        attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The reason of an attempt whose call ends before the answer.
pub(super) const GIVEN_UP: &str = "given up: the call was cancelled";

impl fmt::Debug for AttemptLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AttemptLog").field(&self.attempts().ended).finish()
    }
}
