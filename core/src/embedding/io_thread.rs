use crate::{Error, process};
use std::any::Any;
use std::fmt;

/// Sets the guard that a thread holds while it starts one of the library's threads: the I/O thread, or one for a name
/// look-up. `guard` is called before, and its result is dropped after. The first guard that is set is kept.
///
/// A new thread inherits the signal mask of the thread that starts it. A guard that blocks all signals keeps the host's
/// signal handlers, and `SIGPIPE`, from the library's threads. Default: none. A Rust program ignores `SIGPIPE` from its
/// start, and its other signals may then be handled on any thread.
pub fn set_thread_guard<G: Any>(guard: impl Fn() -> G + Send + Sync + 'static) {
    process::set_thread_guard(Box::new(move || Box::new(guard())));
}

/// Runs `call` on the I/O thread. Dropping the future ends the call and closes its sockets. Needs no runtime.
///
/// # Errors
/// Those of `call`; [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the I/O thread cannot be started;
/// [`ErrorKind::Internal`](crate::ErrorKind::Internal) if `call` panics.
pub async fn run<T, E>(call: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    process::run(call).await
}

/// Runs `call` on the I/O thread, and blocks until it ends.
///
/// # Errors
/// As [`run`], and [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) on the I/O thread, which would wait
/// for itself.
pub fn wait<T, E>(call: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    process::wait(call, None)
}

/// Starts `work` on the I/O thread. It delivers its result itself.
///
/// # Errors
/// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the I/O thread cannot be started.
pub fn spawn(work: impl Future<Output = ()> + Send + 'static) -> Result<Started, Error> {
    process::spawn(work).map(Started)
}

/// Work that was started on the I/O thread. Dropping this does not end it.
pub struct Started(process::Started);

impl Started {
    /// Ends the work, if it has not ended, and closes its sockets. Does nothing in a child of the process that started it.
    pub fn abort(&self) {
        self.0.abort();
    }
}

impl fmt::Debug for Started {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Started").finish_non_exhaustive()
    }
}
