use super::pins::Pins;
use super::proxies::Proxies;
use super::trust::Trust;
use crate::Rules;
use std::net::SocketAddr;
use std::time::Duration;
use url::{Host, Url};

/// A client's settings, checked.
pub(crate) struct Config {
    pub(crate) rules: Rules,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_redirects: u32,
    pub(crate) max_body_bytes: usize,
    pub(crate) max_total_bytes: usize,
    pub(crate) max_retries: u32,
    pub(crate) cache: bool,
    pub(crate) user_agent: String,
    pub(crate) trust: Trust,
    pub(crate) allow_private_addresses: bool,
    pub(crate) proxies: Proxies,
    pub(crate) pins: Pins,
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
            let port = url.port_or_known_default()?;
            let address = self.pins.address(&url.host()?.to_owned(), port)?;
            Some(SocketAddr::new(address, port))
        }
    }

    /// Which resolver serves a request for the URL: that of its own host and port, or of its proxy's.
    pub(super) fn resolver_of(&self, url: &Url) -> usize {
        let connects_to = match self.proxies.proxy_of(url) {
            Some(proxy) => {
                let default_port = if proxy.scheme_str() == Some("https") { 443 } else { 80 };
                let host = proxy.host().and_then(|host| Host::parse(host).ok());
                host.zip(Some(proxy.port_u16().unwrap_or(default_port)))
            }
            None => url.host().map(|host| host.to_owned()).zip(url.port_or_known_default()),
        };
        connects_to.map_or(0, |(host, port)| self.pins.resolver(&host, port))
    }
}
