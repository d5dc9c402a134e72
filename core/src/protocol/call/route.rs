use super::reach::Reach;
use crate::protocol::addresses::Zone;
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::is_localhost;
use crate::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr};
use url::{Host, Url};

/// The route of requests to an origin: direct, to a pinned address, or through a proxy.
#[derive(Clone, Debug, Default)]
pub(crate) struct Route {
    /// True if the caller pinned the origin's name to an address.
    pub(crate) is_pinned: bool,
    /// The proxy that takes the requests, without its password and escaped for messages.
    pub(crate) proxy: Option<String>,
}

impl Route {
    /// The reach of a request for `url`, whose source has `reach`. Returns an error if the host is a literal address or
    /// `localhost`, and is not allowed. The resolver checks all other hosts.
    pub(crate) fn admit(&self, url: &Url, reach: Reach, allow_private_addresses: bool) -> Result<Reach, Error> {
        let reach = match reach {
            // The pinned address is the caller's choice.
            Reach::Server(_) if self.is_pinned => Reach::Caller,
            Reach::Server(_) if allow_private_addresses => Reach::Server(Zone::Loopback),
            other => other,
        };
        match known_address(url).filter(|address| !reach.allows(*address)) {
            Some(address) => Err(blocked(url, address, reach)),
            None => Ok(reach),
        }
    }

    /// The addresses that the resolver may return for a request with this reach. Behind a proxy, the resolver looks up only
    /// the proxy's name, which is the caller's choice.
    pub(super) fn resolved(&self, reach: Reach) -> Reach {
        if self.proxy.is_some() { Reach::Caller } else { reach }
    }

    /// The zone of a response to a request with this reach. Returns an error if the peer's address is not allowed. The
    /// earlier checks should prevent this.
    pub(super) fn arrive(&self, url: &Url, reach: Reach, peer: Option<IpAddr>) -> Result<Zone, Error> {
        match peer.filter(|_| self.proxy.is_none()) {
            Some(address) if reach.allows(address) => Ok(Zone::of_peer(address)),
            Some(address) => Err(blocked(url, address, reach)),
            // Behind a proxy, the peer is the proxy.
            None => Ok(known_address(url).map_or(Zone::Public, Zone::of_peer)),
        }
    }
}

/// The address of a URL's host that needs no look-up: a literal address, or loopback for `localhost`.
pub(crate) fn known_address(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(address) => Some(address.into()),
        Host::Ipv6(address) => Some(address.into()),
        Host::Domain(name) => is_localhost(name).then_some(Ipv4Addr::LOCALHOST.into()),
    }
}

/// The error of a URL that leads to an address outside its reach.
pub(crate) fn blocked(url: &Url, address: IpAddr, reach: Reach) -> Error {
    let rule = match (Zone::of(address), reach) {
        (None, _) => "no server may name a link-local, unspecified or multicast address",
        (_, Reach::Server(Zone::Public)) => "a server on a public address may name only public addresses",
        _ => "a server on a private address may not name this machine",
    };
    let message = format!("{} leads to {address}: {rule} (allow_private_addresses)", quoted(url.as_str()));
    Error::new(ErrorKind::BlockedAddress, message).at(url.as_str())
}

/// The error of a proxy that requires credentials.
pub(crate) fn proxy_credentials_required(url: &Url, proxy: &str) -> Error {
    let message =
        format!("{url}: the proxy {proxy} requires a user name and password, or refused the given ones (proxy)");
    Error::new(ErrorKind::Transport, message).with_status(407).at(url.as_str())
}
