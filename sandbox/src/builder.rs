use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use crate::request::Request;
use crate::scenario::Scenario;
use crate::server::Log;

/// The options of a [`Sandbox`](crate::Sandbox). Made by [`Sandbox::builder`](crate::Sandbox::builder).
pub struct Builder {
    pub(crate) scenario: Scenario,
    pub(crate) http_port: u16,
    pub(crate) https_port: u16,
    pub(crate) address: IpAddr,
    pub(crate) log: Option<Log>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            scenario: Scenario::new(),
            http_port: 0,
            https_port: 0,
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            log: None,
        }
    }

    /// Sets the routes. They take precedence over the built-in routes. Default: none.
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Delays every answer, as [`Scenario::latency`] does. The later call wins. Default: zero.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.scenario.latency = latency;
        self
    }

    /// Sets the port for plain HTTP. Default: 0, which lets the system choose a port.
    pub fn http_port(mut self, port: u16) -> Self {
        self.http_port = port;
        self
    }

    /// Sets the port for HTTPS. Default: 0, which lets the system choose a port.
    pub fn https_port(mut self, port: u16) -> Self {
        self.https_port = port;
        self
    }

    /// Sets the address to listen on. Default: 127.0.0.1, which other machines cannot reach. Use another address only in an
    /// isolated test network, because every client that can connect to the sandbox can control it.
    pub fn bind(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    /// Sets a function that is called with each request when it arrives. The function blocks the thread of the sandbox.
    pub fn log(mut self, log: impl Fn(&Request) + Send + Sync + 'static) -> Self {
        self.log = Some(Box::new(log));
        self
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("scenario", &self.scenario)
            .field("http_port", &self.http_port)
            .field("https_port", &self.https_port)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
