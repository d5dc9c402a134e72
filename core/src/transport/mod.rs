//! One HTTP GET under the rules for what may be asked, how long, how often and how much. All I/O is here.

mod call;
mod config;
mod failure;
mod path;
mod pools;
mod proxies;
mod redirect;
mod resolver;
mod response;
mod retry;
mod reuse;
mod trace;
mod trust;

pub(crate) use call::Call;
pub(crate) use config::{Config, Pin};
pub(crate) use proxies::Proxies;
pub(crate) use trace::Trace;
pub(crate) use trust::{Trust, certificates_in};

use crate::generations::Generations;
use crate::protocol::{Reach, Reply, Zone};
use crate::{Error, ErrorKind, Outcome, Purpose};
use path::Path;
use pools::Pools;
use reqwest::header::WWW_AUTHENTICATE;
use std::time::Instant;
use url::Url;

pub(crate) struct Transport {
    config: Config,
    connections: Generations<Connections>,
}

/// What belongs to one process: behind a `fork`, the child makes its own.
struct Connections {
    tls: rustls::ClientConfig,
    pools: Pools,
}

impl Connections {
    fn new(config: &Config) -> Result<Connections, Error> {
        let tls = config.trust.clone().tls_config().map_err(|error| {
            Error::new(ErrorKind::Internal, "the TLS settings were refused by the TLS library").caused_by(error)
        })?;
        Ok(Connections { tls, pools: Pools::default() })
    }
}

impl Transport {
    pub(crate) fn new(config: Config) -> Result<Transport, Error> {
        let connections = Generations::new(Connections::new(&config)?);
        Ok(Transport { config, connections })
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// Gets `url` for a purpose, again where that may help. The outcome of the last attempt is provisional: only its judge
    /// knows. A probe is asked once, for its header alone.
    pub(crate) async fn get(&self, purpose: Purpose, url: &Url, reach: Reach, call: &Call, trace: &Trace) -> Answer {
        let retries = if purpose == Purpose::Probe { 0 } else { self.config.max_retries };
        let mut delays = retry::delays(retries);
        loop {
            let attempt = trace.begin(purpose, url);
            let started = Instant::now();
            let reply = call.bound(url, self.try_once(purpose, url, reach, call)).await.and_then(|reply| reply);
            let status = reply.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status));
            trace.end(attempt, status, Outcome::Failed(retry::provisional_kind(&reply)), started.elapsed());
            let Some(wait) = retry::wait(&reply, &mut delays, call) else { return Answer { attempt, reply } };
            if let Err(error) = call.bound(url, tokio::time::sleep(wait)).await {
                return Answer { attempt, reply: Err(error) };
            }
        }
    }

    async fn try_once(&self, purpose: Purpose, url: &Url, reach: Reach, call: &Call) -> Result<Reply, Error> {
        let Connections { tls, pools } = self.connections.current(|| Connections::new(&self.config))?;
        let (mut at, mut reach) = (url.clone(), reach);
        let mut followed = 0;
        loop {
            let path = Path::to(&at, reach, &self.config)?;
            let pool = pools.for_url(&at, path.resolved, call.runtime, &self.config, tls)?;
            let response = reuse::send(&pool, &at, path.resolved).await?;
            let zone = path.arrive(&at, &response)?;
            // A challenge counts on every status.
            if purpose == Purpose::Probe && response.headers().contains_key(WWW_AUTHENTICATE) {
                return response::read_header(response, at, zone).await;
            }
            match redirect::target(&response, &at)? {
                None if purpose == Purpose::Probe => return response::read_header(response, at, zone).await,
                None => return response::read(response, at, zone, self.config.max_body_bytes).await,
                Some(next) => {
                    redirect::permit(url, &at, &next, followed, self.config.max_redirects)?;
                    at = next;
                    reach = path.redirected(zone);
                    followed += 1;
                }
            }
        }
    }
}

impl Transport {
    /// The zone of a URL that was asked elsewhere: the most public of its addresses.
    pub(crate) async fn zone_of(&self, url: &Url, call: &Call) -> Result<Zone, Error> {
        if let Some(address) = path::known_address(url).or(self.config.pin_of(url).map(|pin| pin.ip())) {
            return Ok(Zone::of_peer(address));
        }
        let Some(name) = url.host_str().filter(|_| !self.config.proxies.take(url)) else { return Ok(Zone::Public) };
        let addresses = call.bound(url, tokio::net::lookup_host((name, 0))).await?;
        // A name that is not found has no place to lead to, and fails where it is asked for.
        Ok(addresses.into_iter().flatten().map(|address| Zone::of_peer(address.ip())).max().unwrap_or(Zone::Public))
    }
}

/// What came back in the end, and for which attempt.
pub(crate) struct Answer {
    pub(crate) attempt: usize,
    pub(crate) reply: Result<Reply, Error>,
}
