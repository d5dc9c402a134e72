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

/// Makes the guard that a calling thread holds while it does I/O for a call.
pub(crate) type IoGuard = Arc<dyn Fn() -> Box<dyn Any> + Send + Sync>;

/// How many turns of the runtime a connection needs at most to notice that its request was dropped, and to close.
const CLEANING_TURNS: usize = 4;

/// Runs calls for the threads that make them.
///
/// A thread drives its own call from beginning to end: when `block_on` returns, tokio drops the wake-ups that it deferred, so
/// a call that was left in its middle might never go on. A thread that calls an [`Interrupt`] meanwhile, or that serves a
/// runtime, lets the I/O thread drive its call, and waits.
pub(super) struct Drivers {
    drivers: PerProcess<Driver>,
    io_guard: Option<IoGuard>,
    interrupt: Option<Interrupt>,
}

impl Drivers {
    pub(super) fn new(io_guard: Option<IoGuard>, interrupt: Option<Interrupt>) -> Result<Drivers, Error> {
        let drivers = Drivers { drivers: PerProcess::new(), io_guard, interrupt };
        if drivers.interrupt.is_none() {
            // Fail now rather than in a call.
            drivers.drivers.get_or_try_init(Process::current(), Driver::new)?;
        }
        Ok(drivers)
    }

    /// Runs a call of this process.
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
            return Err(Error::new(ErrorKind::Internal, "the I/O runtime is gone"));
        };
        let _guard = self.io_guard.as_ref().map(|guard| guard());
        let call = pin!(call);
        runtime.block_on(async {
            let result = call.await;
            if result.is_err() {
                // Close the sockets of dropped requests now: the runtime may not run again for long.
                for _ in 0..CLEANING_TURNS {
                    tokio::task::yield_now().await;
                }
            }
            result
        })
    }
}

/// The state of the thread that makes a call.
enum Caller {
    /// It may drive a runtime.
    Free,
    /// It serves a runtime, and may wait.
    Serving,
}

impl Caller {
    /// Refuses threads on which tokio would panic.
    fn of_this_thread() -> Result<Caller, Error> {
        let refused = |message: &str| Err(Error::new(ErrorKind::InvalidArgument, message));
        match Handle::try_current() {
            Err(error) if error.is_thread_local_destroyed() => {
                refused("the calling thread is at its end, where it can make no call that needs the network")
            }
            Err(_) => Ok(Caller::Free),
            Ok(_) if is_io_thread() || is_polled_by_tokio() => {
                refused("the blocking client would block an async runtime: use telnyx_oauth::Client in async code")
            }
            Ok(_) => Ok(Caller::Serving),
        }
    }
}

/// True if tokio polls the calling code; false in `spawn_blocking`, in `block_in_place` and under a guard of `enter`. Tokio
/// gives a future that it polls a budget, and defers its wake-ups; other code has neither. The future of `Runtime::block_on`
/// may have lost both, in `unconstrained` or after `block_in_place`; its calls work too, as the I/O thread drives them.
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
    // Each restores the budget before it.
    while spent.pop().is_some() {}
    if is_limited {
        return true;
    }
    woken.0.store(false, Ordering::Relaxed);
    _ = pin!(tokio::task::yield_now()).poll(&mut context);
    !woken.0.load(Ordering::Relaxed)
}

/// A runtime without threads of its own. The calling threads drive it.
struct Driver {
    /// `None` only in `drop`.
    runtime: Option<Runtime>,
}

impl Driver {
    fn new() -> Result<Driver, Error> {
        let runtime = Builder::new_current_thread().enable_io().enable_time().build().map_err(|error| {
            Error::new(ErrorKind::Internal, format!("no I/O runtime could be made: {error}")).caused_by(error)
        })?;
        Ok(Driver { runtime: Some(runtime) })
    }
}

impl Drop for Driver {
    /// Dropping a runtime panics in async code. This does not.
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
    fn a_part_of_a_call_that_has_yielded_goes_on_after_the_interrupt_was_asked() {
        let asked = Arc::new(AtomicUsize::new(0));
        let counted = asked.clone();
        let ends = move || counted.fetch_add(1, Ordering::Relaxed) == 50;
        let interrupt = Interrupt { every: Duration::from_millis(1), ends: Arc::new(ends) };
        let drivers = Drivers::new(None, Some(interrupt)).unwrap();
        let call = async {
            let yields_when_the_interrupt_is_due = async {
                for _ in 0..4 {
                    thread::sleep(Duration::from_millis(5));
                    tokio::task::yield_now().await;
                }
            };
            let mut parts = FuturesUnordered::from_iter([yields_when_the_interrupt_is_due]);
            parts.next().await;
            Ok(())
        };
        drivers.run(Process::current(), call).unwrap();
        assert!(asked.load(Ordering::Relaxed) > 0);
    }
}
