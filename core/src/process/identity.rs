use forkguard::Guard;
use once_cell::race::OnceBox;
use std::sync::atomic::{AtomicU32, Ordering};

/// A process id. [`Process::current`] is a system call, so each call of a client makes it once.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Process(u32);

impl Process {
    pub(crate) fn current() -> Process {
        Process(std::process::id())
    }
}

/// The process that created a value.
///
/// A pid alone does not identify a process: a child in another PID namespace may have its parent's pid, and pids are
/// reused. A count of forks alone does not identify it either: a bare `clone` system call runs no fork handler.
pub(crate) struct Birthplace {
    process: Process,
    /// Detects forks since the value was created.
    forks: Option<Guard>,
}

impl Birthplace {
    /// The birthplace of a value that `process` creates now. `process` must be the current process.
    pub(crate) fn new(process: Process) -> Birthplace {
        Birthplace { process, forks: forks(process) }
    }

    /// True if `process` created the value. `process` must be the current process.
    pub(crate) fn is(&self, process: Process) -> bool {
        self.process == process && !self.forks.clone().is_some_and(|mut forks| forks.detected_fork())
    }
}

/// A guard that detects forks from now on; `None` if the system cannot register a fork handler.
fn forks(process: Process) -> Option<Guard> {
    static FIRST: OnceBox<Guard> = OnceBox::new();
    static REGISTERED_BY: AtomicU32 = AtomicU32::new(0);
    let first = match FIRST.get() {
        Some(first) => first,
        None => {
            // Only one process may register: the registration acquires a lock, and a child that is forked at that
            // time inherits the locked lock.
            let by = REGISTERED_BY.compare_exchange(0, process.0, Ordering::AcqRel, Ordering::Acquire);
            if by.is_err_and(|by| by != process.0) {
                return None;
            }
            FIRST.get_or_try_init(|| Guard::try_new().map(Box::new)).ok()?
        }
    };
    let mut forks = first.clone();
    // Reset the guard, which is a copy, so that earlier forks do not count.
    forks.detected_fork();
    Some(forks)
}
