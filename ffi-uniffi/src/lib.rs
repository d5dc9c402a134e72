//! telnyx-oauth for Kotlin, Java, Swift and Ruby, over [UniFFI](https://mozilla.github.io/uniffi-rs/). The records are copies
//! of the types of the crate `telnyx-oauth`. The crate makes all decisions.
//!
//! Calls with a plain name are async. Calls with a name that ends in `_blocking` block the calling thread. An omitted
//! parameter is `None`, which stands for the crate's default.
//!
//! `uniffi.toml` has the differences between the languages.

#![expect(clippy::result_large_err, reason = "errors have many fields and are rare")]

mod attempt;
mod authorization_parameters;
mod authorization_server;
mod authorization_server_metadata;
mod calls;
mod cancel_token;
mod challenge;
mod client;
mod discovery;
mod document;
mod duration;
mod error;
mod guard;
mod kind;
mod options;
mod resource_metadata;
mod response;
mod rules;
mod seconds;
mod signals;
mod vocabulary;
mod warning;

#[cfg(test)]
mod tests;

pub use attempt::{Attempt, Outcome, Purpose};
pub use authorization_parameters::{AuthorizationParameters, ClientRegistration, choose_server};
pub use authorization_server::AuthorizationServer;
pub use authorization_server_metadata::AuthorizationServerMetadata;
pub use calls::{
    discover, discover_blocking, fetch_authorization_server_metadata, fetch_authorization_server_metadata_blocking,
    fetch_resource_metadata, fetch_resource_metadata_blocking, vet, vet_blocking,
};
pub use cancel_token::CancelToken;
pub use challenge::{Challenge, parse_challenges};
pub use client::Client;
pub use discovery::{Discovery, Via};
pub use document::SignatureStatus;
pub use error::TelnyxOAuthError;
pub use kind::ErrorKind;
pub use options::{Options, Pin};
pub use resource_metadata::ResourceMetadata;
pub use response::{
    Response, authorization_server_metadata_from_response, authorization_server_metadata_urls,
    resource_metadata_from_response, resource_metadata_url,
};
pub use rules::{ResourceMatch, Rules};
pub use seconds::Seconds;
pub use warning::{Warning, WarningKind};

uniffi::setup_scaffolding!("telnyx_oauth");
