//! The discovery of a resource: its challenge, its document, its authorization servers.

mod budget;
mod candidate;
mod heard;
mod missed;
mod plan;
mod planned;
mod requests;
mod result;
mod search;
mod server;
mod servers;

pub(crate) use budget::{MAX_TOTAL_BYTES, beyond_total};
pub(crate) use missed::why;
pub use plan::DiscoveryPlan;
pub(crate) use planned::Planned;
pub use planned::PlannedRequest;
pub use result::{AuthorizationServer, Discovery};
pub(crate) use search::{Search, Step, outcome_of};
