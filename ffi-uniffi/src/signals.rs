//! Blocks signals on the library's threads, so that these threads never run the program's signal handlers. A TLS connection
//! that the peer resets must not end a program in which SIGPIPE has its default action, such as a Swift program.

#[cfg(unix)]
pub(crate) use unix::block_on_library_threads;

#[cfg(not(unix))]
pub(crate) fn block_on_library_threads() {}

#[cfg(unix)]
mod unix {
    use nix::sys::signal::{SigSet, SigmaskHow};
    use telnyx_oauth::embedding;

    /// Blocks all signals on each thread that the library starts.
    pub(crate) fn block_on_library_threads() {
        embedding::set_thread_guard(|| Blocked(SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK).ok()));
    }

    /// Blocks all signals on this thread until the value is dropped. Holds the previous signal mask.
    struct Blocked(Option<SigSet>);

    impl Drop for Blocked {
        fn drop(&mut self) {
            if let Some(before) = self.0 {
                // `pthread_sigmask` fails only for an invalid mask.
                let _ = before.thread_set_mask();
            }
        }
    }
}
