//! For people who build bindings to another language on this crate: the I/O thread of the process, the threads that the
//! library starts, and panics.
//!
//! The I/O thread is made on first use, in each process: after a `fork`, the child makes its own and leaves its parent's
//! alone. It lives as long as the process.

use crate::protocol::documents;
use crate::{Error, process};
use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Sets what is alive on a thread while it starts one of the library's own: the I/O thread, or one for a name look-up.
/// `guard` is called before, and what it returns is dropped after. The first guard that is set counts.
///
/// A thread starts with the signal mask of the one that starts it. A guard that blocks all signals keeps the program's
/// signal handlers, and `SIGPIPE`, from the library's threads. Default: none; a Rust program ignores `SIGPIPE` from its
/// start, and its other signals may then be handled on any thread.
pub fn set_thread_guard<G: Any>(guard: impl Fn() -> G + Send + Sync + 'static) {
    process::set_thread_guard(Box::new(move || Box::new(guard())));
}

/// Runs `call` on the I/O thread. Dropping the future ends the call, and closes its sockets. Needs no runtime.
///
/// # Errors
/// Those of `call`; [`ErrorKind::Transport`](crate::ErrorKind::Transport) where the I/O thread cannot be started; and
/// [`ErrorKind::Internal`](crate::ErrorKind::Internal) where `call` panics.
pub async fn run<T, E>(call: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    process::run(call).await
}

/// Runs `call` on the I/O thread, and waits for it.
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

/// Starts `work` on the I/O thread; it delivers its result itself.
///
/// # Errors
/// [`ErrorKind::Transport`](crate::ErrorKind::Transport) where the I/O thread cannot be started.
pub fn spawn(work: impl Future<Output = ()> + Send + 'static) -> Result<Started, Error> {
    process::spawn(work).map(Started)
}

/// Work that was started on the I/O thread. It goes on where this is dropped.
pub struct Started(process::Started);

impl Started {
    /// Ends the work, where it has not ended, and closes its sockets. In a child of the process that started it, this does
    /// nothing.
    pub fn abort(&self) {
        self.0.abort();
    }
}

impl fmt::Debug for Started {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Started").finish_non_exhaustive()
    }
}

/// Does `work`. A panic in it is an [`ErrorKind::Internal`](crate::ErrorKind::Internal).
///
/// # Errors
/// Those of `work`.
pub fn caught<T, E: From<Error>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(panicked(&*panic).into()))
}

/// The error that a panic is.
pub fn panicked(panic: &(dyn Any + Send)) -> Error {
    process::panicked(panic)
}

/// The names of the members that [`ResourceMetadata`](crate::ResourceMetadata) has accessors for, in the order in which it
/// serialises them.
pub fn resource_members() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    documents::RESOURCE.names()
}

/// The names of the members that [`AuthorizationServerMetadata`](crate::AuthorizationServerMetadata) has accessors for, in
/// the order in which it serialises them.
pub fn authorization_server_members() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    documents::SERVER.names()
}
