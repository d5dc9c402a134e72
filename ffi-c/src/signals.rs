//! Guards that keep the library from disturbing the signals of the program: a socket raises no SIGPIPE, and signal
//! handlers run only on threads of the program.

#[cfg(unix)]
pub(crate) use unix::{AllBlocked, Guard};

#[cfg(not(unix))]
pub(crate) struct Guard;

#[cfg(not(unix))]
impl Guard {
    pub(crate) fn new() -> Guard {
        Guard
    }
}

#[cfg(not(unix))]
pub(crate) struct AllBlocked;

#[cfg(not(unix))]
impl AllBlocked {
    pub(crate) fn new() -> AllBlocked {
        AllBlocked
    }
}

#[cfg(unix)]
mod unix {
    use libc::{SIG_BLOCK, SIG_SETMASK, SIG_UNBLOCK, SIGPIPE, sigset_t};
    use std::marker::PhantomData;
    use std::mem::MaybeUninit;
    use std::ptr;

    /// Blocks SIGPIPE on the current thread until the guard is dropped, and then discards a SIGPIPE that became pending
    /// meanwhile. A write to a closed connection sends this signal to the writing thread. A signal that was blocked or
    /// pending before stays blocked or pending.
    pub(crate) struct Guard {
        was_blocked: bool,
        was_pending: bool,
        /// Makes the guard `!Send`: it must be dropped on its thread.
        _thread: PhantomData<*const ()>,
    }

    impl Guard {
        pub(crate) fn new() -> Guard {
            let mut before = MaybeUninit::<sigset_t>::zeroed();
            // SAFETY: the sets are valid, and the call fails only for invalid arguments.
            let was_blocked = unsafe {
                libc::pthread_sigmask(SIG_BLOCK, &sigpipe(), before.as_mut_ptr());
                libc::sigismember(before.as_ptr(), SIGPIPE) == 1
            };
            // A signal that was not blocked cannot be pending.
            Guard { was_blocked, was_pending: was_blocked && is_pending(), _thread: PhantomData }
        }
    }

    impl Drop for Guard {
        fn drop(&mut self) {
            // Discarding a signal costs more than checking for one.
            if !self.was_pending && is_pending() {
                take_pending();
            }
            if !self.was_blocked {
                // SAFETY: the set is valid, and the pointer to the old mask may be NULL.
                unsafe { libc::pthread_sigmask(SIG_UNBLOCK, &sigpipe(), ptr::null_mut()) };
            }
        }
    }

    /// Blocks every signal on the current thread until the guard is dropped. A thread that is started meanwhile
    /// inherits this mask.
    pub(crate) struct AllBlocked {
        before: sigset_t,
        /// Makes the guard `!Send`: it must be dropped on its thread.
        _thread: PhantomData<*const ()>,
    }

    impl AllBlocked {
        pub(crate) fn new() -> AllBlocked {
            let (mut all, mut before) = (MaybeUninit::<sigset_t>::zeroed(), MaybeUninit::<sigset_t>::zeroed());
            // SAFETY: sigfillset initializes the first set, and pthread_sigmask, which initializes the second, fails
            // only for invalid arguments.
            let before = unsafe {
                libc::sigfillset(all.as_mut_ptr());
                libc::pthread_sigmask(SIG_SETMASK, all.as_ptr(), before.as_mut_ptr());
                before.assume_init()
            };
            AllBlocked { before, _thread: PhantomData }
        }
    }

    impl Drop for AllBlocked {
        fn drop(&mut self) {
            // SAFETY: the set is the previous mask of the thread, and the pointer to the old mask may be NULL.
            unsafe { libc::pthread_sigmask(SIG_SETMASK, &self.before, ptr::null_mut()) };
        }
    }

    fn sigpipe() -> sigset_t {
        let mut set = MaybeUninit::<sigset_t>::zeroed();
        // SAFETY: sigemptyset initializes the set.
        unsafe {
            libc::sigemptyset(set.as_mut_ptr());
            libc::sigaddset(set.as_mut_ptr(), SIGPIPE);
            set.assume_init()
        }
    }

    fn is_pending() -> bool {
        let mut pending = MaybeUninit::<sigset_t>::zeroed();
        // SAFETY: the set is valid, and the call fails only for invalid arguments.
        unsafe {
            libc::sigpending(pending.as_mut_ptr());
            libc::sigismember(pending.as_ptr(), SIGPIPE) == 1
        }
    }

    #[cfg(not(target_os = "macos"))]
    fn take_pending() {
        let at_once = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: the set and the time are valid, and the pointer to the details may be NULL. The handler of another
        // signal may interrupt the call.
        while unsafe { libc::sigtimedwait(&sigpipe(), ptr::null_mut(), &at_once) } == -1
            && std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted
        {}
    }

    /// macOS has no sigtimedwait.
    #[cfg(target_os = "macos")]
    fn take_pending() {
        let mut taken = 0;
        // SAFETY: both pointers are valid. sigwait returns immediately if the signal is pending.
        unsafe { libc::sigwait(&sigpipe(), &mut taken) };
    }
}
