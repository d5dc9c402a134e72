use super::body;
use super::call::Call;
use super::clock::Clock;
use super::config::Config;
use super::connections::Connections;
use super::failure;
use super::send::{Response, send};
use super::trace::Trace;
use crate::protocol::call::{Action, CallEnd, CallPolicy, CallRequest, Event, Moment};
use crate::{Error, ErrorKind};
use bytes::Bytes;
use hyper_util::client::legacy::connect::HttpInfo;
use std::time::Duration;

/// Carries out the actions of a request's policy: sends, reads and sleeps, within the call's deadline and cancellation.
pub(super) struct Exchange<'a> {
    pub(super) config: &'a Config,
    pub(super) connections: &'a Connections,
    pub(super) clock: &'a Clock,
    pub(super) request: CallRequest<'a>,
    pub(super) call: &'a Call,
    pub(super) trace: &'a Trace,
}

impl Exchange<'_> {
    /// Runs the request. Returns the number of the last attempt and the end of the request. The first attempt is `attempt`,
    /// and starts at `now`.
    pub(super) async fn run(
        &self,
        policy: &mut CallPolicy<'_>,
        mut attempt: usize,
        now: Duration,
    ) -> (usize, Box<CallEnd>) {
        let Exchange { clock, request: CallRequest { purpose, message, url, .. }, trace, .. } = self;
        let mut action = self.attempt(policy, now).await;
        while let Action::Retry(end, delay) = action {
            trace.end(attempt, end);
            trace.log(attempt);
            action = match self.sleep(delay).await {
                Ok(()) => {
                    attempt = trace.begin(*purpose, message.method(), url);
                    self.attempt(policy, clock.now()).await
                }
                Err(error) => policy.next(Event::failed(error), clock.now()),
            };
        }
        let mut end = match action {
            Action::Done(end) => end,
            _ => {
                let error = Error::new(ErrorKind::Internal, "a request stopped without an end");
                Box::new(CallEnd::failed(error, Duration::ZERO))
            }
        };
        if let Some(ended) = end.attempt.take() {
            trace.end(attempt, ended);
        }
        (attempt, end)
    }

    /// Runs an attempt until its end, the deadline or a cancellation.
    async fn attempt(&self, policy: &mut CallPolicy<'_>, now: Duration) -> Action {
        let action = policy.next(Event::Begin, now);
        if !matches!(action, Action::Send) {
            return action;
        }
        // Boxed, because otherwise the futures of all callers would contain this one.
        let ended = self.call.bound(&self.request.url, Box::pin(self.send_and_read(policy))).await;
        ended.unwrap_or_else(|error| policy.next(Event::failed(error), self.clock.now()))
    }

    /// Sends the attempt's request and those of its redirects, and reads the response.
    async fn send_and_read(&self, policy: &mut CallPolicy<'_>) -> Action {
        let mut action = Action::Send;
        while matches!(action, Action::Send) {
            action = match self.send(policy).await {
                Ok(response) => self.receive(response, policy).await,
                Err(failed) => policy.next(failed, self.clock.now()),
            };
        }
        action
    }

    async fn send(&self, policy: &CallPolicy<'_>) -> Result<Response, Event> {
        let Connections { tls, pools } = self.connections;
        let (url, reach) = (policy.url(), policy.reach());
        let pool = pools.for_url(url, reach, self.call.runtime, self.config, tls).map_err(Event::failed)?;
        let extra = self.request.has_extra_fields.then_some(&self.config.headers);
        let fields = [extra, policy.conditions()];
        send(&pool, &self.request.message, url, fields).await.map_err(|failed| Event::Failed {
            error: failure::of_request(failed.cause, url, reach, policy.proxy()),
            was_kept: failed.was_kept,
        })
    }

    async fn receive(&self, response: Response, policy: &mut CallPolicy<'_>) -> Action {
        let (head, incoming) = response.into_parts();
        let peer = head.extensions.get::<HttpInfo>().map(|info| info.remote_addr().ip());
        let (status, fields) = (head.status.as_u16(), head.headers);
        let Moment { monotonic, wall } = self.clock.moment();
        let body = match policy.next(Event::Header { status, fields, peer, wall }, monotonic) {
            Action::ReadBody(limit) => body::read(incoming, policy.url(), limit).await,
            Action::ReadPrefix(limit) => Ok(body::read_prefix(incoming, limit).await),
            Action::DiscardBody => {
                body::discard(incoming).await;
                Ok(Bytes::new())
            }
            // A redirect, or the end of the attempt.
            other => return other,
        };
        policy.next(Event::Body(body), self.clock.now())
    }

    async fn sleep(&self, delay: Duration) -> Result<(), Error> {
        if delay.is_zero() {
            return Ok(());
        }
        self.call.bound(&self.request.url, tokio::time::sleep(delay)).await
    }
}
