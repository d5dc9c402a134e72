//! The library's threads run no signal handlers of the program. A peer that resets a TLS connection must not end a program
//! in which SIGPIPE has its default action, as in Swift.

#[cfg(unix)]
pub(crate) use unix::keep_from_threads_of_core;

#[cfg(not(unix))]
pub(crate) fn keep_from_threads_of_core() {}

#[cfg(unix)]
mod unix {
    use nix::sys::signal::{SigSet, SigmaskHow};
    use telnyx_oauth::embedding;

    /// Blocks all signals on each thread that the library starts.
    pub(crate) fn keep_from_threads_of_core() {
        embedding::set_thread_guard(|| Blocked(SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK).ok()));
    }

    /// All signals are blocked on this thread while this lives. Holds the mask before.
    struct Blocked(Option<SigSet>);

    impl Drop for Blocked {
        fn drop(&mut self) {
            if let Some(before) = self.0 {
                // It fails only for an invalid mask.
                let _ = before.thread_set_mask();
            }
        }
    }
}
