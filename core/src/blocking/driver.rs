use crate::generations::Generations;
use crate::{Error, ErrorKind};
use std::any::Any;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};

/// What a caller wants done on each thread that is about to drive sockets; the value is dropped after.
pub(super) type IoGuard = Arc<dyn Fn() -> Box<dyn Any> + Send + Sync>;

/// How many turns of the runtime a connection needs at most to notice that its request was given up, and to close.
const CLEANING_TURNS: usize = 4;

/// Runs calls on the threads that make them, in each process that the client has come to with a driver of its own.
pub(super) struct Drivers {
    generations: Generations<Driver>,
    io_guard: Option<IoGuard>,
}

impl Drivers {
    pub(super) fn new(io_guard: Option<IoGuard>) -> Result<Drivers, Error> {
        Ok(Drivers { generations: Generations::new(Driver::new()?), io_guard })
    }

    /// Runs a call that its maker has pinned: a call is several kilobytes, and whoever takes it by value moves them.
    pub(super) fn run<T>(&self, mut call: Pin<&mut impl Future<Output = Result<T, Error>>>) -> Result<T, Error> {
        if Handle::try_current().is_ok() {
            let message = "the blocking client would block an async runtime: use telnyx_oauth::Client in async code";
            return Err(Error::new(ErrorKind::InvalidArgument, message));
        }
        let Some(runtime) = &self.generations.current(Driver::new)?.runtime else {
            return Err(Error::new(ErrorKind::Internal, "the I/O runtime is gone"));
        };
        let _guard = self.io_guard.as_ref().map(|guard| guard());
        runtime.block_on(async {
            let result = call.as_mut().await;
            if result.is_err() {
                // Nobody may drive the runtime again for long: what was given up closes its sockets now.
                for _ in 0..CLEANING_TURNS {
                    tokio::task::yield_now().await;
                }
            }
            result
        })
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
