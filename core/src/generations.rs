use crate::Error;
use once_cell::race::OnceBox;

/// The process that a call is made in. To ask for it is a system call, so a call asks once.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Process(u32);

impl Process {
    pub(crate) fn current() -> Process {
        Process(std::process::id())
    }
}

/// One value for each process that a value of this type has come to by `fork`, made where it is first needed.
///
/// A child has its parent's memory, but none of its threads: a lock may be held by nobody for ever, a runtime's
/// descriptors are shared with the parent, and so are the ciphers of its connections. So a value of another process is
/// never used, locked or dropped: it is left alone, and a new one made. The chain itself has no locks.
pub(crate) struct Generations<T> {
    process: Process,
    /// Taken only when it is dropped.
    value: Option<T>,
    next: OnceBox<Generations<T>>,
}

impl<T> Generations<T> {
    pub(crate) fn new(value: T) -> Generations<T> {
        Generations { process: Process::current(), value: Some(value), next: OnceBox::new() }
    }

    /// The value of `process`, which is the current one.
    pub(crate) fn of(&self, process: Process, make: impl Fn() -> Result<T, Error>) -> Result<&T, Error> {
        let mut generation = self;
        loop {
            if let Some(value) = generation.value.as_ref().filter(|_| generation.process == process) {
                return Ok(value);
            }
            generation = generation.next.get_or_try_init(|| make().map(Generations::new).map(Box::new))?;
        }
    }
}

impl<T> Drop for Generations<T> {
    fn drop(&mut self) {
        if self.process != Process::current() {
            std::mem::forget(self.value.take());
        }
    }
}
