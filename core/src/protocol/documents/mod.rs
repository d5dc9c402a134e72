//! The two metadata documents: JSON, members, judging.

mod authorization_server_metadata;
mod document;
mod extra;
mod json;
mod json_path;
mod language;
mod members;
mod registered;
mod resource_metadata;
mod rules;
mod saved;
mod seen_names;

pub use authorization_server_metadata::AuthorizationServerMetadata;
pub use extra::Extra;
pub(crate) use json::{Wanted, parse_object};
pub use language::look_up_variant;
pub(crate) use members::{Member, Members};
pub use resource_metadata::ResourceMetadata;
pub use rules::{ResourceMatch, Rules};
