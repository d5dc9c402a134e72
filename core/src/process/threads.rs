use once_cell::race::OnceBox;
use std::any::Any;
use std::io;
use std::thread::Builder;

/// Enough for a TLS handshake in a debug build. Rust's default would read an environment variable.
const STACK_BYTES: usize = 2 * 1024 * 1024;

type Guard = Box<dyn Fn() -> Box<dyn Any> + Send + Sync>;

static GUARD: OnceBox<Guard> = OnceBox::new();

/// Sets the guard that a thread holds while it starts one of this library's threads. Later guards are ignored.
pub(crate) fn set_thread_guard(guard: Guard) {
    // Fails if a guard is set. Two bindings in one process set equal guards.
    _ = GUARD.set(Box::new(guard));
}

/// Starts a detached thread.
pub(crate) fn start_thread(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let _guard = GUARD.get().map(|guard| guard());
    Builder::new().name("telnyx-oauth".to_owned()).stack_size(STACK_BYTES).spawn(work).map(drop)
}
