use super::config::Config;
use super::connector::Connector;
use super::proxies::Proxies;
use super::resolver::Resolver;
use super::used_connections::UsedConnections;
use crate::protocol::call::{MAX_HEADER_BYTES, MAX_HEADER_FIELDS, Reach};
use crate::{Error, ErrorKind};
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue, USER_AGENT};
use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime;
use url::Url;

/// The number of runtimes that a client keeps pools for. The pools of the least recently used runtime are dropped first.
const MAX_RUNTIMES: usize = 16;

/// The limit on an HTTP/2 header. It is far above [`MAX_HEADER_BYTES`], because the HTTP library closes the connection
/// without a reason if a header exceeds it. The policy of the call checks the response against [`MAX_HEADER_BYTES`].
const HTTP2_HEADER_BYTES: u32 = 400 * 1024;

/// The size of the buffer for an HTTP/1.1 header: the largest header and its status line.
const HTTP1_BUFFER: usize = MAX_HEADER_BYTES + 8 * 1024;

/// The key of a pool. Requests with different keys never share a connection.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    /// A connection works only on the runtime that opened it.
    runtime: runtime::Id,
    /// A request must not use a connection to an address that its reach does not allow.
    reach: Reach,
    /// The number of the resolver: see [`Pins`](super::pins::Pins).
    resolver: usize,
}

/// The connection pools of a client. They share all settings.
#[derive(Default)]
pub(super) struct Pools(Mutex<Vec<(Key, Arc<Pool>)>>);

pub(super) struct Pool {
    pub(super) client: Client<Connector, Full<Bytes>>,
    pub(super) used: UsedConnections,
    /// The header fields of every request.
    pub(super) fields: HeaderMap,
    pub(super) proxies: Proxies,
}

impl Pools {
    pub(super) fn for_url(
        &self,
        url: &Url,
        reach: Reach,
        runtime: runtime::Id,
        config: &Config,
        tls: &Arc<rustls::ClientConfig>,
    ) -> Result<Arc<Pool>, Error> {
        let key = Key { runtime, reach, resolver: config.resolver_of(url) };
        let mut pools = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pool = match pools.iter().position(|(other, _)| *other == key) {
            Some(0) => return Ok(pools[0].1.clone()),
            Some(i) => pools.remove(i).1,
            None => Arc::new(Pool::new(config, tls, key)?),
        };
        pools.insert(0, (key, pool.clone()));
        drop_old_runtimes(&mut pools);
        Ok(pool)
    }
}

/// Drops all pools but those of the most recently used runtimes. A runtime has few pools: one per reach and resolver in
/// use.
fn drop_old_runtimes(pools: &mut Vec<(Key, Arc<Pool>)>) {
    let mut kept = Vec::new();
    pools.retain(|(Key { runtime, .. }, _)| {
        if !kept.contains(runtime) && kept.len() < MAX_RUNTIMES {
            kept.push(*runtime);
        }
        kept.contains(runtime)
    });
}

impl Pool {
    fn new(config: &Config, tls: &Arc<rustls::ClientConfig>, key: Key) -> Result<Pool, Error> {
        let user_agent = HeaderValue::from_str(&config.user_agent).map_err(|error| {
            let message = "the HTTP library refused the checked user agent";
            Error::new(ErrorKind::Internal, message).caused_by(error)
        })?;
        let resolver = Resolver { pins: config.pins.clone(), number: key.resolver, reach: key.reach };
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .http1_max_headers(MAX_HEADER_FIELDS)
            .http1_max_buf_size(HTTP1_BUFFER)
            .http2_max_header_list_size(HTTP2_HEADER_BYTES)
            .build(Connector::new(config, tls, resolver, user_agent.clone()));
        let fields =
            HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static("identity")), (USER_AGENT, user_agent)]);
        Ok(Pool { client, used: UsedConnections::default(), fields, proxies: config.proxies.clone() })
    }
}
