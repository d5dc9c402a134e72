use forkguard::Guard;
use once_cell::race::OnceBox;
use std::sync::atomic::{AtomicU32, Ordering};

/// The process that a call is made in. Asking for it is a system call, so a call asks once.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Process(u32);

impl Process {
    pub(crate) fn current() -> Process {
        Process(std::process::id())
    }
}

/// The process that a value was made in.
///
/// A pid alone does not name a process: a child in another PID namespace may have its parent's pid, and pids are used
/// again. A count of forks alone does not either: a process that is made by a bare `clone` system call runs no handler.
pub(crate) struct Birthplace {
    process: Process,
    /// Notices that this process is a child of the one that the value was made in.
    forks: Option<Guard>,
}

impl Birthplace {
    /// The birthplace of a value that is made now, in `process`.
    pub(crate) fn new(process: Process) -> Birthplace {
        Birthplace { process, forks: forks(process) }
    }

    /// Whether `process`, which is the current one, is the one that the value was made in.
    pub(crate) fn is(&self, process: Process) -> bool {
        self.process == process && !self.forks.clone().is_some_and(|mut forks| forks.detected_fork())
    }
}

/// A guard that notices forks from now on; `None` where the system runs no handler after a fork.
fn forks(process: Process) -> Option<Guard> {
    static FIRST: OnceBox<Guard> = OnceBox::new();
    static REGISTERED_BY: AtomicU32 = AtomicU32::new(0);
    let first = match FIRST.get() {
        Some(first) => first,
        None => {
            // The registration takes a lock. In a child that was forked meanwhile, it stays locked.
            let by = REGISTERED_BY.compare_exchange(0, process.0, Ordering::AcqRel, Ordering::Acquire);
            if by.is_err_and(|by| by != process.0) {
                return None;
            }
            FIRST.get_or_try_init(|| Guard::try_new().map(Box::new)).ok()?
        }
    };
    let mut forks = first.clone();
    // What was forked before is no news.
    forks.detected_fork();
    Some(forks)
}
