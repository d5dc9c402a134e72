use super::driver::IoGuard;
use crate::process::Interrupt;
use crate::{Probe, Profile, ResourceMatch};
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

/// The options of a blocking client, the same as those of [`crate::ClientBuilder`].
/// [`embedding::BlockingOptions`](crate::embedding::BlockingOptions) has more options, for bindings.
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    pub(super) options: crate::ClientBuilder,
    pub(super) io_guard: Option<IoGuard>,
    pub(super) interrupt: Option<Interrupt>,
}

macro_rules! options {
    ($($name:ident($($argument:ident: $type:ty),+);)*) => {$(
        #[doc = concat!("See [`crate::ClientBuilder::", stringify!($name), "`].")]
        pub fn $name(mut self, $($argument: $type),+) -> ClientBuilder {
            self.options = self.options.$name($($argument),+);
            self
        }
    )*};
}

impl From<crate::ClientBuilder> for ClientBuilder {
    /// Returns a builder of blocking clients with the options of a builder of async clients.
    fn from(options: crate::ClientBuilder) -> ClientBuilder {
        ClientBuilder { options, ..ClientBuilder::default() }
    }
}

impl ClientBuilder {
    /// A builder with the default options.
    pub fn new() -> ClientBuilder {
        ClientBuilder::default()
    }

    options! {
        base_url(url: impl Into<String>);
        allow_http(allow: bool);
        allow_private_addresses(allow: bool);
        resource_match(resource_match: ResourceMatch);
        strict(strict: bool);
        profile(profile: Profile);
        probe(probe: Probe);
        legacy_origin(legacy_origin: bool);
        timeout(timeout: Duration);
        connect_timeout(timeout: Duration);
        max_redirects(redirects: u32);
        max_body_bytes(bytes: usize);
        max_total_bytes(bytes: usize);
        max_retries(retries: u32);
        cache(cache: bool);
        user_agent(user_agent: impl Into<String>);
        header(name: impl Into<String>, value: impl Into<String>);
        client_name(name: &'static str);
        ca_file(file: impl Into<PathBuf>);
        resolve(host: impl Into<String>, port: u16, address: IpAddr);
        proxy(url: impl Into<String>);
        ignore_environment(ignore: bool);
    }

    #[cfg(feature = "signed-metadata")]
    options! {
        trusted_keys(keys: crate::TrustedKeys);
        authorization_server_trusted_keys(keys: crate::TrustedKeys);
    }

    pub(crate) fn with_io_guard(self, guard: IoGuard) -> ClientBuilder {
        ClientBuilder { io_guard: Some(guard), ..self }
    }

    pub(crate) fn with_interrupt(self, interrupt: Interrupt) -> ClientBuilder {
        ClientBuilder { interrupt: Some(interrupt), ..self }
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("options", &self.options).finish_non_exhaustive()
    }
}
