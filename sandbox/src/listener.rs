use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use tokio::net::TcpListener;

use crate::connection;
use crate::server::Server;

/// The wait before another attempt if the system is out of file descriptors.
const RETRY: Duration = Duration::from_millis(10);

/// Accepts connections. Never returns.
pub(crate) async fn accept(listener: TcpListener, tls: Option<Arc<ServerConfig>>, server: Arc<Server>) {
    loop {
        match listener.accept().await {
            Ok((tcp, _)) => drop(tokio::spawn(connection::serve(tcp, tls.clone(), server.connection()))),
            Err(_) => tokio::time::sleep(RETRY).await,
        }
    }
}
