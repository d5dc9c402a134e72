//! The boundary to C: nothing unwinds past it, and every failure becomes a status and an error.

use crate::cancellation;
use crate::error::telnyx_error;
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use oauth::{Error, embedding};
use std::mem::MaybeUninit;

/// Does `work` and puts what it makes into `out`, or why it could not into `error_out`; `name` is the argument `out`.
pub(crate) fn make<T>(
    name: &str,
    out: Option<&mut MaybeUninit<Option<Box<T>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
    work: impl FnOnce() -> Result<T, Error>,
) -> telnyx_status {
    let error_out = error_out.map(|out| out.write(None));
    let made = match out.map(|out| out.write(None)) {
        Some(out) => caught(work).map(|made| *out = Some(Box::new(made))),
        None => Err(null(name)),
    };
    finish(made, error_out)
}

/// The status of what was done, with its error in `error_out`.
pub(crate) fn finish(done: Result<(), Error>, error_out: Option<&mut Option<Box<telnyx_error>>>) -> telnyx_status {
    match done {
        Ok(()) => TELNYX_STATUS_OK,
        Err(error) => {
            let status = status_of(error.kind());
            if let Some(error_out) = error_out {
                *error_out = Some(Box::new(error.into()));
            }
            status
        }
    }
}

/// Does `work`; a panic is an error like any other, and `pthread_cancel` waits.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let _uncancelled = cancellation::Guard::new();
    embedding::caught(work)
}

/// Drops a handle whose end does work of its own.
pub(crate) fn free<T>(handle: Option<Box<T>>) {
    // There is no status to report a panic by; the panic hook has printed it.
    let _ = caught(|| {
        drop(handle);
        Ok(())
    });
}

/// The error of a NULL if something is required.
pub(crate) fn null(name: &str) -> Error {
    embedding::invalid_argument(format!("{name} must not be NULL"))
}
