use super::config::Config;
use super::response::Response;
use crate::protocol::call::{Reach, Zone};
use crate::protocol::errors::quoted;
use crate::protocol::identifiers::is_localhost;
use crate::{Error, ErrorKind};
use hyper_util::client::legacy::connect::HttpInfo;
use std::net::{IpAddr, Ipv4Addr};
use url::{Host, Url};

/// How a request gets to its URL: whether a proxy takes it there, and where it may lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Path {
    /// What the resolver lets through.
    pub(super) resolved: Reach,
    reach: Reach,
    proxied: bool,
}

impl Path {
    /// The path to `url`, which somebody named who has this reach. Names and literals that are addresses by themselves are
    /// checked now: no resolver sees them.
    pub(super) fn to(url: &Url, reach: Reach, config: &Config) -> Result<Path, Error> {
        let reach = match reach {
            // What the caller pinned is the caller's, whoever names it.
            Reach::Server(_) if config.pin_of(url).is_some() => Reach::Caller,
            Reach::Server(_) if config.allow_private_addresses => Reach::Server(Zone::Loopback),
            other => other,
        };
        if let Some(address) = known_address(url).filter(|address| !reach.allows(*address)) {
            return Err(blocked(url, address, reach));
        }
        let proxied = config.proxies.take(url);
        // The resolver is asked for the proxy's own name then, which is the caller's.
        let resolved = if proxied { Reach::Caller } else { reach };
        Ok(Path { resolved, reach, proxied })
    }

    /// The zone that a response came from, after an assertion: by now, nothing can have got past the checks.
    pub(super) fn arrive(self, url: &Url, response: &Response) -> Result<Zone, Error> {
        match response.extensions().get::<HttpInfo>().map(|info| info.remote_addr().ip()) {
            Some(address) if !self.proxied => {
                if self.reach.allows(address) {
                    Ok(Zone::of_peer(address))
                } else {
                    Err(blocked(url, address, self.reach))
                }
            }
            // A proxy's address says nothing about where it went.
            _ => Ok(known_address(url).map_or(Zone::Public, Zone::of_peer)),
        }
    }

    /// Where a redirect in a response from `zone` may lead.
    pub(super) fn redirected(self, zone: Zone) -> Reach {
        match self.reach {
            Reach::Caller => Reach::Server(zone),
            Reach::Server(from) => Reach::Server(from.max(zone)),
        }
    }
}

/// The address that a URL's host is by itself.
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
