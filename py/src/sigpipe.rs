//! Keeps SIGPIPE from a process that restored its default action, while a thread writes to sockets.

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::BlockedSigpipe;
#[cfg(target_os = "linux")]
pub(crate) use linux::BlockedSigpipe;

#[cfg(target_os = "linux")]
mod linux {
    use nix::sys::signal::{SigSet, SigmaskHow, Signal};
    use nix::sys::signalfd::{SfdFlags, SignalFd};

    /// While this lives, its thread has SIGPIPE blocked.
    pub(crate) struct BlockedSigpipe {
        /// Whether it was this that blocked it.
        here: bool,
    }

    fn sigpipe() -> SigSet {
        let mut set = SigSet::empty();
        set.add(Signal::SIGPIPE);
        set
    }

    impl BlockedSigpipe {
        pub(crate) fn new() -> BlockedSigpipe {
            let before = sigpipe().thread_swap_mask(SigmaskHow::SIG_BLOCK);
            BlockedSigpipe { here: before.is_ok_and(|before| !before.contains(Signal::SIGPIPE)) }
        }
    }

    impl Drop for BlockedSigpipe {
        fn drop(&mut self) {
            if !self.here {
                return;
            }
            // A signal that came meanwhile is taken, or it would come now. Waiting for one that has not come would last.
            let flags = SfdFlags::SFD_NONBLOCK | SfdFlags::SFD_CLOEXEC;
            let taken = SignalFd::with_flags(&sigpipe(), flags).and_then(|pending| pending.read_signal());
            // Where no descriptor is left, a signal that stays blocked is better than a process that ends.
            if taken.is_ok() {
                _ = sigpipe().thread_unblock();
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    /// Nothing to do, or nobody has tried.
    pub(crate) struct BlockedSigpipe;

    impl BlockedSigpipe {
        pub(crate) fn new() -> BlockedSigpipe {
            BlockedSigpipe
        }
    }
}
