use crate::protocol::errors::quoted;
use crate::protocol::identifiers::MAX_URL_BYTES;
use crate::{Error, ErrorKind};
use http::HeaderMap;
use http::header::LOCATION;
use url::Url;

/// The target of a redirect in a response from `at`; `None` if the response is not a redirect.
pub(super) fn target(status: u16, header: &HeaderMap, at: &Url) -> Result<Option<Url>, Error> {
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let refused = |rule: &str| refused(at, rule).with_status(status);
    let location = header.get(LOCATION).ok_or_else(|| refused("it has no Location"))?;
    let text = location.to_str().map_err(|_| refused("its Location is not a URL"))?;
    let url = at.join(text).map_err(|_| refused(&format!("its Location is not a URL: {}", quoted(text))))?;
    Ok(Some(url))
}

/// Refuses a redirect from `at` to `next` if it exceeds the limit, leaves the origin of `asked`, or carries credentials.
pub(super) fn permit(asked: &Url, at: &Url, next: &Url, followed: u32, limit: u32) -> Result<(), Error> {
    if followed >= limit {
        return Err(refused(at, &format!("more than {limit} redirects (max_redirects)")));
    }
    if next.as_str().len() > MAX_URL_BYTES {
        return Err(refused(at, &format!("its Location is longer than {MAX_URL_BYTES} bytes")));
    }
    require_same_origin(asked, at, next)
}

/// Refuses a redirect from `at` to `next` if it leaves the origin of `asked` or carries credentials.
pub(crate) fn require_same_origin(asked: &Url, at: &Url, next: &Url) -> Result<(), Error> {
    if next.origin() != asked.origin() {
        let target = quoted(next.as_str());
        return Err(refused(
            at,
            &format!("it leads to {target}, but a redirect must keep the same scheme, host and port"),
        ));
    }
    if !next.username().is_empty() || next.password().is_some() {
        return Err(refused(at, "its Location has a user name or password"));
    }
    Ok(())
}

/// Refuses a response to a request that must not be redirected, if it came from another URL.
pub(crate) fn require_same_url(asked: &Url, answered: &Url) -> Result<(), Error> {
    if answered == asked {
        return Ok(());
    }
    Err(refused(asked, &format!("it leads to {}, only a GET is redirected", quoted(answered.as_str()))))
}

/// The error of a redirect in a response from `at` that breaks a rule.
fn refused(at: &Url, rule: &str) -> Error {
    Error::new(ErrorKind::RedirectRefused, format!("the redirect from {at} was not followed: {rule}")).at(at.as_str())
}
