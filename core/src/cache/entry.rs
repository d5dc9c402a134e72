use super::freshness::Freshness;
use super::policy::Policy;
use crate::protocol::call::{Reach, Zone};
use crate::protocol::response::Reply;
use http::HeaderMap;
use std::time::Instant;
use url::Url;

/// A response that may be used again.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(super) reach: Reach,
    reply: Reply,
    policy: Policy,
    asked_at: Instant,
    freshness: Freshness,
}

impl Entry {
    /// The entry of a response that came without a redirect; `None` if its body was not read to its end.
    pub(crate) fn of(reply: &Reply, policy: Policy, reach: Reach, asked_at: Instant) -> Option<Entry> {
        reply.body.is_ok().then(|| Entry::new(reply.clone(), policy, reach, asked_at))
    }

    fn new(reply: Reply, policy: Policy, reach: Reach, asked_at: Instant) -> Entry {
        let freshness = Freshness::new(asked_at, policy.fresh_for());
        Entry { reach, reply, policy, asked_at, freshness }
    }

    /// The response after a 304, and its entry if it may be used again. Revalidation never lowers an entry's zone.
    pub(crate) fn confirmed(&self, header: &HeaderMap, zone: Zone, asked_at: Instant) -> (Reply, Option<Entry>) {
        let reply = Reply { zone: self.reply.zone.max(zone), ..self.reply() };
        let entry =
            self.policy.confirmed_by(header).map(|policy| Entry::new(reply.clone(), policy, self.reach, asked_at));
        (Reply { from_cache: false, ..reply }, entry)
    }

    /// The URL of the request.
    pub(crate) fn url(&self) -> &Url {
        &self.reply.url
    }

    /// The response as a call gets it now.
    pub(crate) fn reply(&self) -> Reply {
        Reply {
            from_cache: true,
            #[cfg(feature = "signed-metadata")]
            received_at: Some(std::time::SystemTime::now()),
            ..self.reply.clone()
        }
    }

    pub(super) fn freshness(&self) -> Freshness {
        self.freshness
    }

    pub(crate) fn is_fresh(&self) -> bool {
        self.freshness.is_fresh()
    }

    pub(crate) fn conditions(&self) -> Option<HeaderMap> {
        self.policy.conditions()
    }

    pub(crate) fn is_meant_by(&self, header: &HeaderMap) -> bool {
        self.policy.is_meant_by(header)
    }

    /// Whether its request was sent after the other's.
    pub(super) fn is_newer_than(&self, other: &Entry) -> bool {
        self.asked_at > other.asked_at
    }

    pub(super) fn has_body_of(&self, other: &Entry) -> bool {
        self.body() == other.body()
    }

    /// The bytes that it keeps.
    pub(super) fn size(&self) -> usize {
        let content_type = self.reply.content_type.as_deref().unwrap_or_default();
        let url = self.reply.url.as_str();
        self.body().len() + url.len() + content_type.len() + self.policy.size()
    }

    fn body(&self) -> &[u8] {
        self.reply.body.as_deref().unwrap_or_default()
    }
}
