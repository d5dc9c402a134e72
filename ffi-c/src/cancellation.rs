//! `pthread_cancel` ends a thread by unwinding its frames, and a Rust frame that is unwound so aborts the process.

#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(crate) use pthread::Guard;

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(crate) struct Guard;

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
impl Guard {
    pub(crate) fn new() -> Guard {
        Guard
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod pthread {
    use std::ffi::c_int;
    use std::marker::PhantomData;
    use std::ptr;

    const DISABLE: c_int = if cfg!(target_os = "macos") { 0 } else { 1 };

    unsafe extern "C" {
        // The libc crate does not have it for Linux.
        fn pthread_setcancelstate(state: c_int, before: *mut c_int) -> c_int;
    }

    /// Disables cancellation of the calling thread until it is dropped. A request that comes meanwhile stays pending.
    pub(crate) struct Guard {
        before: c_int,
        /// It belongs to its thread.
        _thread: PhantomData<*const ()>,
    }

    impl Guard {
        pub(crate) fn new() -> Guard {
            let mut before = DISABLE;
            // SAFETY: the pointer is valid, and the call fails for bad states alone.
            unsafe { pthread_setcancelstate(DISABLE, &mut before) };
            Guard { before, _thread: PhantomData }
        }
    }

    impl Drop for Guard {
        fn drop(&mut self) {
            // SAFETY: the state is one that the thread had, and the old one is not asked for. This is no cancellation point.
            unsafe { pthread_setcancelstate(self.before, ptr::null_mut()) };
        }
    }
}
