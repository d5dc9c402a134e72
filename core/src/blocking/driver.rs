use crate::generations::{Generations, Process};
use crate::{Error, ErrorKind};
use std::any::Any;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};

/// What a caller wants done on each thread that is about to drive sockets; the value is dropped after.
pub(super) type IoGuard = Arc<dyn Fn() -> Box<dyn Any> + Send + Sync>;

/// Whether the calling thread's call is to end, asked every so often while it waits.
#[derive(Clone)]
pub(super) struct Interrupt {
    pub(super) every: Duration,
    pub(super) ends: Arc<dyn Fn() -> bool + Send + Sync>,
}

/// How many turns of the runtime a connection needs at most to notice that its request was given up, and to close.
const CLEANING_TURNS: usize = 4;

/// Runs calls on the threads that make them, in each process that the client has come to with a driver of its own.
pub(super) struct Drivers {
    generations: Generations<Driver>,
    io_guard: Option<IoGuard>,
    interrupt: Option<Interrupt>,
}

impl Drivers {
    pub(super) fn new(io_guard: Option<IoGuard>, interrupt: Option<Interrupt>) -> Result<Drivers, Error> {
        Ok(Drivers { generations: Generations::new(Driver::new()?), io_guard, interrupt })
    }

    /// Runs a call of this process, which its maker has pinned: a call is several kilobytes, and whoever takes it by value
    /// moves them.
    pub(super) fn run<T, C>(&self, process: Process, mut call: Pin<&mut Option<C>>) -> Result<T, Error>
    where
        C: Future<Output = Result<T, Error>>,
    {
        if Handle::try_current().is_ok() {
            let message = "the blocking client would block an async runtime: use telnyx_oauth::Client in async code";
            return Err(Error::new(ErrorKind::InvalidArgument, message));
        }
        let Some(runtime) = &self.generations.of(process, Driver::new)?.runtime else {
            return Err(Error::new(ErrorKind::Internal, "the I/O runtime is gone"));
        };
        loop {
            let guard = self.io_guard.as_ref().map(|guard| guard());
            let result = runtime.block_on(async {
                let call = call.as_mut().as_pin_mut()?;
                let result = match &self.interrupt {
                    Some(interrupt) => tokio::time::timeout(interrupt.every, call).await.ok(),
                    None => Some(call.await),
                };
                if let Some(Err(_)) = result {
                    close_what_was_given_up().await;
                }
                result
            });
            if let Some(result) = result {
                return result;
            }
            // Others may drive the runtime meanwhile, and what is asked may call this client.
            drop(guard);
            if self.interrupt.as_ref().is_none_or(|interrupt| (interrupt.ends)()) {
                let _guard = self.io_guard.as_ref().map(|guard| guard());
                call.set(None);
                runtime.block_on(close_what_was_given_up());
                return Err(Error::new(ErrorKind::Cancelled, "the call was interrupted"));
            }
        }
    }
}

/// Nobody may drive the runtime again for long: what was given up closes its sockets now.
async fn close_what_was_given_up() {
    for _ in 0..CLEANING_TURNS {
        tokio::task::yield_now().await;
    }
}

/// A runtime without threads of its own, which the callers drive in turns.
struct Driver {
    /// Taken out only by `drop`.
    runtime: Option<Runtime>,
}

impl Driver {
    fn new() -> Result<Driver, Error> {
        let runtime = Builder::new_current_thread()
            .enable_io()
            .enable_time()
            // A look-up's thread ends soon after it.
            .thread_keep_alive(Duration::from_millis(100))
            .build()
            .map_err(|error| {
                Error::new(ErrorKind::Internal, format!("no I/O runtime could be made: {error}")).caused_by(error)
            })?;
        Ok(Driver { runtime: Some(runtime) })
    }
}

impl Drop for Driver {
    /// Dropping a runtime waits for look-ups that hang, and panics in async code. This does neither; a look-up that the
    /// system has not answered yet keeps its thread until then.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl fmt::Debug for Drivers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drivers").finish_non_exhaustive()
    }
}
