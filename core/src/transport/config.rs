use super::{Proxies, Trust};
use crate::Rules;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use url::{Host, Url};

/// A client's settings, checked.
pub(crate) struct Config {
    pub(crate) rules: Rules,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_redirects: u32,
    pub(crate) max_body_bytes: usize,
    pub(crate) max_retries: u32,
    pub(crate) cache: bool,
    pub(crate) user_agent: String,
    pub(crate) trust: Trust,
    pub(crate) allow_private_addresses: bool,
    pub(crate) proxies: Proxies,
    pub(crate) pins: Vec<Pin>,
    /// The caller's base URL, and what named it.
    pub(crate) base_url: Option<(&'static str, String)>,
}

impl Config {
    /// The address that the caller pinned the URL's host and port to.
    pub(crate) fn pin_of(&self, url: &Url) -> Option<SocketAddr> {
        let (host, port) = (url.host()?, url.port_or_known_default()?);
        let pin = self.pins.iter().rev().find(|pin| pin.host == host.to_owned() && pin.port == port)?;
        Some(SocketAddr::new(pin.address, port))
    }
}

/// A name that the caller resolves to an address, as curl's `--resolve`.
#[derive(Clone, Debug)]
pub(crate) struct Pin {
    pub(crate) host: Host,
    pub(crate) port: u16,
    pub(crate) address: IpAddr,
}
