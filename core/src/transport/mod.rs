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
mod trust;

pub(crate) use call::Call;
pub(crate) use config::{Config, Pin};
pub(crate) use proxies::proxies;
pub(crate) use trust::{Trust, certificates_in};

use crate::protocol::Reply;
use crate::{Attempt, Error, Outcome, Purpose};
use pools::Pools;
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

    /// Gets `url`, again where that may help, and notes each attempt. The outcome of the last one is provisional: only
    /// its judge knows.
    pub(crate) async fn get(
        &self,
        purpose: Purpose,
        url: &Url,
        call: &Call,
        attempts: &mut Vec<Attempt>,
    ) -> Result<Reply, Error> {
        let mut delays = retry::delays(self.config.max_retries);
        loop {
            let started = Instant::now();
            let reply = call.bound(url, self.try_once(url, call)).await.and_then(|reply| reply);
            attempts.push(Attempt {
                purpose,
                url: url.as_str().to_owned(),
                status: reply.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status)),
                outcome: Outcome::Failed(retry::provisional_kind(&reply)),
                elapsed: started.elapsed(),
                from_cache: false,
            });
            let Some(wait) = retry::wait(&reply, &mut delays, call) else { return reply };
            call.bound(url, tokio::time::sleep(wait)).await?;
        }
    }

    async fn try_once(&self, url: &Url, call: &Call) -> Result<Reply, Error> {
        let pool = self.pools.for_url(url, call.runtime, &self.config)?;
        let mut at = url.clone();
        for followed in 0.. {
            let response = reuse::send(&pool, &at).await?;
            match redirect::target(&response, &at)? {
                None => return response::read(response, at, self.config.max_body_bytes).await,
                Some(next) => {
                    redirect::permit(url, &at, &next, followed, self.config.max_redirects)?;
                    at = next;
                }
            }
        }
        unreachable!("the redirect limit ends the loop")
    }
}
