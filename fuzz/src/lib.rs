//! Code that the fuzz targets share: the parsing of inputs, and the checks of properties.
#![forbid(unsafe_code)]

mod case;
mod choices;
mod document;
mod identity;
mod message;
mod quotes;
mod signer;
mod urls;

pub mod discovery;

pub use case::Case;
pub use choices::Choices;
pub use document::{check_document, check_endpoint, check_endpoints, check_warnings};
pub use identity::{check_issuer, check_resource};
pub use message::{check_error, check_message};
pub use quotes::Quotes;
pub use urls::{is_loopback, is_root, parsed, same_origin};
