use super::limits::CallLimits;
use super::reach::Reach;
use super::redirect;
use super::route::{Route, proxy_credentials_required};
use super::{header, message::Message};
use crate::Error;
use crate::protocol::addresses::Zone;
use http::HeaderMap;
use std::net::IpAddr;
use url::Url;

/// A redirect that was followed: the status, and the URL that sent it.
#[derive(Clone, Debug)]
pub(crate) struct Hop {
    pub(crate) status: u16,
    pub(crate) url: Url,
}

/// One request and the requests of its redirects, under the rules of a [`CallPolicy`](super::policy::CallPolicy) for
/// addresses, redirects and headers. Nothing is retried, stored or checked.
#[derive(Debug)]
pub(crate) struct Hops<'a> {
    limits: &'a CallLimits,
    route: Route,
    message: &'a Message,
    asked: &'a Url,
    url: Url,
    reach: Reach,
    pub(crate) followed: Vec<Hop>,
}

/// The next step after a response's header.
#[derive(Debug)]
pub(crate) enum Next {
    /// Send the next request.
    Redirected,
    /// The response is the answer. Its peer is in this zone. The error is that of a redirect that was not followed.
    Answer(Zone, Option<Error>),
}

impl<'a> Hops<'a> {
    pub(crate) fn new(
        limits: &'a CallLimits,
        route: Route,
        message: &'a Message,
        asked: &'a Url,
        reach: Reach,
    ) -> Self {
        Hops { limits, route, message, asked, url: asked.clone(), reach, followed: Vec::new() }
    }

    /// The URL of the next request.
    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// The proxy that takes the request, without its password and escaped for messages.
    pub(crate) fn proxy(&self) -> Option<&str> {
        self.route.proxy.as_deref()
    }

    /// The addresses to which the next request may be sent.
    ///
    /// # Errors
    /// The host of its URL is a forbidden address.
    pub(crate) fn admit(&mut self) -> Result<Reach, Error> {
        self.reach = self.route.admit(&self.url, self.reach, self.limits.allow_private_addresses)?;
        Ok(self.route.resolved(self.reach))
    }

    /// Accepts the header of a response.
    ///
    /// # Errors
    /// The peer's address is forbidden, the proxy requires credentials, or the header is too large.
    pub(crate) fn receive(&mut self, status: u16, fields: &HeaderMap, peer: Option<IpAddr>) -> Result<Next, Error> {
        let zone = self.route.arrive(&self.url, self.reach, peer)?;
        if let (407, Some(proxy)) = (status, &self.route.proxy) {
            return Err(proxy_credentials_required(&self.url, proxy));
        }
        header::check(fields, &self.url).map_err(|error| error.with_status(status))?;
        if !self.message.follows_redirects() {
            return Ok(Next::Answer(zone, None));
        }
        let next = match redirect::target(status, fields, &self.url) {
            Ok(None) => return Ok(Next::Answer(zone, None)),
            Ok(Some(next)) => next,
            Err(error) => return Ok(Next::Answer(zone, Some(error))),
        };
        let followed = u32::try_from(self.followed.len()).unwrap_or(u32::MAX);
        if let Err(error) = redirect::permit(self.asked, &self.url, &next, followed, self.limits.max_redirects) {
            return Ok(Next::Answer(zone, Some(error.with_status(status))));
        }
        let url = std::mem::replace(&mut self.url, next);
        self.followed.push(Hop { status, url });
        self.reach = self.reach.redirected(zone);
        Ok(Next::Redirected)
    }
}
