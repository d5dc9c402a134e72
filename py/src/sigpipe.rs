//! Keeps SIGPIPE from a process that restored its default action, while a thread writes to sockets: `block` before, without
//! the interpreter, and `settle` after, with it. The interpreter is who knows of pending signals at the price of one system
//! call.

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{block, settle};
#[cfg(target_os = "linux")]
pub(crate) use linux::{block, settle};

#[cfg(target_os = "linux")]
mod linux {
    use nix::sys::signal::{SigSet, SigmaskHow, Signal};
    use pyo3::prelude::*;
    use pyo3::sync::PyOnceLock;
    use std::cell::Cell;

    thread_local! {
        /// Whether it was this module that blocked the signal on this thread.
        static BLOCKED: Cell<bool> = const { Cell::new(false) };
    }

    fn sigpipe() -> SigSet {
        SigSet::from(Signal::SIGPIPE)
    }

    /// Blocks the signal on this thread, until it is settled.
    pub(crate) fn block() {
        if !BLOCKED.get() {
            let before = sigpipe().thread_swap_mask(SigmaskHow::SIG_BLOCK);
            BLOCKED.set(before.is_ok_and(|before| !before.contains(Signal::SIGPIPE)));
        }
    }

    /// Takes a signal that came meanwhile away, and unblocks it. Where nobody can tell whether one came, it stays blocked:
    /// better than a process that ends.
    pub(crate) fn settle(py: Python<'_>) {
        if !BLOCKED.take() {
            return;
        }
        let taken = match is_pending(py) {
            Ok(true) => sigpipe().wait().is_ok(),
            Ok(false) => true,
            Err(_) => false,
        };
        if taken {
            _ = sigpipe().thread_unblock();
        }
    }

    fn is_pending(py: Python<'_>) -> PyResult<bool> {
        static PENDING: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        // Where `signal` gets it from, which makes enumerators of its numbers.
        PENDING.import(py, "_signal", "sigpending")?.call0()?.contains(Signal::SIGPIPE as i32)
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use pyo3::prelude::*;

    /// Nothing to do, or nobody has tried.
    pub(crate) fn block() {}

    pub(crate) fn settle(_: Python<'_>) {}
}
