use crate::failure::Failure;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The message and location of the last panic of the main thread.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Runs `work` and turns a panic into a failure.
pub(crate) fn catch(work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let caller = thread::current().id();
    let other_threads = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == caller {
            let location = panic.location().map(|location| format!(" at {location}")).unwrap_or_default();
            let payload = panic.payload();
            let message = payload.downcast_ref::<&str>().copied();
            let message = message.or(payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
            *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(format!("{message}{location}"));
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
    fn a_panic_is_an_internal_error_with_its_message_and_location() {
        let failure = catch(|| panic!("the {} broke", "bottom")).unwrap_err();
        assert_eq!(exit_code::of(&failure), 70);
        let line = failure.line();
        assert!(
            line.starts_with("telnyx-oauth: internal: this is a bug, please report it: the bottom broke at "),
            "{line}"
        );
        assert!(line.contains("panics.rs:"), "{line}");
    }
}
