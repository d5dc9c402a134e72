//! One HTTP GET under the rules for what may be asked, how long, how often and how much. All I/O is here.

mod call;
mod config;
mod connector;
mod environment;
mod exchange;
mod failure;
mod interim;
mod lookup;
mod path;
mod pins;
mod pools;
mod proxies;
mod redirect;
mod resolver;
mod response;
mod retry;
mod reuse;
mod sharing;
mod stream;
mod tls_failure;
mod trace;
pub(crate) mod trust;
mod wanted;

pub(crate) use call::Call;
pub(crate) use config::Config;
pub(crate) use environment::Environment;
pub(crate) use pins::Pin;
pub(crate) use proxies::{Proxies, ProxyUrl};
pub(crate) use sharing::Answer;
pub(crate) use trace::Trace;
pub(crate) use wanted::Wanted;

use crate::cache::Cache;
use crate::process::{PerProcess, Process};
use crate::protocol::call::Zone;
use crate::{Error, ErrorKind};
use pools::Pools;
use std::sync::Arc;
use url::Url;

pub(crate) struct Transport {
    config: Config,
    cache: Option<Cache>,
    connections: PerProcess<Connections>,
}

/// What belongs to one process: behind a `fork`, the child makes its own.
struct Connections {
    tls: Arc<rustls::ClientConfig>,
    pools: Pools,
}

impl Connections {
    fn new(config: &Config) -> Result<Connections, Error> {
        let tls = config.trust.clone().tls_config().map_err(|error| {
            Error::new(ErrorKind::Internal, "the TLS settings were refused by the TLS library").caused_by(error)
        })?;
        Ok(Connections { tls: Arc::new(tls), pools: Pools::default() })
    }
}

impl Transport {
    pub(crate) fn new(config: Config) -> Result<Transport, Error> {
        let cache = config.cache.then(Cache::default);
        let transport = Transport { config, cache, connections: PerProcess::new() };
        // Found out now rather than in a call.
        transport.connections(Process::current())?;
        Ok(transport)
    }

    fn connections(&self, process: Process) -> Result<&Connections, Error> {
        self.connections.get_or_try_init(process, || Connections::new(&self.config))
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// The zone of a URL that was asked elsewhere: the most public of its addresses.
    pub(crate) async fn zone_of(&self, url: &Url, call: &Call) -> Result<Zone, Error> {
        if let Some(address) = path::known_address(url).or(self.config.pin_of(url).map(|pin| pin.ip())) {
            return Ok(Zone::of_peer(address));
        }
        let Some(name) = url.host_str().filter(|_| !self.config.proxies.take(url)) else { return Ok(Zone::Public) };
        let addresses = call.bound(url, lookup::look_up(name)).await?;
        // A name that is not found has no place to lead to, and fails where it is asked for.
        let zones = addresses.iter().flat_map(|found| found.iter()).map(|address| Zone::of_peer(address.ip()));
        Ok(zones.max().unwrap_or(Zone::Public))
    }
}
