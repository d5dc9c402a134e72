//! Python runs its signal handlers on the main thread, between bytecodes: a call that waits there asks for them.

use pyo3::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use telnyx_oauth::embedding;

/// How often a call that waits asks. Ctrl-C is to end it within 100 ms.
pub(crate) const EVERY: Duration = Duration::from_millis(50);

thread_local! {
    /// What a handler has raised, until the call that it ended has ended.
    static RAISED: Cell<Option<PyErr>> = const { Cell::new(None) };
}

/// Runs the handlers of signals that have come, and says whether one has raised.
pub(crate) fn raised() -> bool {
    let raised = may_be_main_thread().then(|| Python::try_attach(|py| py.check_signals().err())).flatten().flatten();
    let any = raised.is_some();
    RAISED.set(raised);
    any
}

/// Keeps all signals from the threads that core starts: Python's handlers are for Python's threads, and a peer that resets
/// a connection is not to end the process.
pub(crate) fn keep_from_threads_of_core() {
    embedding::set_thread_guard(Blocked::new);
}

/// Blocks all signals on this thread, as long as it lives.
#[cfg(unix)]
struct Blocked(Option<nix::sys::signal::SigSet>);

#[cfg(unix)]
impl Blocked {
    fn new() -> Blocked {
        use nix::sys::signal::{SigSet, SigmaskHow};
        Blocked(SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK).ok())
    }
}

#[cfg(unix)]
impl Drop for Blocked {
    fn drop(&mut self) {
        if let Some(before) = self.0 {
            _ = before.thread_set_mask();
        }
    }
}

#[cfg(not(unix))]
struct Blocked;

#[cfg(not(unix))]
impl Blocked {
    fn new() -> Blocked {
        Blocked
    }
}

/// What the handlers have raised since this thread's call began.
pub(crate) fn take_raised() -> Option<PyErr> {
    RAISED.take()
}

/// Other threads run no handlers: they need not wait for the interpreter to be told so.
#[cfg(target_os = "linux")]
fn may_be_main_thread() -> bool {
    nix::unistd::gettid() == nix::unistd::getpid()
}

#[cfg(not(target_os = "linux"))]
fn may_be_main_thread() -> bool {
    true
}
