use super::async_client::resource_of;
use super::discoverer::{probe_timeout, request, settle_all};
use super::hosted_action::{HostedAction, HostedRequest};
use crate::protocol::addresses::Zone;
use crate::protocol::call::{Action, BodyError, CallEnd, CallPolicy, Event, Route, blocked, known_address};
use crate::protocol::discovery::{DiscoveryPlan, IssuerSearch, Planned, session_closed};
use crate::protocol::errors::escaped;
use crate::transport::{Clock, Config, Trace};
use crate::{ClientBuilder, Discovery, Error, ErrorKind, Purpose, WwwAuthenticate};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

/// The time limit of the request that closes a session. The call waits for its end.
const LONGEST_CLOSE: Duration = Duration::from_secs(1);

/// A discovery whose requests a host sends with its own HTTP client. Redirects, retries, limits, addresses and the deadline
/// follow the same rules as in [`Client::discover`](crate::Client::discover). Responses are not cached.
///
/// The host starts an exchange for each id of [`requests`](HostedDiscovery::requests) with [`begin`](HostedDiscovery::begin),
/// does each [`HostedAction`] and reports its end, until [`HostedAction::Done`]. Exchanges may run at the same time. A report
/// about an ended exchange changes nothing and returns [`HostedAction::Done`].
pub struct HostedDiscovery {
    config: Config,
    plan: DiscoveryPlan,
    clock: Clock,
    trace: Trace,
    /// The running exchanges, by id.
    exchanges: BTreeMap<usize, Exchange>,
    /// The ids of the ended exchanges that the plan waited for, each with the number of its last attempt.
    answered: Vec<(usize, usize)>,
}

/// The exchange of one planned request: its attempts with their redirects.
#[derive(Debug)]
struct Exchange {
    planned: Planned,
    policy: CallPolicy<'static>,
    /// The number of the last attempt in the trace.
    attempt: usize,
    /// True from the end of an attempt to the start of the next one.
    waits_for_retry: bool,
    /// The largest body that the last action allowed, in bytes.
    limit: usize,
    deadline: Duration,
    timeout: Duration,
}

impl HostedDiscovery {
    /// Starts the discovery of `resource`, with the options of `builder`, except those of connections and the cache.
    ///
    /// `www_authenticate` and `issuer` are those of [`Client::discover`](crate::Client::discover) and
    /// [`Client::with_issuer`](crate::Client::with_issuer). `addresses` are those of the resource's host, as far as the host
    /// knows them. A challenge in `www_authenticate` counts as a response from the most public of these addresses.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidArgument`] and [`ErrorKind::InsecureUrl`] for unusable arguments and options.
    pub fn new(
        builder: ClientBuilder,
        resource: Option<&str>,
        www_authenticate: impl Into<WwwAuthenticate>,
        issuer: Option<&str>,
        addresses: &[IpAddr],
    ) -> Result<HostedDiscovery, Error> {
        // The host's HTTP client has proxies of its own.
        let config = builder.proxy("").into_config()?;
        let resource = resource_of(&config, resource)?;
        let chosen = issuer.map(|issuer| IssuerSearch::new(issuer, config.rules.clone())).transpose()?;
        let known = known_address(resource.url());
        let zone = known.iter().chain(addresses).map(|address| Zone::of_peer(*address)).max().unwrap_or(Zone::Public);
        let lines = www_authenticate.into().into_lines().map(|lines| (lines, zone));
        let plan = DiscoveryPlan::begin(resource, lines, config.rules.clone(), config.limits.max_total_bytes);
        Ok(HostedDiscovery {
            plan: plan.with_chosen(chosen),
            clock: Clock::start(),
            config,
            trace: Trace::new(None),
            exchanges: BTreeMap::new(),
            answered: Vec::new(),
        })
    }

    /// Returns the ids of the exchanges to start now, each only once.
    pub fn requests(&mut self) -> Vec<usize> {
        // The clock starts with the discovery.
        let (now, timeout) = (self.clock.now(), self.config.timeout);
        let probe_timeout = probe_timeout(timeout);
        let mut ids = Vec::new();
        for planned in self.plan.hand_out() {
            let (timeout, deadline) = match planned.purpose {
                _ if planned.message.closes_session() => (LONGEST_CLOSE, timeout.min(now + LONGEST_CLOSE)),
                Purpose::Probe => (probe_timeout, probe_timeout),
                _ => (timeout, timeout),
            };
            let id = planned.id;
            let seed = now.as_nanos() as u64 ^ id as u64;
            let (route, limits) = (Route::default(), &self.config.limits);
            let policy = CallPolicy::new(limits, route, request(&planned).into_owned(), None, Some(deadline), seed);
            let attempt = self.trace.begin(planned.purpose, planned.message.method(), &planned.url);
            let (waits_for_retry, limit) = (false, 0);
            self.exchanges.insert(id, Exchange { planned, policy, attempt, waits_for_retry, limit, deadline, timeout });
            ids.push(id);
        }
        ids
    }

    /// Starts an exchange, or its next attempt after [`HostedAction::Retry`].
    pub fn begin(&mut self, id: usize) -> HostedAction {
        if self.time_left(id).is_zero() {
            return self.time_out(id);
        }
        if let Some(Exchange { planned, attempt, waits_for_retry, .. }) = self.exchanges.get_mut(&id)
            && std::mem::take(waits_for_retry)
        {
            *attempt = self.trace.begin(planned.purpose, planned.message.method(), &planned.url);
        }
        self.report(id, Event::Begin)
    }

    /// Returns true if the exchange may send its request to this address. The host should ask after it has connected, before
    /// it sends the request, and call [`HostedDiscovery::refuse`] if the address is not allowed.
    pub fn may_connect(&self, id: usize, address: IpAddr) -> bool {
        self.exchanges.get(&id).is_none_or(|exchange| exchange.policy.reach().allows(address))
    }

    /// Ends an attempt whose connection leads to an address that is not allowed.
    pub fn refuse(&mut self, id: usize, address: IpAddr) -> HostedAction {
        let Some(Exchange { policy, .. }) = self.exchanges.get(&id) else { return HostedAction::Done };
        let error = blocked(policy.url(), address, policy.reach());
        self.report(id, Event::failed(error))
    }

    /// Reports the header of a response. `peer` is the address of the connection's other end; `None` if it is unknown or a
    /// proxy's. Fields that are not valid in HTTP are ignored.
    pub fn header<'f>(
        &mut self,
        id: usize,
        status: u16,
        fields: impl IntoIterator<Item = (&'f [u8], &'f [u8])>,
        peer: Option<IpAddr>,
    ) -> HostedAction {
        let mut map = HeaderMap::new();
        for (name, value) in fields {
            if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name), HeaderValue::from_bytes(value)) {
                // The policy refuses a header with far fewer fields than a map can hold.
                _ = map.try_append(name, value);
            }
        }
        let wall = self.clock.moment().wall;
        self.report(id, Event::Header { status, fields: map, peer, wall })
    }

    /// Reports the body that [`HostedAction::Read`] asked for.
    pub fn body(&mut self, id: usize, body: Vec<u8>) -> HostedAction {
        let limit = self.exchanges.get(&id).map_or(0, |exchange| exchange.limit);
        let body = if body.len() > limit { Err(BodyError::TooLarge) } else { Ok(Bytes::from(body)) };
        self.report(id, Event::Body(body))
    }

    /// Reports that an attempt failed. `kind` is [`ErrorKind::Transport`], [`ErrorKind::Tls`] or [`ErrorKind::Timeout`].
    /// `reason` is for people, and may contain text from the network.
    pub fn fail(&mut self, id: usize, kind: ErrorKind, reason: &str) -> HostedAction {
        if kind == ErrorKind::Timeout && self.time_left(id).is_zero() {
            return self.time_out(id);
        }
        let Some(Exchange { policy, .. }) = self.exchanges.get(&id) else { return HostedAction::Done };
        let url = policy.url().as_str();
        let error = Error::new(kind, format!("{url}: the request failed: {}", escaped(reason))).at(url);
        self.report(id, Event::failed(error))
    }

    /// Reports that the time of an exchange is over.
    pub fn time_out(&mut self, id: usize) -> HostedAction {
        let Some(Exchange { planned, timeout, .. }) = self.exchanges.get(&id) else { return HostedAction::Done };
        let url = planned.url.as_str();
        let error = Error::new(ErrorKind::Timeout, format!("{url} did not answer within {timeout:?}")).at(url);
        self.report(id, Event::failed(error))
    }

    /// Returns the time left for an exchange; zero if it has ended.
    pub fn time_left(&self, id: usize) -> Duration {
        self.exchanges.get(&id).map_or(Duration::ZERO, |exchange| exchange.deadline.saturating_sub(self.clock.now()))
    }

    /// Returns the ids of the running exchanges.
    pub fn running(&self) -> Vec<usize> {
        self.exchanges.keys().copied().collect()
    }

    /// Returns true if nothing can change the result, and no request that closes a session is running. The host should then
    /// cancel its running exchanges, and call [`HostedDiscovery::finish`].
    pub fn is_finished(&self) -> bool {
        self.plan.is_finished() && !self.exchanges.values().any(|exchange| exchange.planned.message.closes_session())
    }

    /// Returns the result.
    ///
    /// # Errors
    /// Those of [`Client::discover`](crate::Client::discover), and [`ErrorKind::InvalidArgument`] if the discovery is not
    /// finished.
    pub fn finish(mut self) -> Result<Discovery, Error> {
        settle_all(&mut self.plan, &self.trace, &self.answered);
        self.plan.finish_with(self.trace.take_attempts())
    }

    fn report(&mut self, id: usize, event: Event) -> HostedAction {
        let Some(exchange) = self.exchanges.get_mut(&id) else { return HostedAction::Done };
        let now = self.clock.now();
        let mut action = exchange.policy.next(event, now);
        if matches!(action, Action::DiscardBody) {
            action = exchange.policy.next(Event::Body(Ok(Bytes::new())), now);
        }
        match action {
            Action::Send => HostedAction::Send(exchange.request(&self.config)),
            Action::ReadBody(limit) => {
                exchange.limit = limit;
                // A byte more shows that the body is too large.
                HostedAction::Read(limit.saturating_add(1))
            }
            Action::ReadPrefix(limit) => {
                exchange.limit = limit;
                HostedAction::Read(limit)
            }
            Action::Retry(end, delay) => {
                self.trace.end(exchange.attempt, end);
                exchange.waits_for_retry = true;
                HostedAction::Retry(delay)
            }
            Action::Done(end) => {
                self.end(id, *end);
                HostedAction::Done
            }
            Action::DiscardBody => HostedAction::Done,
        }
    }

    fn end(&mut self, id: usize, end: CallEnd) {
        let Some(Exchange { planned, attempt, .. }) = self.exchanges.remove(&id) else { return };
        if let Some(ended) = end.attempt {
            self.trace.end(attempt, ended);
        }
        if planned.message.closes_session() {
            let (outcome, reason) = session_closed(&end.reply);
            self.trace.settle(attempt, outcome, reason);
        } else {
            self.answered.push((id, attempt));
            self.plan.receive(id, end.reply);
        }
    }
}

impl fmt::Debug for HostedDiscovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HostedDiscovery").field("plan", &self.plan).finish_non_exhaustive()
    }
}

impl Exchange {
    fn request(&self, config: &Config) -> HostedRequest {
        let message = &self.planned.message;
        let own = [("accept-encoding", "identity".into()), ("user-agent", config.user_agent.as_str().into())];
        let own = own.into_iter().chain(message.fields());
        let own = own.map(|(name, value)| (name.to_owned(), value.as_bytes().to_vec()));
        let extra = config.headers.iter().filter(|_| self.planned.is_of_resource);
        let extra = extra.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()));
        HostedRequest {
            method: message.method(),
            url: self.policy.url().as_str().to_owned(),
            headers: own.chain(extra).collect(),
            body: message.body(),
        }
    }
}
