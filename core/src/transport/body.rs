use super::failure;
use crate::protocol::call::BodyError;
use crate::{Error, ErrorKind};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use url::Url;

/// The number of bytes of an unwanted body that are read to keep the connection usable.
const MAX_DISCARDED: usize = 64 * 1024;

/// Reads the body of a response from `url`. The body may have at most `limit` bytes.
pub(super) async fn read(mut incoming: Incoming, url: &Url, limit: usize) -> Result<Bytes, BodyError> {
    let declared = incoming.size_hint().exact().unwrap_or(0);
    if declared > limit as u64 {
        return Err(BodyError::TooLarge);
    }
    // Reserve the usual size of a document at most: the declared length may be false.
    let mut body = Vec::with_capacity(declared.min(16 * 1024) as usize);
    let failed = |error| BodyError::Failed(failure::of_body(error, url));
    while let Some(chunk) = chunk(&mut incoming).await.map_err(failed)? {
        if chunk.len() > limit - body.len() {
            return Err(BodyError::TooLarge);
        }
        body.try_reserve(chunk.len()).map_err(|error| {
            let message = format!("the body of {url} does not fit in the free memory (max_body_bytes)");
            BodyError::Failed(Error::new(ErrorKind::BodyTooLarge, message).at(url.as_str()).caused_by(error))
        })?;
        body.extend_from_slice(&chunk);
    }
    Ok(body.into())
}

/// Reads the first `limit` bytes of a body, or those that come before an error.
pub(super) async fn read_prefix(incoming: Incoming, limit: usize) -> Bytes {
    let mut body = Vec::new();
    // The bytes before an error count.
    _ = append_prefix(incoming, limit, &mut body).await;
    body.into()
}

/// Appends the first `limit` bytes of a body to an empty `body`. If the future is dropped, `body` has the bytes so far.
/// Returns true if the body is longer.
pub(super) async fn append_prefix(
    mut incoming: Incoming,
    limit: usize,
    body: &mut Vec<u8>,
) -> Result<bool, hyper::Error> {
    while body.len() < limit {
        let Some(chunk) = chunk(&mut incoming).await? else { return Ok(false) };
        let room = limit - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Discards the part of a body that has already arrived, without waiting for more. If the whole body has arrived, the
/// connection can be used again.
pub(super) async fn discard(mut body: Incoming) {
    let (mut turns, mut bytes) = (4, 0);
    while turns > 0 && bytes < MAX_DISCARDED {
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
