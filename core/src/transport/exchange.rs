//! One request with its retries and redirects, below the cache.

use super::call::Call;
use super::config::Config;
use super::connections::Connections;
use super::route::Route;
use super::trace::{Ended, Trace};
use super::{failure, redirect, response, retry, send};
use crate::cache::{Entry, Policy};
use crate::protocol::call::CallRequest;
use crate::protocol::discovery::beyond_total;
use crate::protocol::response::Reply;
use crate::{Error, ErrorKind, Purpose};
use http::StatusCode;
use http::header::WWW_AUTHENTICATE;
use hyper_util::client::legacy::connect::HttpInfo;
use std::sync::Arc;
use std::time::{Duration, Instant};
use url::Url;

/// The facts about an exchange besides its reply, which is large and so moved as little as possible.
#[derive(Default)]
pub(super) struct ExchangeSummary {
    /// Whether the server confirmed the stored response with a 304.
    pub(super) confirmed: bool,
    /// The entry of the reply, if it may be used again.
    pub(super) entry: Option<Arc<Entry>>,
    /// Whether this call's own deadline or cancellation ended the exchange.
    pub(super) cut_short: bool,
    /// The target of the last redirect that was followed.
    led_to: Option<Url>,
    /// Whether the request failed on a kept-alive connection, which the server may have closed.
    was_kept: bool,
    /// Whether a 304 was about another response than the stored one.
    is_of_another: bool,
}

impl ExchangeSummary {
    /// The status that the server sent.
    pub(super) fn status(&self, reply: &Result<Reply, Error>) -> Option<u16> {
        if self.confirmed {
            Some(304)
        } else {
            reply.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status))
        }
    }
}

pub(super) struct Exchange<'a> {
    pub(super) config: &'a Config,
    pub(super) connections: &'a Connections,
    pub(super) request: CallRequest<'a>,
    /// The entry to revalidate.
    pub(super) stored: Option<&'a Arc<Entry>>,
    pub(super) call: &'a Call,
    pub(super) trace: &'a Trace,
}

impl Exchange<'_> {
    /// Sends the request, and retries it, within the call's limits. Returns the last attempt and its reply. `first` is the
    /// first attempt, which has begun.
    pub(super) async fn run(
        &self,
        first: (usize, Instant),
        summary: &mut ExchangeSummary,
    ) -> (usize, Result<Reply, Error>) {
        let Exchange { config, call, trace, request: CallRequest { purpose, url, .. }, .. } = *self;
        let retries = if purpose == Purpose::Probe { 0 } else { config.max_retries };
        let mut delays = None;
        let (mut attempt, mut started) = first;
        let (mut sent_again, mut stored) = (false, self.stored);
        loop {
            (summary.led_to, summary.was_kept, summary.is_of_another) = (None, false, false);
            // On the heap, because every frame of a call would contain it.
            let once = Box::pin(self.once(started, stored, summary));
            let reply = call.bound(url, once).await.and_then(|reply| reply);
            let reply = reply.map_err(|error| self.explained(error, summary));
            // Once, and not counted: the server had closed a kept-alive connection.
            sent_again = !sent_again && summary.was_kept && retry::provisional_kind(&reply) == ErrorKind::Transport;
            let next = match sent_again || summary.is_of_another {
                true => retry::Next::After(Duration::ZERO),
                false => retry::next(&reply, || delays.get_or_insert_with(|| retry::delays(retries)).next(), call),
            };
            let wait = match next {
                retry::Next::After(wait) => Some(wait),
                _ => None,
            };
            trace.end(attempt, Ended::of(&reply, summary.status(&reply), summary.confirmed, started, wait));
            if sent_again {
                trace.explain(attempt, "left: the server had closed a kept-alive connection; sent again at once");
            }
            if summary.is_of_another {
                // Once, and not counted: the server has that response, the cache does not.
                stored = None;
                trace.explain(attempt, "left: its 304 is not about the stored reply; sent again without a condition");
            }
            let wait = match next {
                retry::Next::Done => {
                    summary.cut_short = reply.as_ref().is_err_and(|error| is_the_calls_own(error, call));
                    return (attempt, reply);
                }
                retry::Next::NoTime => {
                    summary.cut_short = true;
                    return (attempt, reply);
                }
                retry::Next::After(wait) => wait,
            };
            if !wait.is_zero()
                && let Err(error) = call.bound(url, tokio::time::sleep(wait)).await
            {
                summary.cut_short = true;
                return (attempt, Err(error));
            }
            (attempt, started) = (trace.begin(purpose, url), Instant::now());
        }
    }

    async fn once(
        &self,
        started: Instant,
        stored: Option<&Arc<Entry>>,
        summary: &mut ExchangeSummary,
    ) -> Result<Reply, Error> {
        let Exchange { config, connections: Connections { tls, pools }, call, .. } = *self;
        let CallRequest { purpose, url, reach: asked_with, max_bytes, .. } = self.request;
        let (mut at, mut reach) = (url.clone(), asked_with);
        let mut asked_about = stored.and_then(|entry| Some((entry, entry.conditions()?)));
        let mut followed = 0;
        loop {
            let route = Route::to(&at, reach, config)?;
            let pool = pools.for_url(&at, route.resolved, call.runtime, config, tls)?;
            let conditions = asked_about.as_ref().map(|(_, conditions)| conditions);
            let response = send::send(&pool, &at, conditions).await.map_err(|failed| {
                summary.was_kept = failed.was_kept;
                failure::of_request(failed.cause, &at, route.resolved, config.proxies.name_of(&at).as_deref())
            })?;
            let peer = response.extensions().get::<HttpInfo>().map(|info| info.remote_addr().ip());
            let zone = route.arrive(&at, peer)?;
            if response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED
                && let Some(proxy) = config.proxies.name_of(&at)
            {
                return Err(failure::of_credentials(&at, &proxy));
            }
            // A challenge counts with any status.
            if purpose == Purpose::Probe && response.headers().contains_key(WWW_AUTHENTICATE) {
                return response::read_header(response, at, zone).await;
            }
            if let Some((entry, _)) = asked_about.take()
                && response.status() == StatusCode::NOT_MODIFIED
            {
                let header = response.headers().clone();
                response::read(response, at.clone(), zone, config.max_body_bytes).await?;
                if !entry.is_meant_by(&header) {
                    summary.is_of_another = true;
                    let message = format!("the status 304 of {at} is about another reply than the one that is stored");
                    return Err(Error::new(ErrorKind::HttpStatus, message).with_status(304).at(at.as_str()));
                }
                let (reply, entry) = entry.confirmed(&header, zone, started);
                summary.confirmed = true;
                summary.entry = entry.map(Arc::new);
                return Ok(reply);
            }
            let status = response.status().as_u16();
            match redirect::target(&response, &at)? {
                None if purpose == Purpose::Probe => return response::read_header(response, at, zone).await,
                None => {
                    // A response that came through a redirect is not kept: it depends on every redirect on its way.
                    let policy = match response.status() {
                        StatusCode::OK if config.cache && followed == 0 => Policy::of(response.headers()),
                        _ => None,
                    };
                    let limit = config.max_body_bytes.min(max_bytes);
                    let mut reply = response::read(response, at, zone, limit).await;
                    if let (true, Ok(Reply { body: Err(error), url, status, .. })) = (limit == max_bytes, &mut reply)
                        && error.kind() == ErrorKind::BodyTooLarge
                    {
                        *error = beyond_total(config.max_total_bytes, url.as_str()).with_status(*status);
                    }
                    if let (Ok(reply), Some(policy)) = (&reply, policy) {
                        summary.entry = Entry::of(reply, policy, asked_with, started).map(Arc::new);
                    }
                    return reply;
                }
                Some(next) => {
                    redirect::permit(url, &at, &next, followed, config.max_redirects)
                        .map_err(|error| error.with_status(status))?;
                    summary.led_to = Some(next.clone());
                    at = next;
                    reach = route.redirected(zone);
                    followed += 1;
                }
            }
        }
    }
}

impl Exchange<'_> {
    /// Adds the redirect that was followed and the proxy that was used to an error's message.
    fn explained(&self, error: Error, summary: &ExchangeSummary) -> Error {
        let (url, config) = (self.request.url, self.config);
        let at = summary.led_to.as_ref().unwrap_or(url);
        let proxy = match error.kind() {
            ErrorKind::Transport | ErrorKind::Tls | ErrorKind::Timeout => config.proxies.name_of(at),
            _ => None,
        };
        let mut error = error;
        if let Some(proxy) = proxy.filter(|proxy| !error.message().contains(proxy)) {
            error = error.with_note(&format!("through the proxy {proxy}"));
        }
        if summary.led_to.is_some() {
            error = error.with_note(&format!("{url} redirects to {at}"));
        }
        error
    }
}

/// Whether the call's own deadline or cancellation caused an error.
fn is_the_calls_own(error: &Error, call: &Call) -> bool {
    match error.kind() {
        ErrorKind::Cancelled => true,
        // An earlier timeout is that of the connection.
        ErrorKind::Timeout => call.remaining().is_zero(),
        _ => false,
    }
}
