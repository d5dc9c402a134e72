use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::server::TlsStream;

/// A TCP or TLS connection. With one type for both, hyper's generic code is compiled only once.
pub(crate) enum Transport {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

/// A shared handle to a connection. hyper reads and writes through one handle. The task that ends the connection holds
/// another one.
#[derive(Clone)]
pub(crate) struct Wire {
    transport: Arc<Mutex<Transport>>,
    flushes: Arc<watch::Sender<u64>>,
}

impl Wire {
    pub(crate) fn new(transport: Transport) -> Self {
        Self { transport: Arc::new(Mutex::new(transport)), flushes: Arc::new(watch::Sender::new(0)) }
    }

    /// Returns the number of completed flushes. Bytes that are buffered at count n are written when the count exceeds n.
    pub(crate) fn flushes(&self) -> watch::Receiver<u64> {
        self.flushes.subscribe()
    }

    /// Makes a later close reset the connection.
    pub(crate) fn reset_on_close(&self) {
        let transport = self.lock();
        let tcp = match &*transport {
            Transport::Plain(tcp) => tcp,
            Transport::Tls(tls) => tls.get_ref().0,
        };
        // The call fails only if the peer has already closed the connection.
        let _ = tcp.set_zero_linger();
    }

    fn lock(&self) -> MutexGuard<'_, Transport> {
        self.transport.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, run: impl FnOnce(Pin<&mut dyn Stream>) -> T) -> T {
        match &mut *self.lock() {
            Transport::Plain(tcp) => run(Pin::new(tcp)),
            Transport::Tls(tls) => run(Pin::new(tls.as_mut())),
        }
    }
}

trait Stream: AsyncRead + AsyncWrite + Unpin {}

impl<T: AsyncRead + AsyncWrite + Unpin> Stream for T {}

impl AsyncRead for Wire {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_read(cx, buf))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.with(|stream| stream.poll_write(cx, buf))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = self.with(|stream| stream.poll_flush(cx));
        if let Poll::Ready(Ok(())) = flushed {
            self.flushes.send_modify(|count| *count += 1);
        }
        flushed
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.with(|stream| stream.poll_shutdown(cx))
    }
}
