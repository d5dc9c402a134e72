use crate::{Error, process};
use std::any::Any;
use std::fmt;

/// Sets the guard that a thread holds while it starts one of the library's threads: the I/O thread, or a thread for a name
/// look-up. `guard` is called before the start, and its result is dropped after the start. Later guards are ignored.
///
/// A new thread inherits the signal mask of the thread that starts it. A guard that blocks all signals keeps `SIGPIPE`
/// and the host's signal handlers away from the library's threads. Default: none. Without a guard, the host's signal
/// handlers may run on any thread, and only programs that ignore `SIGPIPE`, such as Rust programs, are safe from it.
pub fn set_thread_guard<G: Any>(guard: impl Fn() -> G + Send + Sync + 'static) {
    process::set_thread_guard(Box::new(move || Box::new(guard())));
}

/// Runs `call` on the I/O thread. Dropping the future cancels the call and closes its sockets. The caller needs no runtime.
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
/// As [`run`]. [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) if the caller is the I/O thread, because
/// that thread would wait for itself.
pub fn wait<T, E>(call: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    process::wait(call, None)
}

/// Starts `work` on the I/O thread. `work` must deliver its result itself.
///
/// # Errors
/// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the I/O thread cannot be started.
pub fn spawn(work: impl Future<Output = ()> + Send + 'static) -> Result<Started, Error> {
    process::spawn(work).map(Started)
}

/// A handle to work on the I/O thread. Dropping the handle does not end the work.
pub struct Started(process::Started);

impl Started {
    /// Cancels the work, if it still runs, and closes its sockets. Does nothing in a forked child.
    pub fn abort(&self) {
        self.0.abort();
    }
}

impl fmt::Debug for Started {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Started").finish_non_exhaustive()
    }
}
