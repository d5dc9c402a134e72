use super::reach::Reach;
use crate::protocol::addresses::Zone;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::is_localhost;
use crate::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr};
use url::{Host, Url};

/// How requests get to an origin, by the settings of the host.
#[derive(Clone, Debug, Default)]
pub(crate) struct Route {
    /// Whether the caller pinned the origin's name to an address.
    pub(crate) is_pinned: bool,
    /// The proxy that takes the requests, as a message shows it: without its password.
    pub(crate) proxy: Option<String>,
}

impl Route {
    /// The reach of a request for `url`, which was named with `reach`. Checks hosts that are addresses by themselves,
    /// because no resolver sees them.
    pub(super) fn admit(&self, url: &Url, reach: Reach, allow_private_addresses: bool) -> Result<Reach, Error> {
        let reach = match reach {
            // The caller chose a pinned address.
            Reach::Server(_) if self.is_pinned => Reach::Caller,
            Reach::Server(_) if allow_private_addresses => Reach::Server(Zone::Loopback),
            other => other,
        };
        match known_address(url).filter(|address| !reach.allows(*address)) {
            Some(address) => Err(blocked(url, address, reach)),
            None => Ok(reach),
        }
    }

    /// The addresses that the resolver may return for a request with this reach. With a proxy, it looks up the proxy's
    /// name, which the caller chose.
    pub(super) fn resolved(&self, reach: Reach) -> Reach {
        if self.proxy.is_some() { Reach::Caller } else { reach }
    }

    /// The zone that a response to a request with this reach came from. Fails if its address is not allowed, which the
    /// earlier checks exclude.
    pub(super) fn arrive(&self, url: &Url, reach: Reach, peer: Option<IpAddr>) -> Result<Zone, Error> {
        match peer.filter(|_| self.proxy.is_none()) {
            Some(address) if reach.allows(address) => Ok(Zone::of_peer(address)),
            Some(address) => Err(blocked(url, address, reach)),
            // The address of a proxy says nothing about the server.
            None => Ok(known_address(url).map_or(Zone::Public, Zone::of_peer)),
        }
    }
}

/// The address that a URL's host is without a look-up: a literal, or loopback for `localhost`.
pub(crate) fn known_address(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(address) => Some(address.into()),
        Host::Ipv6(address) => Some(address.into()),
        Host::Domain(name) => is_localhost(name).then_some(Ipv4Addr::LOCALHOST.into()),
    }
}

/// The error for a URL that leads to an address which its reach does not allow.
pub(crate) fn blocked(url: &Url, address: IpAddr, reach: Reach) -> Error {
    let rule = match (Zone::of(address), reach) {
        (None, _) => "no server may name a link-local, unspecified or multicast address",
        (_, Reach::Server(Zone::Public)) => "a server on a public address may name public ones only",
        _ => "a server on a private address may not name this machine",
    };
    let message = format!("{} leads to {address}: {rule} (allow_private_addresses)", quoted(url.as_str()));
    Error::new(ErrorKind::BlockedAddress, message).at(url.as_str())
}

/// The error of a proxy that demands credentials.
pub(crate) fn proxy_credentials_required(url: &Url, proxy: &str) -> Error {
    let message =
        format!("{url}: the proxy {proxy} wants a user name and password, or others than it was given (proxy)");
    Error::new(ErrorKind::Transport, message).with_status(407).at(url.as_str())
}
