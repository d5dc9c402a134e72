use crate::boundary::{caught, null};
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use oauth::Error;

/// A handle with setters. The handle keeps the first error of a setter, so that no call ignores the refused input.
pub(crate) trait Settable {
    /// The name of the argument.
    const NAME: &'static str;

    fn refused(&mut self) -> &mut Option<Error>;
}

/// Changes a handle, or keeps the error if the input is refused.
pub(crate) fn set<T: Settable>(
    handle: Option<&mut T>,
    change: impl FnOnce(&mut T) -> Result<(), Error>,
) -> telnyx_status {
    let Some(handle) = handle else { return status_of(null(T::NAME).kind()) };
    match caught(|| change(handle)) {
        Ok(()) => TELNYX_STATUS_OK,
        Err(error) => {
            let status = status_of(error.kind());
            handle.refused().get_or_insert(error);
            status
        }
    }
}
