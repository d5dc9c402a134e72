//! Finds out how to get a token for a protected API.
#![doc = include_str!("../README.md")]

mod attempt;
pub mod blocking;
mod builder;
mod cancel_token;
mod client;
mod default_client;
mod environment;
mod error;
mod error_kind;
mod protocol;
mod text;
mod transport;
mod vocabulary;
mod warning;

pub use attempt::{Attempt, Outcome, Purpose};
pub use builder::ClientBuilder;
pub use cancel_token::CancelToken;
pub use client::Client;
pub use default_client::{fetch_authorization_server_metadata, fetch_resource_metadata};
pub use error::Error;
pub use error_kind::ErrorKind;
pub use protocol::{
    AuthorizationServerMetadata, ResourceMatch, ResourceMetadata, Response, Rules, authorization_server_metadata_urls,
    resource_metadata_url,
};
pub use warning::{Warning, WarningKind};
