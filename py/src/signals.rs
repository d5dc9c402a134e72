//! Python's signal handlers run on the main thread, between bytecodes. A call that waits there runs them meanwhile.

use nix::sys::signal::{SigSet, SigmaskHow};
use pyo3::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use telnyx_oauth::embedding;

/// The interval at which a waiting call runs signal handlers. Ctrl-C must end it within 100 ms.
pub(crate) const EVERY: Duration = Duration::from_millis(50);

thread_local! {
    /// The exception that a handler raised, until the call that it interrupted returns.
    static RAISED: Cell<Option<PyErr>> = const { Cell::new(None) };
}

/// Runs the handlers of pending signals. True if one raised.
pub(crate) fn raised() -> bool {
    let raised = may_be_main_thread().then(|| Python::try_attach(|py| py.check_signals().err())).flatten().flatten();
    let any = raised.is_some();
    RAISED.set(raised);
    any
}

/// Blocks all signals on the threads that core starts: Python's handlers belong to Python's threads, and `SIGPIPE` of a reset
/// connection must not end the process.
pub(crate) fn keep_from_threads_of_core() {
    embedding::set_thread_guard(Blocked::new);
}

/// All signals are blocked on this thread while this lives. Holds the mask before.
struct Blocked(Option<SigSet>);

impl Blocked {
    fn new() -> Blocked {
        Blocked(SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK).ok())
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        if let Some(before) = self.0 {
            _ = before.thread_set_mask();
        }
    }
}

/// Takes the exception that a handler raised during this thread's call.
pub(crate) fn take_raised() -> Option<PyErr> {
    RAISED.take()
}

/// False on threads that run no handlers, which then need not wait for the interpreter.
#[cfg(target_os = "linux")]
fn may_be_main_thread() -> bool {
    nix::unistd::gettid() == nix::unistd::getpid()
}

#[cfg(not(target_os = "linux"))]
fn may_be_main_thread() -> bool {
    true
}
