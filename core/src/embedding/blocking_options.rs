use super::sealed::Sealed;
use crate::Error;
use crate::blocking::{Client, ClientBuilder};
use crate::process::Interrupt;
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

/// More options of [`blocking::ClientBuilder`](ClientBuilder), for bindings: they affect the threads that make the calls.
pub trait BlockingOptions: Sealed {
    /// Calls `guard` on each calling thread before it does I/O for a call, and drops the result after the call. Default:
    /// none. [`set_thread_guard`](crate::embedding::set_thread_guard) is for the library's own threads.
    ///
    /// Use this to block `SIGPIPE`. The library writes to sockets without `MSG_NOSIGNAL`, so a peer that resets a TLS
    /// connection raises the signal, and by default `SIGPIPE` ends the process. A Rust program ignores `SIGPIPE` from its
    /// start. A Rust program that restores the default action needs this guard, and so does a library in a program in
    /// another language.
    #[must_use]
    fn io_guard<G: Any>(self, guard: impl Fn() -> G + Send + Sync + 'static) -> Self;

    /// Calls `ends` on the calling thread while a call waits: at the interval `every` (not zero), and each time that
    /// another thread unparks the calling thread ([`Thread::unpark`](std::thread::Thread::unpark)). If `ends` returns true,
    /// the call ends with [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled). For hosts that poll for signals.
    /// Default: none.
    ///
    /// The call itself continues on the I/O thread. To end a call from another thread, use a
    /// [`CancelToken`](crate::CancelToken).
    #[must_use]
    fn interrupt(self, every: Duration, ends: impl Fn() -> bool + Send + Sync + 'static) -> Self;
}

/// A function of [`blocking::Client`](Client), for bindings.
pub trait BlockingCalls: Sealed {
    /// Returns a client with the same connections and cache, and this function in place of that of
    /// [`BlockingOptions::interrupt`].
    ///
    /// If [`LiveLog::on_added`](crate::embedding::LiveLog::on_added) unparks the calling thread, `ends` can log each
    /// attempt at once.
    #[must_use]
    fn with_interrupt(&self, every: Duration, ends: impl Fn() -> bool + Send + Sync + 'static) -> Self;

    /// Makes a call with the async client that has the same connections and cache, and blocks until it ends. The options of
    /// this client apply, its interrupt included.
    ///
    /// # Errors
    /// Those of the call, and those of every blocking call.
    fn run<T, F>(&self, call: impl FnOnce(crate::Client) -> F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static;
}

impl Sealed for Client {}

impl BlockingCalls for Client {
    fn with_interrupt(&self, every: Duration, ends: impl Fn() -> bool + Send + Sync + 'static) -> Client {
        self.interrupted_by(Interrupt { every, ends: Arc::new(ends) })
    }

    fn run<T, F>(&self, call: impl FnOnce(crate::Client) -> F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        self.make(call)
    }
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
