//! Sends requests: name look-up, connections, TLS, proxies, requests and responses. This module does all network I/O.

mod answer;
mod attempt_log;
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
mod raw;
mod resolver;
mod send;
mod stream;
mod tls_failure;
mod trace;
pub(crate) mod trust;
mod used_connections;

pub(crate) use answer::Answer;
pub use attempt_log::AttemptLog;
pub(crate) use call::Call;
pub(crate) use clock::Clock;
pub(crate) use config::Config;
pub(crate) use environment::Environment;
pub(crate) use pins::Pin;
pub(crate) use proxies::{Proxies, ProxyUrl};
pub(crate) use raw::RawAnswer;
pub(crate) use trace::Trace;

use crate::cache::Cache;
use crate::process::{PerProcess, Process};
use crate::protocol::addresses::Zone;
use crate::protocol::call::{Reach, blocked, known_address};
use crate::{Error, ErrorKind};
use connections::Connections;
use std::collections::HashSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use url::{Host, Url};

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

    /// The addresses to which a client may connect for `url`, which a document from `from` names.
    pub(crate) async fn vet(&self, url: &Url, from: &Url, call: &Call) -> Result<Vec<IpAddr>, Error> {
        let route = self.config.route_to(url);
        if let Some(proxy) = &route.proxy {
            let message =
                format!("{url}: the proxy {proxy} takes requests for this URL, and resolves its name (proxy)");
            return Err(Error::new(ErrorKind::InvalidArgument, message).at(url.as_str()));
        }
        if let Some(pin) = self.config.pin_of(url) {
            return Ok(vec![pin.ip()]);
        }
        let reach = Reach::Server(self.zone_of(from, call).await?);
        let reach = route.admit(url, reach, self.config.limits.allow_private_addresses)?;
        let found = match (url.host(), known_address(url)) {
            (Some(Host::Domain(name)), None) => {
                let found = call.bound(url, lookup::look_up(name)).await?;
                let found = found.map_err(|error| {
                    let message = format!("{url}: the name could not be resolved");
                    Error::new(ErrorKind::Transport, message).at(url.as_str()).caused_by(error)
                })?;
                found.iter().map(SocketAddr::ip).collect()
            }
            (Some(Host::Domain(_)), Some(_)) => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
            (_, address) => Vec::from_iter(address),
        };
        let mut permitted = reach.permitted(&found).map_err(|address| blocked(url, address, reach))?;
        let mut seen = HashSet::new();
        permitted.retain(|address| seen.insert(*address));
        if permitted.is_empty() {
            return Err(Error::new(ErrorKind::Transport, format!("{url}: the name has no address")).at(url.as_str()));
        }
        Ok(permitted)
    }
}
