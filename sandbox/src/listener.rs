use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use tokio::net::TcpListener;

use crate::connection;
use crate::server::Server;

/// The pause after an error of `accept`, for example if the process has no free file descriptor.
const RETRY_DELAY: Duration = Duration::from_millis(10);

/// Accepts and serves connections without end.
pub(crate) async fn accept(listener: TcpListener, tls: Option<Arc<ServerConfig>>, server: Arc<Server>) {
    loop {
        match listener.accept().await {
            Ok((tcp, _)) => drop(tokio::spawn(connection::serve(tcp, tls.clone(), server.connection()))),
            Err(_) => tokio::time::sleep(RETRY_DELAY).await,
        }
    }
}
