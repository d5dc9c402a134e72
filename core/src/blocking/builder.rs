use super::Client;
use super::driver::IoGuard;
use crate::{Error, ResourceMatch};
use std::any::Any;
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// A blocking client's options: those of [`crate::ClientBuilder`], and one for threads.
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    options: crate::ClientBuilder,
    io_guard: Option<IoGuard>,
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

impl ClientBuilder {
    /// The default options.
    pub fn new() -> ClientBuilder {
        ClientBuilder::default()
    }

    options! {
        base_url(url: impl Into<String>);
        allow_http(allow: bool);
        allow_private_addresses(allow: bool);
        resource_match(resource_match: ResourceMatch);
        strict(strict: bool);
        timeout(timeout: Duration);
        connect_timeout(timeout: Duration);
        max_redirects(redirects: u32);
        max_body_bytes(bytes: usize);
        max_retries(retries: u32);
        cache(cache: bool);
        user_agent(user_agent: impl Into<String>);
        face(face: &'static str);
        ca_file(file: impl Into<PathBuf>);
        resolve(host: impl Into<String>, port: u16, address: IpAddr);
        proxy(url: impl Into<String>);
    }

    #[cfg(feature = "signed-metadata")]
    options! {
        trusted_keys(keys: crate::TrustedKeys);
    }

    /// Calls `guard` on each thread that is about to drive sockets for a call, and drops what it returns after. Default:
    /// none.
    ///
    /// Sockets are written without `MSG_NOSIGNAL`. A Rust program ignores `SIGPIPE` from its start; one that restores the
    /// signal's default action, or a library inside a program in another language, must block it on such threads, or a
    /// peer that resets a TLS connection ends the process.
    pub fn io_guard<G: Any>(mut self, guard: impl Fn() -> G + Send + Sync + 'static) -> ClientBuilder {
        self.io_guard = Some(Arc::new(move || Box::new(guard())));
        self
    }

    /// Builds a blocking client. The environment is read now, the system's CA store when it is needed.
    ///
    /// # Errors
    /// As [`crate::ClientBuilder::build`], and [`ErrorKind::Internal`](crate::ErrorKind::Internal) where the system has
    /// no file descriptors left.
    pub fn build(self) -> Result<Client, Error> {
        Client::over(self.options.build()?, self.io_guard)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("options", &self.options).finish_non_exhaustive()
    }
}
