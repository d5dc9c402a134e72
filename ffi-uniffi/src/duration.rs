use crate::{ErrorKind, Seconds, TelnyxOAuthError};
use std::time::Duration;

/// Converts a time to a duration. `name` is the parameter's name in the error message.
pub(crate) fn duration(time: Seconds, name: &str) -> Result<Duration, TelnyxOAuthError> {
    Duration::try_from_secs_f64(time.0).map_err(|error| {
        let message = format!("{name} must be a time in seconds, not {}: {error}", time.0);
        TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
    })
}
