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
    pub(super) named_by: NamedBy,
}

/// Why a URL is a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum NamedBy {
    Challenge,
    Resource,
    Origin,
}

impl Candidate {
    /// Returns the well-known URLs of a resource, in the order of the requests.
    pub(super) fn well_known(resource: &Resource) -> VecDeque<Candidate> {
        let names = [NamedBy::Resource, NamedBy::Origin];
        let urls = resource.metadata_candidates().into_iter().zip(names);
        urls.map(|(url, named_by)| Candidate { url, reach: Reach::Caller, named_by }).collect()
    }

    /// Returns the candidate that a challenge names. The challenge came from an address in `zone`.
    pub(super) fn challenged(url: Url, zone: Zone) -> Candidate {
        Candidate { url, reach: Reach::Server(zone), named_by: NamedBy::Challenge }
    }

    pub(super) fn is_challenged(&self) -> bool {
        self.named_by == NamedBy::Challenge
    }

    /// Returns a description of the URL, for an attempt's reason.
    pub(super) fn description(&self) -> &'static str {
        match self.named_by {
            NamedBy::Challenge => "the challenge names this URL",
            NamedBy::Resource => "the resource's own well-known URL",
            NamedBy::Origin => "the origin's well-known URL",
        }
    }
}
