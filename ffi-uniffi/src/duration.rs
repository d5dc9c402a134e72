use crate::{ErrorKind, Seconds, TelnyxOAuthError};
use std::time::Duration;

/// Returns a time as a duration; `name` names the parameter in the error.
pub(crate) fn duration(time: Seconds, name: &str) -> Result<Duration, TelnyxOAuthError> {
    Duration::try_from_secs_f64(time.0).map_err(|error| {
        let message = format!("{name} must be a time in seconds, not {}: {error}", time.0);
        TelnyxOAuthError::new(ErrorKind::InvalidArgument, message)
    })
}
