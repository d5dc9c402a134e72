use super::identity::{Birthplace, Process};
use once_cell::race::OnceBox;
use std::convert::Infallible;

/// One value per process. After a fork the child makes its own on first use.
///
/// A child has its parent's memory, but not its parent's threads. Another thread may have held a lock. The parent still
/// uses the descriptors of its runtime. A TLS connection in both processes would reuse cipher state. So a process never
/// uses, locks or drops the value of another process.
pub(crate) struct PerProcess<T>(OnceBox<Link<T>>);

/// The value of one process, in a lock-free list. The first value belongs to the process that created the list, the next
/// one to a child.
struct Link<T> {
    birthplace: Birthplace,
    /// `None` only in `drop`.
    value: Option<T>,
    next: PerProcess<T>,
}

impl<T> PerProcess<T> {
    pub(crate) const fn new() -> PerProcess<T> {
        PerProcess(OnceBox::new())
    }

    /// The value of `process`, which must be the current process. If several threads make it at the same time, one value is
    /// kept and the others are dropped.
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

    /// Like [`PerProcess::get_or_try_init`], but `make` cannot fail.
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
