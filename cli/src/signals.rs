//! Interrupts: Ctrl-C, and SIGTERM, which a process that has the number 1 would otherwise not even notice.

use telnyx_oauth::CancelToken;

/// A token that the first interrupt cancels. The second one ends the process, whatever it is waiting for.
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

    /// Where the signals cannot be had, they do what they do to any process.
    pub(super) fn on_interrupts(token: CancelToken) {
        let Ok(mut interrupts) = Interrupts::catch() else { return };
        let _ = thread::Builder::new().name("interrupts".into()).spawn(move || {
            interrupts.wait();
            token.cancel();
            interrupts.wait();
            process::exit(exit_code::CANCELLED.into());
        });
    }

    /// Interrupts, which from now on end nothing by themselves.
    pub(crate) struct Interrupts(Signals);

    impl Interrupts {
        pub(crate) fn catch() -> io::Result<Interrupts> {
            Signals::new([SIGINT, SIGTERM]).map(Interrupts)
        }

        /// Waits for the next one.
        pub(crate) fn wait(&mut self) {
            self.0.forever().next();
        }
    }
}

#[cfg(unix)]
pub(crate) use unix::Interrupts;
#[cfg(unix)]
use unix::on_interrupts;

/// Elsewhere an interrupt ends the process without further ado.
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
