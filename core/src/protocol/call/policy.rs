use super::action::{Action, CallEnd, Event};
use super::attempt::{Attempt, Response, ResponseKind};
use super::attempt_end::AttemptEnd;
use super::body::{BodyError, beyond_total};
use super::entry::Entry;
use super::limits::CallLimits;
use super::message::Message;
use super::moment::Moment;
use super::reach::Reach;
use super::request::CallRequest;
use super::retry::{Resend, Retries, Then};
use super::route::{Route, proxy_credentials_required};
use super::storage_policy::StoragePolicy;
use super::{header, redirect};
use crate::protocol::addresses::Zone;
use crate::protocol::response::{McpFields, Reply, wants_body};
use crate::{Error, ErrorKind, Purpose};
use bytes::Bytes;
use http::header::{HeaderMap, WWW_AUTHENTICATE};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// The policy of a call's request: redirects, retries, revalidation, and the limits on addresses, bodies and times.
///
/// The policy has no I/O, no clock and no source of randomness. Its host sends requests, reads bodies and sleeps. The host
/// reports each [`Event`] with its time to [`CallPolicy::next`], and does the returned [`Action`], until
/// [`Action::Done`].
#[derive(Debug)]
pub(crate) struct CallPolicy<'a> {
    limits: CallLimits,
    route: Route,
    request: CallRequest<'a>,
    /// The deadline on the monotonic clock; `None` if it is beyond the clock's range.
    deadline: Option<Duration>,
    retries: Retries,
    /// The entry to revalidate.
    stored: Option<Arc<Entry>>,
    /// True if this attempt is a resend after a closed kept-alive connection.
    is_resent: bool,
    attempt: Attempt,
}

/// The end of an attempt, without its reply.
#[derive(Default)]
struct Ending {
    entry: Option<Arc<Entry>>,
    is_confirmed: bool,
    resend: Option<Resend>,
}

impl<'a> CallPolicy<'a> {
    /// The policy of a request.
    ///
    /// `stored` is the request's entry in the cache. `deadline` is on the monotonic clock; `None` if it is beyond the
    /// clock's range. `seed` chooses the random part of the delays, so it should differ from call to call.
    pub(crate) fn new(
        limits: &CallLimits,
        route: Route,
        request: CallRequest<'a>,
        stored: Option<Arc<Entry>>,
        deadline: Option<Duration>,
        seed: u64,
    ) -> CallPolicy<'a> {
        let max_retries = if request.purpose == Purpose::Probe { 0 } else { limits.max_retries };
        let attempt = Attempt::new(Duration::ZERO, request.reach, None);
        let retries = Retries::new(max_retries, seed);
        CallPolicy { limits: *limits, route, request, deadline, retries, stored, is_resent: false, attempt }
    }

    /// The end of the call, if the stored entry is fresh and the request allows its use.
    pub(crate) fn stored_answer(&self, now: impl FnOnce() -> Moment) -> Option<CallEnd> {
        let entry = self.stored.as_ref().filter(|_| !self.request.revalidate)?;
        let now = now();
        if !entry.is_fresh(now) {
            return None;
        }
        let reply = entry.reply(now);
        Some(CallEnd::without_request(Ok(reply), Some(200), true, Some(entry.clone()), Duration::ZERO))
    }

    /// The URL of the next request.
    pub(crate) fn url(&self) -> &Url {
        self.attempt.redirected_to.as_ref().unwrap_or(&self.request.url)
    }

    /// The conditional fields of the next request.
    pub(crate) fn conditions(&self) -> Option<&HeaderMap> {
        self.attempt.conditions.as_ref()
    }

    /// The addresses to which the next request may be sent, directly or to its proxy.
    pub(crate) fn reach(&self) -> Reach {
        self.route.resolved(self.attempt.reach)
    }

    /// The proxy that takes the request, without its password and escaped for messages.
    pub(crate) fn proxy(&self) -> Option<&str> {
        self.route.proxy.as_deref()
    }

    /// The action that follows an event at `now` on the monotonic clock.
    pub(crate) fn next(&mut self, event: Event, now: Duration) -> Action {
        let next = match event {
            Event::Begin => {
                let conditions = self.stored.as_ref().and_then(|entry| entry.conditions());
                self.attempt = Attempt::new(now, self.request.reach, conditions);
                self.send()
            }
            Event::Header { status, fields, peer, wall } => {
                self.receive(status, fields, peer, Moment { monotonic: now, wall })
            }
            Event::Body(body) => Ok(self.read(body, now)),
            Event::Failed { error, .. } if self.attempt.has_ended => {
                let status = error.http_status();
                let (reply, was_cut_short) = (Err(error), true);
                let end = CallEnd { reply, entry: None, attempt: None, status, from_cache: false, was_cut_short };
                Ok(Action::Done(Box::new(end)))
            }
            // The header of a probe's answer has come, so the answer counts without its body.
            Event::Failed { error, .. } if self.reads_prefix() && error.kind() != ErrorKind::Cancelled => {
                Ok(self.read(Ok(Bytes::new()), now))
            }
            Event::Failed { error, was_kept } => Ok(self.fail(error, was_kept, now)),
        };
        next.unwrap_or_else(|error| self.fail(error, false, now))
    }

    /// Sends the next request of the attempt. Returns an error if the host of its URL is a forbidden address.
    fn send(&mut self) -> Result<Action, Error> {
        let allow_private_addresses = self.limits.allow_private_addresses;
        self.attempt.reach = self.route.admit(self.url(), self.attempt.reach, allow_private_addresses)?;
        Ok(Action::Send)
    }

    fn receive(
        &mut self,
        status: u16,
        fields: HeaderMap,
        peer: Option<IpAddr>,
        received: Moment,
    ) -> Result<Action, Error> {
        let is_probe = self.request.purpose == Purpose::Probe;
        let zone = self.route.arrive(self.url(), self.attempt.reach, peer)?;
        if let (407, Some(proxy)) = (status, &self.route.proxy) {
            return Err(proxy_credentials_required(self.url(), proxy));
        }
        // A challenge counts with any status, even with a redirect.
        let is_challenge = is_probe && fields.contains_key(WWW_AUTHENTICATE);
        let is_not_modified = !is_challenge && self.attempt.conditions.take().is_some() && status == 304;
        if !is_challenge
            && !is_not_modified
            && self.request.message.follows_redirects()
            && let Some(next) = redirect::target(status, &fields, self.url())?
        {
            self.follow(next, zone).map_err(|error| error.with_status(status))?;
            return self.send();
        }
        let mut reply = header::reply(status, &fields, self.url().clone(), zone, received)?;
        let kind = if is_not_modified {
            ResponseKind::NotModified(fields)
        } else if is_probe {
            reply.www_authenticate = header::lines(&fields, WWW_AUTHENTICATE);
            reply.mcp = McpFields::of(&fields);
            if !is_challenge && self.wants_prefix(&reply) { ResponseKind::Prefix } else { ResponseKind::HeaderOnly }
        } else {
            // A response after a redirect is not stored, because it depends on each of its redirects.
            let may_be_kept = self.limits.cache && status == 200 && self.attempt.followed == 0;
            let policy = if may_be_kept { StoragePolicy::of(&fields, received.wall) } else { None };
            ResponseKind::Whole(self.limits.max_body_bytes.min(self.request.max_bytes), policy)
        };
        let action = match kind {
            ResponseKind::Whole(limit, _)
                if wants_body(reply.status, reply.content_type.as_deref(), reply.content_encoding.as_deref()) =>
            {
                Action::ReadBody(limit)
            }
            ResponseKind::Prefix => Action::ReadPrefix(self.request.max_bytes),
            _ => Action::DiscardBody,
        };
        self.attempt.response = Some(Response { reply, kind, received });
        Ok(action)
    }

    /// True if the start of a probe's body may show that the resource speaks JSON-RPC.
    fn wants_prefix(&self, reply: &Reply) -> bool {
        // The header fields of MCP show it to a GET without the body.
        let is_shown = reply.mcp.is_present && *self.request.message == Message::Get;
        self.request.max_bytes > 0 && matches!(reply.status, 400 | 404..=406) && !is_shown && reply.may_be_json()
    }

    fn reads_prefix(&self) -> bool {
        self.attempt.response.as_ref().is_some_and(|response| matches!(response.kind, ResponseKind::Prefix))
    }

    fn follow(&mut self, next: Url, zone: Zone) -> Result<(), Error> {
        let Attempt { followed, reach, .. } = self.attempt;
        redirect::permit(&self.request.url, self.url(), &next, followed, self.limits.max_redirects)?;
        self.attempt.redirected_to = Some(next);
        self.attempt.followed = followed + 1;
        self.attempt.reach = reach.redirected(zone);
        Ok(())
    }

    fn read(&mut self, body: Result<Bytes, BodyError>, now: Duration) -> Action {
        let Some(Response { mut reply, kind, received }) = self.attempt.response.take() else {
            let error = Error::new(ErrorKind::Internal, "a body came without a response");
            return self.fail(error, false, now);
        };
        match kind {
            ResponseKind::HeaderOnly => self.end(Ok(reply), Ending::default(), now),
            ResponseKind::Prefix => {
                reply.body = Ok(body.unwrap_or_default());
                self.end(Ok(reply), Ending::default(), now)
            }
            ResponseKind::NotModified(fields) => self.confirm(&fields, reply, received, now),
            ResponseKind::Whole(limit, policy) => {
                let Reply { url, status, .. } = &reply;
                reply.body = body.map_err(|error| {
                    let error = error.into_error(limit, url);
                    let is_beyond_total = limit == self.request.max_bytes && error.kind() == ErrorKind::BodyTooLarge;
                    let error =
                        if is_beyond_total { beyond_total(self.limits.max_total_bytes, url.as_str()) } else { error };
                    error.with_status(*status)
                });
                let Attempt { requested_at, .. } = self.attempt;
                let entry = policy
                    .and_then(|policy| Entry::of(&reply, policy, self.request.reach, requested_at, received))
                    .map(Arc::new);
                self.end(Ok(reply), Ending { entry, ..Ending::default() }, now)
            }
        }
    }

    /// Ends an attempt with a 304.
    fn confirm(&mut self, fields: &HeaderMap, not_modified: Reply, received: Moment, now: Duration) -> Action {
        let Reply { url, zone, status, .. } = not_modified;
        match self.stored.take() {
            Some(entry) if entry.is_selected_by(fields) => {
                let (reply, entry) = entry.confirmed(fields, zone, self.attempt.requested_at, received);
                let ending = Ending { entry: entry.map(Arc::new), is_confirmed: true, resend: None };
                self.end(Ok(reply), ending, now)
            }
            // `stored` is now empty, so the next attempt sends no conditional fields.
            _ => {
                let message = format!("the 304 of {url} is for a response that is not stored");
                let error = Error::new(ErrorKind::HttpStatus, message).with_status(status).at(url.as_str());
                let ending = Ending { resend: Some(Resend::OtherResponse), ..Ending::default() };
                self.end(Err(self.explained(error)), ending, now)
            }
        }
    }

    /// Ends an attempt with an error.
    fn fail(&mut self, error: Error, was_kept: bool, now: Duration) -> Action {
        let error = self.explained(error);
        let is_closed = was_kept && error.kind() == ErrorKind::Transport;
        let may_resend = !self.is_resent && self.request.message.is_idempotent();
        let resend = (is_closed && may_resend).then_some(Resend::ClosedConnection);
        self.end(Err(error), Ending { resend, ..Ending::default() }, now)
    }

    /// Ends an attempt, and decides on the next one by its reply.
    fn end(&mut self, reply: Result<Reply, Error>, ending: Ending, now: Duration) -> Action {
        self.attempt.has_ended = true;
        let Ending { entry, is_confirmed, resend } = ending;
        self.is_resent = resend == Some(Resend::ClosedConnection);
        let status = if is_confirmed {
            Some(304)
        } else {
            reply.as_ref().map_or_else(Error::http_status, |reply| Some(reply.status))
        };
        let time_left = self.deadline.map_or(Duration::MAX, |deadline| deadline.saturating_sub(now));
        let then = match resend {
            Some(resend) => Then::Resend(resend),
            None => self.retries.next(&reply, time_left),
        };
        let elapsed = now.saturating_sub(self.attempt.requested_at);
        let attempt = AttemptEnd::new(&reply, status, is_confirmed, elapsed, then);
        let was_cut_short = match then {
            Then::Resend(_) => return Action::Retry(attempt, Duration::ZERO),
            Then::Retry(delay) => return Action::Retry(attempt, delay),
            Then::NoTime => true,
            Then::Done => reply.as_ref().is_err_and(|error| is_of_this_call(error, time_left)),
        };
        let attempt = Some(attempt);
        Action::Done(Box::new(CallEnd { reply, entry, attempt, status, from_cache: is_confirmed, was_cut_short }))
    }

    /// Adds the proxy and the followed redirect to an error's message.
    fn explained(&self, mut error: Error) -> Error {
        let is_of_a_connection = matches!(error.kind(), ErrorKind::Transport | ErrorKind::Tls | ErrorKind::Timeout);
        if let Some(proxy) = self.proxy().filter(|proxy| is_of_a_connection && !error.message().contains(proxy)) {
            error = error.with_note(&format!("through the proxy {proxy}"));
        }
        if let Some(to) = &self.attempt.redirected_to {
            error = error.with_note(&format!("{} redirects to {to}", self.request.url));
        }
        error
    }
}

/// True if the call's own deadline or cancellation caused the error.
fn is_of_this_call(error: &Error, time_left: Duration) -> bool {
    match error.kind() {
        ErrorKind::Cancelled => true,
        // With time left, the connection timed out.
        ErrorKind::Timeout => time_left.is_zero(),
        _ => false,
    }
}
