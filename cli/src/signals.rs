//! Handlers for the interrupts SIGINT (Ctrl-C) and SIGTERM. Without a handler, a process with pid 1 ignores SIGTERM.

use telnyx_oauth::CancelToken;

/// Returns a token that the first interrupt cancels. The second interrupt ends the process.
pub(crate) fn cancelling() -> CancelToken {
    let token = CancelToken::new();
    on_interrupts(token.clone());
    token
}

#[cfg(unix)]
mod unix {
    use crate::exit_code;
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use std::{io, process, thread};
    use telnyx_oauth::CancelToken;

    /// Cancels the token on the first interrupt and exits on the second. If no handler can be installed, the signals keep
    /// their default action.
    pub(super) fn on_interrupts(token: CancelToken) {
        let Ok(mut interrupts) = Interrupts::catch() else { return };
        let _ = thread::Builder::new().name("interrupts".into()).spawn(move || {
            interrupts.wait();
            token.cancel();
            interrupts.wait();
            process::exit(exit_code::CANCELLED.into());
        });
    }

    /// The interrupts of this process. After `catch`, an interrupt does not end the process.
    pub(crate) struct Interrupts(Signals);

    impl Interrupts {
        pub(crate) fn catch() -> io::Result<Interrupts> {
            Signals::new([SIGINT, SIGTERM]).map(Interrupts)
        }

        /// Waits for the next interrupt.
        pub(crate) fn wait(&mut self) {
            self.0.forever().next();
        }
    }
}

#[cfg(unix)]
pub(crate) use unix::Interrupts;
#[cfg(unix)]
use unix::on_interrupts;

/// Does nothing: an interrupt keeps its default action, which ends the process.
#[cfg(not(unix))]
fn on_interrupts(_token: CancelToken) {}

#[cfg(not(unix))]
pub(crate) struct Interrupts;

#[cfg(not(unix))]
impl Interrupts {
    pub(crate) fn catch() -> std::io::Result<Interrupts> {
        Ok(Interrupts)
    }

    pub(crate) fn wait(&mut self) {
        loop {
            std::thread::park();
        }
    }
}
