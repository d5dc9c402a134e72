use crate::boundary::{caught, null};
use crate::status::{TELNYX_STATUS_OK, status_of, telnyx_status};
use oauth::Error;

/// A handle with setters. It remembers the first input that one refused, so that nothing is done without it.
pub(crate) trait Settable {
    /// The argument that the handle is.
    const NAME: &'static str;

    fn refused(&mut self) -> &mut Option<Error>;
}

/// Changes a handle, or remembers the error of input that is refused.
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
