//! The two kinds of metadata documents: their JSON, their members, and the checks.

mod authorization_server_accessors;
mod authorization_server_metadata;
mod document;
mod document_kind;
mod extra;
mod invalid;
mod json;
mod json_path;
mod json_rules;
mod json_text;
mod json_value;
mod judged;
mod judged_value;
mod language;
mod members;
mod nulls;
mod parsed;
mod probe;
mod profile;
mod registered;
mod registration;
mod resource_accessors;
mod resource_metadata;
mod rules;
mod saved;
mod seen_names;
mod signature;
mod value;

pub use authorization_server_metadata::AuthorizationServerMetadata;
#[cfg(feature = "signed-metadata")]
pub(crate) use document_kind::DocumentKind;
pub(crate) use document_kind::{RESOURCE, SERVER};
pub use extra::Extra;
#[cfg(feature = "signed-metadata")]
pub(crate) use json::parse_object;
pub use language::look_up_variant;
#[cfg(feature = "signed-metadata")]
pub(crate) use parsed::Parsed;
pub use probe::Probe;
pub use profile::Profile;
pub use resource_metadata::ResourceMetadata;
pub use rules::{ResourceMatch, Rules};
pub use value::Value;
