use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use crate::request::Request;
use crate::scenario::Scenario;
use crate::server::Log;

/// Options of a [`Sandbox`](crate::Sandbox), from [`Sandbox::builder`](crate::Sandbox::builder).
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

    /// The routes, which go before the built-in ones. By default none.
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Delays the head of every response, as [`Scenario::latency`]; the later call counts. By default zero.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.scenario.latency = latency;
        self
    }

    /// The port for plain HTTP. By default 0: the system chooses one.
    pub fn http_port(mut self, port: u16) -> Self {
        self.http_port = port;
        self
    }

    /// The port for HTTPS. By default 0: the system chooses one.
    pub fn https_port(mut self, port: u16) -> Self {
        self.https_port = port;
        self
    }

    /// The address to listen on. By default 127.0.0.1, which other machines cannot reach. Use another one only in a network of
    /// the test's own: every client that reaches the sandbox can control it.
    pub fn bind(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    /// A function that is called with every request as it arrives. It runs on the sandbox's thread and blocks it.
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
