use crate::errors::internal;
use crate::pending_call::PendingCall;
use pyo3::prelude::*;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The calls of one event loop that have a result or a new attempt. The I/O thread adds a call and makes a file descriptor
/// readable. The event loop watches this descriptor, and takes the calls on its own thread.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct CompletionQueue {
    changed: Arc<Changed>,
    readable: UnixStream,
    last_id: AtomicU64,
}

/// The I/O thread's side of a queue.
struct Changed {
    /// The ids of the calls.
    waiting: Mutex<Vec<u64>>,
    wake_up: UnixStream,
}

impl Changed {
    fn push(&self, id: u64) {
        let mut waiting = self.waiting();
        waiting.push(id);
        let first = waiting.len() == 1;
        drop(waiting);
        if first {
            // This fails if the event loop has dropped the queue. No task waits for the call then.
            _ = (&self.wake_up).write(&[0]);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<u64>> {
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
        let changed = Arc::new(Changed { waiting: Mutex::default(), wake_up });
        Ok(CompletionQueue { changed, readable, last_id: AtomicU64::new(0) })
    }

    /// Returns the descriptor. It is readable while the queue contains calls.
    fn fileno(&self) -> i32 {
        self.readable.as_raw_fd()
    }

    /// Starts a call, and returns its id.
    fn start(&self, py: Python<'_>, call: &Bound<'_, PendingCall>) -> PyResult<u64> {
        let id = self.last_id.fetch_add(1, Ordering::Relaxed);
        let changed = self.changed.clone();
        call.get().start(py, move || changed.push(id))?;
        Ok(id)
    }

    /// Takes the ids of the calls that have a result or a new attempt.
    fn take(&self) -> Vec<u64> {
        // Empty the descriptor first. In the other order, the byte of a call that is pushed in between would be lost.
        _ = (&self.readable).read(&mut [0; 64]);
        std::mem::take(&mut *self.changed.waiting())
    }
}
