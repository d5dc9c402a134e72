//! Sends requests: name look-up, connections, TLS, proxies, requests and responses. This module does all network I/O.

mod answer;
mod body;
mod call;
mod clock;
mod config;
mod connections;
mod connector;
mod environment;
mod exchange;
mod failure;
mod interim;
mod lookup;
mod pins;
mod pools;
mod proxies;
mod resolver;
mod send;
mod stream;
mod tls_failure;
mod trace;
pub(crate) mod trust;
mod used_connections;

pub(crate) use answer::Answer;
pub(crate) use call::Call;
pub(crate) use config::Config;
pub(crate) use environment::Environment;
pub(crate) use pins::Pin;
pub(crate) use proxies::{Proxies, ProxyUrl};
pub(crate) use trace::Trace;

use crate::Error;
use crate::cache::Cache;
use crate::process::{PerProcess, Process};
use crate::protocol::addresses::Zone;
use crate::protocol::call::known_address;
use clock::Clock;
use connections::Connections;
use url::Url;

/// The network side of one client: its settings, clocks, cache and connections.
pub(crate) struct Transport {
    config: Config,
    clock: Clock,
    cache: Option<Cache>,
    connections: PerProcess<Connections>,
}

impl Transport {
    pub(crate) fn new(config: Config) -> Result<Transport, Error> {
        let cache = config.limits.cache.then(Cache::default);
        let transport = Transport { config, clock: Clock::start(), cache, connections: PerProcess::new() };
        // Fail when the client is built, not in the first call.
        transport.connections(Process::current())?;
        Ok(transport)
    }

    fn connections(&self, process: Process) -> Result<&Connections, Error> {
        self.connections.get_or_try_init(process, || Connections::new(&self.config))
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// The zone of a URL that the caller fetched: the zone of its most public address.
    pub(crate) async fn zone_of(&self, url: &Url, call: &Call) -> Result<Zone, Error> {
        if let Some(address) = known_address(url).or(self.config.pin_of(url).map(|pin| pin.ip())) {
            return Ok(Zone::of_peer(address));
        }
        let Some(name) = url.host_str().filter(|_| !self.config.proxies.take(url)) else { return Ok(Zone::Public) };
        let addresses = call.bound(url, lookup::look_up(name)).await?;
        // If the name is not found, the zone does not matter: requests to it fail.
        let zones = addresses.iter().flat_map(|found| found.iter()).map(|address| Zone::of_peer(address.ip()));
        Ok(zones.max().unwrap_or(Zone::Public))
    }
}
