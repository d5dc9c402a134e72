use super::response::Response;
use crate::Error;
use crate::protocol::call::{refused, require_same_origin};
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::MAX_URL_BYTES;
use http::header::LOCATION;
use url::Url;

/// The target of a redirect; `None` if the response is not one.
pub(super) fn target(response: &Response, at: &Url) -> Result<Option<Url>, Error> {
    let status = response.status().as_u16();
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let refused = |rule: &str| refused(at, rule).with_status(status);
    let location = response.headers().get(LOCATION).ok_or_else(|| refused("it has no Location"))?;
    let text = location.to_str().map_err(|_| refused("its Location is not a URL"))?;
    let url = at.join(text).map_err(|_| refused(&format!("its Location is not a URL: {}", quoted(text))))?;
    Ok(Some(url))
}

/// Refuses a redirect beyond the limit, to another origin, or with credentials.
pub(super) fn permit(asked: &Url, at: &Url, next: &Url, followed: u32, limit: u32) -> Result<(), Error> {
    if followed >= limit {
        return Err(refused(at, &format!("more than {limit} redirects (max_redirects)")));
    }
    if next.as_str().len() > MAX_URL_BYTES {
        return Err(refused(at, &format!("its Location is longer than {MAX_URL_BYTES} bytes")));
    }
    require_same_origin(asked, at, next)
}
