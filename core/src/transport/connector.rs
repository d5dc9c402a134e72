//! Opens connections: name look-up, TCP, proxy and TLS.

use super::config::Config;
use super::proxies::Proxies;
use super::resolver::Resolver;
use super::stream::Stream;
use http::header::USER_AGENT;
use http::uri::Scheme;
use http::{HeaderMap, HeaderValue, Uri};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio_rustls::TlsConnector;
use tower_service::Service;

type BoxError = Box<dyn StdError + Send + Sync>;
type Connecting = Pin<Box<dyn Future<Output = Result<TokioIo<Stream>, BoxError>> + Send>>;

/// The interval of TCP keepalive probes, and the number of unanswered probes after which the connection is closed.
const KEEPALIVE: Duration = Duration::from_secs(15);
const KEEPALIVE_RETRIES: u32 = 3;

/// The time that TCP waits for the acknowledgement of sent data.
#[cfg(any(target_os = "android", target_os = "linux"))]
const USER_TIMEOUT: Duration = Duration::from_secs(30);

/// Opens the connections of one pool.
#[derive(Clone)]
pub(super) struct Connector(Arc<Parts>);

struct Parts {
    sockets: Sockets,
    proxies: Proxies,
    user_agent: HeaderValue,
    timeout: Duration,
}

/// Opens connections to a URL's host and port, with TLS for https.
#[derive(Clone)]
struct Sockets {
    tcp: HttpConnector<Resolver>,
    tls: Arc<ClientConfig>,
}

/// The error of a connection that was not open within `connect_timeout`.
#[derive(Debug)]
pub(super) struct TimedOut;

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection was not open within connect_timeout")
    }
}

impl StdError for TimedOut {}

impl Connector {
    pub(super) fn new(
        config: &Config,
        tls: &Arc<ClientConfig>,
        resolver: Resolver,
        user_agent: HeaderValue,
    ) -> Connector {
        let mut tcp = HttpConnector::new_with_resolver(resolver);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(Some(KEEPALIVE));
        tcp.set_keepalive_interval(Some(KEEPALIVE));
        tcp.set_keepalive_retries(Some(KEEPALIVE_RETRIES));
        #[cfg(any(target_os = "android", target_os = "linux"))]
        tcp.set_tcp_user_timeout(Some(USER_TIMEOUT));
        Connector(Arc::new(Parts {
            sockets: Sockets { tcp, tls: tls.clone() },
            proxies: config.proxies.clone(),
            user_agent,
            timeout: config.connect_timeout,
        }))
    }
}

impl Service<Uri> for Connector {
    type Response = TokioIo<Stream>;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let parts = self.0.clone();
        Box::pin(async move {
            match tokio::time::timeout(parts.timeout, parts.connect(target)).await {
                Ok(connected) => connected.map(TokioIo::new),
                Err(_) => Err(TimedOut.into()),
            }
        })
    }
}

impl Parts {
    async fn connect(&self, target: Uri) -> Result<Stream, BoxError> {
        match self.proxies.intercept(&target) {
            None => self.sockets.connect(target).await,
            Some(proxy) if target.scheme() == Some(&Scheme::HTTPS) => self.tunnel(&proxy, target).await,
            Some(proxy) => self.sockets.connect(proxy.uri().clone()).await.map(Stream::with_proxy_peer),
        }
    }

    /// Opens a connection to `target` through a tunnel of the proxy.
    async fn tunnel(&self, proxy: &Intercept, target: Uri) -> Result<Stream, BoxError> {
        // The CONNECT request is HTTP/1.1, so do not negotiate HTTP/2 with the proxy.
        let mut to_proxy = ClientConfig::clone(&self.sockets.tls);
        to_proxy.alpn_protocols.clear();
        let sockets = Sockets { tls: Arc::new(to_proxy), ..self.sockets.clone() };
        let fields = HeaderMap::from_iter([(USER_AGENT, self.user_agent.clone())]);
        let mut tunnel = Tunnel::new(proxy.uri().clone(), sockets).with_headers(fields);
        if let Some(credentials) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(credentials.clone());
        }
        let tunnelled = tunnel.call(target.clone()).await?;
        over_tls(&self.sockets.tls, &target, tunnelled.into_inner()).await
    }
}

impl Sockets {
    async fn connect(&self, to: Uri) -> Result<Stream, BoxError> {
        let is_https = to.scheme() == Some(&Scheme::HTTPS);
        let stream = Stream::tcp(self.tcp.clone().call(to.clone()).await?.into_inner());
        if is_https { over_tls(&self.tls, &to, stream).await } else { Ok(stream) }
    }
}

impl Service<Uri> for Sockets {
    type Response = TokioIo<Stream>;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let sockets = self.clone();
        Box::pin(async move { sockets.connect(to).await.map(TokioIo::new) })
    }
}

async fn over_tls(tls: &Arc<ClientConfig>, to: &Uri, stream: Stream) -> Result<Stream, BoxError> {
    let host = to.host().unwrap_or_default();
    let name = ServerName::try_from(host.trim_start_matches('[').trim_end_matches(']').to_owned())?;
    Ok(Stream::tls(TlsConnector::from(tls.clone()).connect(name, stream).await?))
}
