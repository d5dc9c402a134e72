//! Finds out how to get a token for a protected API: fetches and judges OAuth 2.0 Protected Resource Metadata
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
//! - [`Client`] is async, on tokio; [`blocking::Client`] is not. The free functions share one client of each kind.
//!   [`ClientBuilder`] has the options.
//! - [`ResourceMetadata`] and [`AuthorizationServerMetadata`] are the documents, with [`Warning`]s for what was tolerated.
//! - [`Error`] has one vocabulary for everything: [`ErrorKind`].
//! - [`resource_metadata_url`], [`authorization_server_metadata_urls`] and the documents' `from_response` are the rules
//!   alone, for an HTTP stack of your own.

mod attempt;
mod attempt_log;
pub mod blocking;
mod builder;
mod cancel_token;
mod client;
mod default_client;
mod discoverer;
pub mod embedding;
mod environment;
mod error;
mod error_kind;
mod process;
mod protocol;
mod text;
mod transport;
mod vocabulary;
mod warning;

pub use attempt::{Attempt, Outcome, Purpose};
pub use attempt_log::AttemptLog;
pub use builder::ClientBuilder;
pub use cancel_token::CancelToken;
pub use client::Client;
pub use default_client::{discover, fetch_authorization_server_metadata, fetch_resource_metadata};
pub use error::Error;
pub use error_kind::ErrorKind;
#[cfg(feature = "signed-metadata")]
pub use protocol::TrustedKeys;
pub use protocol::{
    AuthorizationServer, AuthorizationServerMetadata, Challenge, Discovery, DiscoveryPlan, Extra, PlannedRequest,
    ResourceMatch, ResourceMetadata, Response, Rules, SignatureStatus, authorization_server_metadata_urls,
    look_up_variant, parse_challenges, resource_metadata_url,
};
pub use warning::{Warning, WarningKind};

/// The README's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
