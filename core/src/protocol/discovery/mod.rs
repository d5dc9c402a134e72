//! The discovery of a resource: its challenge, its document, its authorization servers.

mod plan;
mod planned;
mod requests;
mod result;
mod server;

pub use plan::DiscoveryPlan;
pub(crate) use planned::Planned;
pub use planned::PlannedRequest;
pub use result::{AuthorizationServer, Discovery};
