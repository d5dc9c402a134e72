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
    /// The address that the caller pinned the URL's host and port to. Behind a proxy there is none: the proxy looks the name
    /// up itself.
    pub(crate) fn pin_of(&self, url: &Url) -> Option<SocketAddr> {
        if self.proxies.take(url) {
            None
        } else {
            self.pin_of_host(url.host()?.to_owned(), url.port_or_known_default()?)
        }
    }

    /// The address that the caller pinned what a request for the URL connects to: its own host and port, or its proxy's.
    pub(super) fn pin_of_connection(&self, url: &Url) -> Option<SocketAddr> {
        match self.proxies.proxy_of(url) {
            Some(proxy) => {
                let default_port = if proxy.scheme_str() == Some("https") { 443 } else { 80 };
                self.pin_of_host(Host::parse(proxy.host()?).ok()?, proxy.port_u16().unwrap_or(default_port))
            }
            None => self.pin_of(url),
        }
    }

    fn pin_of_host(&self, host: Host, port: u16) -> Option<SocketAddr> {
        let pin = self.pins.iter().rev().find(|pin| pin.host == host && pin.port == port)?;
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
