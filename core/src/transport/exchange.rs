//! One request for a call, with its retries and redirects, below the cache.

use super::call::Call;
use super::config::Config;
use super::path::Path;
use super::trace::{Ended, Trace};
use super::wanted::Wanted;
use super::{Connections, failure, redirect, response, retry, reuse};
use crate::cache::{Entry, Policy};
use crate::protocol::discovery::beyond_total;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Purpose};
use http::StatusCode;
use http::header::WWW_AUTHENTICATE;
use std::sync::Arc;
use std::time::{Duration, Instant};
use url::Url;

/// What is to be known of an exchange besides its reply, which is large enough to be moved as little as possible.
#[derive(Default)]
pub(super) struct Noted {
    /// Whether the server has confirmed what was stored, with a status of 304.
    pub(super) confirmed: bool,
    /// The reply, where it may be used again.
    pub(super) entry: Option<Arc<Entry>>,
    /// Whether the reply is what it is for the call's own limits.
    pub(super) cut_short: bool,
    /// Where the last redirect that was followed led.
    led_to: Option<Url>,
    /// Whether the request may have met a kept-alive connection that the server had closed.
    was_kept: bool,
    /// Whether a 304 was about another reply than the stored one.
    is_of_another: bool,
}

impl Noted {
    /// The status of the answer itself.
    pub(super) fn status(&self, reply: &Result<Reply, Error>) -> Option<u16> {
        if self.confirmed {
            Some(304)
        } else {
            reply.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status))
        }
    }
}

/// What a request is made of.
pub(super) struct Exchange<'a> {
    pub(super) config: &'a Config,
    pub(super) connections: &'a Connections,
    pub(super) wanted: Wanted<'a>,
    /// What is asked about rather than asked for.
    pub(super) stored: Option<&'a Arc<Entry>>,
    pub(super) call: &'a Call,
    pub(super) trace: &'a Trace,
}

impl Exchange<'_> {
    /// Asks, again where that may help, within the call's limits, and returns the reply with the last attempt. `first` is
    /// the attempt to begin with.
    pub(super) async fn run(&self, first: (usize, Instant), noted: &mut Noted) -> (usize, Result<Reply, Error>) {
        let Exchange { config, call, trace, wanted: Wanted { purpose, url, .. }, .. } = *self;
        let retries = if purpose == Purpose::Probe { 0 } else { config.max_retries };
        let mut delays = None;
        let (mut attempt, mut started) = first;
        let (mut sent_again, mut stored) = (false, self.stored);
        loop {
            (noted.led_to, noted.was_kept, noted.is_of_another) = (None, false, false);
            // On the heap: every frame of a call would hold it.
            let once = Box::pin(self.once(started, stored, noted));
            let reply = call.bound(url, once).await.and_then(|reply| reply);
            let reply = reply.map_err(|error| self.explained(error, noted));
            // Uncounted, and once: the server had closed a kept-alive connection.
            sent_again = !sent_again && noted.was_kept && retry::provisional_kind(&reply) == ErrorKind::Transport;
            let next = match sent_again || noted.is_of_another {
                true => retry::Next::After(Duration::ZERO),
                false => retry::next(&reply, || delays.get_or_insert_with(|| retry::delays(retries)).next(), call),
            };
            let wait = match next {
                retry::Next::After(wait) => Some(wait),
                _ => None,
            };
            trace.end(attempt, Ended::of(&reply, noted.status(&reply), noted.confirmed, started, wait));
            if sent_again {
                trace.explain(attempt, "left: the server had closed a kept-alive connection; sent again at once");
            }
            if noted.is_of_another {
                // Uncounted, and once: only the server has that reply.
                stored = None;
                trace.explain(attempt, "left: its 304 is not about the stored reply; sent again without a condition");
            }
            let wait = match next {
                retry::Next::Done => {
                    noted.cut_short = reply.as_ref().is_err_and(|error| is_the_calls_own(error, call));
                    return (attempt, reply);
                }
                retry::Next::NoTime => {
                    noted.cut_short = true;
                    return (attempt, reply);
                }
                retry::Next::After(wait) => wait,
            };
            if !wait.is_zero()
                && let Err(error) = call.bound(url, tokio::time::sleep(wait)).await
            {
                noted.cut_short = true;
                return (attempt, Err(error));
            }
            (attempt, started) = (trace.begin(purpose, url), Instant::now());
        }
    }

    async fn once(&self, started: Instant, stored: Option<&Arc<Entry>>, noted: &mut Noted) -> Result<Reply, Error> {
        let Exchange { config, connections: Connections { tls, pools }, call, .. } = *self;
        let Wanted { purpose, url, reach: asked_with, most, .. } = self.wanted;
        let (mut at, mut reach) = (url.clone(), asked_with);
        let mut asked_about = stored.and_then(|entry| Some((entry, entry.conditions()?)));
        let mut followed = 0;
        loop {
            let path = Path::to(&at, reach, config)?;
            let pool = pools.for_url(&at, path.resolved, call.runtime, config, tls)?;
            let conditions = asked_about.as_ref().map(|(_, conditions)| conditions);
            let response = reuse::send(&pool, &at, conditions).await.map_err(|failed| {
                noted.was_kept = failed.was_kept;
                failure::of_request(failed.cause, &at, path.resolved, config.proxies.name_of(&at).as_deref())
            })?;
            let zone = path.arrive(&at, &response)?;
            if response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED
                && let Some(proxy) = config.proxies.name_of(&at)
            {
                return Err(failure::of_credentials(&at, &proxy));
            }
            // A challenge counts on every status.
            if purpose == Purpose::Probe && response.headers().contains_key(WWW_AUTHENTICATE) {
                return response::read_header(response, at, zone).await;
            }
            if let Some((entry, _)) = asked_about.take()
                && response.status() == StatusCode::NOT_MODIFIED
            {
                let header = response.headers().clone();
                response::read(response, at.clone(), zone, config.max_body_bytes).await?;
                if !entry.is_meant_by(&header) {
                    noted.is_of_another = true;
                    let message = format!("the status 304 of {at} is about another reply than the one that is stored");
                    return Err(Error::new(ErrorKind::HttpStatus, message).with_status(304).at(at.as_str()));
                }
                let (reply, entry) = entry.confirmed(&header, zone, started);
                noted.confirmed = true;
                noted.entry = entry.map(Arc::new);
                return Ok(reply);
            }
            let status = response.status().as_u16();
            match redirect::target(&response, &at)? {
                None if purpose == Purpose::Probe => return response::read_header(response, at, zone).await,
                None => {
                    // What came through a redirect is only as good as each step to it, which is not kept.
                    let policy = match response.status() {
                        StatusCode::OK if config.cache && followed == 0 => Policy::of(response.headers()),
                        _ => None,
                    };
                    let limit = config.max_body_bytes.min(most);
                    let mut reply = response::read(response, at, zone, limit).await;
                    if let (true, Ok(Reply { body: Err(error), url, status, .. })) = (limit == most, &mut reply)
                        && error.kind() == ErrorKind::BodyTooLarge
                    {
                        *error = beyond_total(config.max_total_bytes, url.as_str()).with_status(*status);
                    }
                    if let (Ok(reply), Some(policy)) = (&reply, policy) {
                        noted.entry = Entry::of(reply, policy, asked_with, started).map(Arc::new);
                    }
                    return reply;
                }
                Some(next) => {
                    redirect::permit(url, &at, &next, followed, config.max_redirects)
                        .map_err(|error| error.with_status(status))?;
                    noted.led_to = Some(next.clone());
                    at = next;
                    reach = path.redirected(zone);
                    followed += 1;
                }
            }
        }
    }
}

impl Exchange<'_> {
    /// Adds to an error what its URL does not tell: the redirect that was followed, and the proxy that was used.
    fn explained(&self, error: Error, noted: &Noted) -> Error {
        let (url, config) = (self.wanted.url, self.config);
        let at = noted.led_to.as_ref().unwrap_or(url);
        let proxy = match error.kind() {
            ErrorKind::Transport | ErrorKind::Tls | ErrorKind::Timeout => config.proxies.name_of(at),
            _ => None,
        };
        let mut error = error;
        if let Some(proxy) = proxy.filter(|proxy| !error.message().contains(proxy)) {
            error = error.with_note(&format!("through the proxy {proxy}"));
        }
        if noted.led_to.is_some() {
            error = error.with_note(&format!("{url} redirects to {at}"));
        }
        error
    }
}

/// Whether an error says more about the call than about what it asked for.
fn is_the_calls_own(error: &Error, call: &Call) -> bool {
    match error.kind() {
        ErrorKind::Cancelled => true,
        // One that is due earlier is that of the connection.
        ErrorKind::Timeout => call.remaining().is_zero(),
        _ => false,
    }
}
