//! The async client, its options, and the loop that runs a discovery's plan.

mod async_client;
mod builder;
mod default_client;
mod discoverer;
mod extra_headers;
mod hosted_action;
mod hosted_discovery;
mod identifier;
mod vet;

pub use async_client::Client;
pub use builder::ClientBuilder;
pub(crate) use builder::require_positive;
pub use default_client::{discover, fetch_authorization_server_metadata, fetch_resource_metadata};
pub use hosted_action::{HostedAction, HostedRequest};
pub use hosted_discovery::HostedDiscovery;
pub use identifier::Identifier;
