//! The helpers that the socket tests share.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each test binary uses a part of it")]

mod client;
mod http2;

pub use client::{Client, each};
pub use http2::{Http2, Http2Server};
pub use testing::{METADATA, child, first_process, in_child, namespace, setgid_child, succeeded, wait_until};

use telnyx_oauth::{ClientBuilder, Discovery, Error, ErrorKind, ResourceMetadata, blocking};
use telnyx_oauth_sandbox::Sandbox;

pub fn sandbox() -> Sandbox {
    Sandbox::start().expect("cannot start the sandbox on loopback")
}

/// Options that trust the sandbox's CA, without retries and without a proxy.
pub fn options(sandbox: &Sandbox) -> ClientBuilder {
    ClientBuilder::new().ca_file(sandbox.ca_file()).max_retries(0).proxy("")
}

/// The same options for the blocking client.
pub fn blocking_options(sandbox: &Sandbox) -> blocking::ClientBuilder {
    blocking::Client::builder().ca_file(sandbox.ca_file()).max_retries(0).proxy("")
}

/// An origin where the sandbox speaks HTTP/1.1 over TLS, and options with a pin for its host.
pub fn http1_over_tls(sandbox: &Sandbox) -> (String, blocking::ClientBuilder) {
    let address = sandbox.https_addr();
    let options = blocking_options(sandbox).resolve("http1.example", address.port(), address.ip());
    (format!("https://http1.example:{}", address.port()), options)
}

pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// Calls [`assert_error`] for a discovery.
#[track_caller]
pub fn assert_discovery_error(found: Result<Discovery, Error>, kind: ErrorKind, words: &[&str]) -> Error {
    assert_error(found.map(|found| found.resource_metadata().unwrap().clone()), kind, words)
}

/// Asserts the kind of an error, and that the message contains all words.
#[track_caller]
pub fn assert_error(found: Result<ResourceMetadata, Error>, kind: ErrorKind, words: &[&str]) -> Error {
    let error = found.expect_err("an error is due");
    assert_eq!(error.kind(), kind, "{error:?}");
    for word in words {
        assert!(error.message().contains(word), "{word:?} is not in: {}", error.message());
    }
    assert!(!error.message().contains(|c: char| c.is_control()), "{:?}", error.message());
    error
}
