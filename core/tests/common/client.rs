//! The async client or the blocking client, for tests that run with both.

use super::{blocking_options, options, sandbox};
use std::time::Duration;
use telnyx_oauth::{
    AttemptLog, AuthorizationServerMetadata, CancelToken, Discovery, Error, ResourceMetadata, blocking,
};
use telnyx_oauth_sandbox::Sandbox;

#[derive(Clone)]
pub enum Client {
    /// Each call runs on a new runtime.
    Async(telnyx_oauth::Client),
    Blocking(blocking::Client),
}

macro_rules! call {
    ($client:expr, $name:ident($($argument:expr),*)) => {
        match $client {
            Client::Async(client) => super::block_on(client.$name($($argument),*)),
            Client::Blocking(client) => client.$name($($argument),*),
        }
    };
}

macro_rules! with {
    ($client:expr, $name:ident($argument:expr)) => {
        match $client {
            Client::Async(client) => Client::Async(client.$name($argument)),
            Client::Blocking(client) => Client::Blocking(client.$name($argument)),
        }
    };
}

impl Client {
    pub fn fetch(&self, resource: &str) -> Result<ResourceMetadata, Error> {
        call!(self, fetch_resource_metadata(resource))
    }

    pub fn fetch_server(&self, issuer: &str) -> Result<AuthorizationServerMetadata, Error> {
        call!(self, fetch_authorization_server_metadata(issuer))
    }

    pub fn discover(&self, resource: &str, challenge: Option<&str>) -> Result<Discovery, Error> {
        call!(self, discover(resource, challenge.as_ref().map(std::slice::from_ref)))
    }

    pub fn with_timeout(&self, timeout: Duration) -> Client {
        with!(self, with_timeout(timeout))
    }

    pub fn with_attempt_log(&self, log: AttemptLog) -> Client {
        with!(self, with_attempt_log(log))
    }

    pub fn with_cancel(&self, cancel: CancelToken) -> Client {
        with!(self, with_cancel(cancel))
    }
}

/// Runs a test with each client. Each run has a new sandbox.
pub fn each(test: impl Fn(&Sandbox, &Client)) {
    let own = sandbox();
    test(&own, &Client::Async(options(&own).build().unwrap()));
    let own = sandbox();
    test(&own, &Client::Blocking(blocking_options(&own).build().unwrap()));
}
