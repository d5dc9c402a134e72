use super::lookup::look_up;
use super::pins::Pins;
use crate::protocol::call::Reach;
use crate::protocol::identifiers::is_localhost;
use hyper_util::client::legacy::connect::dns::Name;
use std::error::Error as StdError;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};
use tower_service::Service;

/// Resolves a host name: to the caller's pin, to loopback for `localhost`, or with the system's look-up on another thread.
/// Checks the addresses against the reach for every connection, so DNS rebinding has no effect.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    pub(super) pins: Pins,
    /// The number of this resolver: see [`Pins`].
    pub(super) number: usize,
    pub(super) reach: Reach,
}

/// The error of a name without an allowed address: its first address.
#[derive(Debug)]
pub(super) struct NotAllowed(pub(super) IpAddr);

impl fmt::Display for NotAllowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not allowed", self.0)
    }
}

impl StdError for NotAllowed {}

impl Resolver {
    async fn resolve(self, name: Name) -> Result<Vec<SocketAddr>, Box<dyn StdError + Send + Sync>> {
        if let Some(address) = self.pins.resolve(self.number, name.as_str()) {
            return Ok(vec![SocketAddr::new(address, 0)]);
        }
        // RFC 6761 section 6.3. Without a look-up, a name server cannot redirect `localhost`.
        let found: Vec<IpAddr> = if is_localhost(&name.as_str().to_ascii_lowercase()) {
            vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()]
        } else {
            look_up(name.as_str()).await?.iter().map(SocketAddr::ip).collect()
        };
        let permitted = self.reach.permitted(&found).map_err(NotAllowed)?;
        Ok(permitted.into_iter().map(|address| SocketAddr::new(address, 0)).collect())
    }
}

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = Box<dyn StdError + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let resolver = self.clone();
        Box::pin(async move { Ok(resolver.resolve(name).await?.into_iter()) })
    }
}
