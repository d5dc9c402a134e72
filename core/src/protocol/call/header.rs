//! A response's header: its limits, and the fields that the library reads.

use super::moment::Moment;
use crate::protocol::addresses::Zone;
use crate::protocol::response::{McpFields, Reply};
use crate::{Error, ErrorKind};
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, RETRY_AFTER};
use std::time::{Duration, SystemTime};
use url::Url;

/// The limits on a header, the same for HTTP/1.1 and HTTP/2.
pub(crate) const MAX_HEADER_FIELDS: usize = 256;
pub(crate) const MAX_HEADER_BYTES: usize = 64 * 1024;

/// A response without its body. Returns an error if the header is too large.
pub(super) fn reply(status: u16, header: &HeaderMap, url: Url, zone: Zone, now: Moment) -> Result<Reply, Error> {
    check(header, &url).map_err(|error| error.with_status(status))?;
    Ok(Reply {
        status,
        content_type: field(header, CONTENT_TYPE),
        content_encoding: field(header, CONTENT_ENCODING),
        retry_after: field(header, RETRY_AFTER).and_then(|value| retry_after(&value, now.wall)),
        zone,
        www_authenticate: Vec::new(),
        mcp: McpFields::default(),
        #[cfg(feature = "signed-metadata")]
        received_at: Some(now.wall),
        from_cache: false,
        body: Ok(Bytes::new()),
        url,
    })
}

/// The lines of a field.
pub(super) fn lines(header: &HeaderMap, name: HeaderName) -> Vec<String> {
    header.get_all(name).iter().map(|line| String::from_utf8_lossy(line.as_bytes()).into_owned()).collect()
}

/// The error of a header that exceeds the limits.
pub(crate) fn header_too_large(url: &Url) -> Error {
    let message = format!("the response header of {url} is larger than 64 KiB or {MAX_HEADER_FIELDS} fields");
    Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str())
}

/// Returns an error if a header exceeds the limits.
pub(super) fn check(header: &HeaderMap, url: &Url) -> Result<(), Error> {
    // Name, colon, space, value and line end.
    let bytes: usize = header.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if bytes > MAX_HEADER_BYTES || header.len() > MAX_HEADER_FIELDS {
        return Err(header_too_large(url));
    }
    Ok(())
}

/// A field's value. Several lines are combined into a list, as in
/// [RFC 9110 section 5.3](https://www.rfc-editor.org/rfc/rfc9110#section-5.3).
fn field(header: &HeaderMap, name: HeaderName) -> Option<String> {
    let mut values = header.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    let first = values.next()?.into_owned();
    Some(values.fold(first, |list, value| list + ", " + &value))
}

/// The delay of a `Retry-After` field in whole seconds. The value is a number of seconds or a date
/// ([RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)).
fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // Only a number that is too large fails to parse.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    let wait = date.duration_since(now).unwrap_or_default();
    Some(Duration::from_secs(wait.as_millis().div_ceil(1000) as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    #[test]
    fn retry_after_has_two_forms() {
        // Sun, 06 Nov 1994 08:49:37 GMT
        let now = UNIX_EPOCH + Duration::from_secs(784_111_777) - Duration::from_millis(1_500);
        for (value, seconds) in [
            ("3", Some(3)),
            (" 0 ", Some(0)),
            ("99999999999999999999999", Some(u64::MAX)),
            // Rounded up.
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(2)),
            ("Sun, 06 Nov 1994 08:49:30 GMT", Some(0)),
            ("-1", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(retry_after(value, now), seconds.map(Duration::from_secs), "{value:?}");
        }
    }
}
