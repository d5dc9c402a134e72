//! The limits on a response's header, the same on HTTP/1.1 and HTTP/2.

use crate::{Error, ErrorKind};
use http::HeaderMap;
use url::Url;

pub(super) const MAX_HEADER_FIELDS: usize = 256;
pub(super) const MAX_HEADER_BYTES: usize = 64 * 1024;

pub(super) fn check_header(headers: &HeaderMap, url: &Url) -> Result<(), Error> {
    // Name, colon, space, value and line end.
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if bytes > MAX_HEADER_BYTES || headers.len() > MAX_HEADER_FIELDS {
        return Err(header_too_large(url));
    }
    Ok(())
}

pub(super) fn header_too_large(url: &Url) -> Error {
    let message = format!("the response header of {url} is larger than 64 KiB or {MAX_HEADER_FIELDS} fields");
    Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str())
}
