//! The discovery of a resource: its challenge, its document, its authorization servers.

mod absent_candidates;
mod authorization_server;
mod budget;
mod candidate;
mod challenges;
mod issuer_search;
mod plan;
mod planned;
mod probe_sequence;
mod requests;
mod result;
mod server;
mod servers;
mod verdict;
mod via;

pub use authorization_server::AuthorizationServer;
pub(crate) use budget::MAX_TOTAL_BYTES;
pub(crate) use issuer_search::{IssuerSearch, Step};
pub use plan::DiscoveryPlan;
pub(crate) use planned::Planned;
pub use planned::PlannedRequest;
pub(crate) use probe_sequence::session_closed;
pub use result::Discovery;
pub(crate) use verdict::outcome_of;
pub use via::Via;
