use crate::failure::Failure;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The message and place of the main thread's panic.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Runs `work`, and returns a panic as a failure.
pub(crate) fn caught(work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let caller = thread::current().id();
    let other_threads = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == caller {
            let place = panic.location().map(|place| format!(" at {place}")).unwrap_or_default();
            let payload = panic.payload();
            let message = payload.downcast_ref::<&str>().copied();
            let message = message.or(payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
            *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(format!("{message}{place}"));
        } else {
            other_threads(panic);
        }
    }));
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
        Err(Failure::Internal(format!("this is a bug, please report it: {}", last.unwrap_or_default())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit_code;

    #[test]
    fn a_panic_is_an_internal_error_with_its_message_and_place() {
        let failure = caught(|| panic!("the {} broke", "bottom")).unwrap_err();
        assert_eq!(exit_code::of(&failure), 70);
        let line = failure.line();
        assert!(
            line.starts_with("telnyx-oauth: internal: this is a bug, please report it: the bottom broke at "),
            "{line}"
        );
        assert!(line.contains("panics.rs:"), "{line}");
    }
}
