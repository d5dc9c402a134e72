use hyper_util::client::legacy::connect::{Connected, Connection};
use std::io::{self, IoSlice};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

/// The number of bytes that a connection reads before it yields. hyper reads as long as data arrives, so without a limit a
/// fast peer delays every timer of the thread.
const BYTES_PER_TURN: usize = 64 * 1024;

/// A connection that yields to other tasks.
pub(super) struct Stream {
    wire: Wire,
    /// True if the peer is a proxy that forwards plain http requests.
    is_proxy: bool,
    read_in_turn: usize,
}

/// TCP, or TLS. TLS runs over TCP, or in a proxy's tunnel, which may itself use TLS.
enum Wire {
    Tcp(TcpStream),
    Tls(Box<TlsStream<Stream>>),
}

impl Stream {
    pub(super) fn tcp(stream: TcpStream) -> Stream {
        Stream::over(Wire::Tcp(stream))
    }

    pub(super) fn tls(stream: TlsStream<Stream>) -> Stream {
        Stream::over(Wire::Tls(Box::new(stream)))
    }

    /// Marks the peer as a proxy that forwards plain http requests.
    pub(super) fn with_proxy_peer(self) -> Stream {
        Stream { is_proxy: true, ..self }
    }

    fn over(wire: Wire) -> Stream {
        Stream { wire, is_proxy: false, read_in_turn: 0 }
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        let connected = match &self.wire {
            Wire::Tcp(tcp) => tcp.connected(),
            Wire::Tls(tls) => {
                let (below, session) = tls.get_ref();
                match session.alpn_protocol() {
                    Some(b"h2") => below.connected().negotiated_h2(),
                    _ => below.connected(),
                }
            }
        };
        connected.proxy(self.is_proxy)
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.read_in_turn >= BYTES_PER_TURN {
            self.read_in_turn = 0;
            // Other tasks and the timers run before this task runs again.
            return pin!(tokio::task::yield_now()).poll(context).map(Ok);
        }
        let before = buffer.filled().len();
        let read = match &mut self.wire {
            Wire::Tcp(tcp) => Pin::new(tcp).poll_read(context, buffer),
            Wire::Tls(tls) => Pin::new(tls).poll_read(context, buffer),
        };
        self.read_in_turn = if read.is_pending() { 0 } else { self.read_in_turn + buffer.filled().len() - before };
        read
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match &mut self.wire {
            Wire::Tcp(tcp) => Pin::new(tcp).poll_write(context, bytes),
            Wire::Tls(tls) => Pin::new(tls).poll_write(context, bytes),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match &mut self.wire {
            Wire::Tcp(tcp) => Pin::new(tcp).poll_write_vectored(context, parts),
            Wire::Tls(tls) => Pin::new(tls).poll_write_vectored(context, parts),
        }
    }

    fn is_write_vectored(&self) -> bool {
        match &self.wire {
            Wire::Tcp(tcp) => tcp.is_write_vectored(),
            Wire::Tls(tls) => tls.is_write_vectored(),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.wire {
            Wire::Tcp(tcp) => Pin::new(tcp).poll_flush(context),
            Wire::Tls(tls) => Pin::new(tls).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.wire {
            Wire::Tcp(tcp) => Pin::new(tcp).poll_shutdown(context),
            Wire::Tls(tls) => Pin::new(tls).poll_shutdown(context),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use socket2::{Domain, Socket, Type};
    use std::future::poll_fn;
    use std::io::Write;
    use std::net::TcpListener;

    /// Reads until no data is left or the stream yields, and returns the number of bytes.
    async fn turn(stream: &mut Stream, part: &mut [u8]) -> usize {
        let mut read = 0;
        poll_fn(|context| {
            loop {
                let mut buffer = ReadBuf::new(part);
                match Pin::new(&mut *stream).poll_read(context, &mut buffer) {
                    Poll::Ready(result) => result.unwrap(),
                    Poll::Pending => return Poll::Ready(read),
                }
                read += buffer.filled().len();
            }
        })
        .await
    }

    #[test]
    fn a_stream_yields_after_64_kib_while_data_is_left() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(1 << 20).unwrap();
        socket.connect(&listener.local_addr().unwrap().into()).unwrap();
        let mut peer = listener.accept().unwrap().0;
        let writer = std::thread::spawn(move || peer.write_all(&vec![0; 2 * BYTES_PER_TURN]).unwrap());
        let socket: std::net::TcpStream = socket.into();
        let mut seen = vec![0; 2 * BYTES_PER_TURN];
        while socket.peek(&mut seen).unwrap() < seen.len() {
            std::thread::yield_now();
        }
        writer.join().unwrap();
        socket.set_nonblocking(true).unwrap();
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut stream = Stream::tcp(TcpStream::from_std(socket).unwrap());
            let Wire::Tcp(tcp) = &stream.wire else { panic!("the stream is not TCP") };
            tcp.readable().await.unwrap();
            let mut part = [0; 4096];
            assert_eq!(turn(&mut stream, &mut part).await, BYTES_PER_TURN);
            assert_eq!(turn(&mut stream, &mut part).await, BYTES_PER_TURN);
        });
    }
}
