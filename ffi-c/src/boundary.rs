//! The boundary to C: no panic unwinds into C, and every failure becomes a status and an error.

use crate::cancellation;
use crate::error::telnyx_error;
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use oauth::{Error, embedding};
use std::mem::MaybeUninit;

/// Runs `work`, and writes its result to `out` or its error to `error_out`. `name` is the name of the argument `out`.
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

/// Returns the status of `done`, and writes its error to `error_out`.
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

/// Runs `work`. A panic becomes an error, and `pthread_cancel` takes effect only afterwards.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let _uncancelled = cancellation::Guard::new();
    embedding::caught(work)
}

/// Drops a handle whose destructor runs code that may panic.
pub(crate) fn free<T>(handle: Option<Box<T>>) {
    // This function returns no status. The panic hook has already printed the panic.
    let _ = caught(|| {
        drop(handle);
        Ok(())
    });
}

/// The error for a required argument that is NULL.
pub(crate) fn null(name: &str) -> Error {
    embedding::invalid_argument(format!("{name} must not be NULL"))
}
