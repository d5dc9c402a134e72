use super::config::Config;
use super::resolver::Resolver;
use super::response::MAX_HEADER_FIELDS;
use super::reuse::Used;
use crate::protocol::Reach;
use crate::{Error, ErrorKind};
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime;
use url::Url;

/// How many pools a client keeps; the one that was used longest ago goes first.
const KEPT: usize = 16;

/// Beyond its own limit, HTTP/2 breaks the connection without saying why. So this one is as far away as HTTP/1.1's, and
/// the one that counts is checked on the response.
const HTTP2_HEADER_BYTES: u32 = 400 * 1024;

/// What separates connections that must not be mixed.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    /// A connection is driven by the runtime that it was made on, and is dead weight on another.
    runtime: runtime::Id,
    /// A connection to a place where a stricter reach does not lead must not be found in its pool.
    reach: Reach,
    /// The caller's pin is of a host and a port, the resolver sees the host alone: the proxy's, where there is one.
    pin: Option<SocketAddr>,
}

/// The connection pools of a client: reqwest clients that share everything but their connections.
#[derive(Default)]
pub(super) struct Pools(Mutex<Vec<(Key, Pool)>>);

#[derive(Clone)]
pub(super) struct Pool {
    pub(super) client: reqwest::Client,
    pub(super) used: Arc<Used>,
}

impl Pools {
    pub(super) fn for_url(
        &self,
        url: &Url,
        reach: Reach,
        runtime: runtime::Id,
        config: &Config,
        tls: &rustls::ClientConfig,
    ) -> Result<Pool, Error> {
        let key = Key { runtime, reach, pin: config.pin_of_connection(url) };
        let mut pools = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pool = match pools.iter().position(|(other, _)| *other == key) {
            Some(0) => return Ok(pools[0].1.clone()),
            Some(i) => pools.remove(i).1,
            None => Pool { client: build(config, tls, key)?, used: Arc::default() },
        };
        pools.insert(0, (key, pool.clone()));
        pools.truncate(KEPT);
        Ok(pool)
    }
}

fn build(config: &Config, tls: &rustls::ClientConfig, key: Key) -> Result<reqwest::Client, Error> {
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls.clone())
        .dns_resolver(Resolver { pin: key.pin, reach: key.reach })
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .connect_timeout(config.connect_timeout)
        .user_agent(&config.user_agent)
        .default_headers(HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]))
        .http1_max_headers(MAX_HEADER_FIELDS)
        .http2_max_header_list_size(HTTP2_HEADER_BYTES);
    for proxy in config.proxies.iter() {
        builder = builder.proxy(proxy);
    }
    builder.build().map_err(|error| {
        Error::new(ErrorKind::Internal, "the HTTP client could not be built from checked settings").caused_by(error)
    })
}
