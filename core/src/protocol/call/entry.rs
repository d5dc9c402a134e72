use super::freshness::Freshness;
use super::moment::Moment;
use super::reach::Reach;
use super::storage_policy::StoragePolicy;
use crate::protocol::addresses::Zone;
use crate::protocol::response::Reply;
use http::HeaderMap;
use std::time::Duration;
use url::Url;

/// A response that may be used again.
#[derive(Debug)]
pub(crate) struct Entry {
    reach: Reach,
    reply: Reply,
    policy: StoragePolicy,
    /// When its request was sent, on the monotonic clock.
    asked_at: Duration,
    freshness: Freshness,
}

impl Entry {
    /// The entry of a response that came without a redirect; `None` if its body was not read to its end.
    pub(super) fn of(
        reply: &Reply,
        policy: StoragePolicy,
        reach: Reach,
        asked_at: Duration,
        now: Moment,
    ) -> Option<Entry> {
        reply.body.is_ok().then(|| Entry::new(reply.clone(), policy, reach, asked_at, now))
    }

    fn new(reply: Reply, policy: StoragePolicy, reach: Reach, asked_at: Duration, now: Moment) -> Entry {
        let freshness = Freshness::new(asked_at, policy.fresh_for(), now);
        Entry { reach, reply, policy, asked_at, freshness }
    }

    /// The response after a 304, and its entry if it may be used again. Revalidation never lowers an entry's zone.
    pub(super) fn confirmed(
        &self,
        header: &HeaderMap,
        zone: Zone,
        asked_at: Duration,
        now: Moment,
    ) -> (Reply, Option<Entry>) {
        let reply = Reply { zone: self.reply.zone.max(zone), ..self.reply(now) };
        let policy = self.policy.confirmed_by(header, now.wall);
        let entry = policy.map(|policy| Entry::new(reply.clone(), policy, self.reach, asked_at, now));
        (Reply { from_cache: false, ..reply }, entry)
    }

    /// The URL of the request.
    pub(crate) fn url(&self) -> &Url {
        &self.reply.url
    }

    /// The reach of the request's URL.
    pub(crate) fn reach(&self) -> Reach {
        self.reach
    }

    /// The response as a call gets it now.
    pub(super) fn reply(&self, now: Moment) -> Reply {
        #[cfg(not(feature = "signed-metadata"))]
        let _ = now;
        Reply {
            from_cache: true,
            #[cfg(feature = "signed-metadata")]
            received_at: Some(now.wall),
            ..self.reply.clone()
        }
    }

    pub(crate) fn freshness(&self) -> Freshness {
        self.freshness
    }

    pub(super) fn is_fresh(&self, now: Moment) -> bool {
        self.freshness.is_fresh(now)
    }

    /// The conditional fields that revalidate the response; `None` if it has no validator.
    pub(super) fn conditions(&self) -> Option<HeaderMap> {
        self.policy.conditions()
    }

    /// Whether a 304 with this header is about this response.
    pub(super) fn is_meant_by(&self, header: &HeaderMap) -> bool {
        self.policy.is_meant_by(header)
    }

    /// Whether its request was sent after the other's.
    pub(crate) fn is_newer_than(&self, other: &Entry) -> bool {
        self.asked_at > other.asked_at
    }

    /// Whether a newer response of its URL, and the entry of that, say otherwise. One that says "not now" does not.
    pub(crate) fn is_contradicted_by(&self, reply: &Reply, entry: Option<&Entry>) -> bool {
        match (reply.status, entry) {
            (408 | 425 | 429 | 500.., _) => false,
            (_, Some(entry)) => !self.has_body_of(entry),
            (_, None) => reply.body.is_ok(),
        }
    }

    pub(crate) fn has_body_of(&self, other: &Entry) -> bool {
        self.body() == other.body()
    }

    /// The bytes that it keeps.
    pub(crate) fn size(&self) -> usize {
        let content_type = self.reply.content_type.as_deref().unwrap_or_default();
        let url = self.reply.url.as_str();
        self.body().len() + url.len() + content_type.len() + self.policy.size()
    }

    fn body(&self) -> &[u8] {
        self.reply.body.as_deref().unwrap_or_default()
    }
}
