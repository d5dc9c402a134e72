use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio::sync::{mpsc, watch};

use crate::source::Source;
use crate::wire::Wire;

/// The time limit for closing a connection if the peer does not read.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(1);

/// An end of a connection that hyper itself would not cause.
#[derive(Debug)]
pub(crate) enum Ending {
    Close,
    /// Closes the connection after this time without another request.
    CloseIdle(Duration),
    Reset,
    /// Writes these bytes and closes the connection.
    Raw(Vec<Source>),
}

/// An ending that is not due yet.
struct ScheduledEnding {
    ending: Ending,
    /// The number of the flush after which the ending is due. `None` means immediately.
    after_flush: Option<u64>,
    /// The number of requests so far. A later request keeps an idle connection open.
    requests: u64,
}

/// Schedules the ending of a connection.
#[derive(Clone)]
pub(crate) struct EndingSender {
    scheduled: mpsc::UnboundedSender<ScheduledEnding>,
    flushes: watch::Receiver<u64>,
    requests: Arc<AtomicU64>,
}

/// Receives the endings of an [`EndingSender`].
pub(crate) struct EndingReceiver {
    scheduled: mpsc::UnboundedReceiver<ScheduledEnding>,
    flushes: watch::Receiver<u64>,
    requests: Arc<AtomicU64>,
}

/// Returns a sender for the responses of a connection, and a receiver for the task that serves the connection.
pub(crate) fn channel(wire: &Wire) -> (EndingSender, EndingReceiver) {
    let (scheduled, receiver) = mpsc::unbounded_channel();
    let requests = Arc::new(AtomicU64::new(0));
    let sender = EndingSender { scheduled, flushes: wire.flushes(), requests: requests.clone() };
    (sender, EndingReceiver { scheduled: receiver, flushes: wire.flushes(), requests })
}

impl EndingSender {
    /// Counts a request.
    pub(crate) fn request_arrived(&self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// Ends the connection immediately.
    pub(crate) fn end_now(&self, ending: Ending) {
        self.schedule(ending, None);
    }

    /// Ends the connection after the buffered bytes are written.
    pub(crate) fn end_after_flush(&self, ending: Ending) {
        self.schedule(ending, Some(*self.flushes.borrow()));
    }

    fn schedule(&self, ending: Ending, after_flush: Option<u64>) {
        let requests = self.requests.load(Ordering::Relaxed);
        // Sending fails only if the connection has already ended.
        let _ = self.scheduled.send(ScheduledEnding { ending, after_flush, requests });
    }
}

impl EndingReceiver {
    /// Waits until an ending is due, and returns it.
    pub(crate) async fn due(&mut self) -> Ending {
        let mut next = receive(&mut self.scheduled).await;
        loop {
            tokio::select! {
                newer = receive(&mut self.scheduled) => next = newer,
                () = next.due(self.flushes.clone()) => {
                    let is_idle = next.requests == self.requests.load(Ordering::Relaxed);
                    if is_idle || !matches!(next.ending, Ending::CloseIdle(_)) {
                        return next.ending;
                    }
                    next = receive(&mut self.scheduled).await;
                }
            }
        }
    }
}

async fn receive(scheduled: &mut mpsc::UnboundedReceiver<ScheduledEnding>) -> ScheduledEnding {
    match scheduled.recv().await {
        Some(scheduled) => scheduled,
        None => std::future::pending().await,
    }
}

impl ScheduledEnding {
    async fn due(&self, mut flushes: watch::Receiver<u64>) {
        if let Some(mark) = self.after_flush {
            // The wait fails only if the connection has ended.
            let _ = flushes.wait_for(|count| *count > mark).await;
        }
        if let Ending::CloseIdle(idle) = self.ending {
            tokio::time::sleep(idle).await;
        }
    }
}

impl Ending {
    /// Ends the connection. The connection is closed when this function returns, if hyper has already dropped its handle.
    pub(crate) async fn apply(self, mut wire: Wire) {
        match self {
            Self::Reset => wire.reset_on_close(),
            Self::Close | Self::CloseIdle(_) => close(&mut wire).await,
            Self::Raw(parts) => {
                for mut part in parts {
                    while let Some(piece) = part.next(usize::MAX) {
                        if wire.write_all(&piece).await.is_err() {
                            return;
                        }
                    }
                }
                close(&mut wire).await;
            }
        }
    }
}

async fn close(wire: &mut (impl AsyncWrite + Unpin)) {
    // If the close fails or times out, dropping the stream ends the connection.
    let _ = tokio::time::timeout(CLOSE_TIMEOUT, wire.shutdown()).await;
}
