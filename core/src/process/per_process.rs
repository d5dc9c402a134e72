use super::identity::{Birthplace, Process};
use once_cell::race::OnceBox;
use std::convert::Infallible;

/// One value per process. After a fork, the child makes its own on first use.
///
/// A child has its parent's memory, but none of its threads: a lock may be held by a thread that does not exist, a
/// runtime's descriptors are shared with the parent, and so are the ciphers of its connections. So the value of another
/// process is never used, locked or dropped. The chain of values itself has no locks.
pub(crate) struct PerProcess<T>(OnceBox<Generation<T>>);

struct Generation<T> {
    birthplace: Birthplace,
    /// Taken only when it is dropped.
    value: Option<T>,
    next: PerProcess<T>,
}

impl<T> PerProcess<T> {
    pub(crate) const fn new() -> PerProcess<T> {
        PerProcess(OnceBox::new())
    }

    /// The value of `process`, which is the current one. Where several threads make it at once, one value is kept and the
    /// others are dropped.
    pub(crate) fn get_or_try_init<E>(&self, process: Process, make: impl Fn() -> Result<T, E>) -> Result<&T, E> {
        let mut place = self;
        loop {
            let generation = place.0.get_or_try_init(|| {
                let (birthplace, value) = (Birthplace::new(process), Some(make()?));
                Ok(Box::new(Generation { birthplace, value, next: PerProcess::new() }))
            })?;
            match &generation.value {
                Some(value) if generation.birthplace.is(process) => return Ok(value),
                _ => place = &generation.next,
            }
        }
    }

    /// The same for a value that can always be made.
    pub(crate) fn get_or_init(&self, process: Process, make: impl Fn() -> T) -> &T {
        let Ok(value) = self.get_or_try_init(process, || Ok::<T, Infallible>(make()));
        value
    }

    /// The value of `process`, where it has been made.
    pub(crate) fn get(&self, process: Process) -> Option<&T> {
        let generations = std::iter::successors(self.0.get(), |generation| generation.next.0.get());
        generations
            .filter(|generation| generation.birthplace.is(process))
            .find_map(|generation| generation.value.as_ref())
    }
}

impl<T> Default for PerProcess<T> {
    fn default() -> PerProcess<T> {
        PerProcess::new()
    }
}

impl<T> Drop for Generation<T> {
    fn drop(&mut self) {
        if !self.birthplace.is(Process::current()) {
            std::mem::forget(self.value.take());
        }
    }
}
