//! The thread that drives the sockets of every call, in each process that the library has come to by `fork` one of its own.

use crate::guard::internal;
use crate::{ErrorKind, TelnyxOAuthError};
use arc_swap::ArcSwapOption;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio_util::task::AbortOnDropHandle;

/// What the I/O thread runs.
pub(crate) trait Call<T>: Future<Output = Result<T, TelnyxOAuthError>> + Send + 'static {}

impl<T, F: Future<Output = Result<T, TelnyxOAuthError>> + Send + 'static> Call<T> for F {}

/// Runs a call on the I/O thread. Dropping the future ends the call, and closes its sockets.
pub(crate) async fn run<T: Send + 'static>(call: impl Call<T>) -> Result<T, TelnyxOAuthError> {
    match AbortOnDropHandle::new(io()?.spawn(call)).await {
        Ok(result) => result,
        Err(ended) if ended.is_panic() => Err(internal(&*ended.into_panic())),
        Err(_) => Err(failed("the I/O thread has ended")),
    }
}

/// [`run`] for a calling thread that waits.
pub(crate) fn wait<T: Send + 'static>(call: impl Call<T>) -> Result<T, TelnyxOAuthError> {
    if Handle::try_current().is_ok() {
        // What resumes an async call may run on the I/O thread, which would wait for itself.
        let message = "a blocking call would block what resumes async calls: use the async one there";
        return Err(TelnyxOAuthError::new(ErrorKind::InvalidArgument, message.to_owned()));
    }
    io()?.block_on(run(call))
}

struct Io {
    pid: u32,
    handle: Handle,
    /// The thread lives as long as this.
    _alive: oneshot::Sender<()>,
}

fn io() -> Result<Handle, TelnyxOAuthError> {
    // Without a lock, which a child could inherit from a thread that it has not.
    static IO: ArcSwapOption<Io> = ArcSwapOption::const_empty();
    let pid = std::process::id();
    loop {
        let current = IO.load();
        if let Some(io) = current.as_ref().filter(|io| io.pid == pid) {
            return Ok(io.handle.clone());
        }
        // A parent's runtime shares its descriptors with the parent: it is left alone, and never dropped.
        std::mem::forget(Option::<Arc<Io>>::clone(&current));
        IO.compare_and_swap(&current, Some(Arc::new(start(pid)?)));
    }
}

fn start(pid: u32) -> Result<Io, TelnyxOAuthError> {
    let runtime = Builder::new_current_thread()
        .enable_io()
        .enable_time()
        // A look-up's thread ends soon after it.
        .thread_keep_alive(Duration::from_millis(100))
        .build()
        .map_err(|error| failed(&format!("no I/O runtime could be made: {error}")))?;
    let handle = runtime.handle().clone();
    let (alive, gone) = oneshot::channel();
    let work = move || {
        block_sigpipe();
        // Ends with an error where the sender is dropped, and there is nothing to do about it.
        let _ = runtime.block_on(gone);
        runtime.shutdown_background();
    };
    let named = thread::Builder::new().name("telnyx-oauth".to_owned());
    named.spawn(work).map_err(|error| failed(&format!("no I/O thread could be made: {error}")))?;
    Ok(Io { pid, handle, _alive: alive })
}

/// A peer that resets a TLS connection must not end a program in which SIGPIPE has its default action, as in Swift. The
/// threads that this one starts inherit it.
#[cfg(unix)]
fn block_sigpipe() {
    use nix::sys::signal::{SigSet, Signal};
    let mut signals = SigSet::empty();
    signals.add(Signal::SIGPIPE);
    // It fails for a mask that is no mask.
    let _ = signals.thread_block();
}

#[cfg(not(unix))]
fn block_sigpipe() {}

fn failed(message: &str) -> TelnyxOAuthError {
    TelnyxOAuthError::new(ErrorKind::Internal, message.to_owned())
}
