//! The thread that drives the sockets of async calls: one for each process, from its first call on. It knows nothing of
//! Python, so that neither a fork nor the end of the interpreter can meet it amid something.

use crate::errors::internal_because;
use once_cell::race::OnceBox;
use pyo3::prelude::*;
use std::io;
use std::time::Duration;
use tokio::runtime::{Builder, Handle};

/// One process's runtime. A child has its parent's memory and none of its threads: what is another process's is left
/// alone, never dropped, and the child gets its own, behind it in the chain, which has no locks.
struct Generation {
    pid: u32,
    runtime: Handle,
    next: OnceBox<Generation>,
}

/// This process's runtime.
pub(crate) fn handle(py: Python<'_>) -> PyResult<&'static Handle> {
    static FIRST: OnceBox<Generation> = OnceBox::new();
    let pid = std::process::id();
    let mut place = &FIRST;
    loop {
        let generation = place
            .get_or_try_init(|| start().map(|runtime| Box::new(Generation { pid, runtime, next: OnceBox::new() })))
            .map_err(|error| internal_because(py, &format!("no I/O thread could be started: {error}")))?;
        if generation.pid == pid {
            return Ok(&generation.runtime);
        }
        place = &generation.next;
    }
}

fn start() -> io::Result<Handle> {
    // A look-up's thread ends soon after it.
    let runtime = Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .thread_keep_alive(Duration::from_millis(100))
        .build()?;
    let handle = runtime.handle().clone();
    let drive = move || runtime.block_on(std::future::pending::<()>());
    without_signals(|| std::thread::Builder::new().name("telnyx-oauth".to_owned()).spawn(drive))?;
    Ok(handle)
}

/// What a thread starts has its signal mask: Python's handlers are for Python's threads, and a peer that resets a
/// connection is not to end the process.
#[cfg(unix)]
fn without_signals<T>(start: impl FnOnce() -> T) -> T {
    use nix::sys::signal::{SigSet, SigmaskHow};
    let before = SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK);
    let started = start();
    if let Ok(before) = before {
        _ = before.thread_set_mask();
    }
    started
}

#[cfg(not(unix))]
fn without_signals<T>(start: impl FnOnce() -> T) -> T {
    start()
}
