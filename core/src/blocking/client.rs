use super::builder::ClientBuilder;
use super::driver::Drivers;
use crate::client::require_positive;
use crate::process::{Interrupt, Process};
use crate::{
    AttemptLog, AuthorizationServerMetadata, CancelToken, Discovery, Error, Identifier, ResourceMetadata,
    WwwAuthenticate,
};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

/// A blocking client: options, kept-alive connections, a cache, and the calls. Cheap to clone: clones share the connections
/// and the cache. Many threads may use one client at the same time.
///
/// In async code, a call that the cache cannot answer fails with
/// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument): use [`crate::Client`] there. Calls work in
/// `spawn_blocking`, in `block_in_place` and under a guard of `Runtime::enter`.
///
/// Such calls also fail while a thread ends: in a destructor of a thread-local value, or in an `atexit` handler. The
/// thread's runtime state no longer exists there.
#[derive(Clone, Debug)]
pub struct Client {
    // The order matters: the connections must be dropped before the runtime that drives them.
    client: crate::Client,
    drivers: Arc<Drivers>,
}

impl ClientBuilder {
    /// Builds a blocking client. Reads the environment now, and the system's CA store when a TLS handshake first needs it.
    ///
    /// # Errors
    /// As [`crate::ClientBuilder::build`], and [`ErrorKind::Internal`](crate::ErrorKind::Internal) if no file descriptors
    /// are left.
    pub fn build(self) -> Result<Client, Error> {
        if let Some(interrupt) = &self.interrupt {
            require_positive("interrupt", interrupt.every)?;
        }
        let client = self.options.build()?;
        let drivers = Arc::new(Drivers::new(self.io_guard, self.interrupt)?);
        Ok(Client { client, drivers })
    }
}

impl Client {
    /// A client with the default options.
    ///
    /// # Errors
    /// As [`crate::Client::new`].
    pub fn new() -> Result<Client, Error> {
        ClientBuilder::new().build()
    }

    /// A builder with the default options.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// A client with the same connections and cache, and this timeout for each call. The timeout must not be zero.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Client {
        Client { client: self.client.with_timeout(timeout), drivers: self.drivers.clone() }
    }

    /// A client with the same connections and cache. `cancel` ends its calls, from any thread.
    #[must_use]
    pub fn with_cancel(&self, cancel: CancelToken) -> Client {
        Client { client: self.client.with_cancel(cancel), drivers: self.drivers.clone() }
    }

    /// A client with the same connections and cache, whose calls add their attempts to `log`.
    #[must_use]
    pub fn with_attempt_log(&self, log: AttemptLog) -> Client {
        Client { client: self.client.with_attempt_log(log), drivers: self.drivers.clone() }
    }

    /// See [`crate::Client::with_issuer`].
    #[must_use]
    pub fn with_issuer(&self, issuer: impl Into<Arc<str>>) -> Client {
        Client { client: self.client.with_issuer(issuer), drivers: self.drivers.clone() }
    }

    pub(crate) fn interrupted_by(&self, interrupt: Interrupt) -> Client {
        Client { client: self.client.clone(), drivers: Arc::new(self.drivers.with_interrupt(interrupt)) }
    }

    /// See [`crate::Client::fetch_resource_metadata`].
    ///
    /// # Errors
    /// The same.
    pub fn fetch_resource_metadata<'a>(&self, resource: impl Into<Identifier<'a>>) -> Result<ResourceMetadata, Error> {
        let resource = resource.into();
        match self.cached_resource_metadata(resource.text()) {
            Some(metadata) => Ok(metadata),
            None => {
                let (client, resource, process) = (self.client.clone(), resource.into_owned(), Process::current());
                self.drivers
                    .run(process, async move { client.request_resource_metadata(process, resource.text()).await })
            }
        }
    }

    /// See [`crate::Client::fetch_authorization_server_metadata`].
    ///
    /// # Errors
    /// The same.
    pub fn fetch_authorization_server_metadata<'a>(
        &self,
        issuer: impl Into<Identifier<'a>>,
    ) -> Result<AuthorizationServerMetadata, Error> {
        let issuer = issuer.into();
        match self.cached_authorization_server_metadata(issuer.text()) {
            Some(metadata) => Ok(metadata),
            None => {
                let (client, issuer, process) = (self.client.clone(), issuer.into_owned(), Process::current());
                self.drivers.run(process, async move {
                    client.request_authorization_server_metadata(process, issuer.text()).await
                })
            }
        }
    }

    /// See [`crate::Client::cached_resource_metadata`].
    pub fn cached_resource_metadata<'a>(&self, resource: impl Into<Identifier<'a>>) -> Option<ResourceMetadata> {
        self.client.cached_resource_metadata(resource)
    }

    /// See [`crate::Client::cached_authorization_server_metadata`].
    pub fn cached_authorization_server_metadata<'a>(
        &self,
        issuer: impl Into<Identifier<'a>>,
    ) -> Option<AuthorizationServerMetadata> {
        self.client.cached_authorization_server_metadata(issuer)
    }

    /// See [`crate::Client::vet`].
    ///
    /// # Errors
    /// The same.
    pub fn vet(&self, url: &str, from: &str) -> Result<Vec<IpAddr>, Error> {
        let (client, url, from) = (self.client.clone(), url.to_owned(), from.to_owned());
        self.drivers.run(Process::current(), async move { client.vet(&url, &from).await })
    }

    /// See [`BlockingCalls::run`](crate::embedding::BlockingCalls::run).
    pub(crate) fn make<T, F>(&self, call: impl FnOnce(crate::Client) -> F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        self.drivers.run(Process::current(), call(self.client.clone()))
    }

    /// See [`crate::Client::discover`].
    ///
    /// # Errors
    /// The same.
    pub fn discover<'a>(
        &self,
        resource: impl Into<Identifier<'a>>,
        www_authenticate: impl Into<WwwAuthenticate>,
    ) -> Result<Discovery, Error> {
        let (client, resource) = (self.client.clone(), resource.into().into_owned());
        let www_authenticate = www_authenticate.into();
        self.drivers.run(Process::current(), async move { client.discover(resource, www_authenticate).await })
    }
}
