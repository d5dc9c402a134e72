use crate::process::{Interrupt, PerProcess, Process, is_io_thread, wait};
use crate::{Error, ErrorKind};
use std::any::Any;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::coop::poll_proceed;

/// A function that returns a guard. A calling thread holds the guard while it does I/O for a call.
pub(crate) type IoGuard = Arc<dyn Fn() -> Box<dyn Any> + Send + Sync>;

/// The number of runtime turns after which every connection of a dropped request has closed.
const CLEANING_TURNS: usize = 4;

/// Runs blocking calls.
///
/// A thread drives its own call from start to end in one `block_on`. When `block_on` returns, tokio drops its deferred
/// wake-ups, so a half-finished call might never go on.
///
/// In two cases the I/O thread drives the call, and the calling thread waits: if the calling thread must call an
/// [`Interrupt`] during the call, and if it belongs to a runtime.
pub(super) struct Drivers {
    drivers: Arc<PerProcess<Driver>>,
    io_guard: Option<IoGuard>,
    interrupt: Option<Interrupt>,
}

impl Drivers {
    pub(super) fn new(io_guard: Option<IoGuard>, interrupt: Option<Interrupt>) -> Result<Drivers, Error> {
        let drivers = Drivers { drivers: Arc::default(), io_guard, interrupt };
        if drivers.interrupt.is_none() {
            // Fail when the client is built, not in the first call.
            drivers.drivers.get_or_try_init(Process::current(), Driver::new)?;
        }
        Ok(drivers)
    }

    /// Returns drivers with the same runtimes and this interrupt.
    pub(super) fn with_interrupt(&self, interrupt: Interrupt) -> Drivers {
        Drivers { drivers: self.drivers.clone(), io_guard: self.io_guard.clone(), interrupt: Some(interrupt) }
    }

    /// Runs a call in `process`, the current process.
    pub(super) fn run<T: Send + 'static>(
        &self,
        process: Process,
        call: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Result<T, Error> {
        match Caller::of_this_thread()? {
            Caller::Free if self.interrupt.is_none() => self.drive(process, call),
            _ => wait(call, self.interrupt.as_ref()),
        }
    }

    fn drive<T>(&self, process: Process, call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let Some(runtime) = &self.drivers.get_or_try_init(process, Driver::new)?.runtime else {
            return Err(Error::new(ErrorKind::Internal, "the I/O runtime was dropped"));
        };
        let _guard = self.io_guard.as_ref().map(|guard| guard());
        let call = pin!(call);
        runtime.block_on(async {
            let result = call.await;
            if result.is_err() {
                // Close the sockets of dropped requests now: the runtime runs again only in the next call.
                for _ in 0..CLEANING_TURNS {
                    tokio::task::yield_now().await;
                }
            }
            result
        })
    }
}

/// The kind of thread that makes a call.
enum Caller {
    /// A thread that may drive a runtime.
    Free,
    /// A thread of a runtime that may block, as in `spawn_blocking`.
    InRuntime,
}

impl Caller {
    /// The kind of the current thread. Fails on threads on which tokio would panic.
    fn of_this_thread() -> Result<Caller, Error> {
        let refused = |message: &str| Err(Error::new(ErrorKind::InvalidArgument, message));
        match Handle::try_current() {
            Err(error) if error.is_thread_local_destroyed() => {
                refused("the calling thread is ending, and can no longer make calls that need the network")
            }
            Err(_) => Ok(Caller::Free),
            Ok(_) if is_io_thread() || is_polled_by_tokio() => {
                refused("the blocking client would block an async runtime: use telnyx_oauth::Client in async code")
            }
            Ok(_) => Ok(Caller::InRuntime),
        }
    }
}

/// True if tokio polls the calling code. False in `spawn_blocking`, in `block_in_place` and under a guard of `enter`.
///
/// Tokio gives each polled future a budget, and defers its wake-ups. Other code has neither. Also false for a future in
/// `Runtime::block_on` that lost both, in `unconstrained` or after `block_in_place`: the I/O thread can drive its calls.
fn is_polled_by_tokio() -> bool {
    struct Woken(AtomicBool);
    impl Wake for Woken {
        fn wake(self: Arc<Woken>) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = Waker::from(woken.clone());
    let mut context = Context::from_waker(&waker);
    let mut spent = Vec::new();
    while spent.len() <= usize::from(u8::MAX)
        && let Poll::Ready(unit) = poll_proceed(&mut context)
    {
        spent.push(unit);
    }
    let is_limited = spent.len() <= usize::from(u8::MAX);
    // A dropped unit restores the budget before it, so drop the last unit first.
    while spent.pop().is_some() {}
    if is_limited {
        return true;
    }
    woken.0.store(false, Ordering::Relaxed);
    _ = pin!(tokio::task::yield_now()).poll(&mut context);
    !woken.0.load(Ordering::Relaxed)
}

/// A runtime without threads. The calling threads drive it.
struct Driver {
    /// `None` only in `drop`.
    runtime: Option<Runtime>,
}

impl Driver {
    fn new() -> Result<Driver, Error> {
        let runtime = Builder::new_current_thread().enable_io().enable_time().build().map_err(|error| {
            Error::new(ErrorKind::Internal, format!("the I/O runtime could not be created: {error}")).caused_by(error)
        })?;
        Ok(Driver { runtime: Some(runtime) })
    }
}

impl Drop for Driver {
    /// Shuts the runtime down in the background: dropping a runtime in async code panics.
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

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream::{FuturesUnordered, StreamExt};
    use std::sync::atomic::AtomicUsize;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn a_yielded_future_continues_after_the_interrupt() {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = calls.clone();
        let ends = move || counted.fetch_add(1, Ordering::Relaxed) == 50;
        let interrupt = Interrupt { every: Duration::from_millis(1), ends: Arc::new(ends) };
        let drivers = Drivers::new(None, Some(interrupt)).unwrap();
        let call = async {
            let yielding = async {
                // Each sleep is longer than the interval, so that the interrupt is due.
                for _ in 0..4 {
                    thread::sleep(Duration::from_millis(5));
                    tokio::task::yield_now().await;
                }
            };
            let mut futures = FuturesUnordered::from_iter([yielding]);
            futures.next().await;
            Ok(())
        };
        drivers.run(Process::current(), call).unwrap();
        assert!(calls.load(Ordering::Relaxed) > 0);
    }
}
