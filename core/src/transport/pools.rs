use super::config::Config;
use super::resolver::Resolver;
use super::response::MAX_HEADER_FIELDS;
use super::reuse::Used;
use crate::protocol::Reach;
use crate::{Error, ErrorKind};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderValue};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime;
use url::Url;

/// For how many runtimes a client keeps pools; those of the one that was used longest ago go first.
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
    /// Which of the resolvers that the caller's pins need.
    resolver: usize,
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
        let key = Key { runtime, reach, resolver: config.resolver_of(url) };
        let mut pools = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pool = match pools.iter().position(|(other, _)| *other == key) {
            Some(0) => return Ok(pools[0].1.clone()),
            Some(i) => pools.remove(i).1,
            None => Pool { client: build(config, tls, key)?, used: Arc::default() },
        };
        pools.insert(0, (key, pool.clone()));
        forget_old_runtimes(&mut pools);
        Ok(pool)
    }
}

/// Keeps the pools of the runtimes that were used last. The pools of one runtime are as many as there are reaches and
/// resolvers, which is few.
fn forget_old_runtimes(pools: &mut Vec<(Key, Pool)>) {
    let mut kept = Vec::new();
    pools.retain(|(Key { runtime, .. }, _)| {
        if !kept.contains(runtime) && kept.len() < KEPT {
            kept.push(*runtime);
        }
        kept.contains(runtime)
    });
}

fn build(config: &Config, tls: &rustls::ClientConfig, key: Key) -> Result<reqwest::Client, Error> {
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls.clone())
        .dns_resolver(Resolver { pins: config.pins.clone(), number: key.resolver, reach: key.reach })
        .redirect(reqwest::redirect::Policy::none())
        // Its own would send requests again that no attempt shows.
        .retry(reqwest::retry::never())
        .referer(false)
        .no_proxy()
        .connect_timeout(config.connect_timeout)
        .user_agent(&config.user_agent)
        .default_headers(HeaderMap::from_iter([
            (ACCEPT, HeaderValue::from_static("application/json")),
            (ACCEPT_ENCODING, HeaderValue::from_static("identity")),
        ]))
        .http1_max_headers(MAX_HEADER_FIELDS)
        .http2_max_header_list_size(HTTP2_HEADER_BYTES);
    for proxy in config.proxies.iter() {
        builder = builder.proxy(proxy);
    }
    builder.build().map_err(|error| {
        Error::new(ErrorKind::Internal, "the HTTP client could not be built from checked settings").caused_by(error)
    })
}
