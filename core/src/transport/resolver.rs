use crate::protocol::{Reach, is_localhost};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::error::Error as StdError;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Turns a host's name into addresses: the caller's pin, loopback for `localhost`, else the system's look-up, off the
/// calling thread. What a reach does not allow is left out, at every connection, so that a name that moves gains nothing.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    pub(super) pin: Option<SocketAddr>,
    pub(super) reach: Reach,
}

/// The address that a name leads to, where none is allowed.
#[derive(Debug)]
pub(super) struct NotAllowed(pub(super) IpAddr);

impl fmt::Display for NotAllowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not allowed", self.0)
    }
}

impl StdError for NotAllowed {}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let Resolver { pin, reach } = *self;
        Box::pin(async move {
            if let Some(address) = pin {
                return Ok(Box::new(std::iter::once(address)) as Addrs);
            }
            // RFC 6761 section 6.3: no look-up, so that no name server can move it.
            let found: Vec<SocketAddr> = if is_localhost(&name.as_str().to_ascii_lowercase()) {
                vec![(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()]
            } else {
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect()
            };
            let (allowed, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| reach.allows(found.ip()));
            match others.first() {
                Some(other) if allowed.is_empty() => Err(NotAllowed(other.ip()).into()),
                _ => Ok(Box::new(allowed.into_iter()) as Addrs),
            }
        })
    }
}
