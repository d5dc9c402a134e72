//! Limits interim responses. A server may send any number of them before its response
//! ([RFC 9110 section 15.2](https://www.rfc-editor.org/rfc/rfc9110#section-15.2)), and hyper skips them without a limit.

use crate::protocol::call::MAX_HEADER_BYTES;
use futures_util::task::AtomicWaker;
use http::Request;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

/// The bytes of an interim response without fields: a status line and an empty line.
const SHORTEST: usize = "HTTP/1.1 103\r\n\r\n".len();

/// Counts the bytes of the interim responses to one request. Together they may be as large as one response header.
#[derive(Default)]
pub(super) struct Interim {
    bytes: AtomicUsize,
    waiting: AtomicWaker,
}

/// The error of interim responses that were too large.
pub(super) struct TooMany;

impl Interim {
    /// A counter of the interim responses to this request.
    pub(super) fn to<B>(request: &mut Request<B>) -> Arc<Interim> {
        let interim = Arc::<Interim>::default();
        let counted = interim.clone();
        hyper::ext::on_informational(request, move |response| {
            let fields = response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
            counted.add(SHORTEST + fields.sum::<usize>());
        });
        interim
    }

    /// Waits for the response, or until the interim responses are too large.
    pub(super) async fn until<T>(&self, response: impl Future<Output = T>) -> Result<T, TooMany> {
        let mut response = pin!(response);
        std::future::poll_fn(|context: &mut Context<'_>| {
            self.waiting.register(context.waker());
            if self.bytes.load(Ordering::Relaxed) > MAX_HEADER_BYTES {
                return Poll::Ready(Err(TooMany));
            }
            response.as_mut().poll(context).map(Ok)
        })
        .await
    }

    fn add(&self, bytes: usize) {
        if self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes > MAX_HEADER_BYTES {
            self.waiting.wake();
        }
    }
}
