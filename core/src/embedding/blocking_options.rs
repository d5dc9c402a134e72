use super::sealed::Sealed;
use crate::blocking::ClientBuilder;
use crate::process::Interrupt;
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

/// Options of [`blocking::ClientBuilder`](ClientBuilder) for the threads that make the calls of a binding.
pub trait BlockingOptions: Sealed {
    /// Calls `guard` on each calling thread that is about to do I/O for a call, and drops the result after the call.
    /// Default: none. [`set_thread_guard`](crate::embedding::set_thread_guard) is for the library's own threads.
    ///
    /// Sockets are written without `MSG_NOSIGNAL`. A Rust program ignores `SIGPIPE` from its start. A program that restores
    /// the signal's default action, or a library inside a program in another language, must block it on calling threads, or a
    /// peer that resets a TLS connection ends the process.
    #[must_use]
    fn io_guard<G: Any>(self, guard: impl Fn() -> G + Send + Sync + 'static) -> Self;

    /// Calls `ends` on the calling thread each time that the call has waited for `every` (not zero), and ends the call with
    /// [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled) if it returns true: for a host that learns of signals by asking.
    /// The call itself runs on the I/O thread and goes on meanwhile. Default: none.
    /// [`CancelToken`](crate::CancelToken) ends a call from another thread.
    #[must_use]
    fn interrupt(self, every: Duration, ends: impl Fn() -> bool + Send + Sync + 'static) -> Self;
}

impl Sealed for ClientBuilder {}

impl BlockingOptions for ClientBuilder {
    fn io_guard<G: Any>(self, guard: impl Fn() -> G + Send + Sync + 'static) -> ClientBuilder {
        self.with_io_guard(Arc::new(move || Box::new(guard())))
    }

    fn interrupt(self, every: Duration, ends: impl Fn() -> bool + Send + Sync + 'static) -> ClientBuilder {
        self.with_interrupt(Interrupt { every, ends: Arc::new(ends) })
    }
}
