//! Protection from `pthread_cancel`, which unwinds the frames of a thread: a Rust frame that is unwound in this way
//! aborts the process.

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
        // The libc crate lacks this function for Linux.
        fn pthread_setcancelstate(state: c_int, before: *mut c_int) -> c_int;
    }

    /// Disables cancellation of the current thread until the guard is dropped. A cancellation request stays pending
    /// until then.
    pub(crate) struct Guard {
        before: c_int,
        /// Makes the guard `!Send`: it must be dropped on its thread.
        _thread: PhantomData<*const ()>,
    }

    impl Guard {
        pub(crate) fn new() -> Guard {
            let mut before = DISABLE;
            // SAFETY: the pointer is valid, and the call fails only for an invalid state.
            unsafe { pthread_setcancelstate(DISABLE, &mut before) };
            Guard { before, _thread: PhantomData }
        }
    }

    impl Drop for Guard {
        fn drop(&mut self) {
            // SAFETY: the state is the previous state of the thread, and the pointer to the old state may be NULL. This
            // call is no cancellation point.
            unsafe { pthread_setcancelstate(self.before, ptr::null_mut()) };
        }
    }
}
