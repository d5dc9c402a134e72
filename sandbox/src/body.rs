use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame};
use tokio::time::Sleep;

use crate::ending::{Ending, EndingSender};
use crate::source::Source;

/// The body of a response. It can be sent slowly, and its end can end the connection.
///
/// The body does not report its length to hyper, so that the headers can declare a wrong length.
pub(crate) struct AnswerBody {
    source: Source,
    /// True if nothing is sent, not even the last chunk.
    absent: bool,
    begun: bool,
    pace: Option<Pace>,
    /// The number of bytes before the connection ends early.
    limit: Option<u64>,
    end: Option<(EndingSender, Ending)>,
}

struct Pace {
    bytes: usize,
    interval: Duration,
    pause: Option<Pin<Box<Sleep>>>,
}

impl AnswerBody {
    pub(crate) fn new(source: Source) -> Self {
        Self { source, absent: false, begun: false, pace: None, limit: None, end: None }
    }

    /// Returns a body that sends nothing, for an answer to `HEAD` or with a declared length of 0.
    pub(crate) fn absent() -> Self {
        let mut body = Self::new(Source::Bytes(Bytes::new()));
        body.absent = true;
        body
    }

    /// Sends the body in pieces of at most `bytes` bytes, with a pause of `interval` between two pieces.
    pub(crate) fn paced(mut self, bytes: usize, interval: Duration) -> Self {
        self.pace = Some(Pace { bytes, interval, pause: None });
        self
    }

    /// Ends the connection after the body, or after `limit` bytes of it.
    pub(crate) fn then(mut self, sender: EndingSender, ending: Ending, limit: Option<u64>) -> Self {
        self.end = Some((sender, ending));
        self.limit = limit;
        self
    }

    fn end_connection(&mut self) {
        if let Some((sender, ending)) = self.end.take() {
            sender.end_after_flush(ending);
        }
    }

    fn max(&self) -> usize {
        let pace = self.pace.as_ref().map_or(usize::MAX, |pace| pace.bytes);
        let limit = self.limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
        pace.min(limit)
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        if this.limit == Some(0) {
            // When the bytes so far are written, the task of the connection drops this body.
            this.end_connection();
            return Poll::Pending;
        }
        if let Some(pace) = &mut this.pace
            && let Some(pause) = &mut pace.pause
        {
            ready!(pause.as_mut().poll(cx));
            pace.pause = None;
        }
        let Some(piece) = this.source.next(this.max()) else {
            return Poll::Ready(None);
        };
        this.begun = true;
        this.limit = this.limit.map(|limit| limit - piece.len() as u64);
        if let Some(pace) = &mut this.pace
            && !pace.interval.is_zero()
            && this.source.left() != Some(0)
        {
            pace.pause = Some(Box::pin(tokio::time::sleep(pace.interval)));
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        // A body with a limit never counts as ended: hyper would otherwise complete the framing.
        self.absent || self.begun && self.limit.is_none() && self.source.left() == Some(0)
    }
}

impl Drop for AnswerBody {
    fn drop(&mut self) {
        self.end_connection();
    }
}
