//! Python runs its signal handlers on the main thread, between bytecodes: a call that waits there asks for them.

use crate::sigpipe;
use pyo3::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// How often a call that waits asks. Ctrl-C is to end it within 100 ms.
pub(crate) const EVERY: Duration = Duration::from_millis(50);

thread_local! {
    /// What a handler has raised, until the call that it ended has ended.
    static RAISED: Cell<Option<PyErr>> = const { Cell::new(None) };
}

/// Runs the handlers of signals that have come, and says whether one has raised.
pub(crate) fn raised() -> bool {
    let raised = may_be_main_thread().then(|| Python::try_attach(ask)).flatten().flatten();
    let any = raised.is_some();
    RAISED.set(raised);
    any
}

/// Runs the handlers, under the signal mask that they expect.
fn ask(py: Python<'_>) -> Option<PyErr> {
    sigpipe::settle(py);
    py.check_signals().err()
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
