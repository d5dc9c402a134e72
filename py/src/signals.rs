//! Runs Python's signal handlers while a call blocks the main thread. The interpreter runs them only between bytecodes.

use nix::sys::signal::{SigSet, SigmaskHow};
use pyo3::prelude::*;
use std::cell::Cell;
use std::time::Duration;
use telnyx_oauth::embedding;

/// The interval at which a waiting call runs signal handlers. Ctrl-C must end the call within 100 ms.
pub(crate) const INTERVAL: Duration = Duration::from_millis(50);

thread_local! {
    /// The exception that a handler raised, until the interrupted call returns.
    static RAISED: Cell<Option<PyErr>> = const { Cell::new(None) };
}

/// Runs the handlers of pending signals. Returns true if a handler raised an exception.
pub(crate) fn run_handlers() -> bool {
    ended_by(|| Ok(()))
}

/// Does `work`, and then runs the handlers of pending signals. Returns true if `work` or a handler raised an exception.
pub(crate) fn ended_by(work: impl FnOnce() -> PyResult<()>) -> bool {
    let check = || match may_be_main_thread() {
        true => Python::try_attach(|py| py.check_signals()).unwrap_or(Ok(())),
        false => Ok(()),
    };
    let raised = work().and_then(|()| check()).err();
    let any = raised.is_some();
    RAISED.set(raised);
    any
}

/// Blocks all signals on the threads that core starts. The system then delivers signals to Python's threads, and the
/// `SIGPIPE` of a reset connection does not end the process.
pub(crate) fn block_on_core_threads() {
    embedding::set_thread_guard(BlockedSignals::new);
}

/// Blocks all signals on the current thread until it is dropped. Contains the previous signal mask.
struct BlockedSignals(Option<SigSet>);

impl BlockedSignals {
    fn new() -> BlockedSignals {
        BlockedSignals(SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK).ok())
    }
}

impl Drop for BlockedSignals {
    fn drop(&mut self) {
        if let Some(previous) = self.0 {
            _ = previous.thread_set_mask();
        }
    }
}

/// Takes the exception that a handler raised during the last call of this thread.
pub(crate) fn take_raised() -> Option<PyErr> {
    RAISED.take()
}

/// Returns false on a thread that cannot be the main thread. Such a thread runs no handlers, and need not wait for the
/// interpreter.
#[cfg(target_os = "linux")]
fn may_be_main_thread() -> bool {
    nix::unistd::gettid() == nix::unistd::getpid()
}

#[cfg(not(target_os = "linux"))]
fn may_be_main_thread() -> bool {
    true
}
