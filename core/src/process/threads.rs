use once_cell::race::OnceBox;
use std::any::Any;
use std::io;
use std::thread::Builder;

/// Enough for a TLS handshake in a debug build. Named, because the default reads the environment.
const STACK_BYTES: usize = 2 * 1024 * 1024;

type Guard = Box<dyn Fn() -> Box<dyn Any> + Send + Sync>;

static GUARD: OnceBox<Guard> = OnceBox::new();

/// Sets what is alive on a thread while it starts one of this library's own; the first one counts.
pub(crate) fn set_thread_guard(guard: Guard) {
    // A second face of the same process wants the same.
    _ = GUARD.set(Box::new(guard));
}

/// Starts a thread that nothing waits for.
pub(crate) fn start_thread(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let _guard = GUARD.get().map(|guard| guard());
    Builder::new().name("telnyx-oauth".to_owned()).stack_size(STACK_BYTES).spawn(work).map(drop)
}
