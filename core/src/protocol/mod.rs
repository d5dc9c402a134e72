//! What the RFCs say, as plain functions from bytes to values: no I/O, no clock, no async.

mod absolute_url;
mod authorization_server_metadata;
mod challenge;
mod content_type;
mod discovery;
mod document;
mod embedded_address;
mod endpoint;
mod extra;
mod issuer;
mod json;
mod json_path;
mod language;
mod members;
mod missed;
mod oauth_error;
mod quoted_string;
mod redirect;
mod registered;
mod reply;
mod resource;
mod resource_metadata;
mod response;
mod rules;
mod saved;
mod search;
mod seen_names;
mod signed_metadata;
mod zone;

pub use authorization_server_metadata::AuthorizationServerMetadata;
pub use challenge::{Challenge, parse_challenges};
pub use discovery::{AuthorizationServer, Discovery, DiscoveryPlan, PlannedRequest};
pub(crate) use discovery::{MAX_TOTAL_BYTES, Planned, beyond_total};
pub use extra::Extra;
pub use issuer::authorization_server_metadata_urls;
pub use language::look_up_variant;
pub use resource::resource_metadata_url;
pub use resource_metadata::ResourceMetadata;
pub use response::Response;
pub use rules::{ResourceMatch, Rules};
pub use signed_metadata::SignatureStatus;
#[cfg(feature = "signed-metadata")]
pub use signed_metadata::TrustedKeys;

pub(crate) use absolute_url::{MAX_URL_BYTES, is_localhost};
pub(crate) use issuer::Issuer;
pub(crate) use missed::why;
pub(crate) use quoted_string::split_unquoted;
pub(crate) use redirect::{refused, require_same_origin};
pub(crate) use reply::{Reply, wants_body};
pub(crate) use resource::Resource;
pub(crate) use search::{Search, Step, outcome_of};
pub(crate) use zone::{Reach, Zone};
