//! Finds out how to get a token for a protected API. Fetches and checks OAuth 2.0 Protected Resource Metadata
//! ([RFC 9728](https://www.rfc-editor.org/rfc/rfc9728)) and Authorization Server Metadata
//! ([RFC 8414](https://www.rfc-editor.org/rfc/rfc8414), OpenID Connect Discovery).
//!
//! ```no_run
//! let metadata = telnyx_oauth::blocking::fetch_resource_metadata("https://api.telnyx.com/v2/mcp")?;
//! for issuer in metadata.authorization_servers().unwrap_or_default() {
//!     println!("{issuer}");
//! }
//! # Ok::<(), telnyx_oauth::Error>(())
//! ```
//!
//! - [`Client`] is async and runs on tokio; [`blocking::Client`] blocks. The free functions share one client of each kind.
//!   [`ClientBuilder`] has the options.
//! - [`ResourceMetadata`] and [`AuthorizationServerMetadata`] are the documents. Their [`Warning`]s list tolerated
//!   deviations.
//! - [`AuthorizationParameters`] are the parameters to send next, to the chosen server.
//! - [`Error`] is the only error type; its [`ErrorKind`] tells errors apart.
//! - To use your own HTTP client, call [`resource_metadata_url`], [`authorization_server_metadata_urls`] and the documents'
//!   `from_response`. [`DiscoveryPlan`] plans a whole discovery for your own HTTP client.
//!
//! Cargo features:
//!
//! - `client` (default): the clients. Without this feature, the crate does no I/O, needs neither tokio nor a TLS library,
//!   and also compiles for `wasm32-unknown-unknown`.
//! - `signed-metadata`: [`Rules::trusted_keys`] and [`Rules::authorization_server_trusted_keys`], to verify the
//!   `signed_metadata` of resources and of authorization servers.

#[cfg(feature = "client")]
pub mod blocking;
#[cfg(feature = "client")]
mod cache;
#[cfg(feature = "client")]
mod client;
pub mod embedding;
#[cfg(feature = "client")]
mod process;
#[cfg_attr(
    not(feature = "client"),
    expect(dead_code, unused_imports, reason = "the client uses more than the public API")
)]
mod protocol;
#[cfg(feature = "client")]
mod transport;

#[cfg(feature = "client")]
pub use client::{
    Client, ClientBuilder, Identifier, discover, fetch_authorization_server_metadata, fetch_resource_metadata,
};
#[cfg(feature = "client")]
pub use process::CancelToken;
pub use protocol::authorization::{AuthorizationParameters, ClientRegistration};
pub use protocol::discovery::{AuthorizationServer, Discovery, DiscoveryPlan, PlannedRequest, Via};
pub use protocol::documents::{
    AuthorizationServerMetadata, Extra, Probe, Profile, ResourceMatch, ResourceMetadata, Rules, Value,
};
pub use protocol::errors::{Attempt, Error, ErrorKind, Outcome, Purpose, Warning, WarningKind};
pub use protocol::identifiers::{authorization_server_metadata_urls, resource_metadata_url};
pub use protocol::response::{Challenge, Response, WwwAuthenticate, parse_challenges};
pub use protocol::signed_metadata::SignatureStatus;
#[cfg(feature = "signed-metadata")]
pub use protocol::signed_metadata::TrustedKeys;
#[cfg(feature = "client")]
pub use transport::AttemptLog;

/// Compiles the examples of these pages as doc tests.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct Readme;
    #[doc = include_str!("../../docs/rust.md")]
    struct Rust;
}
