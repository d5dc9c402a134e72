//! Identifiers of resources and issuers, and their well-known URLs.

pub(crate) mod absolute_url;
mod endpoint;
mod issuer;
mod resource;

pub(crate) use absolute_url::{MAX_URL_BYTES, is_localhost, is_loopback_host, parse_identifier, require_secure};
pub(crate) use endpoint::EndpointRule;
pub(crate) use issuer::Issuer;
pub use issuer::authorization_server_metadata_urls;
pub use resource::resource_metadata_url;
pub(crate) use resource::{LOCATION_RULE, Match, Resource};
