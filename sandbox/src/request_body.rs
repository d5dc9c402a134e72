use std::future::poll_fn;
use std::pin::Pin;

use http_body::Body;
use hyper::body::Incoming;

/// Reads the body of a request to its end, or until it breaks off. Returns its first `limit` bytes as text.
pub(crate) async fn start(mut upload: Incoming, limit: usize) -> String {
    let mut bytes = Vec::new();
    while let Some(Ok(frame)) = poll_fn(|cx| Pin::new(&mut upload).poll_frame(cx)).await {
        if let Some(data) = frame.data_ref() {
            bytes.extend_from_slice(&data[..data.len().min(limit - bytes.len())]);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns the body of a request as text of at most `limit` bytes. The error is a message for the client.
pub(crate) async fn text(mut upload: Incoming, limit: usize) -> Result<String, String> {
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut upload).poll_frame(cx)).await {
        let frame = frame.map_err(|error| format!("the request body is incomplete: {error}"))?;
        if let Some(data) = frame.data_ref() {
            if bytes.len() + data.len() > limit {
                return Err(format!("the request body is larger than {limit} bytes"));
            }
            bytes.extend_from_slice(data);
        }
    }
    String::from_utf8(bytes).map_err(|error| format!("the request body is not UTF-8: {error}"))
}
