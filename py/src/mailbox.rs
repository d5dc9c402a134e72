use crate::errors::{internal_because, invalid_argument, raised};
use crate::request::{Answer, Request};
use pyo3::prelude::*;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use telnyx_oauth::embedding;

/// Where one event loop finds the answers to its calls: the I/O thread puts them in and makes a descriptor readable, and
/// the loop, which watches that, takes them out on its own thread.
#[pyclass(frozen, module = "telnyx_oauth._native")]
pub(crate) struct Mailbox {
    letters: Arc<Letters>,
    bell: UnixStream,
    last_number: AtomicU64,
}

struct Letters {
    waiting: Mutex<Vec<(u64, Answer)>>,
    bell: UnixStream,
}

impl Letters {
    fn post(&self, number: u64, answer: Answer) {
        let mut waiting = self.waiting();
        waiting.push((number, answer));
        let first = waiting.len() == 1;
        drop(waiting);
        if first {
            // Where nobody listens any more, nobody waits for it.
            _ = (&self.bell).write(&[0]);
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<(u64, Answer)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Mailbox {
    #[new]
    fn new(py: Python<'_>) -> PyResult<Mailbox> {
        let pair = UnixStream::pair().and_then(|(inside, outside)| {
            inside.set_nonblocking(true)?;
            outside.set_nonblocking(true)?;
            Ok((inside, outside))
        });
        let (bell, outside) =
            pair.map_err(|error| internal_because(py, &format!("no descriptor could be made: {error}")))?;
        let letters = Arc::new(Letters { waiting: Mutex::default(), bell: outside });
        Ok(Mailbox { letters, bell, last_number: AtomicU64::new(0) })
    }

    /// The descriptor that is readable while there are answers.
    fn fileno(&self) -> i32 {
        self.bell.as_raw_fd()
    }

    /// Starts a call; the answer comes under the number that is returned.
    fn start(&self, py: Python<'_>, request: &Bound<'_, Request>) -> PyResult<u64> {
        let request = request.get();
        let work = request.take().ok_or_else(|| invalid_argument(py, "the call was started before".to_owned()))?;
        let number = self.last_number.fetch_add(1, Ordering::Relaxed);
        let letters = self.letters.clone();
        let started = embedding::spawn(async move {
            let answer = work.await;
            letters.post(number, answer);
        });
        request.set_started(started.map_err(|error| raised(py, &error))?);
        Ok(number)
    }

    /// Takes the answers that have come, by their numbers.
    fn take(&self) -> Vec<(u64, Answer)> {
        // The bell first: what is posted after that rings again.
        _ = (&self.bell).read(&mut [0; 64]);
        std::mem::take(&mut *self.letters.waiting())
    }
}
