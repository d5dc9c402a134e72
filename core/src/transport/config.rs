use super::pins::Pins;
use super::proxies::Proxies;
use super::trust::Trust;
use crate::Rules;
use crate::protocol::call::{CallLimits, Route};
use http::HeaderMap;
use std::net::SocketAddr;
use std::time::Duration;
use url::{Host, Url};

/// The checked settings of a client.
pub(crate) struct Config {
    pub(crate) rules: Rules,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) limits: CallLimits,
    pub(crate) user_agent: String,
    /// The fields for the origin of the requested resource.
    pub(crate) headers: HeaderMap,
    pub(crate) trust: Trust,
    pub(crate) proxies: Proxies,
    pub(crate) pins: Pins,
    /// The caller's base URL, with the name of the option or variable that set it.
    pub(crate) base_url: Option<(&'static str, String)>,
}

impl Config {
    /// The route to the URL's origin.
    pub(super) fn route_to(&self, url: &Url) -> Route {
        Route { is_pinned: self.pin_of(url).is_some(), proxy: self.proxies.name_of(url) }
    }

    /// The pinned address of the URL's host and port. `None` behind a proxy, because the proxy resolves the name.
    pub(crate) fn pin_of(&self, url: &Url) -> Option<SocketAddr> {
        if self.proxies.take(url) {
            None
        } else {
            let port = url.port_or_known_default()?;
            let address = self.pins.address(&url.host()?, port)?;
            Some(SocketAddr::new(address, port))
        }
    }

    /// The number of the resolver for a request. Behind a proxy, the resolver for the proxy's host and port. Otherwise, the
    /// resolver for the URL's host and port.
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
