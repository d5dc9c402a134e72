use crate::failure::Failure;
use crate::resolve_entry::ResolveEntry;
use crate::{seconds, signals};
use clap::Args;
use std::time::Duration;
use telnyx_oauth::blocking::{Client, ClientBuilder};

/// The options that decide where a client may connect, and the time limit of a call. An option that is not given keeps the
/// library's default.
#[derive(Args, Debug)]
#[command(next_help_heading = "Request options")]
pub(crate) struct RouteOptions {
    /// The time limit of the whole call, including retries; fractions are allowed [default: 30 seconds]
    #[arg(short = 'm', long, visible_alias = "max-time", value_name = "SECONDS", value_parser = seconds::parse)]
    timeout: Option<Duration>,

    /// Connect to the IP address ADDR for requests to HOST:PORT; may be given several times
    #[arg(long, value_name = "HOST:PORT:ADDR")]
    resolve: Vec<ResolveEntry>,

    /// The proxy for every request, except to the hosts in NO_PROXY; '' means no proxy [default: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY]
    #[arg(short = 'x', long, value_name = "URL")]
    proxy: Option<String>,

    /// Allow http on hosts other than loopback; an attacker on the network can then read and forge the documents
    #[arg(long)]
    pub(crate) allow_http: bool,

    /// Follow redirects, challenges and documents from public servers to private and loopback addresses
    #[arg(long)]
    allow_private_addresses: bool,
}

impl RouteOptions {
    /// Returns a client with only these options. An interrupt cancels its calls.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        Ok(self.builder().build()?.with_cancel(signals::cancelling()))
    }

    /// Returns the builder of a client with these options.
    pub(crate) fn builder(&self) -> ClientBuilder {
        let mut builder = Client::builder().client_name("cli");
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(proxy) = &self.proxy {
            builder = builder.proxy(proxy);
        }
        if self.allow_http {
            builder = builder.allow_http(true);
        }
        if self.allow_private_addresses {
            builder = builder.allow_private_addresses(true);
        }
        for entry in &self.resolve {
            builder = builder.resolve(&entry.host, entry.port, entry.address);
        }
        builder
    }
}
