use super::failure;
use crate::protocol::{Reply, wants_body};
use crate::{Error, ErrorKind};
use reqwest::Response;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, RETRY_AFTER};
use std::time::{Duration, SystemTime};
use url::Url;

/// The limits on a response's header, on HTTP/1.1 and HTTP/2 alike.
pub(super) const MAX_HEADER_FIELDS: usize = 256;
const MAX_HEADER_BYTES: usize = 64 * 1024;

/// Reads a response as far as anybody will look at it.
pub(super) async fn read(response: Response, url: Url, max_body_bytes: usize) -> Result<Reply, Error> {
    let status = response.status().as_u16();
    check_header(response.headers(), &url).map_err(|error| error.with_status(status))?;
    let content_type = field(&response, CONTENT_TYPE);
    let content_encoding = field(&response, CONTENT_ENCODING);
    let retry_after = field(&response, RETRY_AFTER).and_then(|value| wait_asked_for(&value));
    let body = if wants_body(status, content_type.as_deref(), content_encoding.as_deref()) {
        read_body(response, &url, max_body_bytes).await.map_err(|error| error.with_status(status))
    } else {
        Ok(Vec::new())
    };
    Ok(Reply { url, status, content_type, content_encoding, retry_after, body })
}

async fn read_body(mut response: Response, url: &Url, limit: usize) -> Result<Vec<u8>, Error> {
    let too_large = || {
        let message = format!("the body of {url} is larger than {limit} bytes (max_body_bytes)");
        Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str())
    };
    let declared = response.content_length().unwrap_or(0);
    if declared > limit as u64 {
        return Err(too_large());
    }
    // What a server declares is reserved only as far as a document usually goes.
    let mut body = Vec::with_capacity(declared.min(16 * 1024) as usize);
    while let Some(chunk) = response.chunk().await.map_err(|error| failure::of_body(error, url))? {
        if chunk.len() > limit - body.len() {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// A field's value; one that occurs several times is a list, as
/// [RFC 9110 section 5.3](https://www.rfc-editor.org/rfc/rfc9110#section-5.3) combines it.
fn field(response: &Response, name: HeaderName) -> Option<String> {
    let mut values = response.headers().get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    let first = values.next()?.into_owned();
    Some(values.fold(first, |list, value| list + ", " + &value))
}

fn check_header(headers: &HeaderMap, url: &Url) -> Result<(), Error> {
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

/// A `Retry-After` of either form ([RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)),
/// in whole seconds.
fn wait_asked_for(value: &str) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number holds are still a long time.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    let wait = date.duration_since(SystemTime::now()).unwrap_or_default();
    Some(Duration::from_secs(wait.as_millis().div_ceil(1000) as u64))
}
