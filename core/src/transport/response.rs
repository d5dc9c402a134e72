use super::failure;
use super::header::check_header;
use crate::protocol::call::Zone;
use crate::protocol::response::{Reply, wants_body};
use crate::{Error, ErrorKind};
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName, RETRY_AFTER, WWW_AUTHENTICATE};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, SystemTime};
use url::Url;

pub(super) type Response = http::Response<Incoming>;

/// How much of an unwanted body is read to keep the connection usable.
const MOST_DRAINED: usize = 64 * 1024;

/// Reads a response, and its body if that will be used.
pub(super) async fn read(response: Response, url: Url, zone: Zone, max_body_bytes: usize) -> Result<Reply, Error> {
    let mut reply = header(&response, url, zone)?;
    if wants_body(reply.status, reply.content_type.as_deref(), reply.content_encoding.as_deref()) {
        let body = read_body(response.into_body(), &reply.url, max_body_bytes).await;
        reply.body = body.map_err(|error| error.with_status(reply.status));
    } else {
        drain(response.into_body()).await;
    }
    Ok(reply)
}

/// Reads a response whose body is not needed.
pub(super) async fn read_header(response: Response, url: Url, zone: Zone) -> Result<Reply, Error> {
    let mut reply = header(&response, url, zone)?;
    let lines = response.headers().get_all(WWW_AUTHENTICATE).iter();
    reply.www_authenticate = lines.map(|line| String::from_utf8_lossy(line.as_bytes()).into_owned()).collect();
    drain(response.into_body()).await;
    Ok(reply)
}

fn header(response: &Response, url: Url, zone: Zone) -> Result<Reply, Error> {
    let status = response.status().as_u16();
    check_header(response.headers(), &url).map_err(|error| error.with_status(status))?;
    Ok(Reply {
        status,
        content_type: field(response, CONTENT_TYPE),
        content_encoding: field(response, CONTENT_ENCODING),
        retry_after: field(response, RETRY_AFTER).and_then(|value| wait_asked_for(&value)),
        zone,
        www_authenticate: Vec::new(),
        #[cfg(feature = "signed-metadata")]
        received_at: Some(SystemTime::now()),
        from_cache: false,
        body: Ok(Bytes::new()),
        url,
    })
}

/// Discards the part of a body that has already arrived, without waiting for more. If that is all of it, the connection can
/// be used again.
async fn drain(mut body: Incoming) {
    let (mut turns, mut bytes) = (4, 0);
    while turns > 0 && bytes < MOST_DRAINED {
        let mut chunk = pin!(chunk(&mut body));
        match poll_fn(|context| Poll::Ready(chunk.as_mut().poll(context))).await {
            Poll::Ready(Ok(Some(chunk))) => bytes += chunk.len(),
            Poll::Ready(_) => return,
            Poll::Pending => {
                turns -= 1;
                tokio::task::yield_now().await;
            }
        }
    }
}

async fn read_body(mut incoming: Incoming, url: &Url, limit: usize) -> Result<Bytes, Error> {
    let too_large = || {
        let message = format!("the body of {url} is larger than {limit} bytes (max_body_bytes)");
        Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str())
    };
    let declared = incoming.size_hint().exact().unwrap_or(0);
    if declared > limit as u64 {
        return Err(too_large());
    }
    // Not the whole declared length, which may be a lie, but the usual size of a document.
    let mut body = Vec::with_capacity(declared.min(16 * 1024) as usize);
    while let Some(chunk) = chunk(&mut incoming).await.map_err(|error| failure::of_body(error, url))? {
        if chunk.len() > limit - body.len() {
            return Err(too_large());
        }
        body.try_reserve(chunk.len()).map_err(|error| {
            let message = format!("the body of {url} does not fit in the memory that is left (max_body_bytes)");
            Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str()).caused_by(error)
        })?;
        body.extend_from_slice(&chunk);
    }
    Ok(body.into())
}

/// The next part of a body; `None` at its end.
async fn chunk(body: &mut Incoming) -> Result<Option<Bytes>, hyper::Error> {
    while let Some(frame) = body.frame().await {
        // Trailers are ignored.
        if let Ok(data) = frame?.into_data() {
            return Ok(Some(data));
        }
    }
    Ok(None)
}

/// A field's value. The values of several lines are joined to a list, as
/// [RFC 9110 section 5.3](https://www.rfc-editor.org/rfc/rfc9110#section-5.3) combines it.
fn field(response: &Response, name: HeaderName) -> Option<String> {
    let mut values = response.headers().get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    let first = values.next()?.into_owned();
    Some(values.fold(first, |list, value| list + ", " + &value))
}

/// A `Retry-After` of either form ([RFC 9110 section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)),
/// in whole seconds.
fn wait_asked_for(value: &str) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number holds count as a long time.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    let wait = date.duration_since(SystemTime::now()).unwrap_or_default();
    Some(Duration::from_secs(wait.as_millis().div_ceil(1000) as u64))
}
