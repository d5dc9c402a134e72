use super::config::Config;
use crate::protocol::call::{Reach, Zone};
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::is_localhost;
use crate::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr};
use url::{Host, Url};

/// How a request gets to its URL: whether through a proxy, and to which addresses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Route {
    /// The addresses that the resolver may return.
    pub(super) resolved: Reach,
    reach: Reach,
    proxied: bool,
}

impl Route {
    /// The route to `url`. Checks hosts that are addresses by themselves, because no resolver sees them.
    pub(super) fn to(url: &Url, reach: Reach, config: &Config) -> Result<Route, Error> {
        let reach = match reach {
            // The caller chose a pinned address.
            Reach::Server(_) if config.pin_of(url).is_some() => Reach::Caller,
            Reach::Server(_) if config.allow_private_addresses => Reach::Server(Zone::Loopback),
            other => other,
        };
        if let Some(address) = known_address(url).filter(|address| !reach.allows(*address)) {
            return Err(blocked(url, address, reach));
        }
        let proxied = config.proxies.take(url);
        // Then the resolver looks up the proxy, which the caller chose.
        let resolved = if proxied { Reach::Caller } else { reach };
        Ok(Route { resolved, reach, proxied })
    }

    /// The zone that a response came from. Fails if its address is not allowed, which the earlier checks exclude.
    pub(super) fn arrive(self, url: &Url, peer: Option<IpAddr>) -> Result<Zone, Error> {
        match peer {
            Some(address) if !self.proxied => {
                if self.reach.allows(address) {
                    Ok(Zone::of_peer(address))
                } else {
                    Err(blocked(url, address, self.reach))
                }
            }
            // The address of a proxy says nothing about the server.
            _ => Ok(known_address(url).map_or(Zone::Public, Zone::of_peer)),
        }
    }

    /// The reach of a redirect in a response from `zone`.
    pub(super) fn redirected(self, zone: Zone) -> Reach {
        match self.reach {
            Reach::Caller => Reach::Server(zone),
            Reach::Server(from) => Reach::Server(from.max(zone)),
        }
    }
}

/// The address that a URL's host is without a look-up: a literal, or loopback for `localhost`.
pub(super) fn known_address(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(address) => Some(address.into()),
        Host::Ipv6(address) => Some(address.into()),
        Host::Domain(name) => is_localhost(name).then_some(Ipv4Addr::LOCALHOST.into()),
    }
}

pub(super) fn blocked(url: &Url, address: IpAddr, reach: Reach) -> Error {
    let rule = match (Zone::of(address), reach) {
        (None, _) => "no server may name a link-local, unspecified or multicast address",
        (_, Reach::Server(Zone::Public)) => "a server on a public address may name public ones only",
        _ => "a server on a private address may not name this machine",
    };
    let message = format!("{} leads to {address}: {rule} (allow_private_addresses)", quoted(url.as_str()));
    Error::new(ErrorKind::BlockedAddress, message).at(url.as_str())
}
