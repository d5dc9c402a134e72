use super::identity::{Birthplace, Process};
use super::per_process::PerProcess;
use super::threads::start_thread;
use crate::{Error, ErrorKind};
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinHandle};

/// The thread that runs calls whose own thread cannot run them. One per process, started by the first such call.
struct IoThread {
    handle: Handle,
    /// Dropping this sender ends the thread.
    _alive: oneshot::Sender<()>,
}

static IO_THREAD: PerProcess<IoThread> = PerProcess::new();

thread_local! {
    static IS_IO_THREAD: Cell<bool> = const { Cell::new(false) };
}

/// True on the I/O thread. It must not wait for itself.
pub(crate) fn is_io_thread() -> bool {
    IS_IO_THREAD.get()
}

/// A function that a waiting thread calls at intervals and after each unpark. If it returns true, the call ends.
#[derive(Clone)]
pub(crate) struct Interrupt {
    pub(crate) every: Duration,
    pub(crate) ends: Arc<dyn Fn() -> bool + Send + Sync>,
}

/// A task on the I/O thread.
pub(crate) struct Started {
    birthplace: Birthplace,
    /// `None` only in `drop`.
    task: Option<AbortHandle>,
}

impl Started {
    /// Drops the task's future, if it still runs. Does nothing in a forked child.
    pub(crate) fn abort(&self) {
        if let Some(task) = self.task.as_ref().filter(|_| self.birthplace.is(Process::current())) {
            task.abort();
        }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        if !self.birthplace.is(Process::current()) {
            std::mem::forget(self.task.take());
        }
    }
}

/// Starts `work` on the I/O thread. `work` must deliver its result itself.
pub(crate) fn spawn(work: impl Future<Output = ()> + Send + 'static) -> Result<Started, Error> {
    let process = Process::current();
    let task = handle(process)?.spawn(work).abort_handle();
    Ok(Started { birthplace: Birthplace::new(process), task: Some(task) })
}

/// Runs `call` on the I/O thread. Dropping the future cancels the call and closes its sockets.
pub(crate) async fn run<T, E>(call: impl Future<Output = Result<T, E>> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let mut task = AbortOnDrop(handle(Process::current())?.spawn(call));
    match poll_fn(|context| Pin::new(&mut task.0).poll(context)).await {
        Ok(result) => result,
        Err(ended) if ended.is_panic() => Err(Error::from_panic(&*ended.into_panic()).into()),
        Err(_) => Err(Error::new(ErrorKind::Transport, "the I/O thread has ended").into()),
    }
}

/// Like [`run`], but blocks the calling thread. Meanwhile the calling thread calls `interrupt`. If `interrupt` forks the
/// process, the call ends in the child, which has no I/O thread.
pub(crate) fn wait<T, E>(
    call: impl Future<Output = Result<T, E>> + Send + 'static,
    interrupt: Option<&Interrupt>,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    if is_io_thread() {
        let message = "a blocking call on the I/O thread would block all async calls: use an async call there";
        return Err(Error::new(ErrorKind::InvalidArgument, message).into());
    }
    let process = Process::current();
    let mut call = Box::pin(run(call));
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut was_woken = false;
    loop {
        if let Poll::Ready(result) = call.as_mut().poll(&mut context) {
            return result;
        }
        match interrupt {
            None => thread::park(),
            Some(Interrupt { ends, .. }) if was_woken => {
                let is_ended = ends();
                if Process::current() != process {
                    // The call's task belongs to the parent.
                    std::mem::forget(call);
                    let message = "the process was forked during the call: the child cannot finish the call";
                    return Err(Error::new(ErrorKind::Cancelled, message).into());
                }
                if is_ended {
                    return Err(Error::new(ErrorKind::Cancelled, "the call was interrupted").into());
                }
                // Poll again before the next wait: `ends` may have used up the wake-up of the call's end.
                was_woken = false;
            }
            Some(Interrupt { every, .. }) => {
                thread::park_timeout(*every);
                was_woken = true;
            }
        }
    }
}

struct AbortOnDrop<T>(JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Unpark>) {
        self.0.unpark();
    }

    fn wake_by_ref(self: &Arc<Unpark>) {
        self.0.unpark();
    }
}

fn handle(process: Process) -> Result<&'static Handle, Error> {
    Ok(&IO_THREAD.get_or_try_init(process, start)?.handle)
}

fn start() -> Result<IoThread, Error> {
    let runtime = Builder::new_current_thread().enable_io().enable_time().build().map_err(|error| {
        let message = format!("the I/O runtime could not be created: {error}");
        Error::new(ErrorKind::Transport, message).caused_by(error)
    })?;
    let handle = runtime.handle().clone();
    let (alive, dropped) = oneshot::channel();
    let work = move || {
        IS_IO_THREAD.set(true);
        // Returns an error when the sender is dropped.
        _ = runtime.block_on(dropped);
        runtime.shutdown_background();
    };
    start_thread(work).map_err(|error| {
        let message = format!("the I/O thread could not be started, the system allows no more threads: {error}");
        Error::new(ErrorKind::Transport, message).caused_by(error)
    })?;
    Ok(IoThread { handle, _alive: alive })
}
