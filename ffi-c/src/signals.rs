//! The program's signals stay its own: SIGPIPE of a socket is not delivered to it, and its handlers run on its own threads.

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

    /// Keeps SIGPIPE from the calling thread as long as it lives, and takes the one that came meanwhile away: a write to
    /// a connection that is gone sends the signal to the thread that wrote. A signal that was blocked before stays
    /// blocked, and one that was pending before stays pending.
    pub(crate) struct Guard {
        was_blocked: bool,
        was_pending: bool,
        /// It belongs to its thread.
        _thread: PhantomData<*const ()>,
    }

    impl Guard {
        pub(crate) fn new() -> Guard {
            let mut before = MaybeUninit::<sigset_t>::zeroed();
            // SAFETY: the sets are valid, and the call fails for bad arguments alone.
            let was_blocked = unsafe {
                libc::pthread_sigmask(SIG_BLOCK, &sigpipe(), before.as_mut_ptr());
                libc::sigismember(before.as_ptr(), SIGPIPE) == 1
            };
            // One that was not blocked has been delivered.
            Guard { was_blocked, was_pending: was_blocked && is_pending(), _thread: PhantomData }
        }
    }

    impl Drop for Guard {
        fn drop(&mut self) {
            // To take a signal costs more than to see that there is none.
            if !self.was_pending && is_pending() {
                take_pending();
            }
            if !self.was_blocked {
                // SAFETY: the set is valid, and the old mask is not asked for.
                unsafe { libc::pthread_sigmask(SIG_UNBLOCK, &sigpipe(), ptr::null_mut()) };
            }
        }
    }

    /// Blocks every signal on the calling thread as long as it lives: a thread that is started meanwhile inherits that.
    pub(crate) struct AllBlocked {
        before: sigset_t,
        /// It belongs to its thread.
        _thread: PhantomData<*const ()>,
    }

    impl AllBlocked {
        pub(crate) fn new() -> AllBlocked {
            let (mut all, mut before) = (MaybeUninit::<sigset_t>::zeroed(), MaybeUninit::<sigset_t>::zeroed());
            // SAFETY: sigfillset makes the set a valid one, and the call that fills the other fails for bad arguments alone.
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
            // SAFETY: the set is the one that the thread had, and the old mask is not asked for.
            unsafe { libc::pthread_sigmask(SIG_SETMASK, &self.before, ptr::null_mut()) };
        }
    }

    fn sigpipe() -> sigset_t {
        let mut set = MaybeUninit::<sigset_t>::zeroed();
        // SAFETY: sigemptyset makes the set a valid one.
        unsafe {
            libc::sigemptyset(set.as_mut_ptr());
            libc::sigaddset(set.as_mut_ptr(), SIGPIPE);
            set.assume_init()
        }
    }

    fn is_pending() -> bool {
        let mut pending = MaybeUninit::<sigset_t>::zeroed();
        // SAFETY: the set is valid, and the call fails for bad arguments alone.
        unsafe {
            libc::sigpending(pending.as_mut_ptr());
            libc::sigismember(pending.as_ptr(), SIGPIPE) == 1
        }
    }

    #[cfg(not(target_os = "macos"))]
    fn take_pending() {
        let at_once = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: set and time are valid, and no details of the signal are asked for. Another signal's handler may
        // interrupt the call.
        while unsafe { libc::sigtimedwait(&sigpipe(), ptr::null_mut(), &at_once) } == -1
            && std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted
        {}
    }

    /// macOS has no sigtimedwait.
    #[cfg(target_os = "macos")]
    fn take_pending() {
        let mut taken = 0;
        // SAFETY: both pointers are valid; sigwait does not wait for what is pending.
        unsafe { libc::sigwait(&sigpipe(), &mut taken) };
    }
}
