//! One HTTP GET under the rules for what may be asked, how long, how often and how much. All I/O is here.

mod call;
mod config;
mod failure;
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
pub(crate) use proxies::proxies;
pub(crate) use trace::Trace;
pub(crate) use trust::{Trust, certificates_in};

use crate::protocol::Reply;
use crate::{Error, Outcome, Purpose};
use pools::Pools;
use reqwest::header::WWW_AUTHENTICATE;
use std::time::Instant;
use url::Url;

pub(crate) struct Transport {
    config: Config,
    pools: Pools,
}

impl Transport {
    pub(crate) fn new(config: Config) -> Transport {
        Transport { config, pools: Pools::default() }
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// Gets `url` for a purpose, again where that may help. The outcome of the last attempt is provisional: only its judge
    /// knows. A probe is asked once, for its header alone.
    pub(crate) async fn get(&self, purpose: Purpose, url: &Url, call: &Call, trace: &Trace) -> Answer {
        let retries = if purpose == Purpose::Probe { 0 } else { self.config.max_retries };
        let mut delays = retry::delays(retries);
        loop {
            let attempt = trace.begin(purpose, url);
            let started = Instant::now();
            let reply = call.bound(url, self.try_once(purpose, url, call)).await.and_then(|reply| reply);
            let status = reply.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status));
            trace.end(attempt, status, Outcome::Failed(retry::provisional_kind(&reply)), started.elapsed());
            let Some(wait) = retry::wait(&reply, &mut delays, call) else { return Answer { attempt, reply } };
            if let Err(error) = call.bound(url, tokio::time::sleep(wait)).await {
                return Answer { attempt, reply: Err(error) };
            }
        }
    }

    async fn try_once(&self, purpose: Purpose, url: &Url, call: &Call) -> Result<Reply, Error> {
        let pool = self.pools.for_url(url, call.runtime, &self.config)?;
        let mut at = url.clone();
        let mut followed = 0;
        loop {
            let response = reuse::send(&pool, &at).await?;
            // A challenge counts on every status.
            if purpose == Purpose::Probe && response.headers().contains_key(WWW_AUTHENTICATE) {
                return response::read_header(response, at).await;
            }
            match redirect::target(&response, &at)? {
                None if purpose == Purpose::Probe => return response::read_header(response, at).await,
                None => return response::read(response, at, self.config.max_body_bytes).await,
                Some(next) => {
                    redirect::permit(url, &at, &next, followed, self.config.max_redirects)?;
                    at = next;
                    followed += 1;
                }
            }
        }
    }
}

/// What came back in the end, and for which attempt.
pub(crate) struct Answer {
    pub(crate) attempt: usize,
    pub(crate) reply: Result<Reply, Error>,
}
