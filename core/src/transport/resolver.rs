use crate::protocol::is_localhost;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

/// Turns a host's name into addresses: the caller's pin, loopback for `localhost`, else the system's look-up, off the
/// calling thread.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    pub(super) pin: Option<SocketAddr>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        if let Some(address) = self.pin {
            return known([address]);
        }
        // RFC 6761 section 6.3: no look-up, so that no name server can move it.
        if is_localhost(&name.as_str().to_ascii_lowercase()) {
            return known([(Ipv4Addr::LOCALHOST, 0).into(), (Ipv6Addr::LOCALHOST, 0).into()]);
        }
        Box::pin(async move {
            let addresses: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

fn known<const N: usize>(addresses: [SocketAddr; N]) -> Resolving {
    Box::pin(std::future::ready(Ok(Box::new(addresses.into_iter()) as Addrs)))
}
