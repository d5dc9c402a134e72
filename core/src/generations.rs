use crate::Error;
use once_cell::race::OnceBox;

/// One value for each process that a value of this type has come to by `fork`, made where it is first needed.
///
/// A child has its parent's memory, but none of its threads: a lock may be held by nobody for ever, a runtime's
/// descriptors are shared with the parent, and so are the ciphers of its connections. So a value of another process is
/// never used, locked or dropped: it is left alone, and a new one made. The chain itself has no locks.
pub(crate) struct Generations<T> {
    pid: u32,
    /// Taken only when it is dropped.
    value: Option<T>,
    next: OnceBox<Generations<T>>,
}

impl<T> Generations<T> {
    pub(crate) fn new(value: T) -> Generations<T> {
        Generations { pid: std::process::id(), value: Some(value), next: OnceBox::new() }
    }

    /// This process's value.
    pub(crate) fn current(&self, make: impl Fn() -> Result<T, Error>) -> Result<&T, Error> {
        let pid = std::process::id();
        let mut generation = self;
        loop {
            if let Some(value) = generation.value.as_ref().filter(|_| generation.pid == pid) {
                return Ok(value);
            }
            generation = generation.next.get_or_try_init(|| make().map(Generations::new).map(Box::new))?;
        }
    }
}

impl<T> Drop for Generations<T> {
    fn drop(&mut self) {
        if self.pid != std::process::id() {
            std::mem::forget(self.value.take());
        }
    }
}
