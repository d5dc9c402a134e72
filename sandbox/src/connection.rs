use std::sync::Arc;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use rustls::ServerConfig;
use rustls::server::Acceptor;
use tokio::net::TcpStream;
use tokio_rustls::LazyConfigAcceptor;

use crate::ending;
use crate::responder::Responder;
use crate::server::OpenConnection;
use crate::wire::{Transport, Wire};

/// Serves one connection until the client or the sandbox ends it.
pub(crate) async fn serve(tcp: TcpStream, tls: Option<Arc<ServerConfig>>, connected: OpenConnection) {
    // TCP must send each piece of a body immediately. The call fails only if the peer has closed the connection.
    let _ = tcp.set_nodelay(true);
    let secure = tls.is_some();
    let (transport, server_name) = match tls {
        None => (Transport::Plain(tcp), None),
        Some(config) => match handshake(tcp, config).await {
            Some(secured) => secured,
            None => return,
        },
    };
    let wire = Wire::new(transport);
    let (ending, mut endings) = ending::channel(&wire);
    let server = connected.server.clone();
    let responder = Arc::new(Responder { server, connection: connected.number, secure, server_name, ending });
    let service = service_fn(move |request| responder.clone().answer(request));
    let builder = auto::Builder::new(TokioExecutor::new());
    let mut http = Box::pin(builder.serve_connection(TokioIo::new(wire.clone()), service));
    let ending = tokio::select! {
        ending = endings.due() => ending,
        // The peer has ended the connection, or a body was shorter than declared.
        _ = &mut http => return,
    };
    drop(http);
    ending.apply(wire).await;
}

/// Returns the TLS connection and the server name that the client sent, or `None` if the handshake failed.
async fn handshake(tcp: TcpStream, config: Arc<ServerConfig>) -> Option<(Transport, Option<String>)> {
    let start = LazyConfigAcceptor::new(Acceptor::default(), tcp).await.ok()?;
    let name = start.client_hello().server_name().map(str::to_owned);
    if name.as_deref().is_some_and(|name| name.starts_with("tls-abort.")) {
        return None;
    }
    let config = match &name {
        Some(name) if name.starts_with("http1.") => without_http_2(&config),
        _ => config,
    };
    let stream = start.into_stream(config).await.ok()?;
    Some((Transport::Tls(Box::new(stream)), name))
}

fn without_http_2(config: &ServerConfig) -> Arc<ServerConfig> {
    let mut config = config.clone();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Arc::new(config)
}
