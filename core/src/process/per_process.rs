use super::identity::{Birthplace, Process};
use once_cell::race::OnceBox;
use std::convert::Infallible;

/// One value per process. After a fork the child makes its own on first use.
///
/// A child has its parent's memory, but none of its threads: another thread may have held a lock, the parent still uses
/// the descriptors of its runtime, and its connections would share their ciphers. So the value of another process is never
/// used, locked or dropped.
pub(crate) struct PerProcess<T>(OnceBox<Link<T>>);

/// One process's value in a lock-free list: the first is that of the process that made the list, the next that of a child.
struct Link<T> {
    birthplace: Birthplace,
    /// `None` only while the link is dropped.
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
        let mut list = self;
        loop {
            let link = list.0.get_or_try_init(|| {
                let (birthplace, value) = (Birthplace::new(process), Some(make()?));
                Ok(Box::new(Link { birthplace, value, next: PerProcess::new() }))
            })?;
            match &link.value {
                Some(value) if link.birthplace.is(process) => return Ok(value),
                _ => list = &link.next,
            }
        }
    }

    /// [`PerProcess::get_or_try_init`] for a value that can always be made.
    pub(crate) fn get_or_init(&self, process: Process, make: impl Fn() -> T) -> &T {
        let Ok(value) = self.get_or_try_init(process, || Ok::<T, Infallible>(make()));
        value
    }

    /// The value of `process`, if it exists.
    pub(crate) fn get(&self, process: Process) -> Option<&T> {
        let mut links = std::iter::successors(self.0.get(), |link| link.next.0.get());
        links.find(|link| link.birthplace.is(process)).and_then(|link| link.value.as_ref())
    }
}

impl<T> Default for PerProcess<T> {
    fn default() -> PerProcess<T> {
        PerProcess::new()
    }
}

impl<T> Drop for Link<T> {
    fn drop(&mut self) {
        if !self.birthplace.is(Process::current()) {
            std::mem::forget(self.value.take());
        }
    }
}
