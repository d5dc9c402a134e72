use super::client::Client;
use super::driver::IoGuard;
use crate::client::require_positive;
use crate::process::Interrupt;
use crate::{Error, ResourceMatch};
use std::any::Any;
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// A blocking client's options: those of [`crate::ClientBuilder`], and those of the threads that make the calls.
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    options: crate::ClientBuilder,
    io_guard: Option<IoGuard>,
    interrupt: Option<Interrupt>,
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
    /// The options of an async client for a blocking one.
    fn from(options: crate::ClientBuilder) -> ClientBuilder {
        ClientBuilder { options, ..ClientBuilder::default() }
    }
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
        max_total_bytes(bytes: usize);
        max_retries(retries: u32);
        cache(cache: bool);
        user_agent(user_agent: impl Into<String>);
        face(face: &'static str);
        ca_file(file: impl Into<PathBuf>);
        resolve(host: impl Into<String>, port: u16, address: IpAddr);
        proxy(url: impl Into<String>);
        ignore_environment(ignore: bool);
    }

    #[cfg(feature = "signed-metadata")]
    options! {
        trusted_keys(keys: crate::TrustedKeys);
    }

    /// Calls `guard` on each calling thread that is about to drive sockets for a call, and drops what it returns after.
    /// Default: none. [`embedding::set_thread_guard`](crate::embedding::set_thread_guard) is for the library's own threads.
    ///
    /// Sockets are written without `MSG_NOSIGNAL`. A Rust program ignores `SIGPIPE` from its start; one that restores the
    /// signal's default action, or a library inside a program in another language, must block it on such threads, or a
    /// peer that resets a TLS connection ends the process.
    pub fn io_guard<G: Any>(mut self, guard: impl Fn() -> G + Send + Sync + 'static) -> ClientBuilder {
        self.io_guard = Some(Arc::new(move || Box::new(guard())));
        self
    }

    /// Asks `ends` on the thread that makes a call, each time that the call has waited for `every` (not zero), and ends the
    /// call with [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled) where the answer is true: for a program that learns
    /// of signals by asking. The call itself runs on the process's I/O thread ([`embedding`](crate::embedding)) and goes on
    /// meanwhile. Default: nothing is asked. [`CancelToken`](crate::CancelToken) is how another thread ends a call.
    pub fn interrupt(mut self, every: Duration, ends: impl Fn() -> bool + Send + Sync + 'static) -> ClientBuilder {
        self.interrupt = Some(Interrupt { every, ends: Arc::new(ends) });
        self
    }

    /// Builds a blocking client. The environment is read now, the system's CA store when it is needed.
    ///
    /// # Errors
    /// As [`crate::ClientBuilder::build`], and [`ErrorKind::Internal`](crate::ErrorKind::Internal) where the system has
    /// no file descriptors left.
    pub fn build(self) -> Result<Client, Error> {
        if let Some(interrupt) = &self.interrupt {
            require_positive("interrupt", interrupt.every)?;
        }
        Client::over(self.options.build()?, self.io_guard, self.interrupt)
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("options", &self.options).finish_non_exhaustive()
    }
}
