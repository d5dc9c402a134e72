use crate::errors::{internal, invalid_argument};
use crate::exception::raised;
use crate::pending_call::{Completion, PendingCall};
use pyo3::prelude::*;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use telnyx_oauth::embedding;

/// The completed calls of one event loop. The I/O thread adds a call and makes a file descriptor readable. The event loop
/// watches this descriptor, and takes the calls on its own thread.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct CompletionQueue {
    completed: Arc<Completed>,
    readable: UnixStream,
    last_id: AtomicU64,
}

/// The I/O thread's side of a queue.
struct Completed {
    waiting: Mutex<Vec<(u64, Completion)>>,
    wake_up: UnixStream,
}

impl Completed {
    fn push(&self, id: u64, completion: Completion) {
        let mut waiting = self.waiting();
        waiting.push((id, completion));
        let first = waiting.len() == 1;
        drop(waiting);
        if first {
            // This fails if the event loop has dropped the queue. No task waits for the completion then.
            _ = (&self.wake_up).write(&[0]);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<(u64, Completion)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl CompletionQueue {
    #[new]
    fn new(py: Python<'_>) -> PyResult<CompletionQueue> {
        let pair = UnixStream::pair().and_then(|(readable, wake_up)| {
            readable.set_nonblocking(true)?;
            wake_up.set_nonblocking(true)?;
            Ok((readable, wake_up))
        });
        let (readable, wake_up) =
            pair.map_err(|error| internal(py, format!("could not create the sockets of a queue: {error}")))?;
        let completed = Arc::new(Completed { waiting: Mutex::default(), wake_up });
        Ok(CompletionQueue { completed, readable, last_id: AtomicU64::new(0) })
    }

    /// Returns the descriptor. It is readable while the queue contains completed calls.
    fn fileno(&self) -> i32 {
        self.readable.as_raw_fd()
    }

    /// Starts a call, and returns the id of its completion.
    fn start(&self, py: Python<'_>, call: &Bound<'_, PendingCall>) -> PyResult<u64> {
        let call = call.get();
        let work = call.take().ok_or_else(|| invalid_argument(py, "the call has already been started".to_owned()))?;
        let id = self.last_id.fetch_add(1, Ordering::Relaxed);
        let completed = self.completed.clone();
        let started = embedding::spawn(async move {
            let completion = work.await;
            completed.push(id, completion);
        });
        call.set_started(started.map_err(|error| raised(py, &error))?);
        Ok(id)
    }

    /// Takes the completed calls, with their ids.
    fn take(&self) -> Vec<(u64, Completion)> {
        // Empty the descriptor first. In the other order, the byte of a completion that is pushed in between would be lost.
        _ = (&self.readable).read(&mut [0; 64]);
        std::mem::take(&mut *self.completed.waiting())
    }
}
