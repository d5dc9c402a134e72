use super::via::Via;
use crate::protocol::addresses::Zone;
use crate::protocol::call::Reach;
use crate::protocol::identifiers::Resource;
use std::collections::VecDeque;
use url::Url;

/// A URL that may have the resource's document.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) url: Url,
    pub(super) reach: Reach,
    pub(super) via: Via,
}

impl Candidate {
    /// Returns the well-known URLs of a resource, in the order of the requests.
    pub(super) fn well_known(resource: &Resource) -> VecDeque<Candidate> {
        let vias = [Via::WellKnown, Via::Root];
        let urls = resource.metadata_candidates().into_iter().zip(vias);
        urls.map(|(url, via)| Candidate { url, reach: Reach::Caller, via }).collect()
    }

    /// Returns the candidate that a challenge names. The challenge came from an address in `zone`.
    pub(super) fn challenged(url: Url, zone: Zone) -> Candidate {
        Candidate { url, reach: Reach::Server(zone), via: Via::Challenge }
    }

    pub(super) fn is_challenged(&self) -> bool {
        self.via == Via::Challenge
    }

    /// Returns a description of the URL, for an attempt's reason.
    pub(super) fn description(&self) -> &'static str {
        match self.via {
            Via::Challenge => "the challenge names this URL",
            Via::WellKnown => "the resource's own well-known URL",
            Via::Root | Via::Issuer | Via::LegacyOrigin => "the origin's well-known URL",
        }
    }
}
