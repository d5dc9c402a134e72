use super::config::Config;
use super::connector::Connector;
use super::proxies::Proxies;
use super::resolver::Resolver;
use super::response::{MAX_HEADER_BYTES, MAX_HEADER_FIELDS};
use super::reuse::Used;
use crate::protocol::call::Reach;
use crate::{Error, ErrorKind};
use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderValue, USER_AGENT};
use http_body_util::Empty;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime;
use url::Url;

/// For how many runtimes a client keeps pools; those of the one that was used longest ago go first.
const KEPT: usize = 16;

/// Beyond its own limit, HTTP/2 breaks the connection without saying why. So this one is far away, and the one that counts
/// is checked on the response.
const HTTP2_HEADER_BYTES: u32 = 400 * 1024;

/// How much of an HTTP/1.1 response is kept before its header is whole: room for the largest one and its status line.
const HTTP1_BUFFER: usize = MAX_HEADER_BYTES + 8 * 1024;

/// What separates connections that must not be mixed.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    /// A connection is driven by the runtime that it was made on, and is dead weight on another.
    runtime: runtime::Id,
    /// A connection to a place where a stricter reach does not lead must not be found in its pool.
    reach: Reach,
    /// Which of the resolvers that the caller's pins need.
    resolver: usize,
}

/// The connection pools of a client, which share everything but their connections.
#[derive(Default)]
pub(super) struct Pools(Mutex<Vec<(Key, Arc<Pool>)>>);

pub(super) struct Pool {
    pub(super) client: Client<Connector, Empty<Bytes>>,
    pub(super) used: Used,
    /// The fields that every request has.
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
        forget_old_runtimes(&mut pools);
        Ok(pool)
    }
}

/// Keeps the pools of the runtimes that were used last. The pools of one runtime are as many as there are reaches and
/// resolvers, which is few.
fn forget_old_runtimes(pools: &mut Vec<(Key, Arc<Pool>)>) {
    let mut kept = Vec::new();
    pools.retain(|(Key { runtime, .. }, _)| {
        if !kept.contains(runtime) && kept.len() < KEPT {
            kept.push(*runtime);
        }
        kept.contains(runtime)
    });
}

impl Pool {
    fn new(config: &Config, tls: &Arc<rustls::ClientConfig>, key: Key) -> Result<Pool, Error> {
        let user_agent = HeaderValue::from_str(&config.user_agent).map_err(|error| {
            let message = "the HTTP client could not be built from checked settings";
            Error::new(ErrorKind::Internal, message).caused_by(error)
        })?;
        let resolver = Resolver { pins: config.pins.clone(), number: key.resolver, reach: key.reach };
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .http1_max_headers(MAX_HEADER_FIELDS)
            .http1_max_buf_size(HTTP1_BUFFER)
            .http2_max_header_list_size(HTTP2_HEADER_BYTES)
            .build(Connector::new(config, tls, resolver, user_agent.clone()));
        let fields = HeaderMap::from_iter([
            (ACCEPT, HeaderValue::from_static("application/json")),
            (ACCEPT_ENCODING, HeaderValue::from_static("identity")),
            (USER_AGENT, user_agent),
        ]);
        Ok(Pool { client, used: Used::default(), fields, proxies: config.proxies.clone() })
    }
}
