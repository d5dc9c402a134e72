use super::sealed::Sealed;
use crate::{Attempt, AttemptLog};

/// More functions of [`AttemptLog`], for bindings that log each attempt while its call runs.
pub trait LiveLog: Sealed {
    /// Calls `added` after each attempt is added to the log, on the thread that runs the call: often the I/O thread. `added`
    /// must not block, must not panic and must not make calls: it should wake the thread that logs. Later functions are
    /// ignored. Default: none.
    fn on_added(&self, added: impl Fn() + Send + Sync + 'static);

    /// Returns true if the log contains no attempt that has ended.
    fn is_empty(&self) -> bool;

    /// Removes and returns the first attempt that has ended; `None` if the log is empty.
    fn pop(&self) -> Option<Attempt>;

    /// Ends the open attempts of all calls of the log, with the outcome `cancelled`. Later ends of these attempts are
    /// ignored. For a binding that cancels a call and does not wait until the I/O thread has dropped its future. Does not
    /// call the function of [`on_added`](LiveLog::on_added).
    fn end_open(&self);
}

impl Sealed for AttemptLog {}

impl LiveLog for AttemptLog {
    fn on_added(&self, added: impl Fn() + Send + Sync + 'static) {
        self.set_added(Box::new(added));
    }

    fn is_empty(&self) -> bool {
        self.has_none_ended()
    }

    fn pop(&self) -> Option<Attempt> {
        self.pop_first()
    }

    fn end_open(&self) {
        self.give_up_open();
    }
}
