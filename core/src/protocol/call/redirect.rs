use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind};
use url::Url;

/// Refuses a redirect from `at` to `next` that leaves the origin which was asked for, or carries credentials.
pub(crate) fn require_same_origin(asked: &Url, at: &Url, next: &Url) -> Result<(), Error> {
    if next.origin() != asked.origin() {
        let target = quoted(next.as_str());
        return Err(refused(at, &format!("it leads to {target}, only the same scheme, host and port are followed")));
    }
    if !next.username().is_empty() || next.password().is_some() {
        return Err(refused(at, "its Location has a user name or password"));
    }
    Ok(())
}

/// The error for a redirect in an answer from `at` that breaks a rule.
pub(crate) fn refused(at: &Url, rule: &str) -> Error {
    Error::new(ErrorKind::RedirectRefused, format!("the redirect from {at} was not followed: {rule}")).at(at.as_str())
}
