//! The discovery of a resource: its challenge, its document, its authorization servers.

mod plan;
mod requests;
mod result;
mod server;

pub(crate) use plan::Planned;
pub use plan::{DiscoveryPlan, PlannedRequest};
pub use result::{AuthorizationServer, Discovery};
