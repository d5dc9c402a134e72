use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio::sync::{mpsc, watch};

use crate::source::Source;
use crate::wire::Wire;

/// How long the orderly end of a connection may take whose peer does not read.
const PATIENCE: Duration = Duration::from_secs(1);

/// How a connection ends in another way than the HTTP library would end it.
#[derive(Debug)]
pub(crate) enum Ending {
    Close,
    /// Closes it after this time without a further request.
    CloseIdle(Duration),
    Reset,
    /// Writes these and closes it.
    Raw(Vec<Source>),
}

/// An ending, and what has to happen first.
struct Order {
    ending: Ending,
    /// The flush after which it is due; `None` is at once.
    after_flush: Option<u64>,
    /// Requests so far; a later one keeps an idle connection open.
    requests: u64,
}

/// What a response holds of its connection, to end it.
#[derive(Clone)]
pub(crate) struct Control {
    orders: mpsc::UnboundedSender<Order>,
    flushes: watch::Receiver<u64>,
    requests: Arc<AtomicU64>,
}

/// Waits for the orders that come through a [`Control`].
pub(crate) struct Endings {
    orders: mpsc::UnboundedReceiver<Order>,
    flushes: watch::Receiver<u64>,
    requests: Arc<AtomicU64>,
}

/// Both ends of the way by which responses end the connection of `wire`.
pub(crate) fn control(wire: &Wire) -> (Control, Endings) {
    let (sender, receiver) = mpsc::unbounded_channel();
    let requests = Arc::new(AtomicU64::new(0));
    let control = Control { orders: sender, flushes: wire.flushes(), requests: requests.clone() };
    (control, Endings { orders: receiver, flushes: wire.flushes(), requests })
}

impl Control {
    /// Tells that a request arrived.
    pub(crate) fn request_arrived(&self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// Ends the connection at once.
    pub(crate) fn end_now(&self, ending: Ending) {
        self.order(ending, None);
    }

    /// Ends the connection as soon as what is buffered has been written.
    pub(crate) fn end_after_flush(&self, ending: Ending) {
        self.order(ending, Some(*self.flushes.borrow()));
    }

    fn order(&self, ending: Ending, after_flush: Option<u64>) {
        let requests = self.requests.load(Ordering::Relaxed);
        // Without a receiver, the connection is gone already.
        let _ = self.orders.send(Order { ending, after_flush, requests });
    }
}

impl Endings {
    /// The ending that is due, once one is. Never returns where none comes.
    pub(crate) async fn due(&mut self) -> Ending {
        let mut order = receive(&mut self.orders).await;
        loop {
            tokio::select! {
                newer = receive(&mut self.orders) => order = newer,
                () = order.due(self.flushes.clone()) => {
                    let idle = order.requests == self.requests.load(Ordering::Relaxed);
                    if idle || !matches!(order.ending, Ending::CloseIdle(_)) {
                        return order.ending;
                    }
                    order = receive(&mut self.orders).await;
                }
            }
        }
    }
}

async fn receive(orders: &mut mpsc::UnboundedReceiver<Order>) -> Order {
    match orders.recv().await {
        Some(order) => order,
        None => std::future::pending().await,
    }
}

impl Order {
    async fn due(&self, mut flushes: watch::Receiver<u64>) {
        if let Some(mark) = self.after_flush {
            // It fails where the connection is gone.
            let _ = flushes.wait_for(|count| *count > mark).await;
        }
        if let Ending::CloseIdle(idle) = self.ending {
            tokio::time::sleep(idle).await;
        }
    }
}

impl Ending {
    /// Does it. The HTTP library must have let go of the connection, which closes when this returns.
    pub(crate) async fn carry_out(self, mut wire: Wire) {
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
    // Where the peer is gone or does not read, there is no good order left to keep.
    let _ = tokio::time::timeout(PATIENCE, wire.shutdown()).await;
}
