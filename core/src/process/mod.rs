//! State that belongs to one process: runtimes, locks and threads. A forked child must not use its parent's.

mod cancel_token;
mod default_client;
mod identity;
mod io_thread;
mod per_process;
mod threads;

pub use cancel_token::CancelToken;
pub use default_client::DefaultClient;
pub(crate) use identity::Process;
pub(crate) use io_thread::{Interrupt, Started, is_io_thread, run, spawn, wait};
pub(crate) use per_process::PerProcess;
pub(crate) use threads::{set_thread_guard, start_thread};
