use forkguard::Guard;
use once_cell::race::OnceBox;
use std::sync::atomic::{AtomicU32, Ordering};

/// The process that makes a call. [`Process::current`] is a system call, so a call uses it once.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Process(u32);

impl Process {
    pub(crate) fn current() -> Process {
        Process(std::process::id())
    }
}

/// The process that a value was made in.
///
/// A pid alone does not identify a process: a child in another PID namespace may have its parent's pid, and pids are
/// reused. A count of forks alone does not either: a process made by a bare `clone` system call runs no fork handler.
pub(crate) struct Birthplace {
    process: Process,
    /// Detects that this process is a child of the one that made the value.
    forks: Option<Guard>,
}

impl Birthplace {
    /// The birthplace of a value made now, in `process`.
    pub(crate) fn new(process: Process) -> Birthplace {
        Birthplace { process, forks: forks(process) }
    }

    /// True if `process`, which is the current one, made the value.
    pub(crate) fn is(&self, process: Process) -> bool {
        self.process == process && !self.forks.clone().is_some_and(|mut forks| forks.detected_fork())
    }
}

/// A guard that detects forks from now on; `None` where the system cannot register a fork handler.
fn forks(process: Process) -> Option<Guard> {
    static FIRST: OnceBox<Guard> = OnceBox::new();
    static REGISTERED_BY: AtomicU32 = AtomicU32::new(0);
    let first = match FIRST.get() {
        Some(first) => first,
        None => {
            // The registration takes a lock, which stays locked in a child forked meanwhile.
            let by = REGISTERED_BY.compare_exchange(0, process.0, Ordering::AcqRel, Ordering::Acquire);
            if by.is_err_and(|by| by != process.0) {
                return None;
            }
            FIRST.get_or_try_init(|| Guard::try_new().map(Box::new)).ok()?
        }
    };
    let mut forks = first.clone();
    // Forget the forks before now.
    forks.detected_fork();
    Some(forks)
}
